import { expect, test } from 'vitest';
import { OPERATIONS } from '../../src/api/operations.ts';
import { ROUTES } from '../../src/web/routes.ts';

/** By which operations a program does what a page's form does. */
const BY_OPERATIONS: Readonly<Record<string, readonly string[]>> = {
  '/films/new': ['addFilm'],
  '/film/:slug/arrange': ['pinEntry', 'unpinEntry', 'movePin'],
  '/film/:slug/screenings/add': ['addScreenings'],
  '/film/:slug/facts': ['setFact', 'clearFact', 'lookUpAgain'],
  '/film/:slug/pictures': ['addPicture'],
  '/film/:slug/pictures/choose': ['choosePicture', 'unchoosePicture', 'removePicture', 'restorePicture'],
  '/film/:slug/merge': ['lookAtMerge', 'mergeFilm'],
  '/film/:slug/address': ['setFilmSlug', 'removeFilm'],
  '/film/:slug/split': ['lookAtSplit', 'splitFilm'],
  '/film/:slug/review': ['addEntry'],
  '/preview': ['preview'],
  '/review/:id/edit': ['replaceEntry', 'setEntryLanguage'],
  '/review/:id/delete': ['deleteEntry'],
  '/review/:id/restore': ['restoreEntry'],
  '/review/:id/versions': ['listEntryVersions', 'forgetEntryVersion'],
  '/review/:id/spoiler': ['setEntrySpoiler'],
  '/review/:id/films': ['addNamedFilm', 'removeNamedFilm'],
  '/review/:id/posters': ['getEntryPosters', 'setEntryPosters'],
  '/review/:id/quote': ['getQuotable', 'addQuote'],
  '/quote/:id': ['deleteQuote', 'addQuote'],
  '/review/:id/mine': ['claimEntry'],
  '/review/:id/report': ['reportEntry'],
  '/screening/:id/edit': ['replaceScreening', 'deleteScreening'],
  '/import': ['addImport'],
  '/import/spoilers': ['listUnsettled', 'settleUnsettled'],
  '/import/:id': ['startImport', 'leaveImport'],
  '/import/:id/undo': ['undoImport'],
  '/import/:id/settle': ['settleImport'],
  '/import/:id/uses': ['getImportUses', 'setImportUses'],
  '/import/:id/spoilers': ['settleUnsettled'],
  '/settings/name': ['setName'],
  '/settings/profile': ['replaceProfile'],
  '/settings/strips': ['getStrips', 'setStrips'],
  // None but the one it asks by.
  '/settings/tokens/:id': ['endToken'],
  '/settings/posters': ['getPosters', 'setPosters'],
  '/admin/review/:id': ['decideEntry'],
  '/admin/report/:id': ['decideReport'],
  '/admin/member/:id': ['setRole'],
  '/admin/site': ['replaceSite'],
  '/admin/facts': ['setSource', 'trySource', 'forgetTmdbKey'],
  '/admin/facts/tmdb': ['setTmdbKey'],
  '/admin/facts/order': ['moveSource'],
  '/admin/strips': ['setStripSites'],
  '/admin/strips/:id': ['decideHostPage'],
  '/admin/films': ['setApart'],
  '/admin/films/load': ['addFilmLoad'],
  '/admin/films/:id': ['undoFilmWork'],
  '/admin/programme/import': ['addScreeningImport'],
  '/admin/programme/import/:id': [
    'decideScreeningImport',
    'startScreeningImport',
    'undoScreeningImport',
    'leaveScreeningImport',
  ],
  '/admin/venues': ['addVenue'],
  '/admin/venue/:id': ['replaceVenue', 'deleteVenue'],
  '/admin/webhooks': ['addWebhook'],
  '/admin/webhooks/:id': ['tryWebhook', 'changeWebhook', 'removeWebhook'],
};

/** What stays on pages, and why. */
const ON_PAGES_ALONE: Readonly<Record<string, string>> = {
  '/setup': 'before there is anybody who could have a token',
  '/setup/demonstration': 'before there is anybody who could have a token',
  '/film/:slug/review/:token': 'for people without an account, who have no token',
  '/welcome/:token': 'a link that was mailed',
  '/sign-in': 'who somebody is, is said to a page of ours alone',
  '/sign-in/link': 'who somebody is, is said to a page of ours alone',
  '/sign-in/link/:token': 'a link that was mailed',
  '/sign-up': 'who somebody is, is said to a page of ours alone',
  '/sign-out': 'a session is a browser’s',
  '/settings/password': 'a token is no password, and changes none',
  '/settings/tokens': 'no token makes another',
};

test('what the forms of pages do, operations do, or it is said why not', () => {
  const forms = [...new Set(ROUTES.filter(({ method }) => method === 'POST').map(({ path }) => path))];
  const ids = new Set(OPERATIONS.map(({ id }) => id));
  const named = Object.entries(BY_OPERATIONS);
  expect(named.flatMap(([, some]) => some.filter((id) => !ids.has(id)))).toEqual([]);
  const said = [...Object.keys(BY_OPERATIONS), ...Object.keys(ON_PAGES_ALONE)];
  expect(said.filter((path) => !forms.includes(path))).toEqual([]);
  expect(forms.filter((path) => !said.includes(path))).toEqual([]);
  process.stderr.write(
    `forms with operations: ${named.length} / ${forms.length}, on pages alone: ${Object.keys(ON_PAGES_ALONE).length}\n`,
  );
});
