import { useServices } from '../../app/services.js';
import { errorSentence } from '../../text/error-sentence.js';
import { useText } from '../../text/text.js';
import { Notice } from '../../ui/notice.js';
import { useEngineState } from './use-engine.js';

/** Why the models do not run, in a sentence, and the way to start them again. */
export function EngineProblem() {
  const { errors, common } = useText();
  const { engine } = useServices();
  const state = useEngineState();
  if (state.status !== 'failed') return null;
  return (
    <Notice kind="warning" announce>
      <p>{errorSentence(errors, state.error)}</p>
      <button type="button" className="button" onClick={() => void engine.start()}>
        {common.tryAgain}
      </button>
    </Notice>
  );
}
