import { cpus } from 'node:os';
import { compareDetectors } from './detectors/compare.js';
import { FRAME_COUNT } from './franck.js';
import { type Figures, runStage } from './stage.js';

const one = (value: number | undefined) => (value ?? Number.NaN).toFixed(1);
const two = (value: number | undefined) => (value ?? Number.NaN).toFixed(2);
const line = (text = '') => console.log(text);

function speedRow(name: string, { fps, found, peakMiB }: Figures): void {
  const share = `${one((found ?? 0) * 100)} %`;
  line(
    `  ${name.padEnd(52)} ${one(fps).padStart(7)} ${share.padStart(8)} ${one(peakMiB).padStart(8)}`,
  );
}

const node = process.version;
line(`Poise bench · ${cpus().length} × ${cpus()[0]?.model.trim()} · Node ${node}`);
line();
line(`${FRAME_COUNT} frames of franck.mp4, 360 × 288, one worker, one thread`);
line(
  `  ${''.padEnd(52)} ${'frames/s'.padStart(7)} ${'found'.padStart(7)} ${'peak MiB'.padStart(8)}`,
);
const poise = await runStage('poise');
speedRow('Poise (faces tracked, expression read every frame)', poise);
line(`  ${'… decode included'.padEnd(52)} ${one(poise['fpsWithDecode']).padStart(7)}`);
const poiseAnew = await runStage('poise', 'every-frame');
speedRow('Poise, nothing tracked: detector on every frame', poiseAnew);
const humanAnew = await runStage('human', 'none');
speedRow('Human, nothing reused: every model on every frame', humanAnew);
const humanTracked = await runStage('human', 'detector');
speedRow('Human, boxes reused, expression read every frame', humanTracked);
const humanEyes = await runStage('human', 'eyes');
speedRow('Human, boxes reused, expression and eyes every frame', humanEyes);
const humanReused = await runStage('human', 'all');
speedRow('Human, its defaults: expression reused up to 1.5 s', humanReused);
line();
const ratio = (a: Figures, b: Figures) => two((a['fps'] ?? 0) / (b['fps'] ?? 1)).padStart(6);
line('Ratios');
line(`  Poise tracked / Human nothing reused       ${ratio(poise, humanAnew)}`);
line(`  Poise tracked / Human boxes reused         ${ratio(poise, humanTracked)}`);
line(`  Poise tracked / Human boxes reused, eyes   ${ratio(poise, humanEyes)}   (like for like)`);
line(
  `  Poise untracked / Human nothing reused     ${ratio(poiseAnew, humanAnew)}   (like for like)`,
);
line(`  Poise tracked / Human all reused           ${ratio(poise, humanReused)}`);
line();
await compareDetectors(line);
line();
line('Milliseconds a model, median of 200 runs, one thread');
const { peakMiB: _, ...models } = await runStage('models');
for (const [name, ms] of Object.entries(models)) line(`  ${name.padEnd(22)} ${two(ms)}`);
line();
const report = await runStage('report');
line('A one-hour session at 10 frames a second');
line(
  `  summary ${two(report['summarySeconds'])} s, PNG and text ${two(report['reportSeconds'])} s, peak ${one(report['peakMiB'])} MiB`,
);
