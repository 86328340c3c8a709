import { parse } from 'parse5';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fillDemonstration } from '../../src/demo/fill.ts';
import { writeEntry } from '../../src/domain/entry.ts';
import { describeOnBothEngines } from '../engines/store.ts';
import { seedFilm } from '../store/seed-film.ts';
import { BEGINNING, openTestSite, type TestSite } from './site.ts';

interface Node {
  nodeName: string;
  tagName?: string;
  value?: string;
  attrs?: { name: string; value: string }[];
  childNodes?: Node[];
}

function elementsOf(node: Node): Node[] {
  return [...(node.tagName ? [node] : []), ...(node.childNodes ?? []).flatMap(elementsOf)];
}

/** The text of a page's `main`, as a browser's textContent gives it. */
function textOfMain(html: string): string {
  const find = (node: Node, tag: string): Node | undefined =>
    node.tagName === tag ? node : node.childNodes?.map((child) => find(child, tag)).find(Boolean);
  const text = (node: Node): string =>
    node.nodeName === '#text' ? (node.value ?? '') : (node.childNodes ?? []).map(text).join('');
  return text(find(parse(html) as unknown as Node, 'main') as Node).replace(/\s+/g, ' ');
}

describeOnBothEngines("a film's page", (engine) => {
  let site: TestSite;
  const page = async (path: string) => (await site.get(path)).text();
  const write = (authorId: string, memberId: string, filmId: string, text: string, more = {}) =>
    site.site.store.transact((writer) =>
      writeEntry(
        writer,
        filmId,
        {
          rating: 9,
          liked: false,
          viewed: null,
          rewatch: false,
          tags: [],
          title: null,
          text,
          format: 'lbml',
          spoiler: 'no',
          language: null,
          visibility: 'everyone',
          ...more,
        },
        { authorId, memberId, now: site.clock.now, today: '2026-11-25', waits: false },
      ),
    );

  beforeAll(async () => {
    site = await openTestSite({ engine });
    await fillDemonstration(site.site.store, BEGINNING);
  });
  afterAll(() => site.close());

  test('is read in the promised order: title, director, synopsis, doors, reviews, all reviews', async () => {
    const text = textOfMain(await page('/film/stalker-1979'));
    const order = ['Stalker', '1979', 'Directed by', 'Add a review', 'See more films', 'review by'];
    let from = 0;
    for (const part of [...order, 'See all reviews', 'out of 5']) {
      const at = text.indexOf(part, from);
      expect(at, `${part} after ${text.slice(Math.max(0, from - 20), from)}`).toBeGreaterThanOrEqual(from);
      from = at + part.length;
    }
  });

  test('shows each author once, though one has written twice', async () => {
    const text = textOfMain(await page('/film/stalker-1979'));
    expect(text.split('review by Nkechi Obiora')).toHaveLength(2);
  });

  test('speaks German to whoever asks for it', async () => {
    const response = await site.get('/film/stalker-1979', {
      headers: { 'accept-language': 'de-AT,de;q=0.9' },
    });
    const html = await response.text();
    expect(html).toContain('<html lang="de"');
    expect(textOfMain(html)).toContain('Rezension schreiben');
  });

  test('is answered 304 while nothing has changed, and anew as soon as something has', async () => {
    const first = await site.get('/film/playtime-1967');
    const etag = first.headers.get('etag') ?? '';
    expect(etag).not.toBe('');
    const again = () => site.get('/film/playtime-1967', { headers: { 'if-none-match': etag } });
    expect((await again()).status).toBe(304);
    const key = await site.site.store.reader.films.key('playtime-1967');
    const { authorId, memberId } = await site.signedIn('versions');
    await write(authorId, memberId, key!.id, 'The restaurant falls to pieces, and everybody dances.');
    const changed = await again();
    expect(changed.status).toBe(200);
    expect(await changed.text()).toContain('The restaurant falls to pieces, and everybody dances.');
  });

  test('keeps a draft and a waiting review from everybody but their author', async () => {
    const key = await site.site.store.reader.films.key('roma-2018');
    const { authorId, memberId, cookie } = await site.signedIn('drafting');
    await write(authorId, memberId, key!.id, 'Not ready, this sentence.', { visibility: 'draft' });
    expect(await page('/film/roma-2018')).not.toContain('Not ready, this sentence.');
    const own = await site.get('/film/roma-2018', { cookie });
    expect(await own.text()).toContain('Not ready, this sentence.');
    expect(own.headers.get('cache-control')).toContain('private');
  });

  test('closes a spoiler and names the film on its cover', async () => {
    const key = await site.site.store.reader.films.key('wall-e-2008');
    const { authorId, memberId } = await site.signedIn('telling');
    await write(authorId, memberId, key!.id, 'He forgets her, and then her hand.', { spoiler: 'yes' });
    const html = await page('/film/wall-e-2008');
    expect(html).toMatch(
      /<details class="spoiler"><summary>[\s\S]*?<b[^>]*>WALL·E<\/b>[\s\S]*?He forgets her/,
    );
  });

  test.each([
    ['a script', '<script>alert(1)</script>'],
    ['an image with a handler', '<img src=x onerror=alert(1)>'],
    ['a way out of an attribute', '" onmouseover="alert(1)'],
    ['a way out of the data block', '</script><script>alert(1)</script>'],
  ])('%s in every field stays text', async (_, attack) => {
    const { store } = site.site;
    const slug = `attack-${Math.random().toString(36).slice(2)}`;
    const filmId = await store.transact((writer) =>
      seedFilm(writer, { title: attack, slug, synopsis: attack, originalTitle: `${attack}2` }, 1),
    );
    const { authorId, memberId } = await site.signedIn(`a${Math.random().toString(36).slice(2, 12)}`);
    await store.transact((writer) => writer.authors.rename(authorId, attack));
    await write(authorId, memberId, filmId, attack, { title: attack, tags: [attack] });
    const elements = elementsOf(parse(await page(`/film/${slug}`)) as unknown as Node);
    expect(elements.length).toBeGreaterThan(20);
    for (const { tagName, attrs = [] } of elements) {
      expect(attrs.filter(({ name }) => name.startsWith('on') || name === 'style')).toEqual([]);
      if (tagName === 'script') {
        const said = Object.fromEntries(attrs.map(({ name, value }) => [name, value]));
        if (said.type === 'module') expect(said.src).toMatch(/^\/assets\/[\w-]+\.js$/);
        else expect(said).toEqual({ type: 'application/ld+json' });
      }
      if (tagName === 'img') expect(attrs.find(({ name }) => name === 'src')?.value).toMatch(/^\/card\//);
    }
  });

  test('a film that is not there gets a 404 that helps', async () => {
    const response = await site.get('/film/no-such-film');
    expect(response.status).toBe(404);
    expect(await response.text()).toMatch(/<form[^>]*action="\/films"/);
  });
});
