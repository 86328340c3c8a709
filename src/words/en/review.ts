import { day, number } from '../english.ts';

/** A review wherever it is shown. */
export const review = {
  /** "★★★★ review by NAME on PLACE": the words between the stars, the name and the place. */
  by: 'review by',
  on: 'on',
  outOfFive: (halfStars: number) => {
    const whole = Math.floor(halfStars / 2);
    const count = halfStars % 2 ? `${whole || ''}½` : `${whole}`;
    return `${count} out of 5 stars`;
  },
  score: (score: string) => `scored ${score}`,
  seen: 'Seen',
  seenAgain: 'Seen again',
  at: (venue: string) => `at ${venue}`,
  written: 'Written',
  edited: 'Edited',
  day,
  original: 'Original',
  mine: 'This is mine: change or remove it',
  report: 'Report',
  edit: 'Edit',
  permalink: 'Link to this review',
  firstWritten: (place: string, date: string | null) =>
    date ? `First written on ${place}, ${day(date)}` : `First written on ${place}`,
  chosenBy: (site: string) => `Chosen by ${site}`,
  liked: 'Liked the film',
  /** The words before and after the film's name. */
  tells: { before: 'Tells what happens in ', after: '. Show the review' },
  mayTell: 'May tell the story',
  showHidden: 'Show words that tell the story',
  readOn: (words: number) => `Read on, ${number(words)} more ${words === 1 ? 'word' : 'words'}`,
  readWhole: 'Read the rest',
  awaiting: 'Waits until the house has read it. Only you and the house can see it.',
  hidden: 'Hidden from readers while a request about it is decided.',
  draft: 'A draft. Only you can see it.',
  onlyMembers: 'For members only.',
  onlyYou: 'Only you can see this.',
  quoted: 'An excerpt',
};
