import { type FetchLike, fetchAsset, PoiseError } from '@poise/core';
import type { initWasm } from '@resvg/resvg-wasm';

/** Where a page serves the files that pictures are drawn with. */
export interface ReportAssets {
  /** `@resvg/resvg-wasm/index_bg.wasm`. */
  readonly resvgWasm: string | URL;
  /**
   * Inter as TTF in the weights 400, 600 and 700, as `@expo-google-fonts/inter` has them. Other
   * files would draw other pixels, and no text is drawn with woff.
   */
  readonly fonts: readonly (string | URL)[];
}

/**
 * The renderer's wasm can be started only once in a page, for it lives in the module
 * `@resvg/resvg-wasm` itself and not in an object. What was started is remembered by that module's
 * own function, so that any number of generators share one start; a start that failed is
 * forgotten, so that it can be tried again.
 */
const started = new WeakMap<typeof initWasm, Promise<void>>();

function startOnce(start: typeof initWasm, wasm: () => Promise<Uint8Array>): Promise<void> {
  const running = started.get(start);
  if (running !== undefined) return running;
  const starting = wasm().then((bytes) => start(new Uint8Array(bytes)));
  started.set(start, starting);
  starting.catch(() => started.delete(start));
  return starting;
}

/** Draws SVG pictures as PNG in a page. Its files are fetched at the first picture, once. */
export class PictureRenderer {
  readonly #assets: ReportAssets;
  readonly #fetch: FetchLike;
  #fonts: Promise<Uint8Array[]> | null = null;

  constructor(assets: ReportAssets, fetchFile: FetchLike) {
    this.#assets = assets;
    this.#fetch = fetchFile;
  }

  /**
   * Draws an SVG picture with the given fonts alone, so that the pixels are those of Node.
   *
   * @param svg - a whole SVG document.
   * @param scale - pixels per unit of the SVG, 1 or more.
   * @returns the PNG's bytes.
   * @throws PoiseError ASSET_UNREACHABLE, ASSET_IS_HTML, OPTION_INVALID for a font that is no TTF.
   */
  async draw(svg: string, scale: number): Promise<Uint8Array<ArrayBuffer>> {
    const { initWasm, Resvg } = await import('@resvg/resvg-wasm');
    const [fontBuffers] = await Promise.all([this.#loadFonts(), this.#start(initWasm)]);
    const picture = new Resvg(svg, {
      fitTo: { mode: 'zoom', value: scale },
      font: { fontBuffers, defaultFontFamily: 'Inter' },
    });
    const drawn = picture.render();
    const png = new Uint8Array(drawn.asPng());
    // Memory of the wasm is not collected by itself.
    drawn.free();
    picture.free();
    return png;
  }

  async #start(start: typeof initWasm): Promise<void> {
    const url = String(this.#assets.resvgWasm);
    try {
      await startOnce(start, () => fetchAsset(url, { fetch: this.#fetch }));
    } catch (cause) {
      if (cause instanceof PoiseError) throw cause;
      throw new PoiseError('ASSET_UNREACHABLE', url, { cause });
    }
  }

  #loadFonts(): Promise<Uint8Array[]> {
    if (this.#fonts !== null) return this.#fonts;
    const loading = Promise.all(
      this.#assets.fonts.map((url) => fetchFont(String(url), this.#fetch)),
    );
    this.#fonts = loading;
    loading.catch(() => {
      this.#fonts = null;
    });
    return loading;
  }
}

/** A TTF file begins with its version, 1.0. */
const TTF_VERSION = [0, 1, 0, 0];

async function fetchFont(url: string, fetchFile: FetchLike): Promise<Uint8Array> {
  const bytes = await fetchAsset(url, { fetch: fetchFile });
  // With another format the picture would have no text and no error.
  if (TTF_VERSION.some((byte, i) => bytes[i] !== byte)) {
    throw new PoiseError('OPTION_INVALID', `options.assets.fonts must be TTF files, got ${url}`);
  }
  return bytes;
}
