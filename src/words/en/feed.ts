/** Feeds: what a program that reads them shows. */
export const feed = {
  /** What the link to it says, at the foot of a page. */
  link: 'Feed',
  ofFilm: (title: string, site: string) => `Reviews of ${title} at ${site}`,
  ofMember: (name: string, site: string) => `What ${name} sees and writes at ${site}`,
  ofSite: (site: string) => `The newest reviews at ${site}`,
  ofList: (title: string, name: string) => `${title}, a list by ${name}`,
  /** One entry; `stars` is empty for an unrated one. */
  review: (stars: string, title: string, name: string) =>
    `${stars === '' ? '' : `${stars} `}${title}, reviewed by ${name}`,
  logged: (stars: string, title: string, name: string) =>
    `${stars === '' ? '' : `${stars} `}${title}, seen by ${name}`,
  tells: (title: string) => `This review tells what happens in ${title}, so it is not carried here.`,
  mayTell: (title: string) => `This review may tell what happens in ${title}, so it is not carried here.`,
  notOut: 'Its author shows the words only where they were written and here.',
  read: 'Read it at the house',
  seen: (day: string) => `Seen ${day}.`,
};
