import type { imports as english } from '../en/import.ts';
import { number } from '../german.ts';
import { account } from './import-account.ts';
import { page } from './import-page.ts';

export const imports: typeof english = {
  problem: {
    'unreadable-file': ({ reason }) =>
      reason === 'missing'
        ? 'Diese Datei gibt es nicht.'
        : reason === 'folder'
          ? 'Das ist ein Ordner. Nur der Export eines Kontos wird als Ganzes gelesen und kommt allein; nenne sonst die Dateien darin.'
          : `Die Datei ließ sich nicht öffnen (${reason ?? 'Grund unbekannt'}).`,
    'empty-file': () => 'Die Datei ist leer.',
    'too-large': ({ most, files, lines, inside, command }) =>
      lines !== undefined
        ? `Darin stecken mehr als ${count(lines)} Zeilen.${command ? ` ${byCommand(`${count(command)} Zeilen`)}` : ''}`
        : files !== undefined
          ? `Darin stecken mehr als ${count(files)} Dateien.${command ? ` ${byCommand(`${count(command)} Dateien`)}` : ''}`
          : inside !== undefined
            ? `Ausgepackt ist der Inhalt größer als ${megabytes(inside)}.${command ? ` ${byCommand(megabytes(command))}` : ''}`
            : `Die Datei ist größer als ${megabytes(most)}. Teile sie in mehrere auf.`,
    'not-utf8': ({ line }) =>
      `Zeile ${count(line)} ist nicht in UTF-8 geschrieben. Speichere die Datei in einem Editor als UTF-8 und versuch es noch einmal.`,
    truncated: ({ line, why }) =>
      why === 'quote'
        ? `In Zeile ${count(line)} geht ein Anführungszeichen auf und nie wieder zu. Lade oder speichere die Datei noch einmal.`
        : why === 'long'
          ? `Was in Zeile ${count(line)} beginnt, hört nicht auf: Vielleicht geht dort ein Anführungszeichen auf und nie wieder zu. Lade oder speichere die Datei noch einmal.`
          : `Die Datei bricht in Zeile ${count(line)} mittendrin ab. Lade oder speichere sie noch einmal.`,
    'not-json': ({ line, column }) =>
      `Das ist kein JSON: In Zeile ${count(line)}, Spalte ${count(column)} geht es nicht weiter.`,
    'no-jsonld': () =>
      'In dieser Seite stecken keine Angaben nach schema.org. Such nach der Seite, auf der die Rezensionen selbst stehen.',
    'unknown-format': ({ kind }) =>
      kind === 'own-account' || kind === 'zip-inside' || kind === 'no-films'
        ? WHOLE[kind]
        : `${KINDS[String(kind)] ?? KINDS.text} Lesbar ist der Export eines Letterboxd-Kontos, oder JSON-LD nach schema.org als Datei oder in einer gespeicherten Webseite.`,
    'nothing-in-it': () => 'Das lässt sich lesen, aber weder ein Film noch eine Rezension steht darin.',
    'archive-broken': ({ name, kind }) =>
      kind === 'gzip'
        ? 'Die gepackte Datei ist beschädigt oder bricht vorzeitig ab. Lade sie noch einmal herunter.'
        : `Das Zip ist beschädigt${name ? `, bei ${name}` : ''}. Lade es noch einmal herunter.`,
    'archive-unsafe': ({ name, kind }) =>
      kind === 'gzip'
        ? 'Ausgepackt wird die Datei so viel größer, wie es keine Filmliste wird. Nichts daraus wurde übernommen.'
        : `Das Zip ist nicht gebaut wie ein Export${name ? ` (siehe ${name})` : ''}, darum wurde nichts daraus übernommen. Lade es noch einmal herunter.`,
    'archive-locked': () => 'Das Zip hat ein Passwort. Entpacke es und packe es ohne Passwort neu.',
    'archive-method': ({ name }) =>
      `Das Zip ist auf eine Art gepackt, die sich hier nicht lesen lässt${name ? ` (siehe ${name})` : ''}. Entpacke es und packe es als gewöhnliches Zip neu.`,
    'nul-bytes': ({ part, line }) =>
      part === 'row'
        ? 'In dieser Zeile stehen Nullbytes: Ein Teil ihres Inhalts ging verloren, bevor sie hierherkam.'
        : line === undefined
          ? 'In dieser Datei stehen nur Nullbytes: Ihr Inhalt ging verloren, bevor sie hierherkam. Lade den Export noch einmal herunter.'
          : `Ab Zeile ${count(line)} stehen in dieser Datei Nullbytes: Ihr Inhalt ging verloren, bevor sie hierherkam. Lade den Export noch einmal herunter.`,
    'wrong-columns': ({ columns, missing }) =>
      `In der ersten Zeile fehlt die Spalte ${missing}. Gefunden: ${columns}.`,
    'others-words': () => 'Diese Datei nennt, was andere geschrieben haben; das bringen sie selbst.',
    'not-licensed': () =>
      'Das ist der Datensatz von IMDb. Er wird gelesen, wenn du sagst, dass du eine Lizenz hast oder dass es privat bleibt.',
    'left-out': () => 'Was schon gelöscht war, bleibt draußen, solange niemand danach fragt.',
    'too-deep': () => 'Das ist zu tief verschachtelt, um eine Rezension zu sein.',
    'no-author': () => 'Es steht nicht dabei, von wem das ist.',
    'no-film': () => 'Es steht nicht dabei, um welchen Film es geht.',
    'no-film-name': ({ part }) =>
      part === 'title'
        ? 'Der Film hat keinen Titel.'
        : 'Der Film hat weder einen Titel noch eine Nummer, unter der man ihn kennt.',
    'name-too-long': ({ most }) => `Ein Name darin hat mehr als ${count(most)} Zeichen.`,
    'too-long': ({ most }) => `Der Text darin hat mehr als ${count(most)} Zeichen.`,
    'too-many-tags': ({ most }) => `Das hat mehr als ${count(most)} Schlagwörter.`,
    'nothing-said': () => 'Hier fehlt beides, Text und Bewertung.',
    'not-a-review': () => 'An dieser Stelle sollte eine Rezension stehen, aber es ist keine.',
    'not-a-film': ({ type, name }) =>
      `${named(name)} ist kein Film${type ? `, sondern ${type}` : ''}. Hier gibt es nur Filme.`,
    television: ({ name }) => `${named(name)} ist fürs Fernsehen gemacht. Hier gibt es nur Filme.`,
    'bad-date': ({ date }) => `Das Datum ${date} lässt sich auf mehrere Arten lesen, oder auf keine.`,
    'no-list-name': () => 'Die Liste hat keinen Namen.',
    'rating-outside-scale': ({ value, best, worst }) =>
      `Die Bewertung ${value} passt nicht auf die Skala von ${worst} bis ${best}.`,
    'two-films': ({ title, year, count: several }) =>
      `${film(title, year, 'Der Film')} kann hier ${count(several)} Filme meinen. Das wartet, bis jemand sagt, welchen.`,
    'ids-disagree': ({ title, year, count: several }) =>
      `Die Nummern ${title ? 'von ' : ''}${film(title, year, 'des Films')} gehören hier zu ${count(several)} verschiedenen Filmen. Das wartet, bis jemand sagt, welcher es ist.`,
    'kept-here': () =>
      'Diese Rezension wurde hier inzwischen geändert oder weggenommen; darum bleibt sie, wie sie ist.',
    'no-profile': () =>
      'Es steht nicht darin, wessen Konto das ist. Sag, für welches Mitglied es gedacht ist.',
    'no-such-member': ({ username }) => `Hier heißt niemand ${username}.`,
    'another-running': () => 'Ein anderer Import läuft noch. Versuch es danach noch einmal.',
    'could-not-write': () =>
      'In die Datenbank ließ sich nicht schreiben: Sie ist gesperrt, voll oder schreibgeschützt.',
  },
  commandTakes: (files, bytes, whole) =>
    `Ein Export darf bis zu ${number(files)} Dateien enthalten, und ausgepackt ${number(bytes / 1e9)} GB. Eine Datei mit Kritiken wird als Ganzes gelesen: bis zu ${number(whole / 1e6)} MB mit dem Speicher dieses Rechners.`,
  where: (file, row) => [file, row].filter(Boolean).join(', '),
  outcome: {
    created: 'neu',
    updated: 'geändert',
    unchanged: 'schon da',
    unmatched: 'zu entscheiden',
    rejected: 'nicht übernommen',
  },
  rows: (rows) => (rows === 1 ? '1 Zeile' : `${number(rows)} Zeilen`),
  counted: (outcome, rows) => `${number(rows)} ${outcome}`,
  nothing: 'Es stand nichts darin, was zu importieren wäre.',
  undoBy: (command) => `Rückgängig geht es mit: ${command}`,
  refused: 'Nichts wurde importiert.',
  onlyLooked: 'Nichts wurde geschrieben. Das würde der Import tun.',
  visibility: {
    everyone: 'Alle können das Importierte sehen.',
    members: 'Mitglieder dieser Website können das Importierte sehen.',
    followers: 'Nur wer folgt, kann das Importierte sehen.',
    me: 'Nur wem es gehört, kann das Importierte sehen.',
    draft: 'Es liegt als Entwurf bereit.',
  },
  wouldBe: {
    everyone: 'Alle würden es sehen.',
    members: 'Mitglieder dieser Website würden es sehen.',
    followers: 'Nur wer folgt, würde es sehen.',
    me: 'Nur wem es gehört, würde es sehen.',
    draft: 'Es läge als Entwurf bereit.',
  },
  problems: (problems) =>
    problems === 1 ? 'Eine Stelle zum Ansehen' : `${number(problems)} Stellen zum Ansehen`,
  more: (rest) => (rest === 1 ? 'und eine weitere' : `und ${number(rest)} weitere`),
  word: 'Diese Rezensionen sind von mir, oder wer sie geschrieben hat, erlaubt dieser Website, sie zu zeigen.',
  ownWord:
    'Das ist mein eigenes Letterboxd-Konto, und diese Website darf zeigen, was ich dort geschrieben habe.',
  ownersWord:
    'Wer diese Website betreibt, hat diese Rezensionen importiert und steht dafür ein, dass die Verfasserinnen und Verfasser damit einverstanden sind.',
  further: {
    strips: 'Sie dürfen auch in Streifen auf anderen Websites stehen.',
    posters: 'Sätze daraus dürfen auch auf Plakaten stehen.',
  },
  hereAlone:
    'Die Rezensionen erscheinen nur auf dieser Website: Streifen auf anderen Websites und Plakate lassen sie weg.',
  undo: {
    done: ({ removed, restored }) =>
      `Der Import ist rückgängig gemacht: ${number(removed)} weggenommen, ${number(restored)} wie vorher.`,
    kept: (kept) =>
      kept === 1
        ? 'Eins bleibt, weil seitdem etwas damit geschehen ist'
        : `${number(kept)} bleiben, weil seitdem etwas damit geschehen ist`,
    why: {
      changed: 'inzwischen geändert',
      settled: 'inzwischen wurde gesagt, ob sie die Handlung verrät',
      answered: 'inzwischen beantwortet',
      used: 'wird von etwas gebraucht, das bleibt',
      back: 'inzwischen geändert, und mit der Änderung zurückgegangen',
      since: 'inzwischen geschrieben, und geblieben',
    },
    what: {
      review: 'Rezension',
      rating: 'Bewertung',
      film: 'Film',
      author: 'Verfasser/in',
      person: 'Person',
      fact: 'Angabe',
      list: 'Liste',
      profile: 'Profil',
    },
    keptLine: (what, name, why) => `${what} ${name}: ${why}`,
    refused: {
      batch: 'Einen Import mit diesem Namen gibt es nicht.',
      'already-undone': 'Dieser Import ist schon rückgängig gemacht.',
      'never-shown': 'Dieser Import kam nie zu Ende; nichts davon ist da.',
      'another-running': 'Ein anderer Import läuft noch. Versuch es danach noch einmal.',
      'merged-since': 'Der Film, der blieb, ist inzwischen Teil eines anderen. Mach das zuerst rückgängig.',
    },
  },
  page,
  account,
};

/** The command's limits are wider than the page's. */
function byCommand(most: string): string {
  return `Wer diese Website betreibt, kann mit dem Befehl houselights import bis zu ${most} importieren.`;
}

const WHOLE = {
  'no-films':
    'So sieht keine bekannte Filmliste aus. Lesbar sind eine Tabelle (CSV), JSON-LD nach schema.org, title.basics von IMDb und Listen, die aus der Wikipedia gemacht sind, jeweils auch mit gzip gepackt.',
  'zip-inside':
    'In diesem Zip steckt noch eines. Entpacke es einmal, und bring den Export darin, wie er heruntergeladen wurde.',
  'own-account':
    'Das ist kein Export eines Letterboxd-Kontos. Lade deinen dort unter „Settings“ und dann „Data“ herunter und bring das Zip, wie es kam. Was andere geschrieben haben, holen die Kuratoren dieser Website herein.',
};

const KINDS: Readonly<Record<string, string>> = {
  zip: 'Das ist eine Zip-Datei ohne den Export eines Kontos darin. Ein Export kommt allein, wie er heruntergeladen wurde.',
  'no-letterboxd': 'Das ist kein Export eines Letterboxd-Kontos.',
  gzip: 'Die Datei ist komprimiert. Pack sie zuerst aus.',
  pdf: 'Das ist ein PDF.',
  image: 'Das ist ein Bild.',
  database: 'Das ist eine Datenbank.',
  feed: 'Das ist ein Feed; solche lassen sich noch nicht lesen.',
  xml: 'Das ist XML, aber keines, das hier bekannt wäre.',
  csv: 'Das sieht nach einer Tabelle aus (CSV); solche lassen sich noch nicht lesen.',
  text: 'Was das für eine Datei ist, war nicht zu erkennen.',
};

function count(value: string | number | undefined): string {
  return typeof value === 'number' ? number(value) : (value ?? '?');
}

function megabytes(bytes: string | number | undefined): string {
  return `${number(Math.round(Number(bytes ?? 0) / 1_000_000))} MB`;
}

function named(name: string | number | undefined): string {
  return name ? `„${name}“` : 'Das';
}

function film(
  title: string | number | undefined,
  year: string | number | undefined,
  otherwise: string,
): string {
  return `${title ? `„${title}“` : otherwise}${year ? ` (${year})` : ''}`;
}
