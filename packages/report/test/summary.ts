import { EMOTIONS } from '@poise/core';
import { parseSessionSummary, type SessionSummary } from '@poise/session';

/** What a test says about the session it needs. */
export interface Wanted {
  /** Averages of the thirds; null for a third without a face. */
  readonly thirds?: readonly [number | null, number | null, number | null];
  /** Half width of every 95 % interval; null for no intervals. */
  readonly halfWidth?: number | null;
  /** Length in seconds. */
  readonly seconds?: number;
  /** Keys to set as they are. */
  readonly keys?: Partial<SessionSummary>;
}

const clamp = (x: number): number => Math.min(1, Math.max(0, x));

/** A valid summary whose score is level within each third. Only for rules; the gallery is real. */
export function summaryOf(wanted: Wanted = {}): SessionSummary {
  const { thirds = [0.72, 0.72, 0.72], halfWidth = 0.02, seconds = 90, keys = {} } = wanted;
  const third = seconds / 3;
  const at = (time: number) => thirds[Math.min(2, Math.floor(time / third))] ?? null;
  const interval = (mean: number | null) =>
    mean === null || halfWidth === null
      ? null
      : { lower: clamp(mean - halfWidth), upper: clamp(mean + halfWidth) };
  const segment = (i: number) => ({
    start: i * third,
    end: (i + 1) * third,
    avg_confidence: thirds[i] ?? null,
    confidence_interval: interval(thirds[i] ?? null),
    face_detection_rate: thirds[i] === null ? 0 : 1,
    dominant_emotion: thirds[i] === null ? null : ('neutral' as const),
    frames: Math.round(third * 10),
  });
  const timestamps = Array.from({ length: seconds * 10 + 1 }, (_, i) => i / 10).filter(
    (time) => at(time) !== null,
  );
  const scores = timestamps.map((time) => at(time) ?? 0);
  const average = scores.length === 0 ? null : scores.reduce((a, b) => a + b, 0) / scores.length;
  const overall = interval(average);
  const timeline = Array.from({ length: Math.ceil(seconds / 10) }, (_, i) => ({
    start: i * 10,
    end: Math.min(seconds, i * 10 + 10),
    avg_confidence: at(i * 10),
    dominant_emotion: at(i * 10) === null ? null : ('neutral' as const),
    face_detection_rate: at(i * 10) === null ? 0 : 1,
  }));
  const perEmotion = (value: number) =>
    Object.fromEntries(EMOTIONS.map((emotion) => [emotion, emotion === 'neutral' ? value : 0]));
  return parseSessionSummary({
    schema_version: '1.0.0',
    intended_use: 'self-practice',
    session_id: '20251128_001234',
    created_at: '2025-11-28T00:12:34+01:00',
    source: { kind: 'recording', name: 'interview.mp4' },
    session_duration: seconds,
    frames_total: seconds * 10 + 1,
    frames_analyzed: timestamps.length,
    average_confidence: average,
    confidence_level: average === null ? null : average >= 0.65 ? 'Confident' : 'Moderate',
    confidence_interval:
      overall === null
        ? null
        : {
            ...overall,
            level: 0.95,
            method: 'moving block bootstrap',
            block_seconds: 5,
            resamples: 1000,
            seed: 1,
          },
    confidence_statistics:
      average === null
        ? null
        : {
            minimum: Math.min(...scores),
            maximum: Math.max(...scores),
            standard_deviation: 0.04,
            median: average,
          },
    evidence: { sufficient: true, face_seconds: timestamps.length / 10, reasons: [] },
    engagement_score: 0.6,
    expressiveness: 0.4,
    face_stability: 0.7,
    face_detection_rate: timestamps.length / (seconds * 10 + 1),
    stress_spikes_count: 0,
    segment_analysis: { beginning: segment(0), middle: segment(1), end: segment(2) },
    time_series: { rate_hz: 10, timestamps, confidence_scores: scores },
    emotion_percentages: perEmotion(100),
    moments: [],
    timeline,
    absences: [],
    baseline: { applied: false, source: 'none', seconds: 0, shift: null },
    model: { expression: 'a model', face_detector: 'blazeface' },
    quality: { analyzed_fps: 10, face_detection_rate: 1, longest_absence_seconds: 0 },
    all_frames: [],
    ...keys,
  });
}

/** A summary without enough evidence for a score. */
export function unscored(seconds = 4): SessionSummary {
  return summaryOf({
    seconds,
    keys: {
      average_confidence: null,
      confidence_level: null,
      confidence_interval: null,
      confidence_statistics: null,
      evidence: {
        sufficient: false,
        face_seconds: seconds,
        reasons: [{ code: 'too_little_face_time', message: 'A face was seen for 4 s.' }],
      },
    },
  });
}

/** A moment of a kind. */
export function moment(
  kind: 'tension' | 'smile',
  start: number,
  end: number,
  peak = 0.6,
): SessionSummary['moments'][number] {
  const phases = { onset_seconds: null, apex_seconds: null, offset_seconds: null };
  const peak_time = (start + end) / 2;
  return { kind, start, end, peak_time, peak, duration_seconds: end - start, ...phases };
}
