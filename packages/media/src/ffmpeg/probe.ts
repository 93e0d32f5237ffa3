import { spawn } from 'node:child_process';
import { PoiseError } from '@poise/core';
import type { ColorTags, Orientation } from '@poise/core/pixels';

/** What ffmpeg says of the first video stream of a file. */
export interface ForeignVideo {
  /** Stored size in pixels. */
  readonly width: number;
  readonly height: number;
  /** Width of a stored pixel over its height. */
  readonly pixelAspect: number;
  /** Seconds; 0 when ffmpeg cannot tell. */
  readonly duration: number;
  readonly frameRate: number | null;
  readonly codec: string;
  readonly color: ColorTags;
  readonly orientation: Orientation;
}

/** ffmpeg's report on a file is a few kilobytes; more than this is not a report. */
const MAX_REPORT_CHARACTERS = 1_000_000;

/**
 * Asks ffmpeg what a file holds.
 *
 * @param ffmpeg - path of the program.
 * @param path - the file.
 * @throws PoiseError INPUT_NO_VIDEO, INPUT_DECODE_FAILED.
 */
export async function probeWithFfmpeg(ffmpeg: string, path: string): Promise<ForeignVideo> {
  const report = await readReport(ffmpeg, path);
  const video = parseFfmpegReport(report);
  if (video !== null) return video;
  const code = /^ *Stream #/m.test(report) ? 'INPUT_NO_VIDEO' : 'INPUT_DECODE_FAILED';
  throw new PoiseError(code, path);
}

/** Reads the report that `ffmpeg -i FILE` prints; null when it names no video stream. */
export function parseFfmpegReport(report: string): ForeignVideo | null {
  const stream = /^ *Stream #.*?: Video: (.*)$/m.exec(report)?.[1];
  const size = /, (\d{1,5})x(\d{1,5})\b/.exec(stream ?? '');
  if (stream === undefined || size === null) return null;
  const [, hours, minutes, seconds] = /Duration: (\d+):(\d\d):(\d\d(?:\.\d+)?)/.exec(report) ?? [];
  const [, aspectWidth, aspectHeight] = /\bSAR (\d+):(\d+)/.exec(stream) ?? [];
  const aspect = Number(aspectWidth) / Number(aspectHeight);
  const rate = Number(/, ([\d.]+) fps/.exec(stream)?.[1]);
  const range = /\((tv|pc)\b/.exec(stream)?.[1];
  return {
    width: Number(size[1]),
    height: Number(size[2]),
    pixelAspect: Number.isFinite(aspect) && aspect > 0 ? aspect : 1,
    duration: Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0),
    frameRate: rate > 0 ? rate : null,
    codec: /^\w+/.exec(stream)?.[0] ?? 'unknown',
    color: {
      matrix: /\b(bt709|bt470bg|smpte170m|smpte240m|bt2020nc)\b/.exec(stream)?.[1] ?? null,
      fullRange: range === undefined ? /\byuvj4/.test(stream) || null : range === 'pc',
    },
    orientation: { rotation: parseRotation(report), flip: false },
  };
}

/** ffmpeg counts against the clock, here it is clockwise. */
function parseRotation(report: string): Orientation['rotation'] {
  const stated = Number(/rotation of (-?[\d.]+) degrees/.exec(report)?.[1] ?? 0);
  const clockwise = ((Math.round(-stated / 90) % 4) + 4) % 4;
  return ([0, 90, 180, 270] as const)[clockwise] ?? 0;
}

function readReport(ffmpeg: string, path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    // Without an output ffmpeg prints its report and ends with an error, as is to be expected here.
    const child = spawn(ffmpeg, ['-hide_banner', '-nostdin', '-i', `file:${path}`], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let report = '';
    child.stderr.setEncoding('utf8');
    child.stderr.on('data', (text: string) => {
      if (report.length < MAX_REPORT_CHARACTERS) report += text;
    });
    child.on('error', (cause) => reject(new PoiseError('INPUT_DECODE_FAILED', path, { cause })));
    child.on('close', () => resolve(report));
  });
}
