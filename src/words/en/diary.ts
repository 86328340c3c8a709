/** A diary of viewings. */
export const diary = {
  of: (name: string) => `Diary of ${name}`,
  ofYear: (name: string, year: string) => `Diary of ${name}, ${year}`,
  nothing: (name: string) => `${name} has no viewings here that you can see.`,
  nothingOwn: 'No viewings yet. Give a review the day you saw the film, and it stands here.',
  years: 'Years',
  allYears: 'All years',
  again: 'Seen before',
  review: 'Review',
};
