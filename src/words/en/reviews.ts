import { day, number } from '../english.ts';

/** All reviews of a film, and one review on a page of its own. */
export const reviews = {
  title: (film: string) => `All reviews of ${film}`,
  heading: 'All reviews',
  sift: {
    label: 'Which reviews, and in what order',
    sort: 'In order of',
    newest: 'Newest first',
    highest: 'Highest rating',
    lowest: 'Lowest rating',
    longest: 'Longest',
    viewed: 'Earliest viewing',
    rating: 'Rating',
    anyRating: 'Any',
    place: 'Where it was written',
    anywhere: 'Anywhere',
    here: 'Here',
    language: 'Language',
    anyLanguage: 'Any',
    words: 'Words',
    withWords: 'Reviews with words',
    ratingsToo: 'Ratings without words too',
    spoilers: 'Leave out what tells the story',
    one: 'One per person',
    show: 'Show',
    clear: 'Show them all',
  },
  count: (count: number, sifted: boolean) =>
    count === 0
      ? 'None'
      : `${number(count)} ${count === 1 ? 'review' : 'reviews'}${sifted ? ' as chosen below' : ''}`,
  people: (count: number) => `One review each of ${number(count)} ${count === 1 ? 'person' : 'people'}`,
  noneMatch: 'No review is like that. Ask for less, or see them all.',
  unread: 'Part of the address could not be read, so that part was left out.',
  firstAgain: 'The place in the list could not be found, so this is its beginning.',
  pages: 'Pages',
  first: 'First page',
  next: 'More reviews',
  single: (film: string, author: string) => `${film}, by ${author}`,
  description: (film: string, author: string) => `What ${author} wrote about ${film}.`,
  tags: 'Tags',
  also: (author: string) => `Also by ${author} on this film`,
  /** "on 3 May 1996", "in 1996": when somebody thought so. */
  on: (date: string) => (date.length === 10 ? `on ${day(date)}` : `in ${day(date)}`),
  unrated: 'without a rating',
  removed: 'Taken off the page by the house. Only you and the house can see it.',
  settle: 'Does it tell the story?',
  tells: 'It tells the story',
  tellsNot: 'It does not tell the story',
  delete: 'Delete',
  versions: 'Former versions',
  deleting: {
    title: 'Delete this review?',
    text: (days: number) =>
      `Nobody will see it any more. You can bring it back within ${number(days)} days; after that it is gone for good.`,
    yes: 'Delete it',
    no: 'Keep it',
  },
  deleted: {
    title: 'You deleted this review',
    text: (days: number) =>
      `Nobody sees it. You can bring it back within ${number(days)} days of deleting it.`,
    back: 'Bring it back',
  },
  history: {
    title: 'Former versions',
    seenBy: 'Seen by the author and the moderators alone.',
    none: 'It has never been changed.',
    until: (date: string, time: string) => `As it was until ${day(date)}, ${time}`,
    forgotten: (date: string, time: string) =>
      `The version until ${day(date)}, ${time}, was removed for good.`,
    noWords: 'Without words.',
    forget: 'Remove this version for good',
    back: 'Back to the review',
  },
};
