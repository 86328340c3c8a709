import { listed, number } from '../english.ts';

/** A film and its page. */
export const film = {
  directedBy: 'Directed by',
  addReview: 'Add a review',
  seeMoreFilms: 'See more films',
  seeAllReviews: 'See all reviews',
  runtime: (minutes: number) =>
    minutes < 60
      ? `${minutes} min`
      : `${Math.floor(minutes / 60)} h${minutes % 60 ? ` ${minutes % 60} min` : ''}`,
  originally: 'originally',
  names: listed,
  chosen: (shown: number, site: string, all: number) =>
    `${number(shown)} chosen by ${site} from ${number(all)} ${all === 1 ? 'review' : 'reviews'}`,
  reviewCount: (count: number) =>
    count === 0 ? 'No reviews yet' : count === 1 ? '1 review' : `${number(count)} reviews`,
  ratings: 'Ratings',
  outOfFive: (average: number) => `${number(average, 1)}`,
  fromHere: (count: number) => `out of 5 from ${number(count)} ${count === 1 ? 'person' : 'people'} here.`,
  fromElsewhere: (average: number, count: number) => `${number(average, 1)} from ${number(count)} elsewhere`,
  onlyElsewhere: (count: number) =>
    `out of 5 from ${number(count)} ${count === 1 ? 'person' : 'people'} elsewhere.`,
  tooFew: (count: number) =>
    `${number(count)} ${count === 1 ? 'rating' : 'ratings'} here; an average appears at 5.`,
  tooFewElsewhere: (count: number) =>
    `${number(count)} ${count === 1 ? 'rating' : 'ratings'} elsewhere; an average appears at 5.`,
  unrated: 'No ratings yet.',
  howCounted: 'How it is counted',
  bars: (counts: readonly number[]) =>
    `Ratings from half a star to five stars: ${counts.map((count) => number(count)).join(', ')}`,
  empty: 'Nobody has written about this film here yet.',
  emptyFirst: 'Be the first to say what you saw.',
  description: (title: string, count: number) =>
    count === 0
      ? `${title}: add the first review.`
      : `${title}: ${count === 1 ? 'one review' : `${number(count)} reviews`}.`,
};
