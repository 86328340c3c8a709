import type { firstRun as english } from '../en/first-run.ts';

export const firstRun: typeof english = {
  title: 'Das Haus ist offen und gehört noch niemandem',
  lead: 'Das ist Houselights: für jeden deiner Filme eine Seite, mit den Rezensionen, die Leute geschrieben haben. Anfangen kannst du auf drei Wegen.',
  own: {
    title: 'Die Website übernehmen',
    text: 'Gib ihr einen Namen und leg das Konto an, dem sie gehört. Zwei Minuten.',
    button: 'Übernehmen',
  },
  bring: {
    title: 'Eine Datei hereinholen',
    text: 'Filme und Rezensionen als JSON-LD oder eine gespeicherte Filmseite deiner Website. Du siehst vorher, was geschehen würde.',
    button: 'Datei hereinholen',
  },
  look: {
    title: 'Die Vorführung ansehen',
    text: 'Neunundachtzig Filme und die Leute, die darüber streiten, alles in eigenen Worten. Sie kommt nur herein, solange keine Filme da sind.',
    button: 'Vorführung einlegen',
    see: 'Die Filme ansehen',
    full: (films: string) => `Schon hier: ${films}.`,
  },
  onlyHere: 'Im Moment ist diese Website nur von diesem Rechner aus zu erreichen.',
  elsewhere: 'Wie sie ins Netz kommt',
  setup: {
    title: 'Die Website übernehmen',
    lead: 'Diese Website gehört noch niemandem. Wer das hier ausfüllt, dem gehört sie.',
    thenImport: 'Danach bringst du die Datei herein.',
    site: 'Name der Website',
    siteHint: 'So steht er oben auf jeder Seite: ein Kino, ein Verleih, ein Filmclub.',
    button: 'Das Haus öffnen',
  },
  code: 'Der Code aus dem Terminal',
  codeHint:
    'Er wurde dort ausgegeben, wo die Website gestartet wurde, und hält Fremde von einer neuen Website fern.',
  codeWrong:
    'Das ist nicht der Code. Er steht im Terminal, in dem die Website gestartet wurde, hinter „The code for setting it up“.',
  siteNameWrong: 'Die Website braucht einen Namen mit mindestens einem Buchstaben oder einer Ziffer.',
  ownedTitle: 'Sie gehört schon jemandem',
  owned: 'Diese Website gehört schon jemandem. Nichts wurde geändert.',
  demonstration: {
    title: 'Vorführung einlegen',
    text: 'Du kommst von einem anderen Rechner, darum braucht es zuerst den Code.',
  },
};
