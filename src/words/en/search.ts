import { number } from '../english.ts';

/** The search. */
export const search = {
  title: 'Search',
  found: (text: string) => `Found for “${text}”`,
  ask: 'Titles in any language, names, years, words of a review. A few letters are enough, and slips are forgiven.',
  box: 'What are you looking for?',
  search: 'Search',
  nothing: (text: string) => `Nothing is found for “${text}”. Try fewer letters, or another spelling.`,
  noMore: 'Nothing more is found.',
  groups: {
    films: 'Films',
    people: 'People',
    members: 'Members',
    lists: 'Lists',
    reviews: 'Reviews',
  },
  more: {
    films: 'More films',
    people: 'More people',
    members: 'More members',
    lists: 'More lists',
    reviews: 'More reviews',
  },
  everything: 'Everything that is found',
  pages: 'Pages',
  listBy: (name: string, films: number) =>
    `List by ${name}, ${films === 1 ? '1 film' : `${number(films)} films`}`,
  person: 'Person',
  member: (username: string) => `Member, @${username}`,
  /** Said to whoever does not see the list that opens below the box. */
  suggestions: 'Suggestions',
  noSuggestion: 'No suggestion',
  oneSuggestion: '1 suggestion',
  /** `#` is where their number goes. */
  someSuggestions: '# suggestions',
};
