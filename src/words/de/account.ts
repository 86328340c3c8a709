import type { account as english } from '../en/account.ts';

export const account: typeof english = {
  signIn: 'Anmelden',
  signUp: 'Konto anlegen',
  signedInAs: (name) => `Du bist als ${name} angemeldet.`,
  toYourPage: 'Zu deiner Seite',
  email: 'E-Mail',
  password: 'Passwort',
  passwordHint: 'Mindestens 8 Zeichen; 15 oder mehr sind besser, und ein Satz merkt sich leicht.',
  name: 'Dein Name',
  nameHint: 'So steht er über dem, was du schreibst. In jeder Schrift.',
  username: 'Benutzername',
  usernameHint: '2 bis 30 Kleinbuchstaben, Ziffern und Unterstriche. Er ist die Adresse deiner Seite.',
  newHere: 'Neu hier?',
  known: 'Schon bekannt hier?',
  linkInstead: 'Schick mir lieber einen Link',
  closed: 'Das Haus nimmt gerade keine neuen Mitglieder auf. Wer ein Konto hat, kann sich anmelden.',
  link: {
    title: 'Per E-Mail anmelden',
    text: 'Nenn deine Adresse, und du bekommst einen Link, der dich anmeldet. Er gilt einmal und fünfzehn Minuten lang.',
    button: 'Link schicken',
    sentTitle: 'Sieh in deine Post',
    sent: (email) =>
      `Wenn jemand hier die Adresse ${email} hat, ist ein Link dorthin unterwegs. Er gilt fünfzehn Minuten.`,
    kept: 'Diese Website hat keinen Mailserver: Der Link steht im Terminal, in dem sie gestartet wurde.',
    subject: (site) => `Dein Link zu ${site}`,
    mail: (site, link) =>
      `Jemand, wahrscheinlich du, möchte sich bei ${site} anmelden.\n\nÖffne diesen Link innerhalb von fünfzehn Minuten; er gilt einmal:\n\n${link}\n\nWenn du es nicht warst, lass ihn liegen: Ohne den Link kommt niemand herein.\n`,
    openTitle: 'Noch ein Schritt',
    openText: 'Der Link hat dich hergebracht. Der Knopf meldet dich an.',
    spentTitle: 'Dieser Link ist verbraucht',
    spent:
      'Er wurde schon benutzt, oder seine fünfzehn Minuten sind um. Nichts ist verloren: Lass dir einen neuen schicken.',
    again: 'Neuen Link anfordern',
  },
  failed: 'Das hat noch nicht geklappt.',
  wrong: {
    signIn:
      'Adresse und Passwort gehören nicht zusammen. Versuch es noch einmal oder lass dir einen Link schicken.',
    wait: 'Hier wurden mehrere falsche Passwörter versucht. Warte ein paar Minuten bis zum nächsten oder lass dir einen Link schicken: Der gilt sofort.',
    'too-many-mails':
      'Für diese Adresse wurden in der letzten Stunde schon mehrere Links verlangt. Sieh zuerst in ihre Mails oder versuch es in einer Stunde wieder.',
    busy: 'Die Website kann gerade nichts schreiben. Was du eingegeben hast, steht noch da; schick es gleich noch einmal ab.',
    name: 'Ein Name braucht mindestens einen Buchstaben oder eine Ziffer.',
    'name-too-long': 'Ein Name darf 80 Zeichen haben.',
    username: 'Ein Benutzername besteht aus 2 bis 30 Kleinbuchstaben, Ziffern und Unterstrichen.',
    'username-reserved': 'Dieser Benutzername klingt nach der Website selbst. Nimm einen anderen.',
    'username-taken': 'Diesen Benutzernamen hat oder hatte schon jemand. Nimm einen anderen.',
    email: 'Eine E-Mail-Adresse enthält ein @, mit etwas davor und danach.',
    'email-taken':
      'Zu dieser Adresse gibt es schon ein Konto. Melde dich damit an oder lass dir einen Link schicken.',
    password: 'Das Passwort braucht mindestens 8 Zeichen und darf keines sein, das alle zuerst raten.',
  },
};
