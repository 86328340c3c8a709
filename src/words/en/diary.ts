import { weekday } from '../english.ts';

/** A diary of viewings. */
export const diary = {
  of: (name: string) => `Diary of ${name}`,
  ofYear: (name: string, year: string) => `Diary of ${name}, ${year}`,
  nothing: (name: string) => `${name} has no viewings here that you can see.`,
  nothingOwn: 'No viewings yet. Give a review the day you saw the film, and it stands here.',
  years: 'Years',
  allYears: 'All years',
  /** "Thursday 21" under the name of its month; a dash where only the month or year is known. */
  dayOfMonth: (date: string) => (date.length === 10 ? `${weekday(date)} ${Number(date.slice(8))}` : '–'),
  again: 'Seen again',
  review: 'Review',
  entry: 'Entry',
};
