import fc from 'fast-check';
import { expect, test } from 'vitest';
import { summarizeScene } from '../src/gallery/summaries.js';
import { journeyChart, journeyGeometry, LIGHT_THEME } from '../src/index.js';
import { moment, summaryOf, unscored } from './summary.js';

const SIZE = { width: 936, height: 660 };

test('a place and a time lead to each other, and places beside the plot to its edges', () => {
  const geometry = journeyGeometry(summaryOf(), SIZE);
  const { left, right, timeAt, xAt } = geometry;
  fc.assert(
    fc.property(fc.double({ min: 0, max: 90, noNaN: true }), (time) => {
      expect(timeAt(xAt(time))).toBeCloseTo(time, 6);
    }),
  );
  expect([xAt(0), xAt(90), timeAt(left), timeAt(right)]).toEqual([left, right, 0, 90]);
  expect([timeAt(-50), timeAt(5000), xAt(-1), xAt(91)]).toEqual([0, 90, left, right]);
});

test('the score under the cursor is that of the drawn line', () => {
  const summary = summarizeScene('many-moments');
  const { scoreAt, xAt, yAt } = journeyGeometry(summary, SIZE);
  const line = journeyChart(summary, SIZE, LIGHT_THEME).match(/ d="([^"]+)" fill="none"/)?.[1];
  const drawn = new Set(line?.split(/[ML]/));
  for (const time of [1, 99, 300.4, 599]) {
    const score = scoreAt(time) ?? Number.NaN;
    const y = Math.round((yAt(score) ?? Number.NaN) * 10) / 10;
    const near = [...drawn].filter((point) => Number(point.split(',')[1]) === y);
    const distances = near.map((point) => Math.abs(Number(point.split(',')[0]) - xAt(time)));
    // Half the distance of two points of the line.
    expect(Math.min(...distances)).toBeLessThan(3);
  }
});

test('there is no score where there was no face', () => {
  const summary = summarizeScene('one-long-absence');
  const [absence] = summary.absences;
  const { scoreAt } = journeyGeometry(summary, SIZE);
  expect(scoreAt(90)).toBeNull();
  expect(scoreAt((absence?.start ?? 0) - 0.2)).not.toBeNull();
  expect(scoreAt((absence?.end ?? 0) + 0.2)).not.toBeNull();
  expect(scoreAt(0)).not.toBeNull();
});

test('a mark is found where it is drawn, with every moment that it stands for', () => {
  const moments = [
    moment('smile', 20, 24),
    moment('tension', 40, 44),
    moment('tension', 42, 45),
    moment('smile', 70, 74),
  ];
  const summary = summaryOf({ keys: { moments } });
  const { marks, momentAt } = journeyGeometry(summary, SIZE);
  expect(marks.map((mark) => [mark.kind, mark.moments])).toEqual([
    ['smile', [moments[0]]],
    ['smile', [moments[3]]],
    ['tension', [moments[1], moments[2]]],
  ]);
  for (const mark of marks) {
    const { x, y, width, height } = mark.box;
    expect(momentAt(x + width / 2, y + height / 2)).toBe(mark);
    expect(momentAt(x - 1, y)).not.toBe(mark);
  }
  const [first] = marks;
  const x = (first?.box.x ?? 0) + (first?.box.width ?? 0) / 2;
  expect(journeyChart(summary, SIZE, LIGHT_THEME)).toContain(
    `<circle cx="${Math.round(x * 100) / 100}"`,
  );
});

test('without a score there are times, and neither scores nor marks', () => {
  const summary = { ...unscored(), moments: [moment('smile', 1, 2)] };
  const { left, right, timeAt, yAt, scoreAt, momentAt, marks } = journeyGeometry(summary, SIZE);
  expect([timeAt(left), timeAt(right)]).toEqual([0, 4]);
  expect([yAt(0.7), scoreAt(1), momentAt(300, 100), marks]).toEqual([null, null, null, []]);
});
