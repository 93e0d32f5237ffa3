import type { QuestionSets } from './question-set.js';

/** The questions in German. */
export const GERMAN_QUESTIONS: QuestionSets = {
  behavioural: [
    'Erzählen Sie von einer Zusammenarbeit mit jemandem, mit dem Sie sich schwergetan haben. Was haben Sie getan?',
    'Beschreiben Sie einen Fehler, der Ihnen bei der Arbeit passiert ist. Was taten Sie danach, und was machen Sie heute anders?',
    'Erzählen Sie von einem Ziel, das Sie nicht erreicht haben. Woran lag es?',
    'Wann haben Sie zuletzt Ihre Meinung geändert, weil jemand Sie überzeugt hat?',
    'Erzählen Sie von einer Zeit, in der Sie zu viel zu tun hatten. Wie haben Sie entschieden, was liegen bleibt?',
    'Beschreiben Sie eine Arbeit, auf die Sie stolz sind. Was war Ihr eigener Anteil?',
    'Wann mussten Sie jemandem etwas sagen, das er oder sie nicht hören wollte? Wie sind Sie vorgegangen?',
    'Wann mussten Sie entscheiden, ohne alles zu wissen, was Sie gern gewusst hätten?',
  ],
  technical: [
    'Erklären Sie etwas, das Sie gut können, jemandem, der noch nie davon gehört hat.',
    'Führen Sie mich durch das schwierigste Problem, das Sie gelöst haben. Wie haben Sie die Ursache gefunden?',
    'Erzählen Sie von einem Entwurf, den Sie heute anders machen würden. Warum?',
    'Wie stellen Sie sicher, dass etwas, das Sie gebaut haben, funktioniert und weiter funktioniert?',
    'Zwei Lösungen erscheinen Ihnen gleich gut. Wie wählen Sie aus?',
    'Wann mussten Sie ein Werkzeug oder ein Verfahren schnell lernen? Wie sind Sie vorgegangen?',
    'Wie finden Sie sich in einer großen Arbeit zurecht, die jemand anders gemacht hat?',
    'Wann waren Sie mit einer technischen Entscheidung nicht einverstanden? Was ist daraus geworden?',
  ],
  leadership: [
    'Wann haben Sie Menschen geführt, ohne ihre Vorgesetzte oder ihr Vorgesetzter zu sein?',
    'Wie helfen Sie jemandem, dessen Arbeit noch nicht gut genug ist?',
    'Beschreiben Sie eine Entscheidung, die Ihrem Team nicht gefallen hat. Wie sind Sie damit umgegangen?',
    'Zwei Personen in Ihrem Team haben einen Konflikt. Was tun Sie zuerst?',
    'Was geben Sie an andere ab, und was behalten Sie bei sich?',
    'Erzählen Sie von einem Projekt, das in Schwierigkeiten war. Woran haben Sie es bemerkt, und was haben Sie geändert?',
    'Wie sorgen Sie dafür, dass die Stillen in einem Team gehört werden?',
    'Was würden Menschen, die mit Ihnen gearbeitet haben, sagen: Was sollten Sie besser machen?',
  ],
  'first-job': [
    'Erzählen Sie etwas über sich.',
    'Warum möchten Sie diese Arbeit machen, und warum bei uns?',
    'Was haben Sie in der Schule, in der Ausbildung oder im Studium gelernt, das Ihnen hier hilft?',
    'Erzählen Sie von etwas, das Sie selbst auf die Beine gestellt haben.',
    'Wann haben Sie mit anderen an etwas gearbeitet? Was war Ihr Teil?',
    'Was ist Ihnen schwergefallen zu lernen? Wie haben Sie es geschafft?',
    'Wie planen Sie Ihren Tag, wenn mehrere Dinge zu erledigen sind?',
    'Was möchten Sie in zwei Jahren können, das Sie heute noch nicht können?',
  ],
};
