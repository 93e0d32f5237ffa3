import { useSettings } from '../../settings/use-settings.js';
import { useText } from '../../text/text.js';
import { keysAt } from './practice-keys.js';

/** The keys of the practice, and the choice to leave single letters alone. */
export function KeyHints({ asks }: { readonly asks: boolean }) {
  const { practice } = useText();
  const { settings, update } = useSettings();
  return (
    <div className="keys muted small">
      <dl className="keys__list" aria-label={practice.keysTitle}>
        {Object.entries(keysAt(asks, practice.keys)).map(([name, { key, meaning }]) => (
          <div key={name}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <label className="keys__choice">
        <input
          type="checkbox"
          checked={settings.letterKeys}
          onChange={({ target }) => update({ letterKeys: target.checked })}
        />
        {practice.letterKeys}
      </label>
    </div>
  );
}
