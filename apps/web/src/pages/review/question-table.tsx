import { formatClock, formatPercent, lacksPictures, type ReportWords } from '@poise/report/browser';
import type { SessionSummary } from '@poise/session';
import { useText } from '../../text/text.js';

/** Each question with its score; on a phone each row becomes a small list. */
export function QuestionTable({
  summary,
  words,
}: {
  readonly summary: SessionSummary;
  readonly words: ReportWords;
}) {
  const { review } = useText();
  const { questions } = summary;
  if (questions.length === 0) return null;
  const { table } = review;
  return (
    <section className="section" aria-labelledby="questions">
      <h2 id="questions">{review.questions}</h2>
      <table className="questions">
        <thead>
          <tr>
            <th scope="col">{table.question}</th>
            <th scope="col">{table.time}</th>
            <th scope="col">{table.score}</th>
            <th scope="col">{table.shown}</th>
            <th scope="col">{table.inView}</th>
          </tr>
        </thead>
        <tbody>
          {questions.map((question) => (
            <tr key={question.start}>
              <th scope="row">{question.prompt}</th>
              <td data-name={table.time}>
                {formatClock(question.start)}–{formatClock(question.end)}
              </td>
              <td data-name={table.score} className="questions__score">
                {question.avg_confidence === null
                  ? review.noScore
                  : formatPercent(question.avg_confidence, words.formats)}
              </td>
              <td data-name={table.shown}>
                {question.dominant_emotion !== null
                  ? words.labels.expressions[question.dominant_emotion]
                  : lacksPictures(summary, question)
                    ? review.noPictures
                    : review.noFace}
              </td>
              <td data-name={table.inView}>
                {lacksPictures(summary, question)
                  ? words.report.dash
                  : formatPercent(question.face_detection_rate, words.formats)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
