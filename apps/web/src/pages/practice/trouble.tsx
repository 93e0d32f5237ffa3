import type { PoiseError } from '@poise/core';
import { errorSentence } from '../../text/error-sentence.js';
import { useText } from '../../text/text.js';
import { Notice } from '../../ui/notice.js';
import { useLiveCamera } from '../live/live-camera.js';

/** What is wrong although the practice goes on: a camera without a picture, a store that is full. */
export function Trouble({ problem }: { readonly problem: PoiseError | null }) {
  const { practice, errors } = useText();
  const { silent } = useLiveCamera();
  if (!silent && problem === null) return null;
  // The loss of a camera pauses the practice; one that goes on has lost its recording by it.
  const lost = problem?.code === 'CAMERA_LOST';
  return (
    <Notice kind="warning" announce>
      {silent ? <p>{errors.CAMERA_SILENT}</p> : null}
      {problem === null ? null : (
        <p>{lost ? practice.recordingEnded : errorSentence(errors, problem)}</p>
      )}
    </Notice>
  );
}
