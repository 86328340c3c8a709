import { parseFragment, serialize } from 'parse5';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestSite, type TestSite } from './site.ts';
import { addElsewhere, addFilm, publish, type Somebody } from './writing.ts';

let site: TestSite;
let owner: Somebody;
let ann: Somebody;
let heat: string;
let review: string;
beforeAll(async () => {
  site = await openTestSite();
  owner = await site.signedIn('the_owner', 'owner');
  ann = await site.signedIn('ann');
  heat = await addFilm(site, 'heat-1995', 'Heat', 1995);
  await addFilm(site, 'heat-1986', 'Heat', 1986);
  await addFilm(site, 'ο-θίασος-1975', 'Ο Θίασος', 1975);
  await site.site.store.transact((writer) => writer.films.addExternalId(heat, 'imdb', 'tt0113277', null));
  review = await publish(site, 'heat-1995', ann, { text: 'Seen.', rating: '9', visibility: 'everyone' });
});
afterAll(() => site.close());

const at = 'http://localhost:3000';

interface Oembed {
  html: string;
  width: number;
  height: number;
  title: string;
  type: string;
  version: string;
}

describe('oEmbed', () => {
  const ask = async (query: Record<string, string>) => {
    const response = await site.get(`/oembed?${new URLSearchParams(query)}`);
    return { status: response.status, headers: response.headers, text: await response.text() };
  };
  const told = async (query: Record<string, string>) => JSON.parse((await ask(query)).text) as Oembed;

  test('is found from a film’s page and a review’s, in both formats', async () => {
    for (const path of ['/film/heat-1995', `/review/${review}`]) {
      const page = await (await site.get(path)).text();
      for (const type of ['application/json', 'text/xml']) {
        const link = new RegExp(`<link rel="alternate" type="${type}\\+oembed" href="([^"]*)"`).exec(
          page,
        )?.[1];
        const response = await site.get((link ?? '').replace(at, '').replaceAll('&amp;', '&'));
        expect(response.status, path).toBe(200);
        expect(response.headers.get('content-type')).toContain(type);
        expect(await response.text()).toContain('/embed/');
      }
    }
  });

  test('answers a rich frame no larger than is asked for', async () => {
    const usual = await told({ url: `${at}/film/heat-1995` });
    expect(usual).toMatchObject({ version: '1.0', type: 'rich', width: 600, height: 480 });
    expect(usual.title).toBe('Reviews of Heat (1995) at Houselights');
    const small = await told({ url: `${at}/film/heat-1995/reviews`, maxwidth: '320', maxheight: '200' });
    expect(small).toMatchObject({ width: 320, height: 200 });
    expect(small.html).toContain('width="320" height="200"');
    const odd = await told({ url: `${at}/film/heat-1995`, maxwidth: '-1', maxheight: '1e9' });
    expect(odd).toMatchObject({ width: 600, height: 480 });
  });

  test.each([
    ['nothing', ''],
    ['no address', 'heat'],
    ['another site', 'https://example.org/film/heat-1995'],
    ['a site that begins as ours', 'http://localhost:3000.example.org/film/heat-1995'],
    ['ours as a name', 'http://localhost:3000@example.org/film/heat-1995'],
    ['another scheme', 'ftp://localhost:3000/film/heat-1995'],
    ['a script', 'javascript:alert(1)'],
    ['our own metadata', 'http://169.254.169.254/film/heat-1995'],
    ['a film nobody knows', `${at}/film/none-1900`],
    ['half a character', `${at}/film/%E0%A4`],
    ['a page that is no film', `${at}/films`],
    ['a review nobody knows', `${at}/review/${'0'.repeat(26)}`],
  ])('%s: 404', async (_, url) => {
    expect((await ask({ url })).status).toBe(404);
  });

  test('a review whose author keeps it here, and a format nobody speaks', async () => {
    const id = await addElsewhere(site, heat, 'Mine.');
    expect((await ask({ url: `${at}/review/${id}` })).status).toBe(404);
    expect((await ask({ url: `${at}/film/heat-1995`, format: 'yaml' })).status).toBe(501);
  });

  test('its XML says what its JSON says', async () => {
    const json = await told({ url: `${at}/film/heat-1995` });
    const { text } = await ask({ url: `${at}/film/heat-1995`, format: 'xml' });
    const said = /<html>(.*)<\/html>/s.exec(text)?.[1] ?? '';
    expect(textOf(said)).toBe(json.html);
    expect(text).toMatch(
      /^<\?xml version="1\.0" encoding="utf-8" standalone="yes"\?>\n<oembed><version>1\.0</,
    );
  });

  test('says a title that is full of markup as text, in both formats', async () => {
    const title = `<b>"M" & 'N'</b> ]]>`;
    await addFilm(site, 'm-n-1931', title, 1931);
    const url = `${at}/film/m-n-1931`;
    expect((await told({ url })).title).toBe(`Reviews of ${title} (1931) at Houselights`);
    expect((await told({ url })).html).not.toContain('<b>');
    const { text } = await ask({ url, format: 'xml' });
    expect(text.replace(/<\/?(?:\?xml[^>]*|oembed|[a-z_]+)>/g, '')).not.toMatch(/[<>]/);
  });

  test('of the programme', async () => {
    expect(await told({ url: `${at}/programme` })).toMatchObject({ type: 'rich', title: 'Programme' });
    expect((await told({ url: `${at}/programme` })).html).toContain(`src="${at}/embed/programme"`);
    expect((await ask({ url: `${at}/programme?venue=nowhere` })).status).toBe(404);
    expect((await ask({ url: `${at}/venue/%00` })).status).toBe(404);
    expect(await (await site.get('/programme')).text()).toContain('+oembed');
  });

  test.each(['heat-1995', 'ο-θίασος-1975'])('passes what WordPress asks of a stranger: %s', async (slug) => {
    const { html } = await told({ url: `${at}/film/${encodeURIComponent(slug)}` });
    const kept = asWordPressKeeps(html);
    expect(kept).not.toBeNull();
    const [frame] = /<iframe[^>]*>/.exec(kept ?? '') ?? [];
    expect(frame).toContain(`src="${at}/embed/film/${encodeURIComponent(slug)}#?secret=`);
    expect(frame).toContain('sandbox="allow-scripts" security="restricted"');
    expect(frame).toMatch(/ title="[^"]+"/);
    expect(kept).toMatch(
      /^<blockquote class="wp-embedded-content" data-secret="\w{10}"><a href="[^"]+">[^<]+<\/a>/,
    );
  });
});

/** The text that HTML escapes. */
function textOf(escaped: string): string {
  const [node] = parseFragment(escaped).childNodes;
  return node && 'value' in node ? node.value : '';
}

/** What a provider that WordPress does not know may use, by its rules for what oEmbed answers. */
const WORDPRESS_KEEPS: Record<string, readonly string[]> = {
  a: ['href'],
  blockquote: [],
  iframe: ['src', 'width', 'height', 'frameborder', 'marginwidth', 'marginheight', 'scrolling', 'title'],
};

/**
 * What becomes of a stranger's answer in WordPress: elements and attributes off its list are dropped, one quotation
 * and one frame are kept and nothing else, without a frame nothing is; the frame is given a secret and no rights.
 * Null where nothing is left.
 */
function asWordPressKeeps(html: string): string | null {
  const fragment = parseFragment(html);
  type Parent = typeof fragment;
  const clean = (parent: Parent) => {
    parent.childNodes = parent.childNodes.flatMap((node) => {
      if (!('tagName' in node)) return [node];
      clean(node as unknown as Parent);
      const allowed = WORDPRESS_KEEPS[node.tagName];
      if (!allowed) return (node as unknown as Parent).childNodes;
      node.attrs = node.attrs.filter(({ name }) => allowed.includes(name));
      return [node];
    });
  };
  clean(fragment);
  const [, quotation = '', frame] =
    /(<blockquote>.*?<\/blockquote>)?.*(<iframe.*?><\/iframe>)/s.exec(serialize(fragment)) ?? [];
  const [attribute, src] = / src="(.*?)"/.exec(frame ?? '') ?? [];
  // An address keeps these letters alone.
  if (!frame || !attribute || !src || /[^\w\-.~%:/?#[\]@!$&'()*+,;=|]/.test(src)) return null;
  const secret = 'abcDEF0123';
  const held = frame
    .replace(attribute, ` src="${src}#?secret=${secret}" data-secret="${secret}"`)
    .replace('<iframe', '<iframe class="wp-embedded-content" sandbox="allow-scripts" security="restricted"');
  return (
    quotation.replace('<blockquote', `<blockquote class="wp-embedded-content" data-secret="${secret}"`) + held
  );
}

describe('the sites that may show strips', () => {
  const save = (sites: string) => site.post('/admin/strips', { sites }, { cookie: owner.cookie });
  const lentTo = async (origin: string | null) => {
    const { headers } = await site.get('/embed/film/heat-1995.json', {
      headers: origin === null ? {} : { origin },
    });
    return headers.get('access-control-allow-origin');
  };
  afterAll(() => save(''));

  test('are all of them until some are named', async () => {
    expect(await lentTo('https://anybody.example')).toBe('*');
    expect(
      (await save('https://www.Regent.example/\nhttp://127.0.0.1:8080\nkino.example:444\n')).status,
    ).toBe(303);
    const page = await (await site.get('/admin/strips', { cookie: owner.cookie })).text();
    expect(page).toContain(
      'https://www.regent.example\nhttp://127.0.0.1:8080\nhttps://kino.example:444</textarea>',
    );
  });

  test.each(['https://www.regent.example', 'http://127.0.0.1:8080', 'https://kino.example:444'])(
    '%s may',
    async (origin) => {
      for (let n = 0; n < 3; n += 1) expect(await lentTo(origin)).toBe(origin);
    },
  );

  test.each([
    'https://regent.example',
    'https://evil.www.regent.example',
    'https://www.regent.example.evil.example',
    'https://wwwXregent.example',
    'http://www.regent.example',
    'https://www.regent.example:8443',
    'http://127.0.0.1:80',
    'http://127.0.0.1',
    'https://kino.example',
    'https://www.regent.example https://evil.example',
    'null',
    '',
    '*',
  ])('%j may not', async (origin) => {
    for (let n = 0; n < 3; n += 1) expect(await lentTo(origin)).toBeNull();
  });

  test('hold it in a frame, and nobody else does; a page’s own back end asks as before', async () => {
    const { headers } = await site.get('/embed/film/heat-1995');
    expect(headers.get('content-security-policy')).toContain(
      "frame-ancestors 'self' https://www.regent.example http://127.0.0.1:8080 https://kino.example:444;",
    );
    expect(await lentTo(null)).toBeNull();
    expect((await site.get('/embed/film/heat-1995.json')).status).toBe(200);
  });

  test.each([
    'https://www.regent.example/reviews',
    'https://user@regent.example',
    'javascript:alert(1)',
    "https://x.example; script-src 'unsafe-inline'",
    'https://*.example',
    '*',
    'null',
    'https://a.example, https://b.example',
    'ftp://a.example',
    'https://',
  ])('cannot be %j: it is named, and nothing is saved', async (line) => {
    const answer = await save(`https://good.example\n${line}`);
    expect(answer.status).toBe(400);
    const { headers } = await site.get('/embed/film/heat-1995');
    expect(headers.get('content-security-policy')).not.toContain('good.example');
  });

  test('are the owner’s to name', async () => {
    expect((await site.post('/admin/strips', { sites: '' }, { cookie: ann.cookie })).status).toBe(403);
    const { cookie } = await site.signedIn('cur', 'curator');
    expect((await site.post('/admin/strips', { sites: '' }, { cookie })).status).toBe(403);
  });
});

describe('a page that says itself what its film is', () => {
  const host = 'https://kino.example';
  let from = 0;
  const match = async (said: Record<string, string>) => {
    const query = new URLSearchParams({ at: `${host}/x`, ...said });
    return (await (await site.get(`/embed/match?${query}`)).json()) as {
      film: string | null;
      waits: boolean;
    };
  };
  const note = (said: Record<string, string>, headers: Record<string, string> = { origin: host }) => {
    from += 1;
    const address = `10.9.${from >> 8}.${from & 255}`;
    return site.post('/embed/page', said, { headers, from: address });
  };
  const waiting = () => site.site.store.reader.hostPages.list('waiting', 1000);

  test('is known by an id, or as the only one of its title and year', async () => {
    expect(await match({ imdb: 'tt0113277' })).toEqual({ film: 'heat-1995', waits: false });
    expect(await match({ title: ' HEAT ', year: '1986' })).toEqual({ film: 'heat-1986', waits: false });
  });

  test('is doubtful with less, and is not asked about where there is nothing like it', async () => {
    expect(await match({ title: 'Heat' })).toEqual({ film: null, waits: true });
    expect(await match({ title: 'Heat', year: '1999' })).toEqual({ film: null, waits: true });
    expect(await match({ title: 'Qwertyuiop' })).toEqual({ film: null, waits: false });
    expect((await site.get('/embed/match?title=Heat')).status).toBe(400);
    expect((await site.get('/embed/match?at=javascript:alert(1)&title=Heat')).status).toBe(400);
  });

  test('speaks for its own site alone', async () => {
    const said = { at: `${host}/films/heat`, title: 'Heat' };
    for (const origin of ['https://evil.example', 'null', 'http://kino.example', 'https://kino.example:444'])
      expect((await note(said, { origin })).status).toBe(403);
    expect(await waiting()).toEqual([]);
  });

  test('waits once, without its query, until the owner chooses; then it is known', async () => {
    const said = { at: `${host}/films/heat?visitor=7#top`, title: 'Heat\u0000<b>', year: '1996' };
    for (let n = 0; n < 3; n += 1) expect((await note(said)).status).toBe(202);
    const [page, ...others] = await waiting();
    expect(others).toEqual([]);
    expect(page).toMatchObject({ address: `${host}/films/heat`, says: { title: 'Heat <b>', year: 1996 } });
    const desk = await (await site.get('/admin/strips', { cookie: owner.cookie })).text();
    expect(desk).toContain(`>${host}/films/heat</a>`);
    expect(desk).toContain(`value="${heat}"`);
    expect(desk).not.toContain('<b>');
    const choose = (film: string, cookie = owner.cookie) =>
      site.post(`/admin/strips/${page?.id}`, { film }, { cookie });
    expect((await choose(heat, ann.cookie)).status).toBe(403);
    expect((await choose('no-such-film')).status).toBe(404);
    expect((await choose('tt0113277')).status).toBe(303);
    expect(await match(said)).toEqual({ film: 'heat-1995', waits: false });
    await choose('none');
    expect(await match(said)).toEqual({ film: null, waits: false });
    await choose('again');
    expect(await match(said)).toEqual({ film: null, waits: true });
  });

  test('cannot fill the owner’s list: so many of one site, so many of all, so often from one address', async () => {
    const flood = async (origin: string, count: number) => {
      for (let n = 0; n < count; n += 1) await note({ at: `${origin}/${n}`, title: 'Heat' }, { origin });
    };
    await flood(host, 55);
    expect(await waiting()).toHaveLength(50);
    let status = 0;
    for (let n = 0; n < 25; n += 1) {
      const said = { at: 'https://one.example/x', title: 'Heat' };
      const asked = { headers: { origin: 'https://one.example' }, from: '10.10.0.1' };
      status = (await site.post('/embed/page', said, asked)).status;
    }
    expect(status).toBe(429);
  });

  test('is nobody, whatever cookie it brings', async () => {
    const answer = await site.post(
      '/embed/page',
      { at: 'https://two.example/', title: 'Heat' },
      { cookie: owner.cookie, headers: { origin: 'https://two.example' }, from: '10.11.0.1' },
    );
    expect([answer.status, await answer.text(), answer.headers.getSetCookie()]).toEqual([202, '', []]);
  });
});

describe('the page on which a strip is made', () => {
  test('gives the lines for what was chosen, and shows it in a frame', async () => {
    const response = await site.get(
      '/film/heat-1995/embed?show=newest&n=5&from=all&least=3.5&theme=dark&in=&x=1',
    );
    const page = await response.text();
    const query = 'show=newest&amp;n=5&amp;least=3.5&amp;theme=dark';
    expect(page).toContain(`<iframe src="/embed/film/heat-1995?${query}"`);
    const code = [...page.matchAll(/<code>(.*?)<\/code>/gs)].map(([, text]) => textOf(text ?? ''));
    expect(code[0]).toContain(
      '<film-reviews film="heat-1995" show="newest" n="5" least="3.5" theme="dark" style="display:block;min-height:480px">',
    );
    expect(code.join('\n')).toContain(
      `${at}/embed/film/heat-1995.html?show=newest&n=5&least=3.5&theme=dark&as=element`,
    );
    expect(response.headers.get('content-security-policy')).toContain("; frame-src 'self'");
  });

  test('says what cannot be, and leaves it out of the lines', async () => {
    const page = await (await site.get('/film/heat-1995/embed?n=99&theme=%22%3E%3Cscript%3E')).text();
    expect(page).toContain('“99” is no number from 1 to 12; 3 are shown.');
    expect(page).toContain('<iframe src="/embed/film/heat-1995?"');
    expect(page).not.toContain('"><script>');
  });

  test('is reached by a title, an IMDb number or an address', async () => {
    for (const film of [
      'tt0113277',
      'heat-1995',
      `${at}/film/heat-1995`,
      'https://www.imdb.com/title/tt0113277/',
    ]) {
      const answer = await site.get(`/embed?film=${encodeURIComponent(film)}`);
      expect(answer.headers.get('location')).toBe('/film/heat-1995/embed');
    }
    expect(await (await site.get('/embed?film=Heat')).text()).toContain('href="/film/heat-1986/embed"');
  });
});
