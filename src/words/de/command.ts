import type { command as english } from '../en/command.ts';
import { number } from '../german.ts';

export const command: typeof english = {
  failed: (sentence) => `houselights: ${sentence}`,
  serve: {
    ready: (url) => `Houselights läuft unter ${url}`,
    code: (code) => `Noch gehört es niemandem. Der Code zum Einrichten: ${code}`,
  },
  user: {
    made: (username, role) => `${username} kann sich jetzt anmelden (${role}).`,
    role: { owner: 'Eigentum', curator: 'Kuratieren', moderator: 'Moderation', member: 'Mitglied' },
    refused: {
      username: 'Ein Benutzername hat 2 bis 30 Kleinbuchstaben, Ziffern oder Unterstriche.',
      'username-reserved': 'Dieser Benutzername sähe aus wie die Website selbst.',
      'username-taken': 'Diesen Benutzernamen hat oder hatte schon jemand.',
      name: 'In dem Namen steht kein Buchstabe.',
      'name-too-long': 'Der Name ist zu lang.',
      email: 'Das ist keine E-Mail-Adresse.',
      'email-taken': 'Mit dieser E-Mail-Adresse gibt es schon ein Konto.',
      'weak-password': 'Dieses Passwort wäre schnell erraten. Nimm acht Zeichen oder mehr und kein gängiges.',
      'no-password': 'Über die Standardeingabe kam kein Passwort.',
    },
  },
  backup: {
    done: (file, rows, files) =>
      `In ${file} steckt alles: ${number(rows)} Datensätze${files === 0 ? '' : ` und ${number(files)} Dateien`}. Auch Geheimnisse, also hüte sie wie einen Schlüssel.`,
    restored: (rows, files, made) =>
      `${number(rows)} Datensätze${files === 0 ? '' : ` und ${number(files)} Dateien`} sind wieder da, Stand ${made}.`,
    aside: (file) => `Was vorher hier war, liegt in ${file}`,
    refused: {
      'already-there': ({ file }) => `${file} gibt es schon und wird nicht überschrieben.`,
      'not-to-be-written': ({ file, reason }) =>
        `${file} lässt sich nicht schreiben: ${WHY[reason] ?? reason}.`,
      'not-to-be-read': ({ file, reason }) => `${file} lässt sich nicht lesen: ${WHY[reason] ?? reason}.`,
      'not-a-backup': ({ file }) => `${file} ist keine Sicherung von Houselights.`,
      truncated: ({ file }) => `${file} ist nicht vollständig: Das Ende fehlt. Nichts wurde geändert.`,
      damaged: ({ file }) => `${file} ist beschädigt. Nichts wurde geändert.`,
      'from-the-future': ({ file }) =>
        `${file} stammt von einem neueren Houselights. Bring dieses zuerst auf den Stand. Nichts wurde geändert.`,
      'has-data': () =>
        'Hier ist schon eine Website. Mit --replace weicht sie der Sicherung, und von ihr wird eine Sicherung aufgehoben.',
    },
  },
  publish: {
    done: (folder, made) =>
      `${folder} enthält die Website in ${number(made.files)} Dateien: ${number(made.written)} jetzt geschrieben, ${number(made.removed)} entfernt.`,
    cards: {
      all: ({ held, drawn }) =>
        `Vorschaubilder aller Filme, Kritiken und Listen: ${number(held)}, davon ${number(drawn)} jetzt gezeichnet.`,
      written: ({ held, drawn }) =>
        `Vorschaubilder der Listen, der Kritiken und der besprochenen Filme: ${number(held)}, davon ${number(drawn)} jetzt gezeichnet. Mit --cards all kommen die aller übrigen Filme hinzu.`,
      live: () => 'Die Vorschaubilder zeichnet weiterhin die laufende Website.',
    },
    ownerless:
      'Diese Website gehört noch niemandem. Die Kopie enthält, was alle sehen dürfen, und die Startseite anstelle der Begrüßung.',
    left: (file) => `${file} gehört nicht zu dieser Kopie und bleibt, wie es ist.`,
    refused: {
      'not-empty': ({ folder }) =>
        `In ${folder} liegt etwas, das keine Kopie dieser Website ist. Nimm einen neuen oder leeren Ordner.`,
      'of-another': ({ folder }) =>
        `In ${folder} liegt die Kopie einer anderen Website. Nimm einen eigenen Ordner.`,
      'not-a-folder': ({ folder }) => `${folder} ist kein Ordner.`,
      'in-use': ({ folder }) => `In ${folder} schreibt gerade schon ein anderes publish.`,
      'not-to-be-written': ({ folder, reason }) => `In ${folder} lässt sich nicht schreiben: ${reason}`,
    },
  },
  imdb: {
    filled: (films, known, changed) =>
      `Von ${number(films)} Filmen hier mit einer Nummer von IMDb kennen die Dateien ${number(known)}; über ${number(changed)} sagten sie etwas Neues.`,
    others: (count) =>
      count === 1
        ? 'Eine dieser Nummern gehört dort keinem Film und blieb liegen.'
        : `${number(count)} dieser Nummern gehören dort keinem Film und blieben liegen.`,
    none: 'Keine dieser Dateien ließ sich verwenden. Nichts wurde geändert.',
    forgotten: (films) =>
      films === 1
        ? 'Was IMDb über einen Film sagte, ist zurückgenommen.'
        : `Was IMDb über ${number(films)} Filme sagte, ist zurückgenommen.`,
    fault: {
      unreadable: 'sie ist nicht zu lesen',
      unknown: 'sie ist keine Tabelle aus den Daten von IMDb',
      damaged: 'sie ist beschädigt',
      truncated: 'sie endet zu früh; hol sie noch einmal',
      'too-long': 'sie hat eine Zeile, die länger ist als jede, die es gibt',
      ratings:
        'ihr Durchschnitt ist der von Leuten anderswo: keine Rezension von irgendwem, und mit den Bewertungen hier nie vermischt',
      episodes: 'sie handelt von Serien, und hier geht es um Filme',
    },
  },
  check: {
    sound:
      'Die Datenbank ist heil, kein Datensatz zeigt ins Leere, und die Dateien sind, was ihre Namen sagen.',
    wrong: (problems) =>
      problems === 1 ? 'Etwas stimmt nicht:' : `${number(problems)} Dinge stimmen nicht:`,
    fault: {
      damaged: (found) => `beschädigt: ${found}`,
      dangling: (table, parent, rows) =>
        `${number(rows)} ${rows === 1 ? 'Datensatz' : 'Datensätze'} von ${table} ohne das Gegenstück in ${parent}`,
    },
    advice: 'Kopiere vor allem anderen den Datenordner und spiel dann die letzte gute Sicherung zurück.',
  },
  broken: {
    'database-away': 'Die Datenbank antwortet nicht. Läuft sie, und stimmt ihre Adresse?',
    'database-refused': (message) => `Die Datenbank weigert sich: ${message}`,
    'not-a-database': 'Die Datenbankdatei ist keine, oder sie ist beschädigt.',
    'port-taken': 'An diesem Port lauscht schon etwas anderes. Nimm mit --port einen anderen.',
    'port-forbidden': 'Dieser Port steht diesem Benutzer nicht offen. Nimm mit --port einen über 1023.',
    'address-away': 'Die mit --host genannte Adresse hat dieser Rechner nicht.',
    'no-space': 'Die Festplatte ist voll.',
    busy: 'In die Datenbank ließ sich nicht schreiben: Sie ist gesperrt, voll oder schreibgeschützt.',
    unexpected: (message) => `Etwas ging kaputt: ${message}`,
  },
};

/** Warum sich eine Datei nicht lesen oder schreiben lässt. */
const WHY: Readonly<Record<string, string>> = {
  ENOENT: 'Die Datei oder der Ordner fehlt',
  ENOTDIR: 'Was ihr Ordner sein sollte, ist eine Datei',
  EISDIR: 'Es ist ein Ordner',
  EACCES: 'Dieser Benutzer darf das nicht',
  EPERM: 'Dieser Benutzer darf das nicht',
  EROFS: 'Der Datenträger nimmt keine Änderungen an',
  ENOSPC: 'Die Festplatte ist voll',
  EIO: 'Der Datenträger versagt',
};
