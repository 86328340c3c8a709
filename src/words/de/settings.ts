import type { settings as english } from '../en/settings.ts';

export const settings: typeof english = {
  title: 'Deine Einstellungen',
  name: 'Dein Name',
  nameHint: 'So steht er über allem, was du hier geschrieben hast. Eine Änderung gilt überall.',
  saveName: 'Namen speichern',
  nameSaved: 'Dein Name ist gespeichert.',
  signsIn: (email) => `Du meldest dich mit ${email} an.`,
  password: 'Passwort',
  current: 'Dein jetziges Passwort',
  next: 'Das neue Passwort',
  setPassword: 'Passwort setzen',
  changePassword: 'Passwort ändern',
  none: 'Du hast noch kein Passwort, denn du bist über einen Link gekommen. Setz eines, dann kannst du dich anmelden, ohne auf Post zu warten.',
  passwordSaved: 'Ab jetzt gilt das neue Passwort.',
  currentWrong: 'Das ist nicht dein jetziges Passwort. Nichts wurde geändert.',
  page: 'Zu deiner Seite',
};
