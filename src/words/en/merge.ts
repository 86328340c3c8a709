import { number } from '../english.ts';

/** Counted up to ten thousand. */
const upTo = (count: number) => (count > 10_000 ? 'more than 10,000' : number(count));

/** Films that are one, and films that are two. */
export const merge = {
  title: 'Films that are one',
  lead: 'Where one film is here twice, let the two become one: its reviews, ratings, places on lists and screenings come together, and both addresses lead to it.',
  link: 'Merge with another film',
  back: 'Back to the film',
  choose: {
    title: 'Merge with another film',
    lead: 'Look for the film that is the same one.',
    label: 'The other film',
    search: 'Search',
    none: (asked: string) => `Nothing was found for “${asked}”.`,
    by: (names: string) => `by ${names}`,
  },
  look: {
    title: 'Two films become one',
    stays: 'Stays',
    goes: 'Becomes part of it',
    after: 'Then holds',
    field: 'What is said',
    address: 'Address',
    addressAfter: 'both lead here',
    reviews: 'Diary entries and reviews',
    ratings: 'Ratings',
    lists: 'Lists',
    mentions: 'Mentions in reviews',
    screenings: 'Screenings',
    count: upTo,
    together: (count: number) => `up to ${upTo(count)}`,
    seen: 'Counted is what everyone may see. What only some may see, or only its author, comes along and stays as closed as it is.',
    doubled:
      'Who has rated both keeps the later rating. A list that holds both keeps one place, with the notes of both.',
    undo: 'It can be undone afterwards, also after weeks: then everything goes back, with what was changed in the meantime.',
    button: 'Make them one',
    swap: 'The other way round',
    another: 'Choose another film',
  },
  wrong: {
    'same-film': 'These two are one film already.',
    'another-running': 'An import or another merge is under way. Try again in a moment.',
    'merged-since': 'The film that stayed has become part of another film since. Undo that first.',
    film: 'That film is not here any more.',
  },
  done: {
    title: 'What was done',
    none: 'Nothing was merged yet.',
    apart: 'Noted: these are two films.',
    merged: (from: string, into: string) => `${from} became part of ${into}`,
    split: (from: string, into: string) => `Moved from ${from} to ${into}`,
    removal: (film: string) => `${film} was taken away`,
    by: (name: string, day: string) => `${name}, ${day}`,
    formerMember: 'a former member',
    undone: 'Undone',
    running: 'Under way',
  },
  doubles: {
    title: 'Perhaps one film',
    lead: 'Films of the same title and year, and films that are said to have the same id elsewhere. The latest films come first.',
    none: 'No two films here look alike.',
    noneYet: 'None of these films look alike.',
    name: 'same title',
    id: 'same id elsewhere',
    reviews: (count: number) => (count === 1 ? '1 review' : `${number(count)} reviews`),
    compare: 'Compare',
    apart: 'They are two',
    more: 'Look further back',
    pair: (one: string, other: string) => `${one} and ${other}`,
  },
  report: {
    merged: 'Two films became one',
    split: 'One film became two',
    removal: 'A film was taken away',
    running: 'This is under way. What is moved can be seen already; the rest follows.',
    reload: 'Look again',
    entries: (count: number) =>
      count === 1 ? '1 diary entry or review moved' : `${number(count)} diary entries and reviews moved`,
    marks: (count: number) =>
      count === 1 ? '1 rating or mark moved' : `${number(count)} ratings and marks moved`,
    list_items: (count: number) =>
      count === 1 ? '1 place on a list moved' : `${number(count)} places on lists moved`,
    mentions: (count: number) => (count === 1 ? '1 mention moved' : `${number(count)} mentions moved`),
    screenings: (count: number) => (count === 1 ? '1 screening moved' : `${number(count)} screenings moved`),
    pins: (count: number) =>
      count === 1 ? '1 pinned review moved' : `${number(count)} pinned reviews moved`,
    facts: (count: number) => (count === 1 ? '1 fact moved' : `${number(count)} facts moved`),
    joined: (count: number) => (count === 1 ? '1 pair became one' : `${number(count)} pairs became one`),
    nothing: 'Nothing hung on it that had to be moved.',
    undo: 'Undo',
    asked:
      'Everything goes back to where it was. What was changed since goes back with its changes; what was written since stays where it is.',
    undone: ({ restored }: { restored: number }) =>
      restored === 1 ? 'Undone. 1 thing went back.' : `Undone. ${number(restored)} things went back.`,
    kept: 'What happened in the meantime',
    more: (count: number) =>
      count === 1
        ? 'and 1 more that not everyone may see'
        : `and ${number(count)} more, some of which not everyone may see`,
    all: 'All merges',
  },
};
