import type { home as english } from '../en/home.ts';

export const home: typeof english = {
  mostReviewed: 'Am meisten besprochen',
  latest: 'Neueste Rezensionen',
  nothing: 'Noch ist kein Film hier.',
  bringIn: 'Hol eine Datei mit Filmen und Rezensionen herein; jeder Film bekommt dann seine Seite.',
  import: 'Importieren',
  come: 'Die Filme kommen mit der ersten Datei. Schau bald wieder vorbei.',
};
