/**
 * How a route's answers stand in a copy: as a page in a folder of its own, of which `pages` are taken where it goes on
 * over several; as a file; or not at all, and why. What is `onlyLive` names its own address for programs, and is left out
 * where there is no public one.
 */
export type CopyRule = { as: 'page' | 'file'; pages?: number; onlyLive?: true } | { leave: string };

/** The catalogue goes on for ever; all films are found by the copy's own lists of titles. */
const CATALOGUE: CopyRule = { as: 'page', pages: 20 };
/** What was written of a film, or by somebody, is there whole. */
const WHOLE: CopyRule = { as: 'page', pages: 100_000 };
const PAGE: CopyRule = { as: 'page' };
const FILE: CopyRule = { as: 'file' };
const FEED: CopyRule = { as: 'file', onlyLive: true };
/** Of which of them a copy has the social cards is for whoever makes it to say. */
const CARD: CopyRule = { as: 'file' };

const SIGNED_IN: CopyRule = { leave: 'It is for somebody who is signed in, and a copy knows nobody.' };
const WRITES: CopyRule = { leave: 'Its form is for the live site, which alone can take what is sent.' };
const PRIVATE_LINK: CopyRule = { leave: 'Its link was mailed to one person.' };
const ASKED: CopyRule = { leave: 'It answers what is asked in its address, which no file can.' };
const STRIP: CopyRule = {
  leave: 'It is asked for by pages elsewhere, with what they want in its address; the live site answers.',
};

const LOBBY: CopyRule = {
  leave: 'Whoever prints it looks after the site, and chooses in its address what stands on it.',
};

/** Every GET route by its path in the route table, and what the copy has of its own. */
export const RULES: Readonly<Record<string, CopyRule>> = {
  '/': PAGE,
  '/about': PAGE,
  '/put-it-online': PAGE,
  '/programme': PAGE,
  '/programme.ics': FILE,
  '/films': CATALOGUE,
  '/genre/:term': CATALOGUE,
  '/country/:term': CATALOGUE,
  '/language/:term': CATALOGUE,
  '/studio/:term': CATALOGUE,
  '/decade/:term': CATALOGUE,
  '/lists': CATALOGUE,
  '/tag/:tag': CATALOGUE,
  '/robots.txt': FEED,
  '/sitemap.xml': FEED,
  '/sitemap/:part{[a-z]+(?:-[0-9a-v]+)?\\.xml}': FEED,
  '/feed.xml': FEED,
  '/feed.json': FEED,
  '/film/:slug/feed.xml': FEED,
  '/film/:slug/feed.json': FEED,
  '/:handle{@[^/]+}/feed.xml': FEED,
  '/:handle{@[^/]+}/feed.json': FEED,
  '/:handle{@[^/]+}/list/:slug/feed.xml': FEED,
  '/:handle{@[^/]+}/list/:slug/feed.json': FEED,
  '/film/:slug': PAGE,
  '/film/:slug/reviews': WHOLE,
  '/film/:slug/screenings': PAGE,
  '/film/:slug/screenings.ics': FILE,
  '/film/:slug/about': PAGE,
  '/review/:id': PAGE,
  '/film/:slug/card.png': CARD,
  '/review/:id/card.png': CARD,
  '/:handle{@[^/]+}/list/:slug/card.png': CARD,
  '/card/:file{[0-9a-v]+\\.svg}': FILE,
  '/picture/:id/:file{[0-9]+\\.(?:avif|webp|jpg)}': FILE,
  '/person/:slug': WHOLE,
  '/venue/:slug': PAGE,
  '/venue/:slug/programme.ics': FILE,
  '/:handle{@[^/]+}': WHOLE,
  '/:handle{@[^/]+}/reviews': WHOLE,
  '/:handle{@[^/]+}/diary': WHOLE,
  '/:handle{@[^/]+}/films': WHOLE,
  '/:handle{@[^/]+}/watchlist': WHOLE,
  '/:handle{@[^/]+}/lists': WHOLE,
  '/:handle{@[^/]+}/tag/:tag': WHOLE,
  '/:handle{@[^/]+}/list/:slug': WHOLE,

  // The copy's own: its search, and the style sheets, fonts and pictures of every page.
  '/search': PAGE,
  '/search/titles/:prefix': PAGE,
  '/search/copy/:file': FILE,
  '/assets/:file': FILE,

  '/search/suggestions': ASKED,
  '/setup': WRITES,
  '/films/new': SIGNED_IN,
  '/film/:slug/screenings/add': SIGNED_IN,
  '/film/:slug/facts': SIGNED_IN,
  '/film/:slug/pictures': SIGNED_IN,
  '/film/:slug/merge': SIGNED_IN,
  '/film/:slug/split': SIGNED_IN,
  '/film/:slug/address': SIGNED_IN,
  '/film/:slug/review': WRITES,
  '/film/:slug/review/:token': PRIVATE_LINK,
  '/film/:slug/embed': STRIP,
  '/welcome/:token': PRIVATE_LINK,
  '/review/:id/edit': SIGNED_IN,
  '/review/:id/delete': SIGNED_IN,
  '/review/:id/versions': SIGNED_IN,
  '/review/:id/films': SIGNED_IN,
  '/review/:id/quote': SIGNED_IN,
  '/quote/:id': SIGNED_IN,
  '/quote/:id/:drawing': SIGNED_IN,
  '/film/:slug/quotes': SIGNED_IN,
  '/film/:slug/card': LOBBY,
  '/film/:slug/card/:sheet': LOBBY,
  '/review/:id/mine': WRITES,
  '/review/:id/report': WRITES,
  '/screening/:id/edit': SIGNED_IN,
  '/sign-in': WRITES,
  '/sign-in/link': WRITES,
  '/sign-in/link/:token': PRIVATE_LINK,
  '/sign-up': WRITES,
  '/import': WRITES,
  '/import/spoilers': SIGNED_IN,
  '/import/:id': SIGNED_IN,
  '/import/:id/undo': SIGNED_IN,
  '/import/:id/uses': SIGNED_IN,
  '/import/:id/rows': SIGNED_IN,
  '/import/:id/settle': SIGNED_IN,
  '/import/:id/spoilers': SIGNED_IN,
  '/settings': SIGNED_IN,
  '/settings/tokens': SIGNED_IN,
  '/api': { leave: 'It tells how the live site is asked, which is where it can be tried.' },
  '/admin': SIGNED_IN,
  '/admin/members': SIGNED_IN,
  '/admin/site': SIGNED_IN,
  '/admin/strips': SIGNED_IN,
  '/admin/facts': SIGNED_IN,
  '/admin/films': SIGNED_IN,
  '/admin/films/load': SIGNED_IN,
  '/admin/films/:id': SIGNED_IN,
  '/admin/programme': SIGNED_IN,
  '/admin/programme/import': SIGNED_IN,
  '/admin/programme/import/:id': SIGNED_IN,
  '/admin/venues': SIGNED_IN,
  '/admin/webhooks': SIGNED_IN,
  '/admin/venue/:id': SIGNED_IN,
  '/healthz': { leave: 'It tells how the live site is.' },
  '/oembed': STRIP,
  '/embed': STRIP,
  '/embed.js': STRIP,
  '/embed/page': STRIP,
  '/embed/match': STRIP,
  '/embed/film/:slug': STRIP,
  '/embed/review/:id': STRIP,
  '/embed/programme': STRIP,
  '/embed/programme.html': STRIP,
  '/embed/programme.json': STRIP,
};
