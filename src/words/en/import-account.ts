import type { AccountKind } from '../../domain/upload.ts';
import { number } from '../english.ts';

/** Bringing in one's own account from elsewhere, and settling what it leaves open. */
export const account = {
  title: 'Your own Letterboxd account',
  lead: 'Your diary, ratings, reviews, likes, watchlist and lists, as your own. You see what would happen first. Nobody is told about it, and all of it can be undone.',
  how: 'On Letterboxd, open Settings, then Data, and export your data. Bring the zip as it came.',
  file: 'The zip',
  hint: (size: string, files: number, inside: string) =>
    `Up to ${size}, with up to ${number(files)} files and ${inside} in it.`,
  tooLarge: (size: string) =>
    `The zip is larger than ${size}, and nothing of it was kept. Whoever runs this site can import a larger one with the command houselights import.`,
  look: 'See what is in it',
  others: 'Reviews others wrote',
  othersLead: 'Films and what people wrote about them, where they allow this site to show it.',
  steps: [
    'The file is read, and you see how much there is of each kind and how your reviews will look.',
    'You say whose it is and who may see it. Until then nobody sees anything.',
    'A file that nobody imports is forgotten after a day. The address of your mail in it is never read.',
  ],
  preview: 'Your account',
  holds: 'What it holds',
  kinds: {
    viewings: (n: number) => (n === 1 ? 'viewing' : 'viewings'),
    ratings: (n: number) => (n === 1 ? 'rating' : 'ratings'),
    watched: (n: number) => (n === 1 ? 'film seen' : 'films seen'),
    reviews: (n: number) => (n === 1 ? 'review' : 'reviews'),
    likes: (n: number) => (n === 1 ? 'film liked' : 'films liked'),
    watchlist: () => 'on the watchlist',
    lists: (n: number) => (n === 1 ? 'list' : 'lists'),
    comments: (n: number) => (n === 1 ? 'remark' : 'remarks'),
  } satisfies Record<AccountKind, (n: number) => string> as Record<AccountKind, (n: number) => string>,
  new: (films: number) => (films === 1 ? '1 film is new here.' : `${number(films)} films are new here.`),
  does: 'What the import does',
  viewings: 'The first lines of the diary',
  samples: 'How your reviews will look',
  whose: 'Whose it is',
  itSays: (name: string, username: string) => `The file says: ${name}, ${username} on Letterboxd.`,
  saysNothing: 'The file does not say whose it is.',
  mine: 'This is my own account',
  mineHint: 'Everything in it becomes yours here and bears your name.',
  who: 'Who may see it?',
  visibility: {
    everyone: 'Everyone',
    members: 'Members of this site',
    followers: 'Those who follow you',
    me: 'Only you',
  },
  forNobody: 'For now that is only you.',
  cannotSay:
    'The file says neither which reviews tell the story nor which were private: until you say, each is shown as “may tell the story”, and all are shown to those you choose here.',
  removed: 'What you had deleted there',
  bringRemoved: 'Bring it too',
  removedHint: 'Only you will ever see it.',
  wrong: {
    visibility: 'Say who may see it.',
    mine: 'Only your own account can be brought in. Say that it is yours.',
  },
  which: (film: string) => `Which film is ${film}?`,
  /** @param row its number, or nothing where the file is one record */
  inFile: (file: string, row: string, others: number) =>
    `In ${file}${row === '' ? '' : `, row ${row}`}${others === 0 ? '' : `, and ${number(others)} more ${others === 1 ? 'row' : 'rows'}`}`,
  newOne: 'None of these: make a new film',
  onlyNew: 'new here',
  onLetterboxd: 'on Letterboxd',
  later: 'Decide later',
  more: (rest: number) =>
    rest === 1
      ? 'One more film waits for your decision; it is asked about afterwards.'
      : `${number(rest)} more films wait for your decision; they are asked about afterwards.`,
  notTheirs: 'What is in it is for the member it belongs to.',
  yourPage: 'See your page',
  rows: {
    link: 'See every row',
    title: 'Every row',
    filter: 'What became of it',
    all: 'All',
    row: 'Row',
    about: 'What it is about',
    became: 'What became of it',
    none: 'There is no such row.',
    back: 'Back to the report',
  },
  settle: {
    link: 'Decide which films are meant',
    title: 'Which films are meant?',
    lead: 'Two or more films here bear the same name. Nothing is guessed: say which one it is, or leave it for later.',
    button: 'Keep these decisions',
    none: 'Nothing waits for a decision any more.',
    done: (rows: number) =>
      rows === 1 ? 'Decided: 1 row has its film.' : `Decided: ${number(rows)} rows have their film.`,
    nothing: 'Nothing was chosen yet.',
    gone: 'One of these films has gone meanwhile. Look once more.',
  },
  spoilers: {
    link: 'Say which reviews tell the story',
    waiting: (reviews: number) =>
      reviews === 1
        ? 'Of one of your reviews nobody has said whether it tells the story.'
        : `Of ${number(reviews)} of your reviews nobody has said whether they tell the story.`,
    title: 'Which of these tell the story?',
    lead: 'Until you say, each is shown with the words “may tell the story”. One that does is closed until its reader opens it.',
    tells: 'Tells the story',
    tellsNot: 'Does not',
    unsaid: 'Not said yet',
    none: 'None of these on this page tells the story, but for those marked so above',
    button: 'Keep this',
    done: (reviews: number) =>
      reviews === 1 ? 'Kept for 1 review.' : `Kept for ${number(reviews)} reviews.`,
    all: 'You have said it of all of your reviews.',
    of: (film: string) => `Your review of ${film}`,
  },
};
