import { formatPercent } from '../format.js';
import { whyNotEnough } from '../insights/evidence.js';
import { type Facts, SEGMENT_NAMES, type SegmentName } from '../insights/facts.js';
import type { HeadlineCode } from '../insights/headline-rules.js';
import type { HeadlineText } from '../words/report-words.js';
import { EVIDENCE } from './evidence.js';
import { FORMATS } from './formats.js';

const at = (facts: Facts, name: SegmentName): string =>
  formatPercent(facts.segments[name].average ?? 0, FORMATS);

const average = (facts: Facts): string => formatPercent(facts.average ?? 0, FORMATS);

const IN_PART: Readonly<Record<SegmentName, string>> = {
  beginning: 'am Anfang',
  middle: 'in der Mitte',
  end: 'am Ende',
};

function unseenParts(facts: Facts): string {
  const names = SEGMENT_NAMES.filter((name) => facts.segments[name].average === null);
  return names.map((name) => IN_PART[name]).join(' und ');
}

/** The words of every headline. */
export const HEADLINES: Readonly<Record<HeadlineCode, HeadlineText>> = {
  not_enough_evidence: {
    title: 'ZU WENIG ZU SEHEN',
    sentence: (facts) => whyNotEnough(facts.summary, EVIDENCE),
  },
  partly_seen: {
    title: 'TEILWEISE ZU SEHEN',
    sentence: (facts) =>
      facts.isPartlyUnknown
        ? `Es war ${unseenParts(facts)} zu wenig zu sehen, deshalb lassen sich nicht alle Teile vergleichen.`
        : `Dein Gesicht fehlte ${unseenParts(facts)}, deshalb lassen sich nicht alle Teile vergleichen.`,
  },
  strong_growth: {
    title: 'STARK GESTEIGERT',
    sentence: (facts) =>
      `Dein Wert ist von ${at(facts, 'beginning')} am Anfang auf ${at(facts, 'end')} am Ende gestiegen.`,
  },
  rising: {
    title: 'IM AUFWIND',
    sentence: (facts) =>
      `Dein Wert ist ein wenig gestiegen, von ${at(facts, 'beginning')} am Anfang auf ${at(facts, 'end')} am Ende.`,
  },
  weak_start: {
    title: 'SCHWACHER START',
    sentence: (facts) =>
      `Du hast bei ${at(facts, 'beginning')} begonnen, dann ging es aufwärts: ${at(facts, 'middle')} in der Mitte, ${at(facts, 'end')} am Ende.`,
  },
  warmed_up: {
    title: 'WARMGELAUFEN',
    sentence: (facts) =>
      `Ein guter Anfang bei ${at(facts, 'beginning')}, und ab der Mitte noch besser: ${at(facts, 'end')} am Ende.`,
  },
  strong_finish: {
    title: 'STARKER SCHLUSS',
    sentence: (facts) =>
      `Am Ende lagst du bei ${at(facts, 'end')}, deutlich über den ${at(facts, 'middle')} in der Mitte.`,
  },
  strong_start: {
    title: 'STARKER START',
    sentence: (facts) =>
      `Du hast bei ${at(facts, 'beginning')} begonnen und dich dann tiefer eingependelt, mit ${at(facts, 'end')} am Ende.`,
  },
  strong_middle: {
    title: 'STARKE MITTE',
    sentence: (facts) =>
      `Am besten warst du in der Mitte, mit ${at(facts, 'middle')}, und am Ende lagst du bei ${at(facts, 'end')}.`,
  },
  middle_dip: {
    title: 'WIEDER GEFANGEN',
    sentence: (facts) =>
      `In der Mitte ist dein Wert auf ${at(facts, 'middle')} gesunken, und du hast ihn wieder auf ${at(facts, 'end')} gebracht.`,
  },
  calm_finish: {
    title: 'RUHIGER SCHLUSS',
    sentence: (facts) =>
      `Am Ende lagst du ruhig bei ${at(facts, 'end')}, nach ${at(facts, 'middle')} in der Mitte. Auch das wirkt noch sicher.`,
  },
  fading_finish: {
    title: 'LEISER SCHLUSS',
    sentence: (facts) =>
      `In der Mitte hast du ${at(facts, 'middle')} gehalten, am Ende lagst du bei ${at(facts, 'end')}.`,
  },
  slow_fade: {
    title: 'LANGSAM GESUNKEN',
    sentence: (facts) =>
      `Dein Wert ist Stück für Stück gesunken, von ${at(facts, 'beginning')} am Anfang auf ${at(facts, 'end')} am Ende.`,
  },
  unclear: {
    title: 'KEIN KLARER VERLAUF',
    sentence: (facts) =>
      `Die Teile ergeben ${at(facts, 'beginning')}, ${at(facts, 'middle')} und ${at(facts, 'end')}. Bei dieser Länge ist das zu unsicher, um es Veränderung oder Beständigkeit zu nennen.`,
  },
  ups_and_downs: {
    title: 'AUF UND AB',
    sentence: (facts) =>
      `Die drei Teile sind sich ähnlich, aber in ihnen hat dein Wert stark geschwankt, rund um ${average(facts)}.`,
  },
  room_to_grow: {
    title: 'LUFT NACH OBEN',
    sentence: (facts) =>
      `Dein Wert blieb von Anfang bis Ende nah bei ${average(facts)}. Ein kleiner Schritt genügt fürs nächste Mal.`,
  },
  steady_base: {
    title: 'BESTÄNDIG',
    sentence: (facts) =>
      `Dein Wert blieb von Anfang bis Ende nah bei ${average(facts)}: darauf lässt sich aufbauen.`,
  },
  steady: {
    title: 'BESTÄNDIG',
    sentence: (facts) => `Dein Wert blieb von Anfang bis Ende nah bei ${average(facts)}.`,
  },
};
