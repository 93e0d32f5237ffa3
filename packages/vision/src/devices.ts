import { PoiseError } from '@poise/core';

/** Where the models may run. */
export type Device = 'auto' | 'cpu' | 'wasm' | 'webgpu' | 'cuda' | 'coreml' | 'directml';

/** Every device by name, in the order in which they are listed to people. */
export const DEVICES = [
  'auto',
  'cpu',
  'wasm',
  'webgpu',
  'cuda',
  'coreml',
  'directml',
] as const satisfies readonly Device[];

/** What a device needs in Node: the execution provider of ONNX Runtime and the systems that have it. */
interface NodeProvider {
  readonly provider: string;
  readonly platforms: readonly NodeJS.Platform[] | 'all';
}

/** From device to execution provider in Node; `wasm` and `webgpu` are the browser's. */
const NODE_PROVIDERS: Readonly<Partial<Record<Device, NodeProvider>>> = Object.freeze({
  // One core reads over 100 faces a second: "auto" needs no accelerator and no surprise.
  auto: { provider: 'cpu', platforms: 'all' },
  cpu: { provider: 'cpu', platforms: 'all' },
  cuda: { provider: 'cuda', platforms: ['linux'] },
  coreml: { provider: 'coreml', platforms: ['darwin'] },
  directml: { provider: 'dml', platforms: ['win32'] },
});

/**
 * The execution provider of ONNX Runtime for a device in Node.
 *
 * @throws PoiseError DEVICE_UNSUPPORTED when the device is unknown or not to be had on this system.
 */
export function nodeExecutionProvider(device: Device, platform: NodeJS.Platform): string {
  const entry = NODE_PROVIDERS[device];
  const supported = (e: NodeProvider) => e.platforms === 'all' || e.platforms.includes(platform);
  if (entry !== undefined && supported(entry)) return entry.provider;
  const names = DEVICES.filter((name) => {
    const candidate = NODE_PROVIDERS[name];
    return candidate !== undefined && supported(candidate);
  });
  throw new PoiseError('DEVICE_UNSUPPORTED', `"${device}" in Node on ${platform}`, {
    hint: `Should be one of: ${names.map((name) => `"${name}"`).join(', ')}.`,
  });
}
