import { insights } from '@poise/report/browser';
import { useMemo, useRef } from 'react';
import { useSettings } from '../../settings/use-settings.js';
import type { StoredSession } from '../../storage/records.js';
import { dateInWords, lengthInWords } from '../../text/format.js';
import { useText } from '../../text/text.js';
import { Advice } from './advice.js';
import { Downloads } from './downloads.js';
import { Facts } from './facts.js';
import { Journey } from './journey.js';
import { Meters } from './meters.js';
import { Moments } from './moments.js';
import { Presence } from './presence.js';
import { QuestionTable } from './question-table.js';
import { Recording, type RecordingPlayer } from './recording.js';
import { reportWords } from './report-words.js';
import { Score } from './score.js';
import { Strengths } from './strengths.js';
import { useRecording } from './use-recording.js';
import './review.css';

/** The report: the insight first, then what shows it, then what to do with it. */
export function Review({ session }: { readonly session: StoredSession }) {
  const { head, summary } = session;
  const { language } = useSettings().settings;
  const text = useText();
  const words = reportWords(language);
  const found = useMemo(() => insights(summary, words), [summary, words]);
  const recording = useRecording(head);
  const player = useRef<RecordingPlayer>(null);
  const sufficient = summary.evidence.sufficient;
  const play = recording === null ? null : (time: number) => player.current?.playFrom(time);
  return (
    <article className="review">
      <p className="review__date muted">
        {dateInWords(head.startedAt, language)} · {lengthInWords(summary.session_duration)}
      </p>
      <Score summary={summary} headline={found.headline} words={words} />
      <Journey summary={summary} headline={found.headline.sentence} words={words} />
      <Advice action={found.action} others={found.improvements.slice(1)} />
      <Moments summary={summary} onPlay={play} />
      {recording === null ? null : <Recording ref={player} address={recording} />}
      <QuestionTable summary={summary} words={words} />
      {sufficient ? <Strengths strengths={found.strengths} /> : null}
      <Presence summary={summary} words={words} />
      <Meters summary={summary} words={words} />
      <Facts head={head} summary={summary} words={words} />
      <Downloads session={session} />
      <p className="review__limits muted small">{text.footer.limits}</p>
    </article>
  );
}
