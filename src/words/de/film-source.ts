import type { filmSource as english } from '../en/film-source.ts';
import { day, number } from '../german.ts';

const FAILURES: Readonly<Record<string, string>> = {
  busy: 'die Quelle war beschäftigt und bat um Geduld',
  'asked-to-wait': 'die Quelle bat um Geduld',
  refused: 'die Quelle wollte uns nicht antworten',
  'no-key': 'die Quelle kennt den Schlüssel nicht',
  nonsense: 'die Antwort war nicht zu lesen',
  'bad-answer': 'die Antwort war nicht zu lesen',
  'too-large': 'die Antwort war zu lang',
  'too-slow': 'die Antwort kam nicht rechtzeitig',
  'too-many-redirects': 'wir wurden von Adresse zu Adresse geschickt',
  'forbidden-address': 'wir wurden an eine Adresse geschickt, die nicht im öffentlichen Internet liegt',
  'unknown-host': 'die Adresse war nicht zu finden; vielleicht hat dieser Rechner kein Netz',
  unreachable: 'die Quelle war nicht zu erreichen',
};

export const filmSource: typeof english = {
  title: 'Angaben zu Filmen',
  lead: 'Titel, Daten, Beteiligte und Inhaltsangaben lassen sich nach jedem Import von anderswo ergänzen. Was Kuratoren oder ein Import sagen, bleibt, und jede Angabe behält ihre Herkunft. Eine Quelle erfährt, welche Filme es hier gibt, aber nichts darüber, wer hier schreibt oder liest.',
  demonstration: 'Die Filme der Vorführung sind erfunden, deshalb wird keiner nachgeschlagen.',
  what: {
    wikidata: 'Eine freie Sammlung von Fakten, die jeder benutzen darf. Ein Schlüssel ist nicht nötig.',
    tmdb: 'Hat auch Inhaltsangaben, Freigaben und weiß, wo ein Film zu sehen ist. TMDB verlangt einen Schlüssel, den jeder mit einem Konto dort bekommt. Was von dort kommt, wird jeden Monat neu nachgeschlagen und, wie verlangt, höchstens sechs Monate aufgehoben.',
  },
  on: 'Hier wird im Hintergrund nachgeschlagen.',
  off: 'Hier wird nicht nachgeschlagen.',
  asked: (date, time) => `Zuletzt gefragt am ${day(date)} um ${time}`,
  changes: (date, time) => `Was sich dort geändert hat, wurde zuletzt am ${day(date)} um ${time} gelesen`,
  counts: {
    waiting: (count) => `Warten noch: ${number(count)}`,
    done: (count) => `Gefunden: ${number(count)}`,
    none: (count) => `Nicht vorhanden oder nicht eindeutig: ${number(count)}`,
    gone: (count) => `Dort nicht mehr vorhanden: ${number(count)}`,
    failed: (count) => `Werden noch einmal nachgeschlagen: ${number(count)}`,
  },
  failure: (kind) => `Zuletzt schwierig: ${FAILURES[kind] ?? kind}`,
  tryNow: 'Jetzt versuchen',
  pause: 'Aussetzen',
  begin: { wikidata: 'Filme bei Wikidata nachschlagen', tmdb: 'Filme bei TMDB nachschlagen' },
  of: (act, source) => `${act}: ${source}`,
  tmdb: {
    change: 'Ein anderer Schlüssel oder eine andere Antwort',
    key: 'Schlüssel oder Token von TMDB',
    keyHint: 'Aus den Einstellungen eines Kontos bei TMDB, unter API.',
    kept: 'Ein Schlüssel ist hinterlegt und wird nie gezeigt. Bleibt das Feld leer, gilt er weiter.',
    use: 'Wird diese Website gewerblich genutzt?',
    useHint: 'Gewerblich nennt TMDB, was vor allem dazu dient, Geld einzubringen.',
    private: 'Nein',
    commercial: 'Ja',
    agreement: 'Wir haben eine schriftliche Vereinbarung mit TMDB. Für gewerbliche Nutzung ist sie verlangt.',
    countries: 'Länder für „Wo er zu sehen ist“',
    countriesHint: 'Je zwei Buchstaben, etwa DE, AT. Steht hier nichts, wird es nicht gesagt.',
    save: 'Aufheben und bei TMDB nachschlagen',
    forget: 'Den Schlüssel vergessen',
  },
  imdb: {
    what: 'IMDb veröffentlicht Dateien mit Titeln und Namen für den privaten Gebrauch und vergibt sonst Lizenzen. Wenn du eine hast oder diese Website privat ist, ergänzt dieser Befehl die Filme, die es hier schon gibt:',
    command: 'houselights films facts title.basics.tsv.gz … --licensed',
    ratings:
      'Die Datei mit den Wertungen bleibt draußen: Der Durchschnitt fremder Leute ist keine Rezension und wird mit denen von hier nie vermischt.',
  },
  order: {
    title: 'Wem zuerst geglaubt wird',
    what: 'Wo zwei Verschiedenes sagen, gilt, wer weiter oben steht. Was von Hand gesetzt ist, gilt immer.',
    up: 'Nach oben',
    down: 'Nach unten',
  },
  wrong: {
    'tmdb-use': 'Bitte sag, ob die Nutzung gewerblich ist.',
    'tmdb-agreement':
      'Für gewerbliche Nutzung verlangt TMDB eine schriftliche Vereinbarung. Ohne sie wird dort nicht nachgeschlagen.',
    'tmdb-key':
      'Ein Schlüssel besteht aus 32 Ziffern und Buchstaben von a bis f, ein Token aus drei langen Teilen mit Punkten dazwischen.',
    'tmdb-countries': 'Ein Land sind zwei Buchstaben, etwa DE, und es können zwanzig sein.',
    'no-key': 'Ohne Schlüssel gibt es dort keine Antwort.',
  },
  done: {
    on: 'Die Filme werden im Hintergrund nachgeschlagen.',
    off: 'Hier wird nichts mehr nachgeschlagen.',
    now: 'Es wird gerade gefragt.',
    forgotten:
      'Der Schlüssel ist vergessen. Was TMDB gesagt hat, verschwindet sechs Monate nach der letzten Bestätigung.',
    moved: 'Die Reihenfolge ist geändert. Die Filme folgen im Hintergrund.',
  },
  film: {
    title: 'Wo er nachgeschlagen wurde',
    waiting: (source) => `${source}: noch nicht`,
    done: (source, date) => `${source}: gefunden, ${day(date)}`,
    none: (source, date) => `${source}: nicht vorhanden oder nicht eindeutig, ${day(date)}`,
    gone: (source, date) => `${source}: dort nicht mehr vorhanden, ${day(date)}`,
    failed: (source, date, kind) =>
      `${source}: wird noch einmal gefragt; am ${day(date)}: ${FAILURES[kind] ?? kind}`,
    again: 'Noch einmal nachschlagen',
  },
};
