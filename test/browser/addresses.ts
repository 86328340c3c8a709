import type { House } from './house.ts';

/** As whom a page is opened. */
export type Who = 'reader' | 'member' | 'owner' | 'brings';

/** One page to open: where, as whom (everybody, unless said), and what it answers (200, unless said). */
export interface Address {
  path: string;
  who?: readonly Who[];
  status?: number;
}

const MEMBERS: readonly Who[] = ['member', 'owner'];
const OWNER: readonly Who[] = ['owner'];
const BRINGS: readonly Who[] = ['brings'];

/**
 * Every GET route of the site by its path in the route table, with the addresses at which all it can show is
 * seen. An empty list stands for what is no page.
 */
export const ADDRESSES: Readonly<Record<string, (at: House) => readonly Address[]>> = {
  '/': () => [{ path: '/' }],
  '/setup': () => [{ path: '/setup' }],
  '/put-it-online': () => [{ path: '/put-it-online' }],
  '/about': () => [{ path: '/about' }],
  '/films': () => [
    { path: '/films' },
    { path: '/films?as=table', who: ['reader'] },
    { path: '/films?q=nothing+goes+by+this', who: ['reader'] },
    { path: '/films?genre=drama&genre=crime&length=short&average=4', who: ['reader'] },
    { path: '/films?mine=unseen', who: ['reader', 'member'] },
  ],
  '/genre/:term': () => [
    { path: '/genre/drama', who: ['reader'] },
    { path: '/genre/nothing', who: ['reader'], status: 404 },
  ],
  '/country/:term': () => [{ path: '/country/jp', who: ['reader'] }],
  '/language/:term': () => [{ path: '/language/ja', who: ['reader'] }],
  '/studio/:term': () => [{ path: '/studio/none', who: ['reader'], status: 404 }],
  '/decade/:term': () => [{ path: '/decade/1990s', who: ['reader'] }],
  '/search': () => [
    { path: '/search' },
    { path: '/search?q=the' },
    { path: '/search?q=corridors&in=reviews', who: ['reader'] },
    { path: '/search?q=nothing+goes+by+this', who: ['reader'] },
  ],
  '/search/suggestions': () => [],
  '/film/:slug': ({ film, bareFilm, picturedFilm }) => [
    { path: `/film/${picturedFilm.slug}`, who: ['reader', 'owner'] },
    { path: `/film/${picturedFilm.slug}/about`, who: ['reader'] },
    { path: `/film/${film.slug}` },
    { path: `/film/${bareFilm.slug}`, who: ['reader', 'owner'] },
    { path: '/film/no-such-film', who: ['reader'], status: 404 },
  ],
  '/film/:slug/reviews': ({ film, bareFilm }) => [
    { path: `/film/${film.slug}/reviews` },
    { path: `/film/${film.slug}/reviews?sort=lowest&rating=9&place=here&one=1`, who: ['reader'] },
    { path: `/film/${film.slug}/reviews?rating=1&text=all`, who: ['reader'] },
    { path: `/film/${bareFilm.slug}/reviews`, who: ['reader'] },
  ],
  '/film/:slug/screenings': ({ film, bareFilm }) => [
    { path: `/film/${film.slug}/screenings` },
    { path: `/film/${bareFilm.slug}/screenings`, who: ['reader'] },
  ],
  '/film/:slug/screenings.ics': () => [],
  '/film/:slug/screenings/add': ({ film }) => [
    { path: `/film/${film.slug}/screenings/add?added=2&there=1`, who: OWNER },
    { path: `/film/${film.slug}/screenings/add`, who: ['member'], status: 403 },
  ],
  '/screening/:id/edit': ({ screening }) => [{ path: `/screening/${screening}/edit`, who: OWNER }],
  '/programme': () => [
    { path: '/programme' },
    { path: '/programme?month=2026-12', who: ['reader'] },
    { path: '/programme?month=2026-02&venue=cine-farol', who: ['reader'] },
  ],
  '/programme.ics': () => [],
  '/venue/:slug': () => [{ path: '/venue/lichtspiele-saaleblick', who: ['reader', 'owner'] }],
  '/venue/:slug/programme.ics': () => [],
  '/admin/films': () => [{ path: '/admin/films?done=apart', who: OWNER }],
  '/admin/films/:id': ({ merged, mergeUndone }) => [
    { path: merged, who: OWNER },
    { path: mergeUndone, who: OWNER },
  ],
  '/admin/programme': () => [
    { path: '/admin/programme?film=a', who: OWNER },
    { path: '/admin/programme?film=nothing+goes+by+this', who: OWNER },
  ],
  '/admin/films/load': () => [{ path: '/admin/films/load', who: OWNER }],
  '/admin/programme/import': () => [{ path: '/admin/programme/import', who: OWNER }],
  '/admin/programme/import/:id': ({ screeningsAsked, screeningsDone }) => [
    { path: screeningsAsked, who: OWNER },
    { path: screeningsDone, who: OWNER },
  ],
  '/admin/venues': () => [{ path: '/admin/venues?done=saved', who: OWNER }],
  '/admin/venue/:id': ({ venue }) => [{ path: `/admin/venue/${venue}`, who: OWNER }],
  '/films/new': () => [
    { path: '/films/new', who: OWNER },
    { path: '/films/new', who: ['member'], status: 403 },
  ],
  '/film/:slug/facts': ({ film, bareFilm }) => [
    { path: `/film/${film.slug}/facts?done=set`, who: OWNER },
    { path: `/film/${bareFilm.slug}/facts`, who: OWNER },
    { path: `/film/${film.slug}/facts`, who: ['member'], status: 403 },
  ],
  '/film/:slug/pictures': ({ film, picturedFilm }) => [
    { path: `/film/${picturedFilm.slug}/pictures?done=added`, who: OWNER },
    { path: `/film/${film.slug}/pictures`, who: OWNER },
    { path: `/film/${film.slug}/pictures`, who: ['member'], status: 403 },
  ],
  '/picture/:id/:file{[0-9]+\\.(?:avif|webp|jpg)}': () => [],
  '/film/:slug/merge': ({ film, bareFilm, plainFilm }) => [
    { path: `/film/${film.slug}/merge?q=the`, who: OWNER },
    { path: `/film/${bareFilm.slug}/merge?q=nothing+goes+by+this`, who: OWNER },
    { path: `/film/${bareFilm.slug}/merge?with=${plainFilm.id}`, who: OWNER },
    { path: `/film/${film.slug}/merge`, who: ['member'], status: 403 },
  ],
  '/film/:slug/split': ({ film, bareFilm }) => [
    { path: `/film/${film.slug}/split?q=the`, who: OWNER },
    { path: `/film/${film.slug}/split?to=${bareFilm.id}`, who: OWNER },
    { path: `/film/${bareFilm.slug}/split?to=new`, who: OWNER },
    { path: `/film/${film.slug}/split`, who: ['member'], status: 403 },
  ],
  '/film/:slug/address': ({ film, bareFilm }) => [
    { path: `/film/${film.slug}/address?done=saved`, who: OWNER },
    { path: `/film/${bareFilm.slug}/address`, who: OWNER },
    { path: `/film/${film.slug}/address`, who: ['member'], status: 403 },
  ],
  '/film/:slug/about': ({ film, bareFilm }) => [
    { path: `/film/${film.slug}/about` },
    { path: `/film/${bareFilm.slug}/about`, who: ['reader'] },
  ],
  '/film/:slug/review': ({ film }) => [{ path: `/film/${film.slug}/review` }],
  '/film/:slug/review/:token': ({ film, waiting, mailed }) => [
    { path: `/film/${film.slug}/review/${waiting}` },
    { path: `/film/${film.slug}/review/${mailed}`, who: ['reader'] },
  ],
  '/welcome/:token': ({ late }) => [
    { path: `/welcome/${late}`, who: ['reader'], status: 410 },
    { path: '/welcome/cut-in-two-by-a-mail-program', who: ['reader'], status: 404 },
  ],
  '/review/:id': ({ own, review, elsewhere }) => [
    { path: `/review/${review}` },
    { path: `/review/${own}`, who: ['member'] },
    { path: `/review/${elsewhere}`, who: ['reader', 'owner'] },
    { path: '/review/00000000000000000000000000', who: ['reader'], status: 404 },
  ],
  '/review/:id/edit': ({ own }) => [{ path: `/review/${own}/edit`, who: ['member'] }],
  '/review/:id/delete': ({ own }) => [{ path: `/review/${own}/delete`, who: ['member'] }],
  '/review/:id/versions': ({ own }) => [{ path: `/review/${own}/versions`, who: MEMBERS }],
  '/review/:id/films': ({ own }) => [
    { path: `/review/${own}/films`, who: ['member'] },
    { path: `/review/${own}/films?title=a`, who: ['member'] },
  ],
  '/review/:id/quote': ({ review, elsewhere }) => [
    { path: `/review/${review}/quote`, who: OWNER },
    { path: `/review/${elsewhere}/quote`, who: OWNER },
    { path: `/review/${review}/quote`, who: ['member'], status: 403 },
  ],
  '/quote/:id': ({ quote, quoteAway }) => [
    { path: `/quote/${quote}`, who: OWNER },
    { path: `/quote/${quoteAway}`, who: OWNER, status: 410 },
  ],
  '/quote/:id/:drawing': () => [],
  '/film/:slug/card': ({ film, bareFilm, plainFilm, quote, screening }) => [
    { path: `/film/${film.slug}/card?paper=a5`, who: ['reader'] },
    { path: `/film/${film.slug}/card?screening=${screening}`, who: OWNER },
    { path: `/film/${bareFilm.slug}/card?paper=letter`, who: ['reader'] },
    { path: `/film/${plainFilm.slug}/card?quote=${quote}`, who: OWNER },
  ],
  '/film/:slug/card/:sheet': () => [],
  '/film/:slug/quotes': ({ plainFilm, bareFilm, quoteAway }) => [
    { path: `/film/${plainFilm.slug}/quotes?removed=${quoteAway}`, who: OWNER },
    { path: `/film/${bareFilm.slug}/quotes`, who: OWNER },
  ],
  '/review/:id/mine': ({ elsewhere, review }) => [
    { path: `/review/${elsewhere}/mine`, who: ['reader'] },
    { path: `/review/${review}/mine`, who: ['reader'] },
  ],
  '/review/:id/report': ({ review }) => [{ path: `/review/${review}/report`, who: ['reader'] }],
  '/card/:file{[0-9a-v]+\\.svg}': () => [],
  '/tag/:tag': () => [{ path: '/tag/night' }, { path: '/tag/nobody-says-so', who: ['reader'], status: 404 }],
  '/person/:slug': ({ person }) => [{ path: `/person/${person}` }],
  '/sign-in': () => [{ path: '/sign-in' }],
  '/sign-in/link': () => [{ path: '/sign-in/link', who: ['reader'] }],
  '/sign-in/link/:token': ({ signInLink }) => [{ path: `/sign-in/link/${signInLink}`, who: ['reader'] }],
  '/sign-up': () => [{ path: '/sign-up' }],
  '/import': () => [{ path: '/import', who: ['member', 'owner', 'brings'] }],
  '/import/:id': ({ asked, imported, undone, accountAsked, accountImported, filmsAsked }) => [
    { path: asked, who: OWNER },
    { path: filmsAsked, who: OWNER },
    { path: imported, who: OWNER },
    { path: undone, who: OWNER },
    { path: accountAsked, who: BRINGS },
    { path: accountImported, who: ['brings', 'owner'] },
    { path: '/import/00000000000000000000000000', who: MEMBERS, status: 404 },
  ],
  '/import/spoilers': () => [{ path: '/import/spoilers', who: ['member', 'brings'] }],
  '/import/:id/rows': ({ accountImported }) => [
    { path: `${accountImported}/rows`, who: BRINGS },
    { path: `${accountImported}/rows?became=rejected`, who: BRINGS },
    { path: `${accountImported}/rows`, who: ['member'], status: 404 },
  ],
  '/import/:id/settle': ({ imported, accountImported }) => [
    { path: `${accountImported}/settle`, who: BRINGS },
    { path: `${imported}/settle`, who: OWNER },
  ],
  '/import/:id/spoilers': ({ accountImported }) => [{ path: `${accountImported}/spoilers`, who: BRINGS }],
  '/import/:id/uses': ({ imported, accountImported }) => [
    { path: `${imported}/uses`, who: OWNER },
    { path: `${imported}/uses?look=1&allows=strips`, who: OWNER },
    { path: `${accountImported}/uses`, who: BRINGS },
    { path: `${accountImported}/uses`, who: OWNER, status: 404 },
  ],
  '/import/:id/undo': ({ imported }) => [{ path: `${imported}/undo`, who: OWNER }],
  '/settings': () => [{ path: '/settings', who: MEMBERS }],
  '/settings/tokens': () => [{ path: '/settings/tokens?done=revoked', who: MEMBERS }],
  '/api': () => [{ path: '/api', who: ['reader'] }],
  '/admin': () => [
    { path: '/admin', who: OWNER },
    { path: '/admin', who: ['member'], status: 403 },
  ],
  '/admin/members': () => [{ path: '/admin/members', who: OWNER }],
  '/admin/site': () => [{ path: '/admin/site', who: OWNER }],
  '/admin/facts': () => [{ path: '/admin/facts?done=moved', who: OWNER }],
  '/:handle{@[^/]+}': () => [{ path: '/@ines' }, { path: '/@linh', who: ['reader'] }],
  '/:handle{@[^/]+}/diary': () => [{ path: '/@ines/diary' }, { path: '/@linh/diary', who: ['reader'] }],
  '/:handle{@[^/]+}/films': () => [{ path: '/@ines/films' }, { path: '/@linh/films', who: ['reader'] }],
  '/:handle{@[^/]+}/reviews': () => [{ path: '/@ines/reviews' }],
  '/:handle{@[^/]+}/lists': () => [{ path: '/@ines/lists' }, { path: '/@new_here/lists', who: ['reader'] }],
  '/:handle{@[^/]+}/list/:slug': () => [{ path: '/@ines/list/corridors' }],
  '/:handle{@[^/]+}/tag/:tag': () => [{ path: '/@ines/tag/night' }],
  '/:handle{@[^/]+}/watchlist': () => [
    { path: '/@ines/watchlist' },
    { path: '/@new_here/watchlist', who: ['reader'] },
  ],
  '/lists': () => [{ path: '/lists' }],
  '/healthz': () => [],
  '/embed.js': () => [],
  '/embed/film/:slug': ({ film, bareFilm }) => [
    { path: `/embed/film/${film.slug}`, who: ['reader'] },
    { path: `/embed/film/${film.slug}?theme=dark&show=newest&least=4&n=many`, who: ['reader'] },
    { path: `/embed/film/${bareFilm.slug}`, who: ['reader'] },
    { path: '/embed/film/no-such-film', who: ['reader'], status: 404 },
  ],
  '/embed/review/:id': ({ review }) => [{ path: `/embed/review/${review}`, who: ['reader'] }],
  '/embed': () => [
    { path: '/embed', who: ['reader'] },
    { path: '/embed?film=a', who: ['reader'] },
    { path: '/embed?film=nothing+goes+by+this&theme=dark', who: ['reader'] },
  ],
  '/film/:slug/embed': ({ film, bareFilm }) => [
    { path: `/film/${film.slug}/embed?show=newest&least=3.5&theme=dark&n=many`, who: ['reader'] },
    { path: `/film/${bareFilm.slug}/embed`, who: ['reader'] },
  ],
  '/admin/strips': () => [
    { path: '/admin/strips', who: OWNER },
    { path: '/admin/strips', who: ['member'], status: 403 },
  ],
  '/embed/match': () => [],
  '/oembed': () => [],
  '/embed/programme': () => [{ path: '/embed/programme', who: ['reader'] }],
  '/embed/programme.html': () => [],
  '/embed/programme.json': () => [],
  '/admin/webhooks': () => [{ path: '/admin/webhooks?done=try', who: OWNER }],
  '/sitemap.xml': () => [],
  '/sitemap/:part{[a-z]+(?:-[0-9a-v]+)?\\.xml}': () => [],
  '/robots.txt': () => [],
  '/feed.xml': () => [],
  '/feed.json': () => [],
  '/film/:slug/card.png': () => [],
  '/review/:id/card.png': () => [],
  '/:handle{@[^/]+}/list/:slug/card.png': () => [],
  '/film/:slug/feed.xml': () => [],
  '/film/:slug/feed.json': () => [],
  '/:handle{@[^/]+}/feed.xml': () => [],
  '/:handle{@[^/]+}/feed.json': () => [],
  '/:handle{@[^/]+}/list/:slug/feed.xml': () => [],
  '/:handle{@[^/]+}/list/:slug/feed.json': () => [],
};
