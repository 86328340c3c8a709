import type { mention as english } from '../en/mention.ts';

export const mention: typeof english = {
  inReviewsOf: 'Erwähnt in Rezensionen zu',
  also: 'Erwähnt auch',
  link: 'Erwähnte Filme',
  title: 'Filme, die diese Rezension erwähnt',
  none: 'Bisher keinen, der hier bekannt ist.',
  remove: 'Entfernen',
  removeOne: (film) => `${film} entfernen`,
  another: 'Noch ein Film, den sie erwähnt',
  hint: 'Mit seinem Titel, und mit dem Jahr, wenn mehrere so heißen',
  find: 'Suchen',
  which: 'Welcher ist es?',
  noneCalled: 'Kein anderer Film hier heißt so.',
  add: 'Hinzufügen',
  addOne: (film) => `${film} hinzufügen`,
  back: 'Zurück zur Rezension',
};
