import { useText } from '../../text/text.js';
import { useLiveCamera } from '../live/live-camera.js';

/** Which camera, where there are several. */
export function CameraChoice() {
  const { setup } = useText();
  const { state, devices, choose } = useLiveCamera();
  if (devices.length < 2) return null;
  return (
    <label className="field">
      <span className="field__label">{setup.camera}</span>
      <select
        className="select"
        value={state.status === 'open' ? state.camera.deviceId : ''}
        onChange={({ target }) => choose(target.value)}
      >
        {state.status === 'open' ? null : <option value="">–</option>}
        {devices.map(({ deviceId, label }, i) => (
          <option key={deviceId} value={deviceId}>
            {label === '' ? setup.unnamedCamera(i + 1) : label}
          </option>
        ))}
      </select>
    </label>
  );
}
