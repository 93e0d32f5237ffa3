import { errorSentence } from '../../text/error-sentence.js';
import { useText } from '../../text/text.js';
import { Notice } from '../../ui/notice.js';
import { useLiveCamera } from './live-camera.js';

/** What is wrong with the camera, in a sentence, and the way to try again. */
export function CameraProblem() {
  const { errors, common } = useText();
  const { state, silent, retry } = useLiveCamera();
  if (state.status !== 'failed' && !silent) return null;
  return (
    <Notice kind="warning" announce>
      <p>{state.status === 'failed' ? errorSentence(errors, state.error) : errors.CAMERA_SILENT}</p>
      <button type="button" className="button" onClick={retry}>
        {common.tryAgain}
      </button>
    </Notice>
  );
}
