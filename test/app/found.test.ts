import { parseXml, XmlElement } from '@rgrove/parse-xml';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sitemapPages, sitemapParts } from '../../src/domain/sitemap.ts';
import { describeOnBothEngines } from '../engines/store.ts';
import { openTestSite, type TestSite } from './site.ts';
import { addElsewhere, addFilm, publish } from './writing.ts';

describeOnBothEngines('what search engines are told', (engine) => {
  let site: TestSite;
  let hidden: string;
  let elsewhere: string;

  beforeAll(async () => {
    site = await openTestSite({ engine });
    const ann = await site.signedIn('ann', 'owner');
    for (const slug of ['one', 'two', 'drei-büros', 'four', 'five']) await addFilm(site, slug, slug);
    const said = { rating: '8', visibility: 'everyone' };
    await publish(site, 'one', ann, { ...said, text: 'A word.' });
    hidden = await publish(site, 'two', ann, { ...said, text: 'Mine alone.', visibility: 'me' });
    const two = await site.site.store.reader.films.key('two');
    elsewhere = await addElsewhere(site, two?.id ?? '', 'Written elsewhere.');
  });
  afterAll(() => site.close());

  /** The addresses of a sitemap or an index, below the origin. */
  const locations = async (path: string) => {
    const { root } = parseXml(await (await site.get(path)).text());
    expect(root?.attributes.xmlns).toBe('http://www.sitemaps.org/schemas/sitemap/0.9');
    const entries = root?.children.filter((child) => child instanceof XmlElement) ?? [];
    return entries.map((entry) => {
      const loc = entry.children.find((child) => child instanceof XmlElement && child.name === 'loc');
      const address = loc instanceof XmlElement ? loc.text : '';
      expect(address.startsWith(site.origin), address).toBe(true);
      return address.slice(site.origin.length);
    });
  };

  test('are pages that are there and that they may keep, each once, and none that only some may see', async () => {
    const found: string[] = [];
    for (const part of await locations('/sitemap.xml')) found.push(...(await locations(part)));
    expect(new Set(found).size).toBe(found.length);
    for (const path of found) {
      const answer = await site.get(path);
      expect(answer.status, path).toBe(200);
      const page = await answer.text();
      expect(page, path).not.toContain('name="robots" content="noindex"');
      expect(page, path).toContain(`<link rel="canonical" href="${site.origin}${path}">`);
    }
    expect(found).toContain('/film/drei-b%C3%BCros');
    expect(found.filter((path) => path.startsWith('/review/'))).toHaveLength(1);
    for (const id of [hidden, elsewhere]) expect(found).not.toContain(`/review/${id}`);
  });

  test('fall into parts of so many, none empty, and nothing twice', async () => {
    const { reader } = site.site.store;
    for (const most of [1, 2, 3, 5, 6]) {
      const parts = (await sitemapParts(reader, most)).filter(({ kind }) => kind === 'films');
      expect(parts).toHaveLength(Math.ceil(5 / most));
      const names: string[] = [];
      for (const part of parts)
        for await (const rows of sitemapPages(reader, part, most)) {
          expect(rows.length).toBeLessThanOrEqual(most);
          names.push(...rows.map(({ name }) => name));
        }
      expect(names.sort()).toEqual(['drei-büros', 'five', 'four', 'one', 'two']);
    }
  });

  test('a sitemap of what there is none of is not found', async () => {
    for (const file of ['venues.xml', 'people.xml', 'films-vvvvvvvvvvvvvvvvvvvvvvvvvv.xml', 'secrets.xml'])
      expect((await site.get(`/sitemap/${file}`)).status, file).toBe(404);
  });

  test('robots are shown the map, kept out of rooms that are somebody’s, and asked not to train', async () => {
    const text = await (await site.get('/robots.txt')).text();
    expect(text).toContain(`Sitemap: ${site.origin}/sitemap.xml`);
    expect(text).toContain('Content-Signal: search=yes, ai-train=no');
    for (const path of ['/admin', '/settings', '/import', '/search'])
      expect(text).toContain(`Disallow: ${path}\n`);
    expect(text).toMatch(/User-agent: GPTBot\n(?:User-agent: .*\n)*Disallow: \/\n/);
  });

  test('robots are told what the owner lets them do', async () => {
    const told = async (may: { search: boolean; training: boolean }) => {
      await site.site.store.transact(async (writer) => {
        await writer.site.set({ settings: may }, 1);
        await writer.versions.raise('site');
      });
      return (await site.get('/robots.txt')).text();
    };
    const out = await told({ search: false, training: false });
    expect(out).toContain('User-agent: *\nContent-Signal: search=no, ai-train=no\nDisallow: /\n\n');
    expect(out).not.toContain('Sitemap');
    const all = await told({ search: true, training: true });
    expect(all).toContain('Content-Signal: search=yes, ai-train=yes');
    expect(all).not.toMatch(/GPTBot|Disallow: \/\n/);
    await told({ search: true, training: false });
  });
});
