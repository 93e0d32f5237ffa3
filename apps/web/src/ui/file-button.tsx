/** A button that opens the browser's choice of a file. */
export function FileButton({
  label,
  accept,
  primary = false,
  onFile,
}: {
  readonly label: string;
  /** As the `accept` of an input. */
  readonly accept: string;
  readonly primary?: boolean;
  readonly onFile: (file: File) => void;
}) {
  return (
    <label className={`button file-button${primary ? ' button--primary' : ''}`}>
      <input
        type="file"
        className="visually-hidden"
        accept={accept}
        onChange={({ target }) => {
          const file = target.files?.[0];
          // The same file can be chosen again after an error.
          target.value = '';
          if (file !== undefined) onFile(file);
        }}
      />
      {label}
    </label>
  );
}
