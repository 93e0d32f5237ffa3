import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EMOTIONS, type EmotionScores, mulberry32 } from '@poise/core';
import { InterviewReportGenerator } from '@poise/report';
import { InterviewEmotionAnalyzer } from '@poise/session';
import { reportStage } from '../stage.js';

const HOUR = 3600;
const FPS = 10;

/** A face that drifts between calm, smiles and tension: enough to fill every part of a report. */
function expressionAt(time: number, random: () => number): EmotionScores {
  const scores = Object.fromEntries(EMOTIONS.map((e) => [e, 0.01 * random()])) as Record<
    keyof EmotionScores,
    number
  >;
  scores.neutral += 0.7 + 0.1 * Math.sin(time / 90);
  scores.happy += Math.max(0, Math.sin(time / 25)) ** 4 * 2;
  scores.fear += Math.max(0, Math.sin(time / 41)) ** 8 * 0.8;
  return scores;
}

await reportStage(async () => {
  const random = mulberry32(1);
  const analyzer = new InterviewEmotionAnalyzer({ sessionId: '20260101_090000' });
  for (let frame = 0; frame <= HOUR * FPS; frame++) {
    const time = frame / FPS;
    analyzer.addEmotionData(expressionAt(time, random), [100, 80, 120, 160], time);
  }
  const folder = await mkdtemp(join(tmpdir(), 'poise-bench-'));
  const start = performance.now();
  const summary = analyzer.getSessionSummary();
  const summarised = performance.now();
  const generator = new InterviewReportGenerator();
  await generator.generateVisualReport(summary, folder);
  await generator.generateTextReport(summary, folder);
  const end = performance.now();
  await rm(folder, { recursive: true });
  return { summarySeconds: (summarised - start) / 1000, reportSeconds: (end - summarised) / 1000 };
});
