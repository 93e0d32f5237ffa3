/** A choice of yes or no with a sentence that explains it. */
export function Checkbox({
  name,
  hint,
  checked,
  onChange,
}: {
  readonly name: string;
  readonly hint: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}) {
  return (
    <label className="check">
      <input
        type="checkbox"
        checked={checked}
        onChange={({ target }) => onChange(target.checked)}
      />
      <span className="check__text">
        <span>{name}</span>
        <span className="muted small">{hint}</span>
      </span>
    </label>
  );
}
