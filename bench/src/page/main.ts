import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { CameraBrowser } from './camera-browser.js';
import { type HumanFigures, measureHuman, type Reuse } from './human.js';
import { measurePage } from './poise.js';
import { soakCycles, soakSession } from './soak.js';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '20' },
    soak: { type: 'string', default: '0' },
    cycles: { type: 'string', default: '0' },
  },
});

const line = (text = '') => console.log(text);
const one = (value: number) => value.toFixed(1).padStart(7);

line(`Poise bench of the page · ${cpus().length} × ${cpus()[0]?.model.trim()}`);
line('Headless Chromium, camera 640 × 480 at 30 frames a second, one thread of WebAssembly');
line();
await using browser = await CameraBrowser.launch();
line(`Chromium ${browser.context.browser()?.version() ?? ''}`);

const seconds = Number(values.seconds);
const poise = await measurePage(browser, seconds);
line(poise.backend);
line(`  ${''.padEnd(50)} frames/s latency ms  tasks > 50 ms (longest)`);
const row = (
  name: string,
  f: { fps: number; latency: number; longTasks: number; longestTask: number },
) =>
  line(
    `  ${name.padEnd(50)} ${one(f.fps)}    ${one(f.latency)}  ${String(f.longTasks).padStart(6)} (${f.longestTask.toFixed(0)})`,
  );
row('Poise (the practice page)', poise);
const SETTINGS: readonly (readonly [Reuse, string])[] = [
  ['none', 'Human, nothing reused'],
  ['detector', 'Human, boxes reused, expression read every frame'],
  ['all', 'Human, its defaults'],
];
const humans: HumanFigures[] = [];
for (const [reuse, name] of SETTINGS) {
  const figures = await measureHuman(browser, reuse, seconds);
  humans.push(figures);
  row(`${name} (${figures.backend})`, figures);
}
line();
line('Ratios of the frame rates, Poise / Human');
SETTINGS.forEach(([, name], i) => {
  line(`  ${name.padEnd(50)} ${one(poise.fps / (humans[i]?.fps ?? Number.NaN))}`);
});
line();
line(`First frame read after consent, second visit: ${poise.firstFrame.toFixed(2)} s`);

if (Number(values.soak) > 0) {
  const { before, after } = await soakSession(browser, Number(values.soak));
  line(`A session of ${values.soak} s: memory ${one(before)} → ${one(after)} MB`);
}
if (Number(values.cycles) > 0) {
  const { before, after } = await soakCycles(browser, Number(values.cycles));
  line(`${values.cycles} starts and stops: memory ${one(before)} → ${one(after)} MB`);
}
