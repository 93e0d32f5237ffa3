import { useId } from 'react';
import { parseQuestions } from '../../questions/parse-questions.js';
import { useSettings } from '../../settings/use-settings.js';
import { useText } from '../../text/text.js';
import { FileButton } from '../../ui/file-button.js';
import { RadioChoices } from '../../ui/radio-choices.js';
import { countsFor, SET_CHOICES, type SetupChoices, TIME_CHOICES, withSet } from './choices.js';
import { questionsOf } from './questions-of.js';

/** What is asked, how much of it, and how long each question stays. */
export function QuestionChoice({
  choices,
  onChange,
}: {
  readonly choices: SetupChoices;
  readonly onChange: (choices: SetupChoices) => void;
}) {
  const { setup } = useText();
  const { language } = useSettings().settings;
  const available = questionsOf(choices, language).length;
  const counts = countsFor(available);
  const shown = Math.min(choices.count, available);
  return (
    <section className="section" aria-labelledby="question-choice">
      <h2 id="question-choice">{setup.questionsTitle}</h2>
      <RadioChoices
        card
        hideLegend
        legend={setup.questionsTitle}
        value={choices.set}
        options={SET_CHOICES.map((value) => ({
          value,
          label: (
            <>
              {setup.sets[value].name}
              <span className="choice__hint">{setup.sets[value].hint}</span>
            </>
          ),
        }))}
        onChange={(set) => onChange(withSet(choices, set))}
      />
      {choices.set === 'own' ? (
        <OwnList text={choices.ownText} onText={(ownText) => onChange({ ...choices, ownText })} />
      ) : null}
      <RadioChoices
        legend={setup.time}
        value={String(choices.secondsPerQuestion)}
        options={TIME_CHOICES.map((seconds) => ({
          value: String(seconds),
          label: seconds === null ? setup.noLimit : setup.timeSeconds(seconds),
        }))}
        onChange={(value) =>
          onChange({
            ...choices,
            secondsPerQuestion: TIME_CHOICES.find((seconds) => String(seconds) === value) ?? null,
          })
        }
      />
      {counts.length < 2 ? null : (
        <RadioChoices
          legend={setup.count}
          value={String(counts.findLast((count) => count <= shown) ?? shown)}
          options={counts.map((count) => ({ value: String(count), label: String(count) }))}
          onChange={(value) => onChange({ ...choices, count: Number(value) })}
        />
      )}
    </section>
  );
}

function OwnList({
  text,
  onText,
}: {
  readonly text: string;
  readonly onText: (text: string) => void;
}) {
  const { setup } = useText();
  const id = useId();
  const { questions, shortened, leftOut } = parseQuestions(text);
  return (
    <div className="field">
      <label className="field__label" htmlFor={id}>
        {setup.ownLabel}
      </label>
      <textarea
        id={id}
        className="textarea"
        value={text}
        placeholder={setup.ownPlaceholder}
        onChange={({ target }) => onText(target.value)}
      />
      <div className="actions setup__own">
        <FileButton
          label={setup.ownFile}
          accept=".txt,.md,text/plain"
          onFile={(file) => {
            // A text that cannot be read leaves what stands there.
            file.text().then(onText, () => undefined);
          }}
        />
        <span className="muted small">
          {setup.ownCount(questions.length)}
          {shortened === 0 ? null : ` ${setup.ownShortened(shortened)}`}
          {leftOut === 0 ? null : ` ${setup.ownLeftOut(leftOut)}`}
        </span>
      </div>
    </div>
  );
}
