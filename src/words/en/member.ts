/** A member's page. */
export const member = {
  since: (day: string) => `Here since ${day}`,
  nothing: (name: string) => `${name} has not written anything yet that you can see.`,
  nothingOwn: 'You have not written anything yet. Choose a film and say what you saw.',
  rated: 'Rated',
  watched: 'Seen, without words',
  more: 'Earlier ones',
  first: 'From the latest',
  permalink: 'Link to this entry',
  pages: 'Pages',
  settings: 'Your settings',
  description: (name: string, site: string) => `What ${name} wrote about films at ${site}.`,
};
