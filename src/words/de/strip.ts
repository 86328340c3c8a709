import type { strip as english } from '../en/strip.ts';
import { fullDay, number } from '../german.ts';

export const strip: typeof english = {
  of: (title) => `Rezensionen zu ${title}`,
  atSite: (title, site) => `Rezensionen zu ${title} bei ${site}`,
  oneAtSite: (title, author, site) => `${title}, besprochen von ${author} bei ${site}`,
  picked: (of) => {
    const from = `von ${number(of.all)} ${of.all === 1 ? 'Rezension' : 'Rezensionen'}`;
    const how =
      of.chosen === of.shown
        ? `${number(of.shown)} ${from}, ausgewählt von ${of.site}`
        : of.chosen > 0
          ? `${number(of.shown)} ${from}, davon ${number(of.chosen)} ausgewählt von ${of.site}`
          : `${number(of.shown)} ${from}, ${of.newest ? 'die neuesten' : 'die beliebtesten'} zuerst`;
    return [how, ...of.limits].join('; ');
  },
  limits: {
    least: (stars) => `nur ab ${stars}`,
    here: 'nur von Mitgliedern',
    elsewhere: 'nur anderswo geschriebene',
    language: (name) => `nur auf ${name}`,
  },
  none: (site) => `Bei ${site} hat über diesen Film noch niemand geschrieben.`,
  noneHere: (all, site) =>
    all === 1
      ? `Die Rezension zu diesem Film steht bei ${site}.`
      : `Die ${number(all)} Rezensionen zu diesem Film stehen bei ${site}.`,
  unknown: (site) => `${site} kennt diesen Film nicht.`,
  unknownReview: (site) => `Diese Rezension gibt ${site} nicht weiter.`,
  unknownVenue: (site) => `${site} kennt dieses Haus nicht.`,
  tells: (title) => `Verrät, was in ${title} geschieht.`,
  mayTell: (title) => `Verrät vielleicht, was in ${title} geschieht.`,
  readThere: 'Dort lesen',
  hidden: 'Worte, die die Handlung verraten',
  site: (site) => `Rezensionen bei ${site}`,
  open: 'Rezensionen zeigen',
  rest: 'Den Rest zeigen',
  programme: {
    open: 'Programm zeigen',
    title: (days) => `In den nächsten ${number(days)} Tagen`,
    of: (venue, days) => `${venue}: die nächsten ${number(days)} Tage`,
    nothing: (days) => `Für die nächsten ${number(days)} Tage ist nichts angekündigt.`,
    whole: 'Das ganze Programm',
    fullDay,
  },
  problem: {
    show: (value) => `„${value}“ ist keine Reihenfolge; „chosen“ und „newest“ sind welche.`,
    n: (value) => `„${value}“ ist keine Zahl von 1 bis 12; es werden 3 gezeigt.`,
    from: (value) => `„${value}“ ist keine Herkunft; „here“, „elsewhere“ und „all“ sind welche.`,
    least: (value) => `„${value}“ ist keine Bewertung von 0,5 bis 5; alle werden gezeigt.`,
    in: (value) => `„${value}“ ist keine Sprache wie „de“; jede Sprache wird gezeigt.`,
    theme: (value) => `„${value}“ ist keine Beleuchtung; „light“, „dark“ und „auto“ sind welche.`,
    lang: (value) => `„${value}“ ist keine Sprache wie „de“; es gilt die des Lesers oder der Leserin.`,
    empty: (value) => `„${value}“ ist nicht bekannt; „line“ und „nothing“ sind es.`,
    venue: (value) =>
      `„${value}“ ist kein Name eines Hauses, wie er in seiner Adresse steht; alle werden gezeigt.`,
  },
  builder: {
    link: 'Diese Rezensionen auf die eigene Seite holen',
    title: (film) => `${film} auf der eigenen Seite`,
    start: 'Rezensionen auf der eigenen Seite',
    lead: 'Aussehen wählen, die Zeile nehmen und in die eigene Seite setzen. Sie setzt kein Cookie, sagt niemandem, wer liest, und behält für sich, was einen Film verraten würde.',
    show: 'Welche Rezensionen',
    chosen: (site) => `Zuerst die von ${site} ausgewählten`,
    newest: 'Die neuesten zuerst',
    n: 'Wie viele',
    from: 'Wo geschrieben',
    anywhere: 'Hier und anderswo',
    here: 'Hier, von Mitgliedern',
    elsewhere: 'Anderswo',
    least: 'Mindestens so viele Sterne',
    anyStars: 'Beliebig',
    in: 'Geschrieben auf',
    anyLanguage: 'Jede Sprache',
    theme: 'Licht',
    auto: 'Wie auf der Seite',
    light: 'Papier',
    dark: 'Saal',
    lang: 'Sie spricht',
    reader: 'Die Sprache derer, die lesen',
    empty: 'Solange es keine Rezension gibt',
    line: 'Eine Zeile mit „Rezension schreiben“',
    nothing: 'Nichts',
    venue: 'Wessen Programm',
    update: 'So zeigen',
    preview: 'So sieht es aus',
    previewOf: (what) => `Vorschau: ${what}`,
    lines: 'Eines davon nehmen',
    ways: {
      element: 'Für die meisten Seiten: die Zeile HTML',
      frame: 'Wo eine Seite kein fremdes Skript zulässt: ein Rahmen',
      oembed:
        'WordPress und jeder Editor, der aus Adressen macht, was sie zeigen: nur die Adresse in einer Zeile',
      wordpress: 'WordPress, in einem Theme: alle zehn Minuten vom eigenen Server geholt',
      ghost: 'Ghost: in einer HTML-Karte',
      hugo: 'Hugo: in einer Vorlage',
      eleventy: 'Eleventy: in der Konfiguration, dann {% strip %} in einer Seite',
      php: 'Mit PHP',
      plain: 'HTML ohne Aussehen, für das eigene Stylesheet',
      json: 'Daten zum Selbstzeichnen; „picked“ gehört dazu gedruckt',
    },
    note: 'Sie nimmt Schrift und Farben der Seite an. Die Variablen --reviews-lamp, --reviews-ink, --reviews-paper, --reviews-line und --reviews-font ändern sie, ebenso die Teile strip, title, review, by, stars, text und door.',
    policy: (origin) =>
      `Eine Seite mit eigener Content Security Policy muss ${origin} einlassen, bei script-src, connect-src und frame-src.`,
    height: 'Der Platz für sie steht in der Zeile: Nichts auf der Seite verrückt, wenn sie ankommt.',
    whole: 'Eine Zeile für eine ganze Website',
    wholeLead:
      'In einer Vorlage, die alle Filmseiten teilen. Der Film jeder Seite wird an ihrem JSON-LD erkannt, an data-imdb, data-tmdb, data-title und data-year am Element, oder an der Überschrift mit der Jahreszahl in Klammern. Wo das nicht sicher ist, erscheint nichts, bis das Haus der Rezensionen gesagt hat, welcher Film es ist.',
    programme: 'Das Programm der nächsten 14 Tage',
    oneFilm: 'Ein Film',
    whichFilm: 'Welcher Film?',
    oneFilmHint: 'Ein Teil des Titels, die IMDb-Nummer oder die Adresse hier.',
    find: 'Suchen',
    found: (search) => `Filme mit „${search}“`,
    noFilm: (search) => `Hier hat kein Film „${search}“ im Titel.`,
    few: 'Importierte Rezensionen stehen darin, wo andere Websites sie zeigen dürfen.',
  },
  desk: {
    title: 'Streifen auf anderen Seiten',
    lead: 'Jede Website darf einen Streifen mit Rezensionen oder das Programm zeigen. Sind hier welche genannt, dürfen es nur sie.',
    sites: 'Websites, die Streifen zeigen dürfen',
    sitesHint:
      'Eine je Zeile, etwa https://www.example.org. Gemeint ist nur sie selbst, nichts unter ihrem Namen. Leer: jede.',
    wrongSites: (lines) =>
      `Das sind keine Websites: ${lines.join(', ')}. Eine liest sich wie https://www.example.org.`,
    save: 'Speichern',
    saved: 'Gespeichert. Ab jetzt halten sich die Browser daran.',
    chosen: 'Notiert. Die Seite zeigt es, sobald wieder jemand hinsieht.',
    builder: 'Einen Streifen bauen',
    waiting: 'Seiten, deren Film nicht sicher ist',
    nothingWaits: 'Keine Seite wartet.',
    says: 'Sie sagt',
    film: (title, year) => (year === null ? title : `${title} (${year})`),
    director: (name) => `Regie: ${name}`,
    other: 'Ein anderer Film: seine IMDb-Nummer oder seine Adresse hier',
    choose: 'Wählen',
    none: 'Keiner der Filme hier',
    again: 'Neu fragen',
    decided: 'Entschieden',
    noFilm: 'kein Film hier',
    wrongFilm: 'So heißt hier kein Film.',
  },
  oembed: {
    noFormat: 'Hier wird nur json und xml gesprochen.',
    nothing: 'Zu dieser Adresse gibt es hier nichts einzubetten.',
  },
};
