import { type Figures, runStage } from '../stage.js';

const one = (value: number | undefined) => (value ?? Number.NaN).toFixed(1);

/** Frames a second of both face detectors at 640 × 480, and of Human in the same run. */
export async function compareDetectors(line: (text: string) => void): Promise<void> {
  line('100 frames of franck.mp4 enlarged to 640 × 480, nothing tracked, smallest face 60 pixels');
  const stages: [name: string, stage: string, argument: string][] = [
    ['Poise, MTCNN', 'vga', 'mtcnn'],
    ['Poise, BlazeFace', 'vga', 'blazeface'],
    ['Human, nothing reused', 'human', 'vga'],
  ];
  let mtcnn: Figures | undefined;
  for (const [name, stage, argument] of stages) {
    const figures = await runStage(stage, argument);
    mtcnn ??= figures;
    const ratio = (mtcnn['fps'] ?? 0) / (figures['fps'] ?? 1);
    const found = `${one((figures['found'] ?? 0) * 100)} %`;
    line(
      `  ${name.padEnd(24)} ${one(figures['fps']).padStart(7)} frames/s, found ${found.padStart(7)}, MTCNN is ${ratio.toFixed(2)} times as fast`,
    );
  }
}
