import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { READER } from '../../src/domain/viewer.ts';
import { importAccount } from '../../src/interchange/account/import.ts';
import { openAccount } from '../../src/interchange/account/open.ts';
import { COMMAND_LIMITS } from '../../src/interchange/archive.ts';
import { openTestSite, type TestSite } from '../app/site.ts';
import { describeWithShared, shared } from '../engines/shared.ts';

const ACCOUNTS = 'data/letterboxd';
const NAME = 'Rosa Weir';

/** The folder of the smallest account that has reviews and says whose it is. */
function smallest(): string {
  const folders = readdirSync(shared(ACCOUNTS)).map((name) => join(shared(ACCOUNTS), name));
  const written = folders.filter((folder) => {
    const whole = ['reviews.csv', 'profile.csv', 'watched.csv'].every((name) =>
      existsSync(join(folder, name)),
    );
    return whole && readFileSync(join(folder, 'reviews.csv')).includes(',https://');
  });
  const size = (folder: string) => statSync(join(folder, 'watched.csv')).size;
  const [first] = written.sort((a, b) => size(a) - size(b));
  if (!first) throw new Error('No account has reviews and a profile.');
  return first;
}

describeWithShared('an account people really have, on the pages', () => {
  let site: TestSite;
  let rosa: { memberId: string; authorId: string };
  const bring = async (asMember: string | null) => {
    const opened = await openAccount(smallest(), COMMAND_LIMITS, { removed: false });
    if (!opened) throw new Error('It is no account.');
    const { store } = site.site;
    const now = () => site.clock.now;
    const options = { asMember, memberId: rosa.memberId, visibility: 'everyone' as const, word: 'So.', now };
    const report = await importAccount(store, opened.account, options).finally(opened.close);
    expect(report.batch).not.toBeNull();
    await site.site.work.settled();
    return report;
  };
  /** The heading lines of reviews on a page, as they are read. */
  const headings = (html: string) =>
    [...html.matchAll(/<article class="review[^>]*>[\s\S]*?<h([1-3])>([\s\S]*?)<\/h\1>/g)].map(
      ([, , line]) => ({
        text: (line ?? '').replace(/<[^>]+>/g, ''),
        html: line ?? '',
      }),
    );
  const pageOf = async (path: string) => {
    const answer = await site.get(path, { headers: { 'accept-language': 'en' } });
    expect(answer.status, path).toBe(200);
    return answer.text();
  };

  beforeAll(async () => {
    site = await openTestSite();
    await site.signedIn('the_owner', 'owner');
    rosa = await site.signedIn('rosa');
    await site.site.store.transact(async (writer) => {
      await writer.authors.rename(rosa.authorId, NAME);
      await writer.versions.raise('site');
    });
    await bring(rosa.memberId);
  }, 60_000);
  afterAll(() => site.close());

  test('bears its member’s own name, and says below where it was first written', async () => {
    const { reader } = site.site.store;
    const written = await reader.reviews.byAuthor(rosa.authorId, READER, { withText: true }, null, 5);
    expect(written.length).toBeGreaterThan(0);
    for (const { id, filmSlug, written: day } of written) {
      for (const path of [`/review/${id}`, `/film/${encodeURIComponent(filmSlug)}/reviews`]) {
        const html = await pageOf(path);
        const [heading] = headings(html);
        expect(heading?.text, path).toMatch(new RegExp(`^(★*½? )?review by ${NAME}$`));
        expect(html, path).toContain('First written on Letterboxd');
      }
      expect(day).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      const film = await pageOf(`/film/${encodeURIComponent(filmSlug)}`);
      expect(film).toContain('First written on Letterboxd');
      expect(
        headings(film)
          .map(({ text }) => text)
          .join('\n'),
      ).not.toContain('on Letterboxd');
    }
  });

  test('every room of its member is a page', async () => {
    for (const room of ['', '/diary', '/films', '/reviews', '/lists', '/watchlist'])
      expect(await pageOf(`/@rosa${room}`)).toContain(NAME);
    expect(await pageOf('/lists')).toContain('<h1>');
  });

  test('of somebody who is no member names the place in its heading and leads there', async () => {
    await bring(null);
    const { reader } = site.site.store;
    const newest = await reader.reviews.newest(READER, 500);
    const theirs = newest.find(({ username, source }) => username === null && source === 'letterboxd');
    expect(theirs?.link).toMatch(/^https:\/\//);
    const html = await pageOf(`/film/${encodeURIComponent(theirs?.filmSlug ?? '')}/reviews`);
    const lines = headings(html);
    const elsewhere = lines.find(({ text }) => text.endsWith(' on Letterboxd'));
    expect(elsewhere?.text).toMatch(/^(★*½? )?review by .+ on Letterboxd$/);
    expect(elsewhere?.html).toContain(`href="${theirs?.link}"`);
    expect(
      lines.some(({ text }) => text.endsWith(`review by ${NAME}`)),
      'nothing is merged: the member has theirs still',
    ).toBe(true);
  }, 60_000);
}, [ACCOUNTS]);
