import type { EncodedPacket, EncodedPacketSink } from 'mediabunny';
import type { SamplingGrid } from '../sampling-grid.js';

/**
 * From this distance between samples on, looking for a later key frame pays: recorders set key
 * frames seldom closer than half a second.
 */
const SEEK_WORTHWHILE_SECONDS = 0.5;

/** A rounding error of microsecond timestamps. */
const EPSILON_SECONDS = 2e-6;

/**
 * Walks over the packets of a track in the order of decoding and leaves out whole runs between two
 * key frames that no wanted frame depends on.
 */
export class PacketWalk {
  readonly #sink: EncodedPacketSink;
  readonly #grid: SamplingGrid;
  readonly #start: number;
  readonly #seeks: boolean;
  #current: EncodedPacket | null = null;
  #latest = Number.NEGATIVE_INFINITY;
  #end = Number.NEGATIVE_INFINITY;
  #entry = Number.NEGATIVE_INFINITY;

  /**
   * @param sink - where the packets come from.
   * @param grid - which moments are wanted, in the time of the track.
   * @param start - the first moment wanted, in the time of the track.
   * @param step - seconds between the moments.
   */
  constructor(sink: EncodedPacketSink, grid: SamplingGrid, start: number, step: number) {
    this.#sink = sink;
    this.#grid = grid;
    this.#start = start;
    this.#seeks = step >= SEEK_WORTHWHILE_SECONDS;
  }

  /** Whether any packet was found. */
  get hasStarted(): boolean {
    return this.#current !== null;
  }

  /** When the last packet that was found ends, in the time of the track. */
  get end(): number {
    return this.#end;
  }

  /** The next packet to decode; null at the end. */
  async next(): Promise<EncodedPacket | null> {
    if (this.#current === null) return this.#enter(await this.#first());
    const next = await this.#following(this.#current);
    if (next === null) return null;
    this.#advance(next);
    return next;
  }

  /** The next key frame after the last packet, to go on from when the decoder failed. */
  async nextKey(): Promise<EncodedPacket | null> {
    if (this.#current === null) return null;
    return this.#enter(
      await this.#sink.getNextKeyPacket(this.#current, { verifyKeyPackets: true }),
    );
  }

  #enter(key: EncodedPacket | null): EncodedPacket | null {
    if (key === null) return null;
    this.#entry = key.timestamp;
    this.#advance(key);
    return key;
  }

  #advance(packet: EncodedPacket): void {
    this.#current = packet;
    this.#latest = Math.max(this.#latest, packet.timestamp);
    this.#end = Math.max(this.#end, packet.timestamp + packet.duration);
  }

  async #first(): Promise<EncodedPacket | null> {
    const verify = { verifyKeyPackets: true };
    return (
      (await this.#sink.getKeyPacket(this.#start + EPSILON_SECONDS, verify)) ??
      (await this.#sink.getFirstKeyPacket(verify)) ??
      (await this.#sink.getFirstPacket())
    );
  }

  async #following(current: EncodedPacket): Promise<EncodedPacket | null> {
    let next = await this.#sink.getNextPacket(current);
    // What follows a key frame but is shown before it depends on packets that were left out.
    while (next !== null && next.timestamp < this.#entry) {
      next = await this.#sink.getNextPacket(next);
    }
    // While packets still fill in earlier moments (B-frames), one of them may be a wanted one.
    if (!this.#seeks || next === null || next.timestamp <= this.#latest) return next;
    const wanted = this.#grid.nextTimeAfter(this.#latest);
    const key = await this.#sink.getKeyPacket(wanted, { verifyKeyPackets: true });
    if (key === null || key.sequenceNumber <= next.sequenceNumber) return next;
    return this.#enter(key);
  }
}
