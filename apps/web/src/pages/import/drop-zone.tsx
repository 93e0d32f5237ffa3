import { useText } from '../../text/text.js';
import { FileButton } from '../../ui/file-button.js';
import { ImportIcon } from '../../ui/icons.js';

/** What the browser's choice of a file shows; what is in a file decides, not its name. */
const ACCEPT = 'video/*,.mkv,.mov,.mp4,.webm,.m4v,.ts';

/** The place to drop a video, though all of the page takes it, and a button for those who do not drag. */
export function DropZone({
  over,
  onFile,
}: {
  /** Whether a file is held over the page. */
  readonly over: boolean;
  readonly onFile: (file: File) => void;
}) {
  const text = useText();
  return (
    <div className={`drop${over ? ' drop--over' : ''}`}>
      <ImportIcon className="drop__icon" />
      <p className="drop__title">{text.import.drop}</p>
      <p className="muted small">{text.import.or}</p>
      <FileButton primary label={text.import.choose} accept={ACCEPT} onFile={onFile} />
      <p className="muted small">{text.import.formats}</p>
    </div>
  );
}
