import type { account as english } from '../en/import-account.ts';
import { number } from '../german.ts';

export const account: typeof english = {
  title: 'Dein eigenes Letterboxd-Konto',
  lead: 'Dein Tagebuch, deine Bewertungen, Rezensionen, Lieblinge, Merkliste und Listen, als deine eigenen. Du siehst zuerst, was geschehen würde. Niemand wird benachrichtigt, und alles lässt sich rückgängig machen.',
  how: 'Öffne bei Letterboxd „Settings“, dann „Data“, und exportiere deine Daten. Bring das Zip, wie es kam.',
  file: 'Das Zip',
  hint: (size, files, inside) => `Bis zu ${size}, mit bis zu ${number(files)} Dateien und ${inside} darin.`,
  tooLarge: (size) =>
    `Das Zip ist größer als ${size}, und nichts davon wurde behalten. Wer diese Website betreibt, kann ein größeres mit dem Befehl houselights import importieren.`,
  look: 'Sehen, was darin ist',
  others: 'Rezensionen von anderen',
  othersLead:
    'Filme und was über sie geschrieben wurde, sofern die Leute erlauben, dass diese Website es zeigt.',
  steps: [
    'Die Datei wird gelesen. Du siehst, wie viel von jeder Art darin ist und wie deine Rezensionen aussehen werden.',
    'Du sagst, wem das Konto gehört und wer es sehen darf. Bis dahin sieht niemand etwas.',
    'Eine Datei, die niemand importiert, wird nach einem Tag vergessen. Die Mailadresse darin wird nie gelesen.',
  ],
  preview: 'Dein Konto',
  holds: 'Was darin ist',
  kinds: {
    viewings: (n) => (n === 1 ? 'Sichtung' : 'Sichtungen'),
    ratings: (n) => (n === 1 ? 'Bewertung' : 'Bewertungen'),
    watched: (n) => (n === 1 ? 'gesehener Film' : 'gesehene Filme'),
    reviews: (n) => (n === 1 ? 'Rezension' : 'Rezensionen'),
    likes: (n) => (n === 1 ? 'Lieblingsfilm' : 'Lieblingsfilme'),
    watchlist: () => 'auf der Merkliste',
    lists: (n) => (n === 1 ? 'Liste' : 'Listen'),
    comments: (n) => (n === 1 ? 'Bemerkung' : 'Bemerkungen'),
  },
  new: (films) => (films === 1 ? '1 Film ist neu hier.' : `${number(films)} Filme sind neu hier.`),
  does: 'Was der Import tut',
  viewings: 'Die ersten Zeilen des Tagebuchs',
  samples: 'So werden deine Rezensionen aussehen',
  whose: 'Wem es gehört',
  itSays: (name, username) => `In der Datei steht: ${name}, bei Letterboxd ${username}.`,
  saysNothing: 'In der Datei steht nicht, wem sie gehört.',
  mine: 'Das ist mein eigenes Konto',
  mineHint: 'Alles darin wird hier deins und trägt deinen Namen.',
  who: 'Wer darf es sehen?',
  visibility: {
    everyone: 'Alle',
    members: 'Mitglieder dieser Website',
    followers: 'Wer dir folgt',
    me: 'Nur du',
  },
  forNobody: 'Vorläufig bist das nur du.',
  cannotSay:
    'In der Datei steht weder, welche Rezensionen die Handlung verraten, noch welche privat waren: Bis du es sagst, steht bei jeder „Verrät vielleicht die Handlung“, und alle sehen die, die du hier wählst.',
  removed: 'Was du dort gelöscht hattest',
  bringRemoved: 'Auch mitbringen',
  removedHint: 'Nur du wirst es je sehen.',
  wrong: {
    visibility: 'Sag, wer es sehen darf.',
    mine: 'Nur dein eigenes Konto lässt sich hereinholen. Sag, dass es deins ist.',
  },
  which: (film) => `Welcher Film ist ${film}?`,
  inFile: (file, row, others) =>
    `In ${file}${row === '' ? '' : `, Zeile ${row}`}${others === 0 ? '' : ` und ${others === 1 ? 'einer weiteren Zeile' : `${number(others)} weiteren Zeilen`}`}`,
  newOne: 'Keiner davon: einen neuen Film anlegen',
  onlyNew: 'neu hier',
  onLetterboxd: 'bei Letterboxd',
  later: 'Später entscheiden',
  more: (rest) =>
    rest === 1
      ? 'Noch ein Film wartet auf deine Entscheidung; danach wird gefragt, wenn alles da ist.'
      : `Noch ${number(rest)} Filme warten auf deine Entscheidung; nach ihnen wird gefragt, wenn alles da ist.`,
  notTheirs: 'Was darin ist, geht nur das Mitglied an, dem es gehört.',
  yourPage: 'Deine Seite ansehen',
  rows: {
    link: 'Jede Zeile ansehen',
    title: 'Jede Zeile',
    filter: 'Was daraus wurde',
    all: 'Alle',
    row: 'Zeile',
    about: 'Worum es geht',
    became: 'Was daraus wurde',
    none: 'So eine Zeile gibt es nicht.',
    back: 'Zurück zum Bericht',
  },
  settle: {
    link: 'Entscheiden, welche Filme gemeint sind',
    title: 'Welche Filme sind gemeint?',
    lead: 'Zwei oder mehr Filme heißen hier gleich. Geraten wird nichts: Sag, welcher es ist, oder lass es für später.',
    button: 'So entscheiden',
    none: 'Nichts wartet mehr auf eine Entscheidung.',
    done: (rows) =>
      rows === 1
        ? 'Entschieden: 1 Zeile hat ihren Film.'
        : `Entschieden: ${number(rows)} Zeilen haben ihren Film.`,
    nothing: 'Noch ist nichts gewählt.',
    gone: 'Einen dieser Filme gibt es nicht mehr. Sieh noch einmal hin.',
  },
  spoilers: {
    link: 'Sagen, welche Rezensionen die Handlung verraten',
    waiting: (reviews) =>
      reviews === 1
        ? 'Bei einer deiner Rezensionen hat noch niemand gesagt, ob sie die Handlung verrät.'
        : `Bei ${number(reviews)} deiner Rezensionen hat noch niemand gesagt, ob sie die Handlung verraten.`,
    title: 'Welche davon verraten die Handlung?',
    lead: 'Bis du es sagst, steht bei jeder „Verrät vielleicht die Handlung“. Eine, die sie verrät, bleibt zu, bis jemand sie öffnet.',
    tells: 'Verrät die Handlung',
    tellsNot: 'Verrät sie nicht',
    unsaid: 'Noch nicht gesagt',
    none: 'Von denen auf dieser Seite verrät keine die Handlung, außer den oben markierten',
    button: 'So behalten',
    done: (reviews) =>
      reviews === 1 ? 'Für 1 Rezension behalten.' : `Für ${number(reviews)} Rezensionen behalten.`,
    all: 'Du hast es bei allen deinen Rezensionen gesagt.',
    of: (film) => `Deine Rezension von ${film}`,
  },
};
