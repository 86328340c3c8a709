import type { page as english } from '../en/import-page.ts';
import { number } from '../german.ts';

export const page: typeof english = {
  title: 'Import',
  lead: 'Hol Filme herein und was über sie geschrieben wurde. Du siehst zuerst, was geschehen würde. Niemand wird benachrichtigt, und alles lässt sich rückgängig machen.',
  files: 'Dateien',
  filesHint: (files, bytes) => `Bis zu ${number(files)} auf einmal, zusammen ${size(bytes)}.`,
  look: 'Erst ansehen',
  what: 'Was sich hereinholen lässt',
  formats: [
    'Ein Film mit seinen Rezensionen, eine einzelne Rezension oder eine Liste davon, als JSON-LD nach schema.org.',
    'Eine gespeicherte Webseite, in der solche Angaben stecken, zum Beispiel die Filmseite deiner eigenen Website.',
  ],
  next: 'Wie es weitergeht',
  steps: [
    'Die Dateien werden gelesen. Du siehst die Filme, die ersten Rezensionen und jede Zeile, die nicht übernommen werden kann.',
    'Du sagst, wer die Rezensionen sehen darf, und gibst dein Wort, dass sie gezeigt werden dürfen. Bis dahin sieht sie niemand.',
    'Was niemand importiert, wird nach einem Tag vergessen.',
  ],
  example: 'So sieht eine solche Datei aus',
  exampleFile: `{
  "@context": "https://schema.org",
  "@type": "Movie",
  "name": "Die Fähre",
  "datePublished": "1987",
  "director": { "@type": "Person", "name": "Ines Bell" },
  "review": [
    {
      "@type": "Review",
      "author": { "@type": "Person", "name": "Ada Quill" },
      "url": "https://ada.example/die-faehre",
      "datePublished": "2019-03-08",
      "reviewRating": { "@type": "Rating", "ratingValue": 4, "bestRating": 5 },
      "reviewBody": "Alle warten, und keinem ist langweilig."
    }
  ]
}`,
  wrong: {
    'no-file': 'Wähl zuerst eine Datei.',
    'too-many-files': (files) =>
      `Das sind mehr als ${number(files)} Dateien; keine wurde behalten. Schick sie auf mehrere Male.`,
    'too-large': (bytes) =>
      `Zusammen ist das mehr als ${size(bytes)}; nichts davon wurde behalten. Schick weniger auf einmal, oder teile eine große Datei auf.`,
    broken: 'Die Dateien sind nicht ganz angekommen; keine wurde behalten. Schick sie noch einmal.',
  },
  notYours: {
    text: 'Was andere geschrieben haben, holen die Kuratoren und die Inhaberin oder der Inhaber dieser Website herein, denn sie stehen dafür ein, dass es gezeigt werden darf.',
  },
  waiting: 'Noch nicht importiert',
  forgottenAt: (when) => `aufbewahrt bis ${when}`,
  former: 'Bisherige Importe',
  noneYet: 'Noch ist nichts importiert.',
  moment,
  by: (name) => `von ${name}`,
  byCommand: 'über die Befehlszeile',
  state: {
    staging: 'Wird importiert',
    undoing: 'Wird rückgängig gemacht',
    undone: 'Rückgängig gemacht',
  },
  count: (rows) => number(rows),
  size,
  reading: {
    title: 'Wird gelesen',
    text: 'Die Dateien sind da und werden gelesen. Du kannst die Seite verlassen und wiederkommen.',
  },
  importing: {
    title: 'Wird importiert',
    text: 'Niemand sieht etwas davon, bevor alles da ist. Du kannst die Seite verlassen und wiederkommen.',
    progress: (done, rows) => `${number(done)} von ${number(rows)} Zeilen`,
    waits: 'Ein anderer Import läuft noch; deiner beginnt, sobald er fertig ist.',
  },
  undoing: {
    title: 'Wird rückgängig gemacht',
    text: 'Niemand sieht mehr etwas davon. Was geändert worden war, wird zurückgestellt.',
  },
  howFar: 'Sehen, wie weit es ist',
  broken: {
    title: 'Das ließ sich nicht lesen',
    broken: 'Beim Lesen der Dateien ging hier etwas kaputt. Der Fehler liegt bei uns; geändert wurde nichts.',
    'too-large': 'In diesen Dateien steht mehr, als auf einmal in den Speicher passt. Geändert wurde nichts.',
    help: 'Teile die Dateien auf und bring die kleineren.',
  },
  preview: {
    title: 'Was darin steht',
    nothing: 'Nichts davon lässt sich importieren.',
    allThere: 'All das ist schon da. Es gibt nichts zu importieren.',
    tryAgain: 'Nichts wurde importiert.',
    counts: {
      created: 'neu',
      updated: 'ändern hier etwas',
      unchanged: 'schon da',
      unmatched: 'musst du entscheiden',
      rejected: 'lassen sich nicht übernehmen',
    },
    asOf: (when) => `Stand vom ${when}.`,
    toAsking: 'Zu den Fragen',
    films: (films, fresh) =>
      films === 1
        ? `1 Film${fresh === 1 ? ', neu hier' : ''}`
        : `${number(films)} Filme${fresh === films ? ', alle neu hier' : fresh === 0 ? '' : `, davon ${number(fresh)} neu hier`}`,
    reviews: (reviews) => (reviews === 1 ? '1 Rezension' : `${number(reviews)} Rezensionen`),
    people: (names) => (names === 1 ? 'Unter einem Namen' : `Unter ${number(names)} Namen`),
    on: (place) => `auf ${place}`,
    others: (rest) => (rest === 1 ? 'und noch eins' : `und ${number(rest)} weitere`),
    samples: 'So wird es aussehen',
    problems: 'Was sich so nicht übernehmen lässt',
    problemsTold: (shown, all) => `Die ersten ${number(shown)} von ${number(all)}.`,
    which: (film) => `Welcher Film ist ${film}?`,
    whichHint: (name) => `In einer Rezension von ${name}`,
    later: 'Keiner davon, oder später entscheiden',
    asking: 'Vor dem Import',
    who: 'Wer darf die Rezensionen sehen?',
    visibility: {
      everyone: 'Alle',
      members: 'Mitglieder dieser Website',
      followers: 'Wer denen folgt, die sie geschrieben haben',
      me: 'Nur wer sie geschrieben hat, sobald sie oder er hier Mitglied ist',
    },
    forNobody: 'Vorläufig ist das niemand.',
    word: 'Dein Wort',
    wordHint:
      'Dein Name, der Tag, dieser Satz und was du darüber angekreuzt hast, werden beim Import und bei jeder Rezension darin aufbewahrt.',
    uses: 'Wo dürfen sie außerdem erscheinen?',
    use: {
      strips:
        'In Streifen auf anderen Websites: Rezensionen auf fremden Seiten, mit einem Weg hierher zurück',
      posters: 'Auf Plakaten: ein Satz aus einer Rezension, mit ihren Sternen und dem Namen dazu',
    },
    usesHint:
      'Kreuze nur an, womit alle einverstanden sind, die sie geschrieben haben. Ohne Kreuz erscheinen sie nur auf dieser Website.',
    button: (rows) => `${rows === 1 ? '1 Zeile' : `${number(rows)} Zeilen`} importieren`,
    leave: 'Lassen und die Dateien vergessen',
    failed: 'Noch nicht importiert.',
    wrong: {
      visibility: 'Sag, wer die Rezensionen sehen darf.',
      word: 'Ohne dein Wort, dass sie gezeigt werden dürfen, wird nichts importiert.',
    },
    back: 'Du warst abgemeldet. Die Dateien sind noch da: Antworte noch einmal, und es geht weiter.',
  },
  report: {
    title: 'Importiert',
    counts: {
      created: 'neu',
      updated: 'geändert',
      unchanged: 'waren schon da',
      unmatched: 'warten auf eine Entscheidung',
      rejected: 'nicht übernommen',
    },
    told: (when, who) => `${when}, ${who}.`,
    word: 'Das Wort, das dafür gegeben wurde',
    films: 'Die Filme',
    rest: (films) => (films === 1 ? 'und noch einer' : `und ${number(films)} weitere`),
    problems: 'Was nicht so übernommen wurde',
    undo: 'Diesen Import rückgängig machen',
    another: 'Noch etwas importieren',
  },
  uses: {
    title: 'Wo darf es außerdem erscheinen?',
    link: 'Wo es außerdem erscheinen darf',
    here: 'Bisher erscheinen die Rezensionen dieses Imports nur auf dieser Website.',
    now: 'Bisher erscheinen die Rezensionen dieses Imports hier.',
    settings: 'Was du in den Einstellungen über alles sagst, was du geschrieben hast, geht vor.',
    look: 'Ansehen, was sich ändern würde',
    same: 'So ist es schon. Es würde sich nichts ändern.',
    changes: (reviews: number, more: boolean) =>
      more
        ? `Das ändert mehr als ${number(reviews)} Rezensionen.`
        : reviews === 0
          ? 'Das ändert keine Rezension.'
          : reviews === 1
            ? 'Das ändert 1 Rezension.'
            : `Das ändert ${number(reviews)} Rezensionen.`,
    apart: (reviews: number) =>
      reviews === 1
        ? '1 Rezension bleibt, wie sie ist: Wer sie geschrieben hat, ist hier Mitglied, oder über sie wurde eigens etwas gesagt.'
        : `${number(reviews)} Rezensionen bleiben, wie sie sind: Wer sie geschrieben hat, ist hier Mitglied, oder über jede wurde eigens etwas gesagt.`,
    hereAlone: 'Von da an erscheinen sie nur auf dieser Website.',
    wordHint:
      'Dein Name, der Tag und dieser Satz werden beim Import und bei jeder Rezension aufbewahrt, die sich ändert.',
    withoutWord: 'Ohne dein Wort, dass sie dort erscheinen dürfen, ändert sich nichts.',
    shownHere: 'Von da an erscheinen sie hier.',
    printed: 'Was schon gedruckt ist, holt niemand zurück.',
    button: 'Ändern',
    other: 'Anders wählen',
    done: 'Es ist geändert.',
    underWay: 'Es wird gerade geändert. Bis dahin erscheinen manche der Rezensionen noch wie zuvor.',
  },
  undo: {
    title: 'Diesen Import rückgängig machen?',
    steps: [
      'Vom ersten Augenblick an sieht ihn niemand mehr.',
      'Was er angelegt hat, verschwindet; was er geändert hat, wird wieder, wie es war.',
      'Was seitdem jemand geändert, gemocht, ausgewählt oder gemeldet hat, bleibt und wird danach genannt. So auch eine Rezension, von der jemand gesagt hat, ob sie die Handlung verrät, und ein Film, über den noch etwas gesagt ist.',
    ],
    button: 'Rückgängig machen',
    keep: 'So lassen',
    doneTitle: 'Rückgängig gemacht',
    allGone: 'Der Import ist rückgängig gemacht. Alles ist, wie es vorher war.',
    butFor: 'Der Import ist rückgängig gemacht, bis auf das, was hier steht.',
    keptTitle: 'Was bleibt, und warum',
    settled: 'Diese Rezension bleibt: Seit dem Import hat jemand gesagt, ob sie die Handlung verrät.',
    kept: {
      review: {
        changed: 'Diese Rezension bleibt: Jemand hat sie seitdem geändert.',
        answered: 'Diese Rezension bleibt: Jemand hat sie seitdem gemocht, ausgewählt oder gemeldet.',
        used: 'Diese Rezension bleibt: Etwas anderes braucht sie.',
      },
      rating: {
        changed: 'Diese Bewertung bleibt: Sie wurde seitdem geändert.',
        answered: 'Diese Bewertung bleibt: Jemand hat seitdem darauf geantwortet.',
        used: 'Diese Bewertung bleibt bei der Rezension, aus der sie stammt.',
      },
      film: {
        changed: 'Dieser Film bleibt: Jemand hat ihn seitdem geändert.',
        answered: 'Dieser Film bleibt: Jemand hat dort seitdem geantwortet.',
        used: 'Dieser Film bleibt: Etwas, das über ihn gesagt wurde, bleibt auch.',
      },
      author: {
        changed: 'Dieser Name bleibt: Jemand hat ihn seitdem geändert.',
        answered: 'Dieser Name bleibt: Jemand hat seitdem geantwortet.',
        used: 'Dieser Name bleibt: Etwas, worunter er steht, bleibt auch.',
      },
      person: {
        changed: 'Diese Person bleibt: Jemand hat sie seitdem geändert.',
        answered: 'Diese Person bleibt: Jemand hat seitdem geantwortet.',
        used: 'Diese Person bleibt: Ein Film, der bleibt, nennt sie.',
      },
      fact: {
        changed: 'Eine Angabe zu diesem Film bleibt: Jemand hat sie seitdem geändert.',
        answered: 'Eine Angabe zu diesem Film bleibt: Jemand hat seitdem geantwortet.',
        used: 'Eine Angabe zu diesem Film bleibt: Sie wird dort gebraucht.',
      },
      list: {
        changed: 'Die Liste bleibt: Jemand hat sie seitdem geändert.',
        answered: 'Die Liste bleibt: Jemand hat seitdem geantwortet.',
        used: 'Die Liste bleibt: Sie wird gebraucht.',
      },
      profile: {
        changed: 'Die Angaben zur Person bleiben: Sie wurden seitdem geändert.',
        answered: 'Die Angaben zur Person bleiben: Jemand hat seitdem geantwortet.',
        used: 'Die Angaben zur Person bleiben: Sie werden gebraucht.',
      },
    },
  },
  gone: {
    title: 'Hier wartet nichts',
    text: 'Unter dieser Adresse gibt es keinen Import von dir. Was niemand importiert, wird nach einem Tag vergessen.',
  },
  back: 'Alle Importe',
  visible: {
    everyone: 'Alle können es sehen.',
    members: 'Mitglieder dieser Website können es sehen.',
    followers: 'Wer denen folgt, die es geschrieben haben, kann es sehen.',
    me: 'Nur wer es geschrieben hat, kann es sehen.',
    draft: 'Es liegt als Entwurf bereit.',
  },
};

const moments = new Map<string, Intl.DateTimeFormat>();

/** An instant in the site's time zone: "25. November 2026 um 12:04". */
function moment(instant: number, timeZone: string): string {
  let format = moments.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('de-DE', { dateStyle: 'long', timeStyle: 'short', timeZone });
    moments.set(timeZone, format);
  }
  return format.format(instant);
}

function size(bytes: number): string {
  if (bytes < 1000) return `${number(bytes)} Byte`;
  return bytes < 1_000_000
    ? `${number(Math.round(bytes / 1000))} kB`
    : `${number(Math.round(bytes / 100_000) / 10)} MB`;
}
