/** The frame around every page. */
export const layout = {
  skip: 'Skip to the page',
  films: 'Films',
  search: 'Search',
  searchFor: 'Search films, people, members, lists and reviews',
  lists: 'Lists',
  programme: 'Programme',
  signIn: 'Sign in',
  signOut: 'Sign out',
  about: 'About',
  desk: 'The desk',
  pages: 'Main pages',
  you: (name: string) => `${name}, your page`,
  titled: (page: string, site: string) => `${page} · ${site}`,
};
