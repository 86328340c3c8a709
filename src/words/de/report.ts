import type { report as english } from '../en/report.ts';

export const report: typeof english = {
  mine: {
    title: 'Das ist von mir: ändern oder entfernen',
    text: 'Hast du diese Rezension geschrieben? Frag hier; ein Konto brauchst du nicht. Sobald du fragst, sehen Leser sie nicht mehr, bis das Haus entschieden hat.',
    wish: 'Was soll geschehen?',
    change: 'Ändern',
    remove: 'Entfernen',
    message: 'Was geändert werden soll, oder woran wir erkennen, dass sie von dir ist',
    send: 'Verbergen und fragen',
    done: 'Leser sehen sie jetzt nicht mehr. Das Haus sieht sich an, worum du gebeten hast.',
    ofMember:
      'Das hat ein Mitglied hier geschrieben. Wer es war, kann sich anmelden und es ändern oder löschen; du kannst es melden.',
  },
  report: {
    title: 'Diese Rezension melden',
    text: 'Das Haus liest, was du hier schreibst. Bis dahin bleibt die Rezension, wo sie ist.',
    reason: 'Was stimmt nicht mit ihr?',
    reasons: {
      abuse: 'Sie beleidigt oder bedroht jemanden',
      spoilers: 'Sie verrät die Handlung ohne Warnung',
      spam: 'Sie ist Werbung',
      plagiarism: 'Jemand anders hat sie geschrieben',
      other: 'Etwas anderes',
    },
    message: 'Was das Haus wissen sollte',
    send: 'Melden',
    done: 'Danke. Das Haus wird es lesen.',
    settled: 'Sie ist jetzt gekennzeichnet: Sie verrät die Handlung.',
  },
  mail: {
    subject: (film) => `Was über eine Rezension zu ${film} entschieden wurde`,
    kept: (about) =>
      `Du hast ${about.site} wegen der Rezension zu ${about.film} von ${about.author} geschrieben.

Das Haus hat sie sich angesehen und entschieden, dass sie bleibt. Sie steht hier:

${about.link}
`,
    removed: (about) =>
      `Du hast ${about.site} wegen der Rezension zu ${about.film} von ${about.author} geschrieben.

Das Haus hat sie sich angesehen und entfernt: Keine Seite zeigt sie mehr. Die Seite des Films ist hier:

${about.link}
`,
  },
  optional: 'Wenn du willst.',
  contact: 'Deine E-Mail-Adresse',
  contactHint: 'Nur wenn du eine Antwort willst. Nur das Haus sieht sie.',
  failed: 'Noch nicht abgeschickt.',
  problems: {
    wish: 'Sag, was geschehen soll.',
    reason: 'Sag, was nicht stimmt.',
    email: 'Das sieht nicht nach einer E-Mail-Adresse aus.',
    busy: 'Die Website kann gerade nichts schreiben. Was du geschrieben hast, ist noch da: Schick es in einer kleinen Weile noch einmal ab.',
    'message-too-long': 'Das ist länger als 2.000 Zeichen. Kürze es ein wenig.',
  },
  back: 'Zurück zur Rezension',
  backToFilm: 'Zurück zum Film',
};
