import { type Frame, PoiseError } from '@poise/core';
import { FrameConverter } from '@poise/core/pixels';
import { CUT_WARNING, endsTooEarly } from '../cut-recording.js';
import type { ResolvedFrameOptions } from '../frame-options.js';
import { SamplingGrid } from '../sampling-grid.js';
import { DecoderQueue, type TimedFrame } from './decoder-queue.js';
import { PacketWalk } from './packet-walk.js';
import type { VideoPlatform } from './platform.js';
import type { Recording } from './recording.js';

/** What reading frames needs beside the options. */
export interface ReadContext<Chunk> extends VideoPlatform<Chunk> {
  readonly recording: Recording;
  /** Names the recording in errors. */
  readonly path: string;
  /** Ends the reading: its reason is thrown. */
  readonly signal: AbortSignal;
  /** Called with a sentence for a person when part of the recording cannot be read. */
  readonly warn: (message: string) => void;
}

/**
 * Decodes the recording and gives the frames wanted, converted. The process is kept alive while a
 * frame is being made, not while the reader works on one.
 *
 * @throws the signal's reason; PoiseError INPUT_DECODE_FAILED when no frame at all can be decoded.
 */
export async function* readFrames<Chunk>(
  context: ReadContext<Chunk>,
  options: ResolvedFrameOptions,
): AsyncGenerator<Frame, void, undefined> {
  const { origin, presentation, sink } = context.recording;
  const grid = new SamplingGrid(origin + options.start, options.fps);
  const walk = new PacketWalk(sink, grid, origin + options.start, 1 / options.fps);
  const converter = new FrameConverter(presentation);
  const decoded = decodeFrames(context, walk);
  let release = context.hold();
  try {
    for await (const timed of decoded) {
      const picture = await pick(timed);
      if (picture === 'after the end') break;
      if (picture === null) continue;
      release();
      yield picture;
      release = context.hold();
    }
  } finally {
    release();
  }

  async function pick({ frame, time }: TimedFrame): Promise<Frame | null | 'after the end'> {
    try {
      if (time >= origin + options.end) return 'after the end';
      if (!grid.take(time)) {
        context.onSkip(frame);
        return null;
      }
      return await converter.convert(frame, Math.max(0, time - origin));
    } finally {
      frame.close();
    }
  }
}

/** The next packet; a file that cannot be read any further ends there, with a warning. */
async function nextPacket<Chunk>(
  context: ReadContext<Chunk>,
  walk: PacketWalk,
  which: 'next' | 'nextKey',
) {
  try {
    return await walk[which]();
  } catch (cause) {
    context.signal.throwIfAborted();
    if (!walk.hasStarted) throw new PoiseError('INPUT_TRUNCATED', context.path, { cause });
    context.warn(CUT_WARNING);
    return null;
  }
}

function warnIfCut<Chunk>(context: ReadContext<Chunk>, walk: PacketWalk): void {
  const { duration, origin } = context.recording;
  if (endsTooEarly(walk.end - origin, duration)) context.warn(CUT_WARNING);
}

/** All frames that the packets of the walk give, in the order of time; the caller closes them. */
async function* decodeFrames<Chunk>(
  context: ReadContext<Chunk>,
  walk: PacketWalk,
): AsyncGenerator<TimedFrame, void, undefined> {
  const { codecs, signal, recording } = context;
  let queue = new DecoderQueue(codecs, recording.config);
  const wake = () => queue.wake();
  signal.addEventListener('abort', wake);
  let count = 0;
  let flushed = false;
  try {
    for (;;) {
      signal.throwIfAborted();
      const frame = queue.take();
      if (frame !== undefined) {
        count += 1;
        yield frame;
      } else if (queue.error !== null) {
        const cause = queue.error;
        const packet = await nextPacket(context, walk, 'nextKey');
        if (packet === null && count === 0) {
          throw new PoiseError('INPUT_DECODE_FAILED', context.path, { cause });
        }
        context.warn('A damaged part of the recording was left out.');
        if (packet === null) {
          warnIfCut(context, walk);
          return;
        }
        queue.close();
        queue = new DecoderQueue(codecs, recording.config);
        queue.decode(packet);
      } else if (flushed) {
        if (count === 0) throw new PoiseError('INPUT_DECODE_FAILED', context.path);
        warnIfCut(context, walk);
        return;
      } else if (queue.hasRoom) {
        const packet = await nextPacket(context, walk, 'next');
        if (packet !== null) queue.decode(packet);
        else {
          flushed = true;
          await queue.flush();
        }
      } else {
        await queue.progress();
      }
    }
  } finally {
    signal.removeEventListener('abort', wake);
    queue.close();
  }
}
