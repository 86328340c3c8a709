import type { waiting as english } from '../en/waiting.ts';

export const waiting: typeof english = {
  title: 'Fast geschafft',
  ready: 'Deine Rezension ist aufbewahrt. Nur du kannst sie sehen.',
  change: 'Den Text ändern',
  who: 'Wer hat sie geschrieben?',
  name: 'Dein Name',
  nameHint: 'Er steht über deiner Rezension.',
  email: 'Deine E-Mail-Adresse',
  emailHint:
    'Niemand sieht sie. Du bekommst eine Mail mit einem Link; wenn du ihn öffnest, erscheint die Rezension, und du hast ein Konto.',
  send: 'Schickt mir den Link',
  haveAccount: 'Ich habe hier ein Konto',
  signIn: 'Anmelden und veröffentlichen',
  publishAs: (name) => `Als ${name} veröffentlichen`,
  closed:
    'Diese Website nimmt keine Rezensionen von Neuen an. Melde dich an, um diese zu veröffentlichen; dein Text bleibt aufbewahrt.',
  problems: {
    name: 'Ein Name hat mindestens einen Buchstaben.',
    'name-too-long': 'Der Name ist länger als 80 Zeichen. Kürze ihn.',
    'name-link': 'Ein Name ist kein Link. Schreib, wie du genannt werden willst.',
    email: 'Das sieht nicht nach einer E-Mail-Adresse aus.',
    busy: 'Die Website kann gerade nichts schreiben. Dein Text ist aufbewahrt; versuch es gleich noch einmal.',
    'too-many-mails':
      'An diese Adresse gingen in der letzten Stunde schon mehrere Mails. Sieh zuerst dort nach, oder versuch es in einer Stunde wieder; deine Rezension bleibt hier.',
  },
  failed: 'Es wurde noch keine Mail geschickt.',
  sent: {
    title: 'Sieh in deine Mails',
    text: (email) =>
      `Eine Mail ist unterwegs an ${email}. Öffne den Link darin, und deine Rezension wird veröffentlicht.`,
    days: (days) => `Der Link gilt ${days} Tage. So lange wartet deine Rezension.`,
    kept: 'Diese Website hat keinen Mailserver: Die Mail steht in dem Terminal, in dem die Website gestartet wurde, und in ihrem Mail-Ordner.',
    other: 'Eine andere Adresse, oder keine Mail?',
  },
  mail: {
    subject: (film) => `Deine Rezension zu ${film} veröffentlichen`,
    text: (said) =>
      `Jemand hat bei ${said.site} eine Rezension zu ${said.film}${said.stars ? ` (${said.stars})` : ''} geschrieben und diese Adresse angegeben.

Warst du das? Öffne diesen Link, um sie zu veröffentlichen und dich anzumelden:

${said.link}

Der Link gilt ${said.days} Tage und nur einmal. Wenn du es nicht warst, tu nichts: Ohne den Link wird nichts veröffentlicht.
`,
  },
  open: {
    title: 'Deine Rezension veröffentlichen',
    text: 'Es fehlt noch ein Schritt.',
    publish: 'Jetzt veröffentlichen',
  },
  expired: {
    title: 'Dieser Link ist abgelaufen',
    text: 'Deine Rezension ist nicht veröffentlicht. Hier ist dein Text, zum Kopieren oder um ihn mit einem neuen Link zu veröffentlichen.',
    again: 'Schickt mir einen neuen Link',
  },
  unknown: {
    title: 'Dieser Link ist nicht bekannt',
    text: 'Vielleicht hat ein Mailprogramm ihn zerschnitten, oder er ist sehr alt. Öffne ihn noch einmal aus der Mail, oder schreib die Rezension neu.',
  },
  published: 'Deine Rezension ist schon veröffentlicht.',
};
