/** A camera that works shows its first picture within two seconds, also on a slow machine. */
const SILENT_AFTER_MS = 5000;

/** Tells when pictures stay away while the page can be seen; hidden pages get none. */
export class SilenceWatch {
  readonly #document: Document;
  readonly #onSilent: () => void;
  readonly #onVisibility = () => this.#begin();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #since = 0;

  /** @param onSilent - called once for each time that pictures stay away for five seconds. */
  constructor(document: Document, onSilent: () => void) {
    this.#document = document;
    this.#onSilent = onSilent;
    document.addEventListener('visibilitychange', this.#onVisibility);
    this.#begin();
  }

  /** To be called with every picture. */
  saw(): void {
    this.#since = performance.now();
    if (this.#timer === undefined) this.#begin();
  }

  /** Ends the watch. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#document.removeEventListener('visibilitychange', this.#onVisibility);
  }

  #begin(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#document.visibilityState !== 'visible') return;
    this.#since = performance.now();
    this.#wait(SILENT_AFTER_MS);
  }

  #wait(milliseconds: number): void {
    this.#timer = setTimeout(() => {
      const left = this.#since + SILENT_AFTER_MS - performance.now();
      if (left > 0) return this.#wait(left);
      this.#timer = undefined;
      this.#onSilent();
    }, milliseconds);
  }
}
