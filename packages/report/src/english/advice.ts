import type { QualityAspect } from '@poise/core';
import { formatPercent } from '../format.js';
import type { ImprovementCode, StrengthCode } from '../insights/advice-rules.js';
import type { Facts } from '../insights/facts.js';
import { mostLeftOut } from '../insights/picture.js';
import type { AdviceText } from '../words/report-words.js';

const PICTURE_ADVICE: Readonly<Record<QualityAspect, string>> = {
  size: 'Move closer, until your face fills a third of the height.',
  sharpness: 'Wipe the lens, put the camera on something firm, and let there be more light.',
  exposure: 'Let light fall on your face from the front, and sit with no window behind you.',
  contrast: 'Let light fall on your face from the front, and choose a background of another shade.',
  pose: 'Put the camera in front of you, and turn to it while you speak.',
  occlusion: 'Keep hands, hair and microphone out of your face.',
};

const lowest = (facts: Facts): string => formatPercent(facts.lowest?.average ?? 0);
const highest = (facts: Facts): string => formatPercent(facts.highest?.average ?? 0);

/** What to work on next: what was seen, when, and one thing to do. */
export const IMPROVEMENTS: Readonly<Record<ImprovementCode, AdviceText>> = {
  face_missing: {
    title: 'Stay in view',
    text: (where) =>
      `Around ${where} your face was out of view. Put the camera at eye level, let light fall on your face from the front, and record again.`,
  },
  record_longer: {
    title: 'Record a little longer',
    text: (where) =>
      `Too little was seen in ${where} for a score. Answer one full question, for a minute or so, with your face in view.`,
  },
  face_often_missing: {
    title: 'Stay in view',
    text: (where) =>
      `Around ${where} your face was out of view. Put the camera at eye level and your notes right beside it.`,
  },
  poor_picture: {
    title: 'Give the camera a better picture',
    text: (where, facts) =>
      `Around ${where} too many pictures could not be read. ${PICTURE_ADVICE[mostLeftOut(facts.summary)]}`,
  },
  looking_away: {
    title: 'Speak to the camera',
    text: (where, facts) =>
      `Around ${where} you looked away; you faced the camera ${formatPercent(facts.summary.presence?.camera_facing.value ?? 0)} of the time. Put your notes right under it, and tell it your next answer as if it were a person.`,
  },
  off_centre: {
    title: 'Move into the middle',
    text: (where) =>
      `Around ${where} your face was not in the middle of the picture. Turn the camera, or your chair, until your eyes are in the middle, a little above half height.`,
  },
  smiles_in_the_middle: {
    title: 'Smile when you begin and when you end',
    text: (where) =>
      `Around ${where} you smiled, in the middle. A smile helps most at the start and the end: practise your greeting and your last sentence with one.`,
  },
  tension: {
    title: 'Loosen a tension moment',
    text: (where) =>
      `Around ${where} your face showed tension. Practise that answer once more: breathe out first, let brow and jaw go loose, then begin.`,
  },
  weak_start: {
    title: 'Prepare your first sentence',
    text: (where) =>
      `Around ${where} your score was lower than in the middle. Learn your first sentence by heart, and say it to the camera with an easy smile.`,
  },
  fading_finish: {
    title: 'Prepare your ending',
    text: (where) =>
      `Around ${where} your score went down. Choose a closing sentence now, and practise ending on it, face up and unhurried.`,
  },
  middle_dip: {
    title: 'Carry it through the middle',
    text: (where) =>
      `Around ${where} your score dipped. Watch those seconds, name the question that was hard, and answer it again with one example of your own.`,
  },
  long_absence: {
    title: 'Come back to the camera',
    text: (where) =>
      `Around ${where} your face was out of view. Keep your notes beside the camera, so that you can look at them without turning away.`,
  },
  moving_head: {
    title: 'Settle your seat',
    text: (where) =>
      `Around ${where} your head moved a lot in the picture. Sit back, put both feet on the floor, and keep your hands on the table.`,
  },
  low_average: {
    title: 'Begin with an easy face',
    text: (where) =>
      `Around ${where} your face looked least at ease. Before the next try, breathe out slowly three times, let brow and shoulders drop, then smile and begin.`,
  },
  low_stretch: {
    title: 'Repeat one answer',
    text: (where, facts) =>
      `Around ${where} your score was at its lowest, ${lowest(facts)}. Watch those seconds, then give that answer once more, a little slower.`,
  },
  short_session: {
    title: 'Take more time',
    text: (where) =>
      `There is only ${where} to go by. Next time give an answer a minute or two, and choose a time that lets you.`,
  },
  no_smile: {
    title: 'Greet with a smile',
    text: (where) =>
      `Around ${where}, where people greet each other, no smile was seen. Begin the next one as if a friend had just come in.`,
  },
  little_expression: {
    title: 'Let your face take part',
    text: (where) =>
      `Around ${where} your expression hardly changed. Raise your brows on the important word, and smile where your story turns out well.`,
  },
  next_level: {
    title: 'Take a harder question',
    text: (where) =>
      `Around ${where} your score was at its lowest, and even there it held. Try a harder question next, and see whether it stays that way.`,
  },
};

/** What went well. */
export const STRENGTHS: Readonly<Record<StrengthCode, AdviceText>> = {
  high_average: {
    title: 'You came across as confident',
    text: (where, facts) =>
      `Your average was ${formatPercent(facts.average ?? 0)}, at its highest around ${where}.`,
  },
  growth: {
    title: 'You grew during the session',
    text: (where, facts) =>
      `From ${formatPercent(facts.segments.beginning.average ?? 0)} in the beginning to ${formatPercent(facts.segments.end.average ?? 0)} in the last part, ${where}.`,
  },
  even: {
    title: 'You stayed even',
    text: (where) => `Your score hardly moved between one moment and the next, ${where}.`,
  },
  smiles: {
    title: 'You smiled',
    text: (where, facts) =>
      `${facts.smiles.length === 1 ? '1 clear smile' : `${facts.smiles.length} clear smiles`}, the first around ${where}.`,
  },
  facing_camera: {
    title: 'You faced the camera',
    text: (where, facts) =>
      `That was ${formatPercent(facts.summary.presence?.camera_facing.value ?? 0)} of the time, longest at ${where}.`,
  },
  smiles_frame: {
    title: 'You smiled where it helps most',
    text: (where) =>
      `You smiled more at the start and the end than in the middle, for example at ${where}.`,
  },
  no_tension: {
    title: 'No tension moments',
    text: (where) => `None was noticed in what could be seen, ${where}.`,
  },
  best_stretch: {
    title: 'Your best stretch',
    text: (where, facts) =>
      `Around ${where} you reached ${highest(facts)}. Watch it: that is how it looks.`,
  },
  lively: {
    title: 'A lively face',
    text: (where) => `Your expression changed a good deal over the session, ${where}.`,
  },
  still_head: {
    title: 'A calm seat',
    text: (where) => `Your head kept its place in the picture, ${where}.`,
  },
  always_in_view: {
    title: 'Always in view',
    text: (where) => `Your face was seen nearly all the time, ${where}.`,
  },
};
