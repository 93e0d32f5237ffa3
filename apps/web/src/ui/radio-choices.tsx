import { type ReactNode, useId } from 'react';

/** One of a few, as native radio buttons that look like tiles. */
export function RadioChoices<Value extends string>({
  legend,
  hideLegend = false,
  options,
  value,
  card = false,
  onChange,
}: {
  readonly legend: string;
  /** Whether a heading beside it says the same already. */
  readonly hideLegend?: boolean;
  readonly options: readonly { readonly value: Value; readonly label: ReactNode }[];
  readonly value: Value;
  /** Whether the tiles have two lines. */
  readonly card?: boolean;
  readonly onChange: (value: Value) => void;
}) {
  const name = useId();
  return (
    <fieldset className="field">
      <legend className={hideLegend ? 'visually-hidden' : 'field__label'}>{legend}</legend>
      <div className={card ? 'choices choices--cards' : 'choices'}>
        {options.map((option) => (
          <label key={option.value} className={card ? 'choice choice--card' : 'choice'}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
