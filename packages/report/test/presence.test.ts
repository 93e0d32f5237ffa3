import { describe, expect, test } from 'vitest';
import type { SceneName } from '../src/gallery/scenes.js';
import { summarizeScene } from '../src/gallery/summaries.js';
import { ENGLISH, GERMAN, insights, renderReportSvg, renderTextReport } from '../src/index.js';
import { summaryOf } from './summary.js';

function section(text: string, number: number): string {
  const lines = text.split('\n');
  const from = lines.findIndex((line) => line.startsWith(`${number}. `) && /[A-Z]{4}/.test(line));
  const to = lines.findIndex((line) => line.startsWith(`${number + 1}. `) && /[A-Z]{4}/.test(line));
  return lines.slice(from, to).join(' ').replace(/\s+/g, ' ');
}

const codes = (name: SceneName) => {
  const { improvements, strengths } = insights(summarizeScene(name));
  return [...improvements, ...strengths].map(({ code }) => code);
};

describe('the presence section', () => {
  test('gives each figure with its interval, its seconds and what research found', () => {
    const text = section(renderTextReport(summarizeScene('spoken-to-the-camera')), 6);
    expect(text).toMatch(/Facing the camera 9\d % of the time, between \d+ % and (?:9\d|100) %/);
    expect(text).toMatch(/looking away, for example 0:30–0:36/);
    expect(text).toMatch(/Nods \d\.\d a minute, between/);
    expect(text).toContain('learned from your own look at it');
    for (const source of ['Martín-Raugh et al. 2023', 'Ruben et al. 2015', 'Krumhuber et al. 2009'])
      expect(text).toContain(source);
  });

  test('calls the seconds under a figure examples, for not all are listed', () => {
    const text = section(
      renderTextReport(summarizeScene('spoken-to-the-camera'), { words: GERMAN }),
      6,
    );
    expect(text).toMatch(/abgewandter Blick, zum Beispiel 0:30–0:36/);
    expect(text).toMatch(/im Bild 0:00–3:00/);
  });

  test('says what is missing and why, and gives no number for it', () => {
    const text = section(renderTextReport(summarizeScene('steady')), 6);
    expect(text).toMatch(
      /Not enough evidence: Facing the camera, .* \(pose, eyes and mouth were not/,
    );
    expect(text).not.toMatch(/a minute|a second/);
  });

  test('of a session that is older than it says so', () => {
    expect(section(renderTextReport(summaryOf()), 6)).toContain('before Poise measured presence');
  });

  test('says why blinks were not counted, and how many pictures a second there were', () => {
    const summary = summarizeScene('spoken-to-the-camera');
    const blinks = { count: 0, per_minute: null, interval: null, seconds: 0 };
    const eyes = {
      open_eye: null,
      blinks: { ...blinks, reason: 'frame_rate_too_low' as const },
      closures: { count: 0, longest: [] },
    };
    const textOf = (fps: number, kind: 'live' | 'recording', words = ENGLISH) => {
      const quality = { ...summary.quality, analyzed_fps: fps };
      const source = { kind, name: null };
      return section(renderTextReport({ ...summary, eyes, quality, source }, { words }), 6);
    };
    expect(textOf(9.7, 'live')).toMatch(
      /Blinks \(.*at least 15 pictures a second; this session had 10/,
    );
    expect(textOf(10, 'recording')).toContain(
      'at least 15 pictures a second; this recording was read at 10).',
    );
    expect(textOf(16, 'live')).toContain('for most of this session there were fewer');
    expect(textOf(10, 'live', GERMAN)).toContain(
      'mindestens 15 Bilder in der Sekunde; in dieser Sitzung waren es 10',
    );
    expect(textOf(10, 'live')).not.toMatch(/Blinks +\d/);
  });

  test('shows no angle of the gaze, and calls a blink no sign of anything', () => {
    const summary = summarizeScene('spoken-to-the-camera');
    const blinks = { count: 30, per_minute: 15.2, interval: { lower: 11.2, upper: 18.1 } };
    const eyes = {
      open_eye: { openness: 0.36, source: 'resting_face' as const },
      blinks: { ...blinks, seconds: 120, reason: null },
      closures: { count: 1, longest: [{ start: 4, end: 6 }] },
    };
    for (const words of [ENGLISH, GERMAN]) {
      const text = section(renderTextReport({ ...summary, eyes }, { words }), 6);
      expect(text).toMatch(/15 (a minute|in der Minute), (between|zwischen) 11 (and|und) 19/);
      const facing = /(Facing the camera|Zur Kamera gewandt) .*? (Face visible|Gesicht sichtbar)/;
      expect(facing.exec(text)?.[0]).toMatch(/^[^°]+$/);
      expect(text).toMatch(/(own open eye at rest|eigenen offenen Auge in Ruhe).* 36 %/);
      expect(text).not.toMatch(/stress|nervous|honest|lie|ehrlich(?!keit)|nervös/i);
    }
  });
});

test('the report says where the resting face comes from, and what poor pictures cost', () => {
  const text = section(renderTextReport(summarizeScene('looked-away-in-poor-light')), 1);
  expect(text).toContain('taken from the calmest stretch, 10 s at 0:0');
  expect(text).toContain('Left out 140 frames with a face (8 %)');
  expect(text).toContain('too dark or too bright (100), face too small (40)');
  expect(section(renderTextReport(summarizeScene('steady')), 1)).not.toContain('Left out');
});

test('a resting face that smiled is not called one', () => {
  const summary = summarizeScene('steady');
  const baseline = { ...summary.baseline, applied: true, source: 'given' as const, seconds: 5 };
  const told = (smiling: boolean, words = ENGLISH) =>
    section(renderTextReport({ ...summary, baseline: { ...baseline, smiling } }, { words }), 1);
  expect(told(false)).toContain('of your resting face');
  expect(told(true)).not.toContain('of your resting face');
  expect(told(true)).toContain('a smile was seen');
  expect(told(true, GERMAN)).toContain('ein Lächeln zu sehen');
});

test('a face that was in view and could not be read is not said to have been out of view', () => {
  const text = section(renderTextReport(summarizeScene('too-dark-to-read')), 1);
  expect(text).toContain('Face readable for');
  expect(text).not.toContain('in view');
});

test('a frame or two that were left out are some, not 0 %', () => {
  const summary = summarizeScene('looked-away-in-poor-light');
  if (summary.quality_gate === null) throw new Error('there is no gate');
  const gate = { ...summary.quality_gate, frames_left_out: 1, share_left_out: 0.0019 };
  const text = (words: typeof ENGLISH) =>
    section(renderTextReport({ ...summary, quality_gate: gate }, { words }), 1);
  expect(text(ENGLISH)).toContain('1 frame with a face (under 1 %)');
  expect(text(GERMAN)).toContain('1 Bild mit Gesicht (unter 1 %)');
});

test('a stretch of poor pictures is called unclear in the timeline, not without a face', () => {
  const text = section(renderTextReport(summarizeScene('looked-away-in-poor-light')), 5);
  expect(text).toContain('0:40 to 0:50 unclear');
});

test('nobody is told to move into the middle beside somebody, and who is passed by still is', () => {
  const summary = summarizeScene('looked-away-in-poor-light');
  const toldBeside = (share: number) => {
    const others_in_view = {
      ...{ people: 1, most_at_once: 2, capped: false, seconds_without_person: 0 },
      seconds_beside: share * summary.session_duration,
    };
    return insights({ ...summary, others_in_view }).improvements.map(({ code }) => code);
  };
  expect(toldBeside(0.9)).not.toContain('off_centre');
  expect(toldBeside(0.9)).toContain('looking_away');
  expect(toldBeside(0.02)).toContain('off_centre');
});

test('advice on presence is given where the whole interval says so, and not else', () => {
  expect(codes('looked-away-in-poor-light')).toEqual(
    expect.arrayContaining(['looking_away', 'off_centre']),
  );
  expect(codes('spoken-to-the-camera')).toEqual(
    expect.arrayContaining(['facing_camera', 'smiles_frame']),
  );
  expect(codes('too-dark-to-read')).toEqual(['poor_picture']);
  const summary = summarizeScene('looked-away-in-poor-light');
  if (summary.presence === null) throw new Error('there is no presence');
  const unsure = {
    ...summary.presence.camera_facing,
    interval: { lower: 0.1, upper: 0.8 },
  };
  const presence = { ...summary.presence, camera_facing: unsure };
  const given = insights({ ...summary, presence }).improvements.map(({ code }) => code);
  expect(given).not.toContain('looking_away');
});

test('nods are a figure and neither praised nor advised, for it is not known which movement helps', () => {
  const summary = summarizeScene('spoken-to-the-camera');
  expect(summary.presence?.head_nods.interval?.lower).toBeGreaterThan(1);
  const wide = { ...summary, expressiveness: 0.01 };
  for (const words of [ENGLISH, GERMAN]) {
    const { strengths, improvements } = insights(wide, words);
    expect(improvements.map(({ code }) => code)).toContain('little_expression');
    for (const { title, text } of [...strengths, ...improvements])
      expect(`${title} ${text}`).not.toMatch(/nod|nick/i);
  }
});

test('advice on where smiles were points to smiles that were there', () => {
  const summary = summarizeScene('spoken-to-the-camera');
  if (summary.presence === null) throw new Error('there is no presence');
  const { smile_placement: placement } = summary.presence;
  const { session_duration: length } = summary;
  const middle = { start: length / 2, end: length / 2 + 9, shows: 'smile' } as const;
  const end = { start: length - 8, end: length - 2, shows: 'smile' } as const;
  const given = (interval: { lower: number; upper: number }, evidence: (typeof middle)[]) => {
    const smile_placement = { ...placement, interval, evidence };
    return insights({ ...summary, presence: { ...summary.presence, smile_placement } as never });
  };
  const { strengths } = given({ lower: 0.1, upper: 0.4 }, [middle, end]);
  const [framed] = strengths.filter(({ code }) => code === 'smiles_frame');
  expect(framed?.evidence).toMatchObject([{ start: end.start }]);
  const { improvements } = given({ lower: -0.4, upper: -0.1 }, [
    middle,
    { ...end, start: 1, end: 20 },
  ]);
  const [late] = improvements.filter(({ code }) => code === 'smiles_in_the_middle');
  expect(late?.evidence).toMatchObject([{ start: middle.start }]);
});

test('the picture has one quiet line on facing the camera, and only when it is known', () => {
  expect(renderReportSvg(summarizeScene('spoken-to-the-camera'))).toMatch(
    /Facing the camera 9\d % of the time/,
  );
  expect(renderReportSvg(summarizeScene('steady'))).not.toContain('Facing the camera');
  expect(renderReportSvg(summarizeScene('too-dark-to-read'))).not.toContain('Facing the camera');
});

test('a share whose interval says nothing is too short to say, and its number is not told', () => {
  const summary = summarizeScene('spoken-to-the-camera');
  if (summary.presence === null) throw new Error('there is no presence');
  const told = (lower: number, words: typeof ENGLISH | typeof GERMAN) => {
    const camera_facing = {
      ...summary.presence?.camera_facing,
      value: 1,
      interval: { lower, upper: 1 },
    };
    const presence = { ...summary.presence, camera_facing } as typeof summary.presence;
    const given = { ...summary, presence };
    return {
      text: section(renderTextReport(given, { words }), 6),
      picture: renderReportSvg(given, { words }),
    };
  };
  const wide = told(0.11, ENGLISH);
  expect(wide.text).toMatch(/Not enough evidence: Facing the camera \(too short to say: /);
  expect(wide.text).not.toMatch(/between 11 %|learned from|Eye contact/);
  expect(wide.picture).toContain('Facing the camera: too short to say');
  expect(wide.picture).not.toContain('between 11 %');
  const german = told(0, GERMAN);
  expect(german.text).toMatch(/Zur Kamera gewandt \(zu kurz, um es zu sagen: /);
  expect(german.picture).toContain('Zur Kamera gewandt: zu kurz, um es zu sagen');
  expect(told(0.41, ENGLISH).text).toContain('100 % of the time, between 41 % and 100 %');
});
