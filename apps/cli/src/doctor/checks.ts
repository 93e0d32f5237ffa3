import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { assertWritableFolder } from '../analyze/writable-folder.js';
import type { Check } from './check.js';
import { IMAGE_SAMPLE, type MediaSample, VIDEO_SAMPLES } from './samples.js';

const REINSTALL = 'Run "npm ci" again in the folder of Poise, on the system it is used on.';

/** The oldest Node that Poise runs on. */
const OLDEST_NODE = [20, 19] as const;

function checkNode(): string {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [oldestMajor, oldestMinor] = OLDEST_NODE;
  if (major < oldestMajor || (major === oldestMajor && minor < oldestMinor)) {
    throw new Error(`Node ${process.versions.node} is too old`);
  }
  return `Node ${process.versions.node} on ${process.platform} ${process.arch}`;
}

async function checkModels(): Promise<string> {
  const { listModels, loadModel } = await import('@poise/models');
  const models = listModels();
  for (const { name } of models) await loadModel(name);
  return `${models.length} models match their checksums: ${models.map(({ name }) => name).join(', ')}`;
}

async function checkRuntime(): Promise<string> {
  const { ExpressionClassifier } = await import('@poise/vision');
  await using classifier = await ExpressionClassifier.create();
  const pixels = new Float32Array(classifier.cropSize ** 2).fill(128);
  const { probabilities } = await classifier.classify(pixels, 1);
  const sum = probabilities.reduce((a, b) => a + b, 0);
  // Seven probabilities in 32-bit floats sum to 1 within far less than this.
  if (Math.abs(sum - 1) > 1e-3) throw new Error(`the expression model sums to ${sum}, not 1`);
  return 'ONNX Runtime runs the expression model';
}

async function withSample<T>(sample: MediaSample, use: (path: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'poise-doctor-'));
  try {
    const path = join(folder, sample.file);
    await writeFile(path, Buffer.from(sample.base64, 'base64'));
    return await use(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function checkImages(): Promise<string> {
  const { readImage } = await import('../read-image.js');
  await withSample(IMAGE_SAMPLE, readImage);
  return 'pictures can be read';
}

async function checkVideo(sample: MediaSample): Promise<string> {
  const { openVideo } = await import('@poise/media');
  const frames = await withSample(sample, async (path) => {
    await using source = await openVideo(path);
    let count = 0;
    for await (const _ of source.frames({ fps: 10 })) count += 1;
    return count;
  });
  if (frames === 0) throw new Error('no frame came out of the decoder');
  return `${sample.format} is decoded`;
}

async function checkReport(): Promise<string> {
  const { InterviewEmotionAnalyzer } = await import('@poise/session');
  const { InterviewReportGenerator } = await import('@poise/report');
  const analyzer = new InterviewEmotionAnalyzer();
  analyzer.addMissingFace(0);
  const folder = await mkdtemp(join(tmpdir(), 'poise-doctor-'));
  try {
    await new InterviewReportGenerator().generateVisualReport(analyzer.getSessionSummary(), folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return 'a report is drawn with the packaged fonts';
}

async function checkFfmpeg(): Promise<string> {
  const { findExecutable } = await import('@poise/media');
  const path = await findExecutable('ffmpeg');
  if (path === null) throw new Error('not on the PATH');
  const { stdout } = await promisify(execFile)(path, ['-version']);
  return /^ffmpeg version \S+/.exec(stdout)?.[0] ?? 'found';
}

/**
 * Everything that `poise doctor` looks at, in the order of the list that it prints. Each
 * check loads what it looks at by itself: a package that cannot be loaded fails its check alone.
 */
export function allChecks(outputFolder: string): readonly Check[] {
  return [
    {
      name: 'Node',
      advice: `Install Node ${OLDEST_NODE.join('.')} or newer from https://nodejs.org.`,
      severity: 'fail',
      run: checkNode,
    },
    {
      name: 'models',
      advice: 'Run "npm ci" again, or "npm run build" in a checkout: it makes the files.',
      severity: 'fail',
      run: checkModels,
    },
    { name: 'model runtime', advice: REINSTALL, severity: 'fail', run: checkRuntime },
    { name: 'pictures', advice: REINSTALL, severity: 'fail', run: checkImages },
    ...VIDEO_SAMPLES.map((sample) => ({
      name: `video, ${sample.format}`,
      advice: REINSTALL,
      severity: 'fail' as const,
      run: () => checkVideo(sample),
    })),
    { name: 'report', advice: REINSTALL, severity: 'fail', run: checkReport },
    {
      name: 'ffmpeg',
      advice: 'Needed only for rare containers such as AVI: install it from https://ffmpeg.org.',
      severity: 'warn',
      run: checkFfmpeg,
    },
    {
      name: 'output folder',
      advice: 'Run poise in a folder that you may write to, or give another one with --out.',
      severity: 'fail',
      run: async () => `${await assertWritableFolder(outputFolder)} can be written`,
    },
  ];
}
