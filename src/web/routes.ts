import { showAbout, showPutItOnline } from './pages/about.ts';
import {
  openLink,
  sendLink,
  showLink,
  showLinkForm,
  showSignIn,
  showSignUp,
  signIn,
  signOut,
  signUp,
} from './pages/account.ts';
import { decide, decideReview, saveRole, saveSite, showDesk, showMembers, showSite } from './pages/admin.ts';
import { showGuide } from './pages/api.ts';
import { postArrange } from './pages/arrange.ts';
import { showDiary } from './pages/diary.ts';
import { postFacts, showFacts } from './pages/fact.ts';
import { showCard, showFilm } from './pages/film.ts';
import { postAddress, showAddress } from './pages/film-address.ts';
import { postOrder, postSource, postTmdb, showSources } from './pages/film-source.ts';
import { postFilmWork, postFilmWorks, showFilmWork, showFilmWorks } from './pages/film-work.ts';
import { filmsRule, showFilms, showTerm } from './pages/films.ts';
import { demonstrate, setUp, showSetup } from './pages/first-run.ts';
import { showHealth } from './pages/health.ts';
import { showHome } from './pages/home.ts';
import { postImport, postOneImport, showImport, showOneImport } from './pages/import.ts';
import { postSettle, postSpoilers, showImportRows, showSettle, showSpoilers } from './pages/import-after.ts';
import { postUndoImport, showUndoImport } from './pages/import-batch.ts';
import { postImportUses, showImportUses } from './pages/import-uses.ts';
import { showKnown } from './pages/known.ts';
import { showList, showLists, showTheirLists } from './pages/list.ts';
import { postLoad, showLoad } from './pages/load.ts';
import { showLobbyCard } from './pages/lobby-card.ts';
import { showSeen, showWanted } from './pages/marks.ts';
import { showMember, showTheirs } from './pages/member.ts';
import { postNamed, showNamed } from './pages/mention.ts';
import { postMerge, showMerge } from './pages/merge.ts';
import { postNewFilm, showNewFilm } from './pages/new-film.ts';
import { showPerson } from './pages/person.ts';
import { postPicture, postPictureChoice, showPicture, showPictures } from './pages/picture.ts';
import { postPosterWord } from './pages/poster-word.ts';
import {
  showCalendar,
  showFilmCalendar,
  showFilmScreenings,
  showProgramme,
  showVenue,
  showVenueCalendar,
} from './pages/programme.ts';
import { postOneQuote, postQuote, showFilmQuotes, showQuote, showQuoteForm } from './pages/quote.ts';
import { postMine, postReport, showMine, showReport } from './pages/report.ts';
import {
  postDelete,
  postRestore,
  postSpoiler,
  postVersions,
  showDelete,
  showReview,
  showVersions,
} from './pages/review.ts';
import { postEdit, showEdit } from './pages/review-edit.ts';
import { postReview, preview, showReviewForm } from './pages/review-form.ts';
import { showReviews } from './pages/reviews.ts';
import {
  postAddScreenings,
  postEditScreening,
  showAddScreenings,
  showEditScreening,
} from './pages/screening.ts';
import {
  postScreeningFile,
  postScreeningImport,
  showScreeningImport,
  showScreeningImports,
} from './pages/screening-import.ts';
import { showSearch } from './pages/search.ts';
import {
  saveAbout,
  saveName,
  savePassword,
  savePosters,
  saveStrips,
  showSettings,
} from './pages/settings.ts';
import { postSplit, showSplit } from './pages/split.ts';
import { decidePage, saveStripSites, showBuilder, showBuilderStart, showStripDesk } from './pages/strip.ts';
import { showSuggestions } from './pages/suggestions.ts';
import { showTag, showTheirTag } from './pages/tag.ts';
import { postRevoke, postToken, showTokens } from './pages/token.ts';
import { postEditVenue, postVenue, showEditVenue, showProgrammeDesk, showVenues } from './pages/venue.ts';
import { openWelcome, postWaiting, postWelcome, showWaiting } from './pages/waiting.ts';
import { changeOneWebhook, postWebhook, showWebhooks } from './pages/webhook.ts';
import type { LimitName, Route, Visit } from './route.ts';

/** Whoever is signed in writes; anybody else tries a password by the same form. */
function editing(visit: Visit): LimitName {
  return visit.member ? 'write' : 'sign-in';
}

/** Every address of the site: how it is asked, who may, how often, and who answers. */
export const ROUTES: readonly Route[] = [
  { method: 'GET', path: '/', who: 'anyone', handler: showHome, cache: 'programme' },
  { method: 'GET', path: '/setup', who: 'anyone', handler: showSetup },
  { method: 'POST', path: '/setup', who: 'anyone', handler: setUp, limit: 'sign-in' },
  { method: 'POST', path: '/setup/demonstration', who: 'anyone', handler: demonstrate, limit: 'sign-in' },
  { method: 'GET', path: '/put-it-online', who: 'anyone', handler: showPutItOnline, cache: 'site' },
  { method: 'GET', path: '/about', who: 'anyone', handler: showAbout, cache: 'site' },
  { method: 'GET', path: '/films', who: 'anyone', handler: showFilms, cache: filmsRule },
  { method: 'GET', path: '/films/new', who: 'curator', handler: showNewFilm },
  { method: 'POST', path: '/films/new', who: 'curator', handler: postNewFilm },
  { method: 'GET', path: '/genre/:term', who: 'anyone', handler: showTerm('genre'), cache: 'catalogue' },
  { method: 'GET', path: '/country/:term', who: 'anyone', handler: showTerm('country'), cache: 'catalogue' },
  {
    method: 'GET',
    path: '/language/:term',
    who: 'anyone',
    handler: showTerm('language'),
    cache: 'catalogue',
  },
  { method: 'GET', path: '/studio/:term', who: 'anyone', handler: showTerm('studio'), cache: 'catalogue' },
  { method: 'GET', path: '/decade/:term', who: 'anyone', handler: showTerm('decade'), cache: 'catalogue' },
  { method: 'GET', path: '/tag/:tag', who: 'anyone', handler: showTag, cache: 'catalogue' },
  { method: 'GET', path: '/search', who: 'anyone', handler: showSearch, limit: 'search' },
  { method: 'GET', path: '/search/suggestions', who: 'anyone', handler: showSuggestions, limit: 'suggest' },
  { method: 'GET', path: '/film/:slug', who: 'anyone', handler: showFilm, cache: 'film' },
  { method: 'POST', path: '/film/:slug/arrange', who: 'curator', handler: postArrange },
  { method: 'GET', path: '/film/:slug/reviews', who: 'anyone', handler: showReviews, cache: 'film' },
  {
    method: 'GET',
    path: '/film/:slug/screenings',
    who: 'anyone',
    handler: showFilmScreenings,
    cache: 'film',
  },
  {
    method: 'GET',
    path: '/film/:slug/screenings.ics',
    who: 'anyone',
    handler: showFilmCalendar,
    cache: 'film',
  },
  { method: 'GET', path: '/film/:slug/screenings/add', who: 'curator', handler: showAddScreenings },
  { method: 'POST', path: '/film/:slug/screenings/add', who: 'curator', handler: postAddScreenings },
  { method: 'GET', path: '/film/:slug/pictures', who: 'curator', handler: showPictures },
  {
    method: 'POST',
    path: '/film/:slug/pictures',
    who: 'curator',
    handler: postPicture,
    limit: 'write',
  },
  {
    method: 'POST',
    path: '/film/:slug/pictures/choose',
    who: 'curator',
    handler: postPictureChoice,
    limit: 'write',
  },
  {
    method: 'GET',
    path: '/picture/:id/:file{[0-9]+\\.(?:avif|webp|jpg)}',
    who: 'anyone',
    handler: showPicture,
  },
  { method: 'GET', path: '/film/:slug/facts', who: 'curator', handler: showFacts },
  { method: 'POST', path: '/film/:slug/facts', who: 'curator', handler: postFacts },
  { method: 'GET', path: '/film/:slug/merge', who: 'curator', handler: showMerge },
  { method: 'POST', path: '/film/:slug/merge', who: 'curator', handler: postMerge },
  { method: 'GET', path: '/film/:slug/address', who: 'curator', handler: showAddress },
  { method: 'POST', path: '/film/:slug/address', who: 'curator', handler: postAddress },
  { method: 'GET', path: '/film/:slug/split', who: 'curator', handler: showSplit },
  { method: 'POST', path: '/film/:slug/split', who: 'curator', handler: postSplit },
  { method: 'GET', path: '/film/:slug/card', who: 'anyone', handler: showLobbyCard, cache: 'film' },
  { method: 'GET', path: '/film/:slug/quotes', who: 'curator', handler: showFilmQuotes },
  { method: 'GET', path: '/film/:slug/about', who: 'anyone', handler: showKnown, cache: 'film' },
  { method: 'GET', path: '/film/:slug/embed', who: 'anyone', handler: showBuilder, cache: 'film' },
  { method: 'GET', path: '/film/:slug/review', who: 'anyone', handler: showReviewForm },
  { method: 'POST', path: '/film/:slug/review', who: 'anyone', handler: postReview, limit: 'write' },
  { method: 'GET', path: '/film/:slug/review/:token', who: 'anyone', handler: showWaiting },
  { method: 'POST', path: '/film/:slug/review/:token', who: 'anyone', handler: postWaiting, limit: 'mail' },
  { method: 'GET', path: '/welcome/:token', who: 'anyone', handler: openWelcome, oneTime: true },
  { method: 'POST', path: '/welcome/:token', who: 'anyone', handler: postWelcome, limit: 'mail' },
  { method: 'POST', path: '/preview', who: 'anyone', handler: preview, limit: 'preview' },
  { method: 'GET', path: '/review/:id', who: 'anyone', handler: showReview, cache: 'review' },
  { method: 'GET', path: '/review/:id/edit', who: 'member', handler: showEdit },
  { method: 'POST', path: '/review/:id/edit', who: 'anyone', handler: postEdit, limit: editing },
  { method: 'GET', path: '/review/:id/delete', who: 'member', handler: showDelete },
  { method: 'POST', path: '/review/:id/delete', who: 'member', handler: postDelete },
  { method: 'POST', path: '/review/:id/restore', who: 'member', handler: postRestore },
  { method: 'GET', path: '/review/:id/versions', who: 'member', handler: showVersions },
  { method: 'POST', path: '/review/:id/versions', who: 'member', handler: postVersions },
  { method: 'POST', path: '/review/:id/spoiler', who: 'member', handler: postSpoiler },
  { method: 'GET', path: '/review/:id/films', who: 'member', handler: showNamed },
  { method: 'POST', path: '/review/:id/films', who: 'member', handler: postNamed, limit: 'write' },
  { method: 'POST', path: '/review/:id/posters', who: 'member', handler: postPosterWord, limit: 'write' },
  { method: 'GET', path: '/review/:id/quote', who: 'curator', handler: showQuoteForm },
  { method: 'POST', path: '/review/:id/quote', who: 'curator', handler: postQuote, limit: 'write' },
  { method: 'GET', path: '/quote/:id', who: 'curator', handler: showQuote },
  { method: 'POST', path: '/quote/:id', who: 'curator', handler: postOneQuote },
  { method: 'GET', path: '/review/:id/mine', who: 'anyone', handler: showMine },
  { method: 'POST', path: '/review/:id/mine', who: 'anyone', handler: postMine, limit: 'mail' },
  { method: 'GET', path: '/review/:id/report', who: 'anyone', handler: showReport },
  { method: 'POST', path: '/review/:id/report', who: 'anyone', handler: postReport, limit: 'mail' },
  { method: 'GET', path: '/card/:file{[0-9a-v]+\\.svg}', who: 'anyone', handler: showCard, cache: 'card' },
  { method: 'GET', path: '/person/:slug', who: 'anyone', handler: showPerson, cache: 'person' },
  { method: 'GET', path: '/programme', who: 'anyone', handler: showProgramme, cache: 'programme' },
  { method: 'GET', path: '/programme.ics', who: 'anyone', handler: showCalendar, cache: 'programme' },
  { method: 'GET', path: '/venue/:slug', who: 'anyone', handler: showVenue, cache: 'programme' },
  {
    method: 'GET',
    path: '/venue/:slug/programme.ics',
    who: 'anyone',
    handler: showVenueCalendar,
    cache: 'programme',
  },
  { method: 'GET', path: '/screening/:id/edit', who: 'curator', handler: showEditScreening },
  { method: 'POST', path: '/screening/:id/edit', who: 'curator', handler: postEditScreening },
  { method: 'GET', path: '/sign-in', who: 'anyone', handler: showSignIn },
  { method: 'POST', path: '/sign-in', who: 'anyone', handler: signIn, limit: 'sign-in' },
  { method: 'GET', path: '/sign-in/link', who: 'anyone', handler: showLinkForm },
  { method: 'POST', path: '/sign-in/link', who: 'anyone', handler: sendLink, limit: 'mail' },
  { method: 'GET', path: '/sign-in/link/:token', who: 'anyone', handler: showLink },
  { method: 'POST', path: '/sign-in/link/:token', who: 'anyone', handler: openLink, limit: 'sign-in' },
  { method: 'GET', path: '/sign-up', who: 'anyone', handler: showSignUp },
  { method: 'POST', path: '/sign-up', who: 'anyone', handler: signUp, limit: 'sign-up' },
  { method: 'POST', path: '/sign-out', who: 'anyone', handler: signOut },
  { method: 'GET', path: '/import', who: 'anyone', handler: showImport },
  { method: 'POST', path: '/import', who: 'anyone', handler: postImport, limit: 'import' },
  { method: 'GET', path: '/import/spoilers', who: 'member', handler: showSpoilers },
  { method: 'POST', path: '/import/spoilers', who: 'member', handler: postSpoilers, limit: 'write' },
  { method: 'GET', path: '/import/:id', who: 'anyone', handler: showOneImport },
  { method: 'POST', path: '/import/:id', who: 'anyone', handler: postOneImport },
  { method: 'GET', path: '/import/:id/undo', who: 'anyone', handler: showUndoImport },
  { method: 'POST', path: '/import/:id/undo', who: 'anyone', handler: postUndoImport },
  { method: 'GET', path: '/import/:id/rows', who: 'member', handler: showImportRows },
  { method: 'GET', path: '/import/:id/settle', who: 'member', handler: showSettle },
  { method: 'POST', path: '/import/:id/settle', who: 'member', handler: postSettle },
  { method: 'GET', path: '/import/:id/uses', who: 'member', handler: showImportUses },
  { method: 'POST', path: '/import/:id/uses', who: 'member', handler: postImportUses, limit: 'write' },
  { method: 'GET', path: '/import/:id/spoilers', who: 'member', handler: showSpoilers },
  { method: 'POST', path: '/import/:id/spoilers', who: 'member', handler: postSpoilers, limit: 'write' },
  { method: 'GET', path: '/settings', who: 'member', handler: showSettings },
  { method: 'POST', path: '/settings/name', who: 'member', handler: saveName, limit: 'write' },
  { method: 'POST', path: '/settings/profile', who: 'member', handler: saveAbout, limit: 'write' },
  { method: 'POST', path: '/settings/strips', who: 'member', handler: saveStrips, limit: 'write' },
  { method: 'POST', path: '/settings/posters', who: 'member', handler: savePosters, limit: 'write' },
  { method: 'POST', path: '/settings/password', who: 'member', handler: savePassword, limit: 'sign-in' },
  { method: 'GET', path: '/settings/tokens', who: 'member', handler: showTokens },
  { method: 'POST', path: '/settings/tokens', who: 'member', handler: postToken, limit: 'write' },
  { method: 'POST', path: '/settings/tokens/:id', who: 'member', handler: postRevoke, limit: 'write' },
  { method: 'GET', path: '/api', who: 'anyone', handler: showGuide, cache: 'site' },
  { method: 'GET', path: '/admin', who: 'member', handler: showDesk },
  { method: 'POST', path: '/admin/review/:id', who: 'moderator', handler: decideReview },
  { method: 'POST', path: '/admin/report/:id', who: 'moderator', handler: decide },
  { method: 'GET', path: '/admin/members', who: 'owner', handler: showMembers },
  { method: 'POST', path: '/admin/member/:id', who: 'owner', handler: saveRole },
  { method: 'GET', path: '/admin/site', who: 'owner', handler: showSite },
  { method: 'POST', path: '/admin/site', who: 'owner', handler: saveSite },
  { method: 'GET', path: '/admin/facts', who: 'owner', handler: showSources },
  { method: 'POST', path: '/admin/facts', who: 'owner', handler: postSource },
  { method: 'POST', path: '/admin/facts/tmdb', who: 'owner', handler: postTmdb },
  { method: 'POST', path: '/admin/facts/order', who: 'owner', handler: postOrder },
  { method: 'GET', path: '/embed', who: 'anyone', handler: showBuilderStart, limit: 'search' },
  { method: 'GET', path: '/admin/strips', who: 'owner', handler: showStripDesk },
  { method: 'POST', path: '/admin/strips', who: 'owner', handler: saveStripSites },
  { method: 'POST', path: '/admin/strips/:id', who: 'owner', handler: decidePage },
  { method: 'GET', path: '/admin/films', who: 'curator', handler: showFilmWorks },
  { method: 'POST', path: '/admin/films', who: 'curator', handler: postFilmWorks },
  { method: 'GET', path: '/admin/films/load', who: 'curator', handler: showLoad },
  { method: 'POST', path: '/admin/films/load', who: 'curator', handler: postLoad, limit: 'import' },
  { method: 'GET', path: '/admin/films/:id', who: 'curator', handler: showFilmWork },
  { method: 'POST', path: '/admin/films/:id', who: 'curator', handler: postFilmWork },
  { method: 'GET', path: '/admin/programme', who: 'curator', handler: showProgrammeDesk },
  { method: 'GET', path: '/admin/programme/import', who: 'curator', handler: showScreeningImports },
  {
    method: 'POST',
    path: '/admin/programme/import',
    who: 'curator',
    handler: postScreeningFile,
    limit: 'write',
    most: 2_100_000,
  },
  { method: 'GET', path: '/admin/programme/import/:id', who: 'curator', handler: showScreeningImport },
  { method: 'POST', path: '/admin/programme/import/:id', who: 'curator', handler: postScreeningImport },
  { method: 'GET', path: '/admin/venues', who: 'curator', handler: showVenues },
  { method: 'POST', path: '/admin/venues', who: 'curator', handler: postVenue },
  { method: 'GET', path: '/admin/venue/:id', who: 'curator', handler: showEditVenue },
  { method: 'POST', path: '/admin/venue/:id', who: 'curator', handler: postEditVenue },
  { method: 'GET', path: '/admin/webhooks', who: 'owner', handler: showWebhooks },
  { method: 'POST', path: '/admin/webhooks', who: 'owner', handler: postWebhook, limit: 'write' },
  { method: 'POST', path: '/admin/webhooks/:id', who: 'owner', handler: changeOneWebhook, limit: 'write' },
  { method: 'GET', path: '/lists', who: 'anyone', handler: showLists, cache: 'catalogue' },
  { method: 'GET', path: '/:handle{@[^/]+}', who: 'anyone', handler: showMember, cache: 'catalogue' },
  { method: 'GET', path: '/:handle{@[^/]+}/reviews', who: 'anyone', handler: showTheirs, cache: 'catalogue' },
  { method: 'GET', path: '/:handle{@[^/]+}/diary', who: 'anyone', handler: showDiary, cache: 'catalogue' },
  { method: 'GET', path: '/:handle{@[^/]+}/films', who: 'anyone', handler: showSeen, cache: 'catalogue' },
  {
    method: 'GET',
    path: '/:handle{@[^/]+}/watchlist',
    who: 'anyone',
    handler: showWanted,
    cache: 'catalogue',
  },
  {
    method: 'GET',
    path: '/:handle{@[^/]+}/lists',
    who: 'anyone',
    handler: showTheirLists,
    cache: 'catalogue',
  },
  {
    method: 'GET',
    path: '/:handle{@[^/]+}/tag/:tag',
    who: 'anyone',
    handler: showTheirTag,
    cache: 'catalogue',
  },
  {
    method: 'GET',
    path: '/:handle{@[^/]+}/list/:slug',
    who: 'anyone',
    handler: showList,
    cache: 'catalogue',
  },
  { method: 'GET', path: '/healthz', who: 'anyone', handler: showHealth },
];
