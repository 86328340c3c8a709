import type { load as english } from '../en/load.ts';
import { number } from '../german.ts';

export const load: typeof english = {
  title: 'Filme laden',
  another: 'Eine andere Datei wählen',
  what: 'Eine Datei voller Filme füllt den Katalog auf einmal, und niemand wird übers Netz gefragt. Du siehst vorher, was sie bewirken würde, und alles lässt sich zurücknehmen.',
  file: 'Datei mit Filmen',
  fileHint: (bytes) =>
    `Eine Tabelle (CSV) mit einer Spalte Titel und, soweit vorhanden, Jahr, Originaltitel, Regie, Besetzung, Land, Sprache, Genre, Laufzeit, Inhalt, IMDb, TMDB, Wikidata, Letterboxd. Oder JSON-LD nach schema.org, title.basics.tsv.gz von IMDb oder eine Liste aus der Wikipedia. Bis zu ${bytes}; Größeres lädt der Befehl houselights films load.`,
  types: 'Was übernommen wird',
  kinds: { movie: 'Filme', short: 'Kurzfilme', tvMovie: 'Fernsehfilme', video: 'Filme für Video' },
  typesHint: 'Soweit die Datei sagt, was jeweils vorliegt.',
  from: 'Vom Jahr',
  to: 'Bis zum Jahr',
  genres: 'Nur diese Genres',
  genresHint: 'Mit Kommas getrennt. Übernommen wird ein Film, der zu einem davon gehört; ohne Angabe jeder.',
  adult: 'Auch Pornografie',
  imdb: 'Datensatz von IMDb',
  licence: 'Ich habe eine Lizenz, oder dies ist privat.',
  licenceHint:
    'Filme aus den Dateien von IMDb sind nur für privaten Gebrauch frei. Keine andere Datei verlangt das.',
  ownWord:
    'Wer diese Filme geladen hat, steht dafür ein, dass die Website zeigen darf, was in der Datei steht.',
  look: 'Erst ansehen',
  samples: 'Die ersten Filme, die entstehen',
  button: (rows) => `${rows === 1 ? '1 Zeile' : `${number(rows)} Zeilen`} laden`,
  latest: 'Was bisher geladen wurde',
  leftOut: (rows) =>
    rows === 1
      ? 'Eine weitere Zeile blieb draußen: kein Film, oder keiner, nach dem gefragt war.'
      : `${number(rows)} weitere Zeilen blieben draußen: keine Filme, oder keine, nach denen gefragt war.`,
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
