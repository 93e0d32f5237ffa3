import { useText } from '../../text/text.js';
import { Progress } from '../../ui/progress.js';
import { EngineProblem } from '../live/engine-problem.js';
import { useEngineState } from '../live/use-engine.js';

const BYTES_PER_MEGABYTE = 1e6;

/** How far the models are loaded, and then what runs. */
export function EngineStatus() {
  const { setup, language } = useText();
  const state = useEngineState();
  const megabytes = (bytes: number): string =>
    new Intl.NumberFormat(language, {
      minimumFractionDigits: 1,
      maximumFractionDigits: 1,
    }).format(bytes / BYTES_PER_MEGABYTE);
  switch (state.status) {
    case 'idle':
    case 'loading': {
      const { loaded, total } = state.status === 'loading' ? state : { loaded: 0, total: 0 };
      return (
        <div className="field">
          <Progress label={setup.engine.loadingLabel} value={loaded} max={total} />
          <p className="muted small">
            {total > 0 && loaded < total
              ? setup.engine.loading(megabytes(loaded), megabytes(total))
              : setup.engine.starting}
          </p>
        </div>
      );
    }
    case 'ready':
      return (
        <p className="muted small">
          {setup.engine.ready(
            state.device === 'webgpu' ? setup.engine.webgpu : setup.engine.wasm(state.threads),
          )}
        </p>
      );
    case 'failed':
      return <EngineProblem />;
  }
}
