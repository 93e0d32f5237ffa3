import { Presets, SingleBar } from 'cli-progress';
import { printable } from './text.js';

/** Shows how far a long piece of work is. */
export interface Progress {
  /** Begins a piece of work. @param total - in the unit of `update`. */
  start(title: string, total: number): void;
  /** Says how much is done. */
  update(done: number): void;
  /** Ends the piece of work and takes the bar away. */
  stop(): void;
}

/** A line every ten seconds shows that a run in a log is alive without filling the log. */
const LINE_INTERVAL_MS = 10_000;

/** The first line comes sooner, to show that the work has begun; what is quicker needs none. */
const FIRST_LINE_MS = 2_000;

/** Below this share the time left is a guess that jumps about: none is given. */
const SHARE_BEFORE_ESTIMATE = 0.02;

/** Seconds left, from the pace so far; null while it is too early to say. */
export function secondsLeft(done: number, total: number, elapsedSeconds: number): number | null {
  if (total <= 0 || done < total * SHARE_BEFORE_ESTIMATE) return null;
  return (elapsedSeconds * Math.max(0, total - done)) / done;
}

/** Seconds as minutes and seconds: "2:05", "63:00". */
export function formatTimeLeft(seconds: number): string {
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

function barProgress(stream: NodeJS.WriteStream): Progress {
  let bar: SingleBar | undefined;
  let started = 0;
  const left = (done: number, total: number): string => {
    const seconds = secondsLeft(done, total, (performance.now() - started) / 1000);
    return seconds === null ? '' : `· ${formatTimeLeft(seconds)} left`;
  };
  return {
    start(title, total) {
      started = performance.now();
      bar = new SingleBar(
        {
          stream,
          format: '{title} [{bar}] {percentage} % {left}',
          barsize: 24,
          clearOnComplete: true,
          hideCursor: null,
        },
        Presets.rect,
      );
      bar.start(total, 0, { title: printable(title), left: '' });
    },
    update(done) {
      if (bar === undefined) return;
      const total = bar.getTotal();
      bar.update(Math.min(done, total), { left: left(done, total) });
    },
    stop() {
      bar?.stop();
      bar = undefined;
    },
  };
}

function lineProgress(stream: NodeJS.WritableStream): Progress {
  let work = { title: '', total: 0, started: 0, nextLine: 0 };
  return {
    start(title, total) {
      const now = performance.now();
      work = { title: printable(title), total, started: now, nextLine: now + FIRST_LINE_MS };
    },
    update(done) {
      const now = performance.now();
      if (work.total <= 0 || now < work.nextLine) return;
      work.nextLine = now + LINE_INTERVAL_MS;
      const percent = Math.min(100, Math.floor((100 * done) / work.total));
      const left = secondsLeft(done, work.total, (now - work.started) / 1000);
      const rest = left === null ? '' : `, ${formatTimeLeft(left)} left`;
      stream.write(`${work.title}: ${percent} %${rest}\n`);
    },
    stop() {
      work = { ...work, total: 0 };
    },
  };
}

/** A bar on a terminal; elsewhere, for example in a log, a plain line now and then. */
export function createProgress(stream: NodeJS.WriteStream): Progress {
  return stream.isTTY ? barProgress(stream) : lineProgress(stream);
}
