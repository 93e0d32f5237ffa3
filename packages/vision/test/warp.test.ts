import { mulberry32 } from '@poise/core';
import { describe, expect, it } from 'vitest';
import { letterboxRegion, regionToFrame } from '../src/region.js';
import { warpRgb } from '../src/warp.js';
import { warpGray } from '../src/warp-gray.js';
import { paint } from './fixtures.js';

const RAW = { low: 0, high: 255 };

describe('cutting a region out of a frame', () => {
  it('gives the frame itself, channel by channel, when the region is the frame', () => {
    const frame = paint(8, 8, (x, y) => [x * 10, y * 10, 200]);
    const out = new Float32Array(3 * 64);
    warpRgb(frame, letterboxRegion(8, 8), 8, RAW, out);
    for (let y = 0; y < 8; y++) {
      for (let x = 0; x < 8; x++) {
        expect(out[y * 8 + x]).toBeCloseTo(x * 10, 3);
        expect(out[64 + y * 8 + x]).toBeCloseTo(y * 10, 3);
        expect(out[128 + y * 8 + x]).toBeCloseTo(200, 3);
      }
    }
  });

  it('maps 0 and 255 to the range asked for', () => {
    const frame = paint(4, 4, (x) => (x < 2 ? [0, 0, 0] : [255, 255, 255]));
    const out = new Float32Array(3 * 16);
    warpRgb(frame, letterboxRegion(4, 4), 4, { low: -1, high: 1 }, out);
    expect(out[0]).toBeCloseTo(-1, 5);
    expect(out[3]).toBeCloseTo(1, 5);
  });

  it('is black beyond the frame, on every side', () => {
    const frame = paint(4, 4, () => [255, 255, 255]);
    const out = new Float32Array(64);
    warpGray(frame, { centerX: 2, centerY: 2, size: 8, angle: 0 }, 8, out);
    for (const edge of [0, 7, 56, 63, 3, 24, 31, 59]) expect(out[edge]).toBe(0);
    expect(out[3 * 8 + 3]).toBeCloseTo(255, 2);
  });

  it.each([2, 3, 4.6, 7])('shows no noise when a fine one is shrunk %d times', (shrink) => {
    const random = mulberry32(7);
    const side = Math.round(32 * shrink);
    const frame = paint(side, side, () => {
      const gray = random() < 0.5 ? 0 : 255;
      return [gray, gray, gray];
    });
    const out = new Float32Array(32 * 32);
    warpGray(frame, letterboxRegion(side, side), 32, out);
    const mean = out.reduce((a, b) => a + b) / out.length;
    const deviation = Math.sqrt(out.reduce((sum, v) => sum + (v - mean) ** 2, 0) / out.length);
    expect(mean).toBeGreaterThan(120);
    expect(mean).toBeLessThan(135);
    // The mean of n independent pixels deviates by 127.5 / √n; a single tap would give 127.5.
    expect(deviation).toBeLessThan((127.5 / shrink) * 1.7);
  });

  it('turns a tilted line upright when the region has its tilt', () => {
    const tilt = Math.PI / 6;
    // White on the side towards which the turned x axis points.
    const frame = paint(100, 100, (x, y) =>
      (x - 49.5) * Math.cos(tilt) + (y - 49.5) * Math.sin(tilt) > 0 ? [255, 255, 255] : [0, 0, 0],
    );
    for (const [size, region] of [
      [40, 40],
      [10, 40],
    ] as const) {
      const out = new Float32Array(size * size);
      warpGray(frame, { centerX: 50, centerY: 50, size: region, angle: tilt }, size, out);
      for (let row = 0; row < size; row++) {
        expect(out[row * size + 1]).toBeLessThan(1);
        expect(out[row * size + size - 2]).toBeGreaterThan(254);
      }
    }
  });

  it('reads gray as Rec. 601 luma', () => {
    const frame = paint(2, 2, () => [255, 100, 50]);
    const out = new Float32Array(4);
    warpGray(frame, letterboxRegion(2, 2), 2, out);
    expect(out[0]).toBeCloseTo(0.299 * 255 + 0.587 * 100 + 0.114 * 50, 3);
  });

  it('agrees with the mapping that carries landmarks back to the frame', () => {
    const region = { centerX: 37, centerY: 21, size: 24, angle: 0.4 };
    const frame = paint(80, 60, (x, y) => [x * 3, y * 4, 0]);
    const size = 48;
    const out = new Float32Array(3 * size * size);
    warpRgb(frame, region, size, RAW, out);
    for (const [column, row] of [
      [5, 40],
      [24, 24],
      [40, 7],
    ] as const) {
      const { x, y } = regionToFrame(region, (column + 0.5) / size, (row + 0.5) / size);
      expect(out[row * size + column]).toBeCloseTo((x - 0.5) * 3, 2);
      expect(out[size * size + row * size + column]).toBeCloseTo((y - 0.5) * 4, 2);
    }
  });
});
