import {
  formatDuration,
  formatInterval,
  formatPercent,
  formatSpan,
  insights,
  LIMITS_LINE,
} from '@poise/report';
import { MINIMUM_BLINK_RATE, type SessionSummary } from '@poise/session';
import type { SessionOutputs } from '../analyze/session-slot.js';
import { printable } from './text.js';

/** Room for the names at the left. */
const NAME_WIDTH = 9;

const line = (name: string, text: string): string => `  ${name.padEnd(NAME_WIDTH)}${text}`;

function scoreLines(summary: SessionSummary): string[] {
  const { average_confidence: score, confidence_interval: interval, evidence } = summary;
  if (!evidence.sufficient || score === null) {
    return [
      '  Not enough evidence for a score:',
      ...evidence.reasons.map((r) => `  – ${r.message}`),
    ];
  }
  const range =
    interval === null ? '' : ` (95 % interval ${formatInterval(interval).join(' to ')})`;
  const { headline } = insights(summary);
  return [
    line('Score', `${formatPercent(score)}${range} · ${summary.confidence_level}`),
    line('Result', `${headline.title}: ${headline.sentence}`),
  ];
}

/** What to do where blinks were not counted because too few frames were read. */
function blinkLines({ eyes, quality }: SessionSummary): string[] {
  const needed = MINIMUM_BLINK_RATE;
  const read = Math.round(quality.analyzed_fps);
  if (eyes?.blinks.reason !== 'frame_rate_too_low' || read >= needed) return [];
  return [
    line(
      'Blinks',
      `Not counted: that takes ${needed} frames a second, and it was read at ${read}. Where the recording has more, --fps ${needed} --force reads them.`,
    ),
  ];
}

/** Stretches that are named; more are counted. */
const NAMED_GAPS = 3;

/** Where the recording has no pictures. */
function gapLines({ without_pictures: gaps }: SessionSummary): string[] {
  if (gaps.length === 0) return [];
  const named = gaps.slice(0, NAMED_GAPS).map(formatSpan).join(', ');
  const more = gaps.length > NAMED_GAPS ? ` and ${gaps.length - NAMED_GAPS} times more` : '';
  return [line('Missing', `The recording has no pictures at ${named}${more}.`)];
}

/**
 * One analysed recording for a person.
 *
 * @param again - whether the result is of an earlier run.
 * @param people - lines about the people in the recording; none when there is nothing to say.
 */
export function formatSession(
  file: string,
  summary: SessionSummary,
  outputs: SessionOutputs,
  { again, people }: { readonly again: boolean; readonly people: readonly string[] },
): string {
  const { action } = insights(summary);
  const length = formatDuration(summary.session_duration);
  const seen = formatPercent(summary.face_detection_rate);
  return [
    `${printable(file)} · ${length}, face seen in ${seen} of the frames`,
    ...(again
      ? [
          '  Analysed before: this is that result, whatever the options now. --force analyses it again.',
        ]
      : []),
    '',
    ...scoreLines(summary),
    line('Next', `${action.title}: ${action.text}`),
    ...blinkLines(summary),
    ...gapLines(summary),
    '',
    line('Picture', outputs.png),
    line('Report', outputs.text),
    line('Data', outputs.json),
    ...people.map((text, i) => line(i === 0 ? 'People' : '', text)),
    '',
    LIMITS_LINE,
  ].join('\n');
}
