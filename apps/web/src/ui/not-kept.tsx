import { useServices } from '../app/services.js';
import { useText } from '../text/text.js';
import { Notice } from './notice.js';

/** Says that sessions do not outlive the page, in a browser that stores nothing. */
export function NotKept() {
  const { common } = useText();
  const { persistent } = useServices();
  if (persistent) return null;
  return (
    <Notice>
      <p>{common.notKept}</p>
    </Notice>
  );
}
