import { existsSync, readdirSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { importAccount } from '../../src/interchange/account/import.ts';
import { openAccount } from '../../src/interchange/account/open.ts';
import { COMMAND_LIMITS } from '../../src/interchange/archive.ts';
import { openTestSite } from '../app/site.ts';
import { describeWithShared, shared } from '../engines/shared.ts';
import { describeOnBothEngines, type EngineName } from '../engines/store.ts';
import { differences, repairsIn } from './account/differences.ts';
import { type Account, accountOf } from './account/export.ts';
import { browser } from './account/page.ts';
import { accountShown } from './account/shown.ts';

const ACCOUNTS = 'data/letterboxd';
/** The largest, the one with the hardest rows, and one of 2017; the engine tells none of the others apart. */
const ON_POSTGRES = ['acct-a', 'acct-c', 'acct-o'];

/** Brings an account to an empty site as a member's own, and asks the site's pages for all of it. */
async function broughtAndShown(engine: EngineName, folder: string) {
  const site = await openTestSite({ engine });
  try {
    await site.signedIn('the_owner', 'owner');
    const { memberId, cookie } = await site.signedIn('rosa');
    const { store, work } = site.site;
    await store.transact((writer) => writer.versions.raise('site'));
    const opened = await openAccount(folder, COMMAND_LIMITS, { removed: false });
    if (!opened) throw new Error(`${folder} is no account.`);
    const now = () => site.clock.now;
    const options = { asMember: memberId, memberId, visibility: 'everyone' as const, word: 'Mine.', now };
    const report = await importAccount(store, opened.account, options).finally(opened.close);
    await work.settled();
    return { report, shown: await accountShown(browser(site), browser(site, cookie), 'rosa') };
  } finally {
    await site.close();
  }
}

/** What is taken from an account or said otherwise, to see whether anybody notices. */
const SLIPS: readonly (readonly [string, (said: Account) => unknown])[] = [
  ['a viewing that is missing', (said) => said.viewings.pop()],
  ['a viewing of another day', (said) => said.viewings.push(said.viewings.pop()?.replace(/\d /, '* ') ?? '')],
  ['a film’s other rating', (said) => said.films.push(`${said.films.pop()} | 0.5 stars`)],
  ['a film that nobody wants to see', (said) => said.watchlist.push('Nobody’s Ferry')],
  ['a review that is missing', (said) => said.reviews.pop()],
  ['a review’s other words', (said) => Object.assign(said.reviews[0] ?? {}, { text: 'Other words.' })],
  ['a review’s lines', ({ reviews: [first] }) => Object.assign(first ?? {}, { text: `${first?.text}\n\n.` })],
  [
    'a review’s italics',
    ({ reviews: [first] }) => Object.assign(first ?? {}, { text: `<i>${first?.text}<i>` }),
  ],
  ['a review’s tag', ({ reviews: [first] }) => Object.assign(first ?? {}, { head: `${first?.head}, dusk` })],
  ['two places on a list', ({ lists: [first] }) => first?.items.reverse()],
  ['a note on a list', ({ lists: [first] }) => Object.assign(first?.items[0] ?? {}, { note: 'Rain.' })],
  ['a list that is missing', (said) => said.lists.pop()],
  ['a favourite', (said) => said.profile.pop()],
  ['other words about somebody', (said) => Object.assign(said, { bio: 'Rain.' })],
  ['a film that was made twice', (said) => said.catalogue.pop()],
];

describeOnBothEngines('the pages of somebody who brought their account', (engine) => {
  describeWithShared('say what its files say, and nothing else', () => {
    const all = existsSync(shared(ACCOUNTS)) ? readdirSync(shared(ACCOUNTS)) : [];
    const names = engine === 'postgres' ? all.filter((name) => ON_POSTGRES.includes(name)) : all;
    const told: string[] = [];
    afterAll(() => process.stdout.write(`${told.join('\n')}\n`));

    test.each(names)('%s', async (name) => {
      const folder = shared(`${ACCOUNTS}/${name}`);
      const { said, exceptions } = accountOf(folder);
      const { report, shown } = await broughtAndShown(engine, folder);
      expect(differences(said, shown)).toEqual([]);
      const { viewings, films, watchlist, reviews, lists } = said;
      expect(viewings.length + films.length + watchlist.length + reviews.length).toBeGreaterThan(50);
      told.push(
        `${name} (${engine}): ${viewings.length} viewings, ${films.length} films, ${reviews.length} reviews, ${lists.length} lists with ${lists.reduce((sum, { items }) => sum + items.length, 0)} places, ${watchlist.length} on the watchlist`,
        ...[...exceptions].map(([why, what]) => `  not on the pages: ${what.length}, ${why}`),
        ...repairsIn(said).map(([why, texts]) => `  in ${texts} texts: ${why}`),
      );
      // What is not on the pages is named in the report, and nothing else is.
      const named = report.problems.filter(({ code, row }) => row !== '' || code === 'nul-bytes');
      expect(named).toHaveLength([...exceptions.values()].flat().length);
    });
  }, [ACCOUNTS]);
});

describeWithShared('whoever compares them', () => {
  test('would notice what is missing, what is too much and what is different', async () => {
    const folder = shared(`${ACCOUNTS}/acct-k`);
    const { shown } = await broughtAndShown('sqlite', folder);
    for (const [slip, make] of SLIPS) {
      const { said } = accountOf(folder);
      expect(differences(said, shown)).toEqual([]);
      make(said);
      expect(differences(said, shown), slip).not.toEqual([]);
    }
  });
}, [ACCOUNTS]);
