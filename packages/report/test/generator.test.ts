import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SessionSummary } from '@poise/session';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { InterviewReportGenerator } from '../src/index.js';
import { summaryOf, unscored } from './summary.js';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'poise-report-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('both reports are written under the name of the session, into a folder that is made', async () => {
  const generator = new InterviewReportGenerator();
  const out = join(folder, 'new', 'outputs');
  const png = await generator.generateVisualReport(summaryOf(), out);
  const txt = await generator.generateTextReport(summaryOf(), out);
  expect(png).toBe(join(out, 'interview_report_20251128_001234.png'));
  expect(txt).toBe(join(out, 'interview_report_20251128_001234.txt'));
  expect((await readFile(png)).toString('latin1', 1, 4)).toBe('PNG');
  expect(await readFile(txt, 'utf8')).toContain('POISE PRACTICE REPORT');
  expect((await readdir(out)).sort()).toEqual([
    'interview_report_20251128_001234.png',
    'interview_report_20251128_001234.txt',
  ]);
});

test('a summary that does not satisfy the schema is refused, and nothing is written', async () => {
  const generator = new InterviewReportGenerator();
  const broken = { ...summaryOf(), session_id: '../elsewhere' } as SessionSummary;
  await expect(generator.generateVisualReport(broken, folder)).rejects.toMatchObject({
    code: 'SUMMARY_INVALID',
  });
  await expect(generator.generateTextReport(broken, folder)).rejects.toMatchObject({
    code: 'SUMMARY_INVALID',
  });
  expect(await readdir(folder)).toEqual([]);
});

test('an output folder that cannot be made gives OUTPUT_UNWRITABLE', async () => {
  const file = join(folder, 'a-file');
  await writeFile(file, '');
  const generator = new InterviewReportGenerator();
  await expect(generator.generateTextReport(summaryOf(), file)).rejects.toMatchObject({
    code: 'OUTPUT_UNWRITABLE',
  });
});

test('the history of the constructor is used, and that of the call goes before it', async () => {
  const past = summaryOf({
    thirds: [0.6, 0.6, 0.6],
    keys: { session_id: '20251120_180000', created_at: '2025-11-20T18:00:00+01:00' },
  });
  const generator = new InterviewReportGenerator({ history: [past] });
  const first = await readFile(await generator.generateTextReport(summaryOf(), folder), 'utf8');
  expect(first).toContain('20 November 2025, 18:00');
  const second = await generator.generateTextReport(summaryOf(), folder, []);
  expect(await readFile(second, 'utf8')).not.toContain('20 November 2025');
});

test.each([0, 5, Number.NaN])('a scale of %s is refused', (scale) => {
  expect(() => new InterviewReportGenerator({ scale })).toThrow(
    expect.objectContaining({ code: 'OPTION_INVALID' }),
  );
});

test('a session without a score gets both reports', async () => {
  const generator = new InterviewReportGenerator();
  await generator.generateVisualReport(unscored(), folder);
  const txt = await readFile(await generator.generateTextReport(unscored(), folder), 'utf8');
  expect(txt).toContain('NOT ENOUGH EVIDENCE');
});
