import type { load as english } from '../en/load.ts';
import { number } from '../german.ts';

export const load: typeof english = {
  title: 'Filme laden',
  what: 'Eine Datei voller Filme füllt den Katalog auf einmal, und niemand wird übers Netz gefragt. Du siehst vorher, was sie bewirken würde, und alles lässt sich zurücknehmen.',
  file: 'Datei mit Filmen',
  fileHint: (bytes) =>
    `Eine Tabelle (CSV) mit einer Spalte Titel und, soweit vorhanden, Jahr, Originaltitel, Regie, Besetzung, Land, Sprache, Genre, Laufzeit, Inhalt, IMDb, TMDB, Wikidata, Letterboxd. Oder JSON-LD nach schema.org, title.basics.tsv.gz von IMDb oder eine Liste aus der Wikipedia. Bis zu ${bytes}; Größeres lädt der Befehl houselights films load.`,
  only: 'Nur einen Teil davon',
  types: 'Was übernommen wird',
  kinds: { movie: 'Filme', short: 'Kurzfilme', tvMovie: 'Fernsehfilme', video: 'Filme für Video' },
  typesHint: 'Soweit die Datei sagt, was jeweils vorliegt.',
  from: 'Vom Jahr',
  to: 'Bis zum Jahr',
  genres: 'Genres',
  genresHint: 'Mit Kommas getrennt. Übernommen wird ein Film, der zu einem davon gehört; ohne Angabe jeder.',
  adult: 'Auch Pornografie',
  licence: 'Ich habe eine Lizenz, oder dies ist privat.',
  licenceHint:
    'Das verlangt nur der Datensatz von IMDb selbst: Öffentlich oder gewerblich darf man ihn nicht frei nutzen.',
  ownWord:
    'Wer diese Filme geladen hat, steht dafür ein, dass die Website zeigen darf, was in der Datei steht.',
  look: 'Erst ansehen',
  latest: 'Was bisher geladen wurde',
  none: 'Es wurde noch nichts geladen.',
  undoneMark: 'zurückgenommen',
  lookTitle: (file) => `Was ${file} bewirken würde`,
  reportTitle: (file) => `Was ${file} bewirkt hat`,
  counts: {
    created: 'Filme, die neu entstehen',
    updated: 'Filme hier, die etwas daraus lernen',
    unchanged: 'Zeilen, die nichts Neues sagen',
    unmatched: 'Zeilen, die mehrere Filme meinen können',
    rejected: 'Zeilen, die nicht zu gebrauchen sind',
  },
  count: (count) => number(count),
  leftOut: (rows) =>
    rows === 1
      ? 'Eine weitere Zeile blieb draußen: kein Film, oder keiner, nach dem gefragt war.'
      : `${number(rows)} weitere Zeilen blieben draußen: keine Filme, oder keine, nach denen gefragt war.`,
  samples: 'Die ersten neuen Filme',
  more: (rest) => `und ${number(rest)} weitere`,
  made: 'Was daraus entstand',
  problems: 'Was so nicht übernommen wird',
  nothing: 'Alles davon ist schon da oder nicht zu gebrauchen: Es gibt nichts zu laden.',
  licenceAsked:
    'Das ist der Datensatz von IMDb. Wähl die Datei noch einmal, und setz den Haken darunter, wenn der Satz für dich stimmt.',
  doIt: 'Jetzt laden',
  leave: 'Lieber nicht',
  undo: 'Zurücknehmen',
  undone: 'Was die Datei gebracht hat, ist wieder weg.',
  undoneBut: (kept) =>
    kept === 1
      ? 'Was die Datei gebracht hat, ist wieder weg, bis auf eines, das gebraucht wird oder inzwischen geändert wurde.'
      : `Was die Datei gebracht hat, ist wieder weg, bis auf ${number(kept)} Dinge, die gebraucht werden oder inzwischen geändert wurden.`,
  settle: 'Entscheiden, welche Filme gemeint sind',
  all: 'Alle Filme',
  working: 'Daran wird gerade gearbeitet. Du kannst diese Seite verlassen und wiederkommen.',
  progress: (done, rows) => `${number(done)} von ${number(rows)} Zeilen`,
  howFar: 'Nachsehen, wie weit es ist',
  nothingIn: 'Kein Film darin, nach dem gefragt war.',
  refused: 'Es wurde nichts geladen.',
  onlyLooked: 'Es wurde nichts geschrieben. Das würde beim Laden geschehen.',
  wrong: {
    'no-file': 'Wähl erst eine Datei.',
    'too-large': 'Für diese Seite ist die Datei zu groß, und nichts davon wurde behalten.',
    year: 'Ein Jahr hat vier Ziffern.',
    types: 'Wähl mindestens eine Art von Film.',
    broken: 'Die Datei kam nicht vollständig an, und nichts davon wurde behalten. Schick sie noch einmal.',
  },
};
