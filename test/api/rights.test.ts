import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { OPERATIONS } from '../../src/api/operations.ts';
import { openTestSite, type TestSite } from '../app/site.ts';
import { tokenOf } from './contract.ts';
import { type ApiWorld, ASKERS, type AskerName, asked, openWorld } from './world.ts';

const EVERYBODY: readonly AskerName[] = ASKERS;
const MEMBERS: readonly AskerName[] = ['member', 'other', 'moderator', 'curator', 'owner'];
const CURATORS: readonly AskerName[] = ['curator', 'owner'];
const DECIDING: readonly AskerName[] = ['moderator', 'owner'];
const OWNER: readonly AskerName[] = ['owner'];
const AUTHOR: readonly AskerName[] = ['member'];

/** Who may, where it is not said by the scope alone: of what is somebody's, and of what an owner alone does. */
const WHO: Readonly<Record<string, readonly AskerName[]>> = {
  replaceSite: OWNER,
  listMembers: OWNER,
  setRole: OWNER,
  listSources: OWNER,
  getStripDesk: OWNER,
  setStripSites: OWNER,
  decideHostPage: OWNER,
  setSource: OWNER,
  trySource: OWNER,
  moveSource: OWNER,
  setTmdbKey: OWNER,
  forgetTmdbKey: OWNER,
  listWebhooks: OWNER,
  getWebhook: OWNER,
  addWebhook: OWNER,
  changeWebhook: OWNER,
  removeWebhook: OWNER,
  tryWebhook: OWNER,
  getEntryPosters: ['member', 'curator', 'owner'],
  setEntryPosters: AUTHOR,
  replaceEntry: AUTHOR,
  setEntryLanguage: AUTHOR,
  setEntrySpoiler: ['member', 'moderator', 'curator', 'owner'],
  deleteEntry: AUTHOR,
  restoreEntry: AUTHOR,
  listEntryVersions: ['member', 'moderator', 'owner'],
  forgetEntryVersion: ['member', 'moderator', 'owner'],
  addNamedFilm: ['member', 'curator', 'owner'],
  removeNamedFilm: ['member', 'curator', 'owner'],
  replaceList: AUTHOR,
  replaceListFilms: AUTHOR,
  putListFilm: AUTHOR,
  removeListFilm: AUTHOR,
  deleteList: AUTHOR,
  getImport: ['member', 'owner'],
  // The file is nobody’s own account: what others wrote is brought by those who look after the site.
  startImport: OWNER,
  leaveImport: ['member', 'owner'],
  undoImport: ['member', 'owner'],
  getImportUses: OWNER,
  setImportUses: OWNER,
  listImportRows: AUTHOR,
  settleImport: AUTHOR,
};
const BY_SCOPE = { read: MEMBERS, write: MEMBERS, import: MEMBERS, curate: CURATORS, admin: DECIDING };
/** For whoever may not, what is somebody else's is not there: 404, as for what never was. */
const REFUSED = [401, 403, 404];

let site: TestSite;
let world: ApiWorld;
let cookies: Record<string, string>;

beforeAll(async () => {
  site = await openTestSite();
  world = await openWorld(site, true);
  cookies = Object.fromEntries(Object.entries(world.people).map(([name, { cookie }]) => [name, cookie]));
});
afterAll(() => site.close());

const tokenFor = (who: AskerName) => (who === 'reader' ? null : world.tokens[who]);

/** The state of everything an asker who may not could have changed. */
async function everything(): Promise<string> {
  const { read } = site.site.store.engine;
  const all: unknown[] = [];
  for (const table of [
    'entries',
    'reviews',
    'marks',
    'lists',
    'list_items',
    'members',
    'films',
    'facts',
    'pins',
  ])
    all.push(
      await read
        .selectFrom(table as 'films')
        .selectAll()
        .orderBy(sqlKey(table) as 'id')
        .execute(),
    );
  for (const table of [
    'review_versions',
    'venues',
    'screenings',
    'uploads',
    'site',
    'reports',
    'profiles',
    'webhooks',
    'quotes',
    'poster_words',
  ])
    all.push(
      await read
        .selectFrom(table as 'films')
        .selectAll()
        .execute(),
    );
  return JSON.stringify(all);
}

function sqlKey(table: string): string {
  return table === 'reviews' || table === 'pins'
    ? 'entry_id'
    : /^(?:marks|facts|list_items)$/.test(table)
      ? 'film_id'
      : 'id';
}

describe('who may', () => {
  test('is said by an operation itself where its owners alone do', () => {
    const said = OPERATIONS.filter(({ who }) => who === 'owner').map(({ id }) => id);
    const wanted = OPERATIONS.filter(({ id, scope }) => scope === 'admin' && WHO[id] === OWNER);
    expect(said).toEqual(wanted.map(({ id }) => id));
  });

  test('ask for every operation, asker by asker; whoever may not has changed nothing', async () => {
    const wrong: string[] = [];
    let asks = 0;
    for (const one of world.api.operations.values()) {
      const may = WHO[one.id] ?? (one.scope === null ? EVERYBODY : BY_SCOPE[one.scope]);
      const asking = asked(world, one);
      const before = await everything();
      for (const who of ASKERS.filter((name) => !may.includes(name))) {
        asks += 1;
        const { status } = await world.api.ask(one.id, { ...asking, token: tokenFor(who) });
        const wanted = who === 'reader' ? [401] : REFUSED;
        if (!wanted.includes(status)) wrong.push(`${one.id}: ${who} was answered ${status}`);
      }
      if ((await everything()) !== before) wrong.push(`${one.id} changed something for somebody who may not`);
    }
    expect(wrong).toEqual([]);
    expect(asks).toBeGreaterThan(150);
  });

  test('and whoever may is not kept out', async () => {
    const wrong: string[] = [];
    for (const one of world.api.operations.values()) {
      // What takes a thing away is asked for by the contract's own test.
      if (one.method === 'DELETE' || /^(?:replaceSite|setRole|leaveImport|claimEntry)$/.test(one.id))
        continue;
      const may = WHO[one.id] ?? (one.scope === null ? EVERYBODY : BY_SCOPE[one.scope]);
      for (const who of may) {
        const { status } = await world.api.ask(one.id, { ...asked(world, one), token: tokenFor(who) });
        if (status === 401 || status === 403) wrong.push(`${one.id}: ${who} was answered ${status}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test('a token does no more than its scopes say, whoever made it', async () => {
    const wrong: string[] = [];
    const reads = await tokenOf(site, world.people.owner, ['read']);
    const rest = await tokenOf(site, world.people.owner, ['read', 'write', 'import', 'curate']);
    for (const one of world.api.operations.values()) {
      if (one.scope === null || one.scope === 'read') continue;
      const without = one.scope === 'admin' ? rest : reads;
      const { status } = await world.api.ask(one.id, { ...asked(world, one), token: without });
      if (status !== 403) wrong.push(`${one.id}: ${status}`);
    }
    expect(wrong).toEqual([]);
  });

  test('a cookie is nobody’s authority here: whoever is signed in by one is a reader', async () => {
    const wrong: string[] = [];
    const before = await everything();
    for (const one of world.api.operations.values()) {
      if (one.scope === null) continue;
      const asking = { ...asked(world, one), cookie: cookies.owner ?? '' };
      const { status } = await world.api.ask(one.id, asking);
      if (status !== 401) wrong.push(`${one.id}: ${status}`);
    }
    expect(wrong).toEqual([]);
    expect(await everything()).toBe(before);
    const draft = { params: world.params, body: { text: 'Mine alone.', visibility: 'me' } };
    const made = await world.api.ask<{ id: string }>('addEntry', { ...draft, token: world.tokens.member });
    const alone = { params: { entry: made.body.id }, status: 404 };
    await world.api.ask('getEntry', { ...alone, cookie: cookies.member ?? '' });
    await world.api.ask('getEntry', { ...alone, token: world.tokens.owner });
  });

  test('no answer holds an address of anybody’s, or what is kept under a row', async () => {
    for (const one of world.api.operations.values()) {
      if (one.method !== 'GET') continue;
      for (const who of ['reader', 'other', 'owner'] as const) {
        const { body } = await world.api.ask(one.id, { ...asked(world, one), token: tokenFor(who) });
        const text = JSON.stringify(body);
        expect(text, `${one.id} to ${who}`).not.toMatch(
          /@example\.org|"(?:accountId|authorId|memberId|batchId|key)"/,
        );
        expect(text).not.toContain(world.people.member.authorId);
      }
    }
  });
});
