import { EMOTIONS } from '@poise/core';
import type { Evaluation } from '../evaluate/evaluation.js';
import { formatTable } from './table.js';
import { formatShare } from './text.js';

const formatError = (ece: number | null): string => (ece === null ? '–' : ece.toFixed(3));

function labelsTable({ recall, confusion }: Evaluation): string {
  const rows = EMOTIONS.map((label) => [
    label,
    formatShare(recall[label]),
    ...EMOTIONS.map((predicted) => String(confusion[label][predicted])),
  ]);
  const header = ['label', 'recall', ...EMOTIONS];
  return formatTable(
    header,
    rows,
    header.map((_, i) => (i === 0 ? 'left' : 'right')),
  );
}

/** An evaluation for a person. */
export function formatEvaluation(evaluation: Evaluation): string {
  const { ferplus, fer2013_head: head } = evaluation;
  const figures: [string, string][] = [
    ['model', evaluation.model],
    ['images', `${evaluation.n}${evaluation.split === null ? '' : ` (${evaluation.split})`}`],
    ['face found', formatShare(evaluation.detection_rate)],
    ['accuracy', formatShare(evaluation.accuracy)],
    ['balanced accuracy', formatShare(evaluation.balanced_accuracy)],
    ['macro F1', formatShare(evaluation.macro_f1)],
    ['calibration error', formatError(evaluation.ece)],
    ['neutral called negative', formatShare(evaluation.neutral_called_negative)],
    ['time per face', `${evaluation.ms_per_face?.toFixed(1) ?? '–'} ms`],
  ];
  if (ferplus !== null) {
    figures.push(
      ['against the FER+ majority', `${ferplus.n} images`],
      ['  accuracy', formatShare(ferplus.accuracy)],
      ['  calibration error', formatError(ferplus.ece)],
      ['  neutral called negative', formatShare(ferplus.neutral_called_negative)],
    );
  }
  if (head !== null) {
    figures.push(
      ["the model's FER2013 output", ''],
      ['  accuracy', formatShare(head.accuracy)],
      ['  macro F1', formatShare(head.macro_f1)],
      ['  calibration error', formatError(head.ece)],
    );
  }
  const width = Math.max(...figures.map(([name]) => name.length));
  const lines = figures.map(([name, value]) => `${name.padEnd(width)}  ${value}`.trimEnd());
  return `${lines.join('\n')}\n\nRows are labels, columns what the model said:\n\n${labelsTable(evaluation)}`;
}
