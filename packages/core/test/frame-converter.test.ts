import { afterEach, describe, expect, test, vi } from 'vitest';
import { CanvasReader, type DecodedFrame, FrameConverter } from '../src/pixels/index.js';

afterEach(() => vi.unstubAllGlobals());

/** A canvas on which every picture is a red pixel at the top left of black ones. */
class FakeCanvas {
  static made = 0;
  width: number;
  height: number;

  constructor(width: number, height: number) {
    FakeCanvas.made += 1;
    this.width = width;
    this.height = height;
  }

  getContext() {
    return {
      drawImage: () => undefined,
      getImageData: (_x: number, _y: number, width: number, height: number) => {
        const data = new Uint8ClampedArray(width * height * 4);
        data[0] = 255;
        return { data };
      },
    };
  }
}

/** What a browser gives of a frame that lies in the memory of a graphics card. */
function opaqueFrame(width: number, height: number): DecodedFrame {
  const refuse = () => {
    throw new DOMException('the format is not known', 'NotSupportedError');
  };
  return {
    format: null,
    timestamp: 0,
    visibleRect: { width, height },
    codedHeight: height,
    colorSpace: { matrix: 'bt709', fullRange: false },
    allocationSize: refuse,
    copyTo: refuse,
    close: () => undefined,
  };
}

describe('a frame whose planes cannot be read', () => {
  test('is drawn, then turned and stretched like any other', async () => {
    vi.stubGlobal('OffscreenCanvas', FakeCanvas);
    const converter = new FrameConverter({
      orientation: { rotation: 90, flip: false },
      pixelAspect: 2,
      color: {},
    });
    const frame = await converter.convert(opaqueFrame(3, 2), 1.5);
    expect([frame.width, frame.height, frame.timestamp]).toEqual([2, 6, 1.5]);
    // Turned clockwise, the top left corner is at the top right.
    expect([...frame.data.subarray(0, 6)]).toEqual([0, 0, 0, 255, 0, 0]);
  });

  test('of a closed image is an error for people', async () => {
    vi.stubGlobal('OffscreenCanvas', FakeCanvas);
    const upright = { rotation: 0, flip: false } as const;
    const converter = new FrameConverter({ orientation: upright, pixelAspect: 1, color: {} });
    const closed = { ...opaqueFrame(3, 2), visibleRect: null };
    await expect(converter.convert(closed, 0)).rejects.toMatchObject({ code: 'FRAME_INVALID' });
  });
});

test('images of any size are read from one canvas', () => {
  vi.stubGlobal('OffscreenCanvas', FakeCanvas);
  FakeCanvas.made = 0;
  const reader = new CanvasReader();
  const image = {} as CanvasImageSource;
  for (const [width, height] of [
    [4, 3],
    [4, 3],
    [2, 5],
  ] as const) {
    const picture = reader.read(image, width, height);
    expect(picture).toMatchObject({ width, height, stride: width * 4, order: 'rgb' });
    expect(picture.data).toHaveLength(width * height * 4);
  }
  expect(FakeCanvas.made).toBe(1);
});
