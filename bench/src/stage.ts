import { fork } from 'node:child_process';

/** What a stage measured: figures by name. */
export type Figures = Readonly<Record<string, number>>;

/** Runs what a stage measures and sends it, with the process's largest resident size, to the caller. */
export async function reportStage(measure: () => Promise<Figures>): Promise<void> {
  const figures = await measure();
  const peakMiB = process.resourceUsage().maxRSS / 1024;
  await new Promise((resolve) => process.send?.({ ...figures, peakMiB }, resolve));
  process.exit(0);
}

/** Runs a stage in a process of its own, so that its memory is its own, and returns its figures. */
export async function runStage(name: string, argument = ''): Promise<Figures> {
  const child = fork(new URL(`./stages/${name}.js`, import.meta.url), [argument], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  return await new Promise<Figures>((resolve, reject) => {
    child.once('message', (figures) => resolve(figures as Figures));
    child.once('exit', (code) => reject(new Error(`stage ${name} ended with code ${code}`)));
  });
}
