import { dominantEmotion } from '@poise/core';
import { binMean, type TimedBin } from './bin.js';
import { blockSeconds, INTERVAL_LEVEL, type MeanInterval, RESAMPLES } from './block-bootstrap.js';
import { confidenceLevel } from './confidence-levels.js';
import { detectionRate } from './detection-rate.js';
import { mapEmotions } from './emotion-scores.js';
import { engagementScore } from './engagement.js';
import type { SignalEvent } from './event-detector.js';
import { judgeEvidence } from './evidence.js';
import type { Absence } from './face-absence.js';
import { segmentAnalysis, timeline } from './intervals.js';
import type { CheckedOptions } from './options.js';
import type { OthersInView } from './others-in-view.js';
import { baselineSummary, type PersonalBaseline } from './personal-baseline.js';
import { questionAnalysis, type SessionQuestion } from './questions.js';
import { roundScore, roundShares, roundTime } from './rounding.js';
import {
  type FrameRecord,
  SCHEMA_VERSION,
  type SessionMoment,
  type SessionSummary,
} from './schema.js';
import { localIsoTime } from './session-names.js';
import type { SessionRecord } from './session-record.js';
import type { SmilePhases } from './smile-dynamics.js';
import { meanInterval, roundInterval } from './stretch.js';
import { eyesSummary } from './summarize-eyes.js';
import { presenceContext, presenceSummary, qualityGateSummary } from './summarize-presence.js';

/** Decimals of a percentage in the exported JSON. */
const PERCENT_DECIMALS = 2;

function moment(
  kind: SessionMoment['kind'],
  { start, end, peakTime, peak }: SignalEvent,
  phases: SmilePhases | null = null,
): SessionMoment {
  return {
    kind,
    start: roundTime(start),
    end: roundTime(end),
    peak_time: roundTime(peakTime),
    peak: roundScore(peak),
    duration_seconds: roundTime(end - start),
    onset_seconds: phases === null ? null : roundTime(phases.onset),
    apex_seconds: phases === null ? null : roundTime(phases.apex),
    offset_seconds: phases === null ? null : roundTime(phases.offset),
  };
}

function series(bins: readonly TimedBin[], seconds: number) {
  const frames: FrameRecord[] = [];
  const means: number[] = [];
  for (const bin of bins) {
    const mean = binMean(bin);
    if (bin.last === null || mean === null) continue;
    const score = roundScore(bin.last.score);
    means.push(roundScore(mean));
    frames.push({
      timestamp: roundTime(bin.last.time),
      confidence_score: score,
      confidence_level: confidenceLevel(score),
      dominant_emotion: dominantEmotion(bin.last.emotions),
      emotions: roundShares(bin.last.emotions, 1),
    });
  }
  return {
    all_frames: frames,
    time_series: {
      rate_hz: 1 / seconds,
      timestamps: frames.map(({ timestamp }) => timestamp),
      confidence_scores: means,
    },
  };
}

/** With too little evidence there is no number, for any of the scores. */
const NO_SCORES = Object.freeze({
  average_confidence: null,
  confidence_level: null,
  confidence_interval: null,
  confidence_statistics: null,
  engagement_score: null,
  expressiveness: null,
  face_stability: null,
});

function scores(
  record: SessionRecord,
  interval: MeanInterval | null,
  seed: number,
  faceSeconds: number,
  rate: number,
) {
  const statistics = record.statistics.result();
  const expressiveness = record.spread.result();
  const stability = record.movement.result();
  if (statistics === null) return NO_SCORES;
  const average = roundScore(statistics.mean);
  return {
    average_confidence: average,
    confidence_level: confidenceLevel(average),
    confidence_interval:
      interval === null
        ? null
        : {
            ...roundInterval(interval),
            level: INTERVAL_LEVEL,
            method: 'moving block bootstrap' as const,
            block_seconds: blockSeconds(faceSeconds),
            resamples: RESAMPLES,
            seed,
          },
    confidence_statistics: {
      minimum: roundScore(statistics.minimum),
      maximum: roundScore(statistics.maximum),
      standard_deviation: roundScore(statistics.standardDeviation),
      median: roundScore(statistics.median),
    },
    engagement_score:
      expressiveness === null ? null : roundScore(engagementScore(rate, expressiveness)),
    expressiveness: expressiveness === null ? null : roundScore(expressiveness),
    face_stability: stability === null ? null : roundScore(stability),
  };
}

/** Makes the exported summary from what a session remembers; it changes nothing. */
export function summarize(
  record: SessionRecord,
  options: CheckedOptions,
  baseline: PersonalBaseline | null,
  questions: readonly SessionQuestion[],
  others: OthersInView | null,
): SessionSummary {
  const { clock, absences, spread } = record;
  const bins = [...record.bins];
  const duration = clock.elapsed;
  const rate = detectionRate(absences.seen, clock.frames);
  const pictured = absences.gaps().reduce((left, gap) => left - (gap.end - gap.start), duration);
  const faceSeconds = roundTime(absences.faceSeconds(clock.usualInterval));
  const evidence = judgeEvidence({
    faceSeconds,
    seenSeconds: roundTime(absences.seenSeconds(clock.usualInterval)),
    sessionSeconds: roundTime(duration),
    detectionRate: rate,
    countedRate: detectionRate(absences.faces, clock.frames),
  });
  const secondsPerFace = absences.faces === 0 ? 0 : faceSeconds / absences.faces;
  const { sufficient } = evidence;
  const { seed } = options;
  const context = { sufficient, secondsPerFace, seed };
  const tension = record.tension.events().map((event) => moment('tension', event));
  const smileEvents = record.smiles.events();
  const smiles = smileEvents.map((event) => moment('smile', event, event.phases));
  const figures = presenceContext(record, { sufficient, seed, duration });
  const mean = spread.mean();
  return {
    schema_version: SCHEMA_VERSION,
    intended_use: 'self-practice',
    session_id: options.sessionId,
    created_at: localIsoTime(options.startedAt),
    source: { ...options.source },
    session_duration: roundTime(duration),
    frames_total: clock.frames,
    frames_analyzed: absences.seen,
    ...(sufficient
      ? scores(record, meanInterval(bins, context), seed, faceSeconds, rate)
      : NO_SCORES),
    evidence,
    face_detection_rate: roundScore(rate),
    stress_spikes_count: tension.length,
    segment_analysis: segmentAnalysis(bins, duration, context),
    questions: questionAnalysis(bins, questions, clock.first ?? 0, duration, context),
    emotion_percentages:
      mean === null ? mapEmotions(() => 0) : roundShares(mean, 100, PERCENT_DECIMALS),
    moments: [...tension, ...smiles].sort((a, b) => a.start - b.start),
    timeline: timeline(bins, duration, context),
    absences: absences.absences().map(roundSpan),
    without_pictures: absences.gaps().map(roundSpan),
    breaks: record.breaks.map(roundTime),
    baseline: baselineSummary(baseline, clock.first ?? 0, duration),
    model: { ...options.model },
    quality: {
      analyzed_fps: pictured === 0 ? 0 : roundScore((clock.frames - 1) / pictured),
      face_detection_rate: roundScore(rate),
      longest_absence_seconds: roundTime(absences.longestAbsence()),
    },
    quality_gate: qualityGateSummary(record),
    presence: presenceSummary(record, smileEvents, bins, figures),
    eyes: eyesSummary(record, figures, baseline?.person.openness != null),
    others_in_view: others === null ? null : { ...others },
    ...series(bins, record.bins.seconds),
  };
}

function roundSpan({ start, end }: Absence): Absence {
  return { start: roundTime(start), end: roundTime(end) };
}
