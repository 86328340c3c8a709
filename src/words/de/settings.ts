import type { settings as english } from '../en/settings.ts';

export const settings: typeof english = {
  title: 'Deine Einstellungen',
  name: 'Dein Name',
  nameHint: 'So steht er über allem, was du hier geschrieben hast. Eine Änderung gilt überall.',
  saveName: 'Namen speichern',
  nameSaved: 'Dein Name ist gespeichert.',
  profile: {
    title: 'Wer du bist',
    bio: 'Über dich',
    bioHint: 'Fett, Kursives, Links und Zitate gehen wie in einer Rezension: b, i, a mit href, blockquote.',
    location: 'Wo du bist',
    website: 'Webseite',
    pronoun: 'Pronomen',
    favourites: 'Lieblingsfilme',
    favouritesHint: 'Mit Titel und, wo mehrere so heißen, mit Jahr: Der dritte Mann (1949).',
    favourite: (place) => `Film Nr. ${place}`,
    save: 'Profil speichern',
    saved: 'Dein Profil ist gespeichert.',
    tooLong: 'Das ist länger, als hier Platz ist. Nichts wurde gespeichert.',
    badWebsite: 'Das ist keine Webadresse. Sie beginnt mit https:// oder http://.',
    films: {
      none: 'Kein Film hier heißt so.',
      several: 'Mehrere Filme hier heißen so. Schreib das Jahr in Klammern dazu.',
    },
  },
  strips: {
    title: 'Deine Rezensionen auf anderen Websites',
    each: 'Was du hier schreibst, darf in Streifen auf anderen Websites stehen; was du von anderswo mitgebracht hast, nicht',
    all: 'Alle dürfen es',
    none: 'Keine darf es',
    save: 'Das speichern',
    saved: 'Gespeichert. Es gilt ab jetzt, auch für das, was schon da ist.',
  },
  signsIn: (email) => `Du meldest dich mit ${email} an.`,
  password: 'Passwort',
  current: 'Dein jetziges Passwort',
  next: 'Das neue Passwort',
  setPassword: 'Passwort setzen',
  changePassword: 'Passwort ändern',
  none: 'Du hast kein Passwort. Setz eines, dann kannst du dich anmelden, ohne auf Post zu warten.',
  passwordSaved: 'Ab jetzt gilt das neue Passwort. Überall sonst bist du abgemeldet.',
  currentWrong: 'Das ist nicht dein jetziges Passwort. Nichts wurde geändert.',
  byLink:
    'Du bist über einen Link aus deiner Post gekommen und brauchst dein jetziges Passwort deshalb nicht zu wissen.',
  linkFirst: 'Dafür kommt ein Link an deine Adresse. Öffne ihn, und du bist wieder hier.',
  linkTooOld:
    'Seit du einen Link geöffnet hast, ist mehr als eine Viertelstunde vergangen. Nichts wurde geändert.',
  forgottenTitle: 'Du weißt es nicht mehr?',
  forgotten:
    'Öffne einen Link, der an deine Adresse kommt, und du setzt hier ohne das alte ein neues Passwort.',
  othersEnd: 'Überall sonst, wo du angemeldet bist, wirst du abgemeldet.',
  proven:
    'Diese Adresse gehört dir. Das hatte bisher niemand gezeigt, deshalb gilt das vorher gesetzte Passwort nicht mehr: Setz hier dein eigenes.',
  goOn: 'Weiter, wohin du wolltest',
  bring: 'Dein Letterboxd-Konto mitbringen',
  page: 'Zu deiner Seite',
};
