import type { feed as english } from '../en/feed.ts';

export const feed: typeof english = {
  link: 'Newsfeed',
  ofFilm: (title, site) => `Rezensionen zu ${title} bei ${site}`,
  ofMember: (name, site) => `Was ${name} bei ${site} sieht und schreibt`,
  ofSite: (site) => `Die neuesten Rezensionen bei ${site}`,
  ofList: (title, name) => `${title}, eine Liste von ${name}`,
  review: (stars, title, name) => `${stars === '' ? '' : `${stars} `}${title}, besprochen von ${name}`,
  logged: (stars, title, name) => `${stars === '' ? '' : `${stars} `}${title}, gesehen von ${name}`,
  tells: (title) => `Diese Rezension verrät, was in ${title} geschieht, und steht deshalb nicht hier.`,
  mayTell: (title) =>
    `Diese Rezension verrät vielleicht, was in ${title} geschieht, und steht deshalb nicht hier.`,
  notOut: 'Wer sie geschrieben hat, zeigt die Worte nur dort und in diesem Haus.',
  read: 'Im Haus lesen',
  seen: (day) => `Gesehen: ${day}.`,
};
