import type { quote as english } from '../en/quote.ts';
import { day, number } from '../german.ts';

export const quote: typeof english = {
  make: {
    link: 'Zitatkarte machen',
    title: 'Eine Zitatkarte machen',
    lead: (name) =>
      `Was zitierst du aus der Rezension von ${name}? Wort für Wort und mit ihren eigenen Sternen.`,
    sentences: 'Sätze',
    sentencesHint: 'Kreuz an, was zusammengehört. Wo dazwischen etwas wegfällt, zeigt es […].',
    passage: 'Oder eine eigene Stelle',
    passageHint: (most) =>
      `Aus der Rezension kopiert, mit […], wo etwas wegfällt. Zusammen höchstens ${number(most)} Zeichen.`,
    look: 'Ansehen, wie es sich liest',
    make: 'Karte machen',
    reads: 'So liest es sich',
    allowed: 'Wer das geschrieben hat, lässt es auf Plakate.',
    back: 'Zurück zur Rezension',
    none: 'Aus dieser Rezension lässt sich nichts zitieren: Alles ist verdeckt oder selbst ein Zitat.',
    wrong: {
      'no-words': 'Kreuz einen Satz an oder setz eine Stelle ein.',
      missing:
        'So stehen diese Worte nicht in der Rezension. Kopier sie, wie sie dort stehen, der Reihe nach, und zeig mit […], was du weglässt.',
      within: 'Das schneidet ein Wort entzwei. Beginne und ende mit ganzen Wörtern.',
      'too-long': (most) => `Das ist länger als ${number(most)} Zeichen. Lass etwas weg.`,
    },
    tells:
      'Diese Rezension verrät die Handlung, oder niemand hat bisher gesagt, dass sie es nicht tut. Eine Karte verrät nichts: Sag erst auf der Seite der Rezension, dass sie nichts verrät, wenn das so ist.',
  },
  word: {
    title: 'Die Erlaubnis',
    askMember: (name) =>
      `${name} hat diese Rezension nicht für Plakate freigegeben. Frag nach: Ja sagen lässt sich auf der Seite der Rezension, oder in den Einstellungen für alles auf einmal.`,
    askElsewhere: (name) =>
      `${name} hat diese Rezension, soweit wir wissen, nicht für Plakate freigegeben. Frag dort nach, wo sie steht; bei einem Ja schreib hier auf, wie es kam.`,
    whereTheyWrote: 'Dort, wo sie steht',
    how: 'Wie das Ja kam',
    howHint: 'Etwa: per Mail an Ines, 3. Mai 2026. Es wird bei der Rezension aufbewahrt.',
    until: 'Bis',
    untilHint: 'Der letzte Tag, an dem es gilt, etwa 2027-12-31. Leer: ohne Ende.',
    note: 'Ja, erlaubt',
    noted: (word) => `Aufgeschrieben: ${word}`,
    holds: (until) => `Es gilt bis ${day(until)}.`,
    over: (until) => `Es galt bis ${day(until)}.`,
    takeBack: 'Nicht mehr erlaubt',
    wrong: {
      'no-word': 'Sag in ein paar Worten, wie das Ja kam.',
      'word-too-long': (most) => `Höchstens ${number(most)} Zeichen.`,
      until: 'Ein Datum wie 2027-12-31, bitte.',
    },
  },
  own: {
    off: 'Darf ein Kino Worte aus dieser Rezension auf ein Plakat setzen?',
    on: 'Worte aus dieser Rezension dürfen auf Plakaten stehen.',
    all: 'Alles, was du schreibst, darf auf Plakate.',
    none: 'Nichts, was du schreibst, darf auf Plakate.',
    allow: 'Ja, das darf es',
    takeBack: 'Nicht mehr',
    settings: 'Deine Einstellungen',
  },
  title: (name, film) => `${name} über ${film}`,
  text: 'Als Text',
  textHint: 'So zu kopieren, wie es dasteht: Sterne, Worte und Name gehören zusammen.',
  pictures: 'Als Bild',
  shapes: {
    square: 'Quadratisch, für einen Beitrag',
    landscape: 'Breit, für eine Seite oder einen Link',
    ink: 'Dunkel ohne Grund, für ein helles Plakat',
    white: 'Weiß ohne Grund, für ein dunkles Plakat',
  },
  size: (width, height) => `${width} × ${height} Punkte`,
  download: (format) => `${format} nehmen`,
  downloadOf: (format, shape) => `${format} nehmen: ${shape}`,
  fonts:
    'Unsere eigenen Buchstaben können das nicht ganz schreiben. Das SVG nimmt die Schriften des Geräts, das es zeigt; sieh es dort an, wo es gedruckt wird. Ein PNG davon gibt es nicht.',
  remove: 'Zitat wegnehmen',
  removed: 'Das Zitat ist weg.',
  bringBack: 'Zurückholen',
  all: (film) => `Zitate aus Rezensionen zu ${film}`,
  allLink: 'Zitate',
  none: 'Aus den Rezensionen dieses Films ist noch nichts zitiert. Zur Karte führt die eigene Seite jeder Rezension.',
  more: 'Frühere',
  review: 'Die Rezension',
  film: 'Die Seite des Films',
  fallen: {
    removed: 'Dieses Zitat wurde weggenommen.',
    gone: 'Dieses Zitat gilt nicht mehr: Seine Rezension ist nicht mehr für alle da.',
    tells: 'Dieses Zitat gilt nicht mehr: Seine Rezension verrät die Handlung oder könnte es.',
    changed: 'Dieses Zitat gilt nicht mehr: Die Rezension sagt das nicht mehr.',
    'no-word': 'Dieses Zitat gilt nicht mehr: Es ist nicht mehr für Plakate freigegeben.',
  },
  fallenLine: 'Gilt nicht mehr',
  takeDown: 'Wo es schon gedruckt oder gepostet ist, nimm es auch dort weg.',
};
