import { type DragEvent, useState } from 'react';
import { useText } from '../../text/text.js';
import { FileButton } from '../../ui/file-button.js';
import { ImportIcon } from '../../ui/icons.js';

/** What the browser's choice of a file shows; what is in a file decides, not its name. */
const ACCEPT = 'video/*,.mkv,.mov,.mp4,.webm,.m4v,.ts';

/** A place to drop a video, and a button for those who do not drag. */
export function DropZone({ onFile }: { readonly onFile: (file: File) => void }) {
  const text = useText();
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file !== undefined) onFile(file);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button in it is the first.
    <div
      className={`drop${over ? ' drop--over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <ImportIcon className="drop__icon" />
      <p className="drop__title">{text.import.drop}</p>
      <p className="muted small">{text.import.or}</p>
      <FileButton primary label={text.import.choose} accept={ACCEPT} onFile={onFile} />
      <p className="muted small">{text.import.formats}</p>
    </div>
  );
}
