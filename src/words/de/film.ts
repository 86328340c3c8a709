import type { film as english } from '../en/film.ts';
import { listed, number } from '../german.ts';

export const film: typeof english = {
  directedBy: 'Regie:',
  addReview: 'Rezension schreiben',
  seeMoreFilms: 'Weitere Filme',
  seeAllReviews: 'Alle Rezensionen',
  runtime: (minutes) =>
    minutes < 60
      ? `${minutes} Min.`
      : `${Math.floor(minutes / 60)} Std.${minutes % 60 ? ` ${minutes % 60} Min.` : ''}`,
  originally: 'im Original',
  names: listed,
  chosen: (shown, site, all) => `${number(shown)} von ${number(all)} Rezensionen, ausgewählt von ${site}`,
  reviewCount: (count) =>
    count === 0 ? 'Noch keine Rezension' : count === 1 ? '1 Rezension' : `${number(count)} Rezensionen`,
  ratings: 'Bewertungen',
  outOfFive: (average) => `${number(average, 1)}`,
  fromHere: (count) => `von 5, aus ${number(count)} ${count === 1 ? 'Stimme' : 'Stimmen'} hier.`,
  fromElsewhere: (average, count) => `${number(average, 1)} aus ${number(count)} Stimmen anderswo`,
  onlyElsewhere: (count) => `von 5, aus ${number(count)} ${count === 1 ? 'Stimme' : 'Stimmen'} anderswo.`,
  tooFew: (count) =>
    `${number(count)} ${count === 1 ? 'Bewertung' : 'Bewertungen'} hier; ab 5 steht hier ein Durchschnitt.`,
  tooFewElsewhere: (count) =>
    `${number(count)} ${count === 1 ? 'Bewertung' : 'Bewertungen'} anderswo; ab 5 steht hier ein Durchschnitt.`,
  unrated: 'Noch keine Bewertungen.',
  howCounted: 'Wie gezählt wird',
  bars: (counts) =>
    `Bewertungen von einem halben bis zu fünf Sternen: ${counts.map((count) => number(count)).join(', ')}`,
  empty: 'Über diesen Film hat hier noch niemand geschrieben.',
  emptyFirst: 'Schreib als Erste oder Erster, was du gesehen hast.',
  description: (title, count) =>
    count === 0
      ? `${title}: Schreib die erste Rezension.`
      : `${title}: ${count === 1 ? 'eine Rezension' : `${number(count)} Rezensionen`}.`,
};
