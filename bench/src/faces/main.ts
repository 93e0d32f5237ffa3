import { cpus } from 'node:os';
import { FRANCK_FPS } from '../franck.js';
import { runStage } from '../stage.js';

const line = (text = '') => console.log(text);
const two = (value: number | undefined) => (value ?? Number.NaN).toFixed(2);

line(`Several faces · ${cpus().length} × ${cpus()[0]?.model.trim()} · Node ${process.version}`);
line();
const figures = await runStage('faces');
line('One face and four in 1280 × 720, maxFaces 4: milliseconds of the processor a frame');
for (const [name, what] of [
  ['alone', 'faces and expressions'],
  ['oneRead', '… one read, others followed'],
  ['decoded', '… decode included'],
]) {
  const [one = Number.NaN, four = Number.NaN] = [figures[`${name}1`], figures[`${name}4`]];
  line(`  ${what?.padEnd(27)} ${two(one)} and ${two(four)}, ratio ${two(four / one)}`);
}
line();
line('franck.mp4, one steady face: frames in which the detector runs');
for (const fps of [FRANCK_FPS, 10]) {
  for (const maxFaces of [1, 4]) {
    const { share = Number.NaN, ids } = await runStage('detector-share', `${maxFaces} ${fps}`);
    line(
      `  ${fps} frames/s, maxFaces ${maxFaces}: ${(share * 100).toFixed(1)} %, ids given: ${ids}`,
    );
  }
}
