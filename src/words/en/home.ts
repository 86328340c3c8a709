/** The front of the house. */
export const home = {
  mostReviewed: 'Most talked about',
  latest: 'Latest reviews',
  nothing: 'No films are here yet.',
  bringIn: 'Bring in a file with films and reviews, and each film gets a page.',
  import: 'Import',
  come: 'The films come in with the first file. Come back soon.',
};
