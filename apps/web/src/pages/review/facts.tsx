import { formatClock, othersView, type ReportWords } from '@poise/report/browser';
import type { SessionSummary } from '@poise/session';
import type { SessionHead } from '../../storage/records.js';
import type { PageText } from '../../text/en.js';
import { useText } from '../../text/text.js';

type FactWords = PageText['review']['facts'];

function baselineText(
  { source, start, end, smiling }: SessionSummary['baseline'],
  facts: FactWords,
): string {
  switch (source) {
    case 'given':
      return smiling === true ? facts.baselineSmiling : facts.baselineUsed;
    case 'calmest_stretch':
      return facts.baselineCalmest(formatClock(start ?? 0), formatClock(end ?? 0));
    default:
      return facts.baselineNone;
  }
}

/** How many frames were too poor to count, where they were judged at all. */
function leftOutRow(
  { quality_gate: gate }: SessionSummary,
  facts: FactWords,
  number: Intl.NumberFormat,
): [name: string, value: string][] {
  if (gate === null || gate.frames_judged === 0) return [];
  return [
    [
      facts.leftOut,
      facts.of(number.format(gate.frames_left_out), number.format(gate.frames_judged)),
    ],
  ];
}

/** What the report rests on. */
export function Facts({
  head,
  summary,
  words,
}: {
  readonly head: SessionHead;
  readonly summary: SessionSummary;
  readonly words: ReportWords;
}) {
  const { review, language } = useText();
  const { facts } = review;
  const others = othersView(summary, words);
  const number = new Intl.NumberFormat(language);
  const rows: readonly (readonly [name: string, value: string | null])[] = [
    [
      facts.source,
      head.source.kind === 'live' ? facts.live : facts.recording(head.source.name ?? ''),
    ],
    [
      facts.frames,
      facts.of(number.format(summary.frames_analyzed), number.format(summary.frames_total)),
    ],
    [facts.baseline, baselineText(summary.baseline, facts)],
    ...leftOutRow(summary, facts, number),
    ...(others === null ? [] : [[others.name, others.value] as const]),
    [facts.model, summary.model.expression],
    [facts.detector, summary.model.face_detector],
  ];
  return (
    <details className="facts">
      <summary>{facts.title}</summary>
      <dl className="facts__list">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt className="muted">{name}</dt>
            <dd>{value ?? '–'}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
