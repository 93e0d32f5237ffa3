import type { DecodedFrame } from '@poise/core/pixels';
import type { ChunkDecoder, VideoCodecs } from './codecs.js';
import { isShownPacket } from './shown-packet.js';
import { TimeLabels } from './time-labels.js';

/**
 * Packets that may wait in the decoder. Enough to keep its threads busy, few enough that at most
 * about as many decoded frames pile up when the reader is slower than the decoder.
 */
const MAX_WAITING_PACKETS = 8;

/** A frame and its true time; whoever takes it closes the frame. */
export interface TimedFrame {
  readonly frame: DecodedFrame;
  /** Seconds, in the time of the track. */
  readonly time: number;
}

/** A packet, as far as the decoder needs it. */
interface Packet {
  readonly type: 'key' | 'delta';
  /** Seconds. */
  readonly timestamp: number;
  readonly data: Uint8Array;
}

/** A decoder whose frames are fetched instead of called back; every frame left in it is closed. */
export class DecoderQueue<Chunk> {
  readonly #codecs: VideoCodecs<Chunk>;
  readonly #decoder: ChunkDecoder<Chunk>;
  readonly #codec: string;
  readonly #frames: TimedFrame[] = [];
  readonly #labels = new TimeLabels();
  #error: Error | null = null;
  #closed = false;
  #wake: () => void = () => undefined;

  /** @param config - the configuration of the track; wrong ones are reported as an error later. */
  constructor(codecs: VideoCodecs<Chunk>, config: VideoDecoderConfig) {
    this.#codecs = codecs;
    this.#codec = config.codec;
    this.#decoder = codecs.createDecoder(
      (frame) => {
        if (this.#closed) frame.close();
        else this.#frames.push({ frame, time: this.#labels.next() ?? frame.timestamp / 1e6 });
        this.#wake();
      },
      (error) => this.#fail(error),
    );
    this.#decoder.ondequeue = () => this.#wake();
    try {
      this.#decoder.configure(config);
    } catch (error) {
      this.#fail(error);
    }
  }

  /** What went wrong in the decoder; it takes no more packets then. */
  get error(): Error | null {
    return this.#error;
  }

  /** Whether it takes another packet now. */
  get hasRoom(): boolean {
    return (
      this.#decoder.decodeQueueSize < MAX_WAITING_PACKETS &&
      this.#frames.length < MAX_WAITING_PACKETS
    );
  }

  /** The next decoded frame, in the order of time; the caller closes it. */
  take(): TimedFrame | undefined {
    return this.#frames.shift();
  }

  /** Hands a packet to the decoder. */
  decode(packet: Packet): void {
    if (isShownPacket(this.#codec, packet.data)) this.#labels.add(packet.timestamp);
    try {
      const timestamp = Math.round(packet.timestamp * 1e6);
      this.#decoder.decode(this.#codecs.createChunk(packet.type, timestamp, packet.data));
    } catch (error) {
      this.#fail(error);
    }
  }

  /** Lets the decoder finish what it holds back. */
  async flush(): Promise<void> {
    try {
      await this.#decoder.flush();
    } catch (error) {
      this.#fail(error);
    }
  }

  /** Resolves when a frame came out, a packet went in, something failed, or {@link wake} was called. */
  progress(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve;
    });
  }

  /** Ends a wait for {@link progress}. */
  wake(): void {
    this.#wake();
  }

  /** Frees the decoder and the frames in it. */
  close(): void {
    this.#closed = true;
    for (const { frame } of this.#frames.splice(0)) frame.close();
    try {
      this.#decoder.close();
    } catch {
      // A decoder that failed has closed itself, and says so.
    }
    this.#wake();
  }

  #fail(error: unknown): void {
    this.#error ??= error instanceof Error ? error : new Error(String(error));
    this.#wake();
  }
}
