import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { takeFacts } from '../../src/domain/fact.ts';
import { openFetch } from '../../src/outside/fetch.ts';
import { openTestSite, type TestSite } from './site.ts';
import { addFilm, textOfMain } from './writing.ts';

const DAY = 86_400_000;
const TMDB = 'https://image.tmdb.org/t/p/original/fog.jpg';
const COMMONS = 'https://commons.wikimedia.org/wiki/File:Fog%20poster.jpg';

describe('pictures that catalogues name', () => {
  let site: TestSite;
  let origin: string;
  let asked: string[];
  let answers: Map<string, (response: ServerResponse) => unknown>;
  let server: ReturnType<typeof createServer>;
  let owner: string;
  beforeEach(async () => {
    [asked, answers] = [[], new Map()];
    server = createServer((request, response) => {
      const path = (request.url ?? '').split('?')[0] ?? '';
      asked.push(request.url ?? '');
      response.on('error', () => undefined);
      const answer = answers.get(path) ?? ((one: ServerResponse) => one.writeHead(404).end());
      answer(response);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const fetch = openFetch({ agent: 'Test', pause: 0, loopback: [origin], now: () => site.clock.now });
    site = await openTestSite({
      surroundings: { sources: { fetch, tmdb: origin, wikidata: origin } },
    });
    owner = (await site.signedIn('olga', 'owner')).cookie;
  });
  afterEach(async () => {
    await site.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  const allow = (...factSources: ('tmdb' | 'wikidata')[]) =>
    site.site.store.transact((writer) => writer.site.set({ settings: { factSources } }, site.clock.now));
  const names = async (id: string, source: 'tmdb' | 'wikidata', link: string) => {
    const given = {
      ...{ licence: null, link: 'https://www.themoviedb.org/movie/1' },
      ...{ fetched: site.clock.now, whole: true },
    };
    const facts = [{ field: 'poster', value: { link } }];
    await site.site.store.transact((writer) => takeFacts(writer, id, source, facts, given));
    await fetched();
  };
  const fetched = async () => {
    site.site.work.wake();
    await site.site.work.settled();
  };
  const of = (id: string) => site.site.store.reader.pictures.ofFilm(id);
  const poster = async () =>
    sharp({ create: { width: 200, height: 300, channels: 3, background: 'navy' } })
      .jpeg()
      .toBuffer();
  const file = (path: string, bytes: Buffer) =>
    answers.set(path, (response) => response.writeHead(200, { 'content-type': 'image/jpeg' }).end(bytes));
  const commons = (extmetadata: Record<string, { value: string }>, files = `${origin}/files`) =>
    answers.set('/w/api.php', (response) =>
      response.end(
        JSON.stringify({
          query: {
            pages: [
              {
                imageinfo: [
                  {
                    url: `${files}/Fog.jpg`,
                    thumburl: `${files}/960px-Fog.jpg`,
                    descriptionurl: COMMONS,
                    extmetadata,
                  },
                ],
              },
            ],
          },
        }),
      ),
    );

  test('come from TMDB in the size that is needed, and stand, with TMDB named', async () => {
    const id = await addFilm(site, 'fog', 'Fog');
    file('/t/p/w780/fog.jpg', await poster());
    await allow('tmdb');
    await names(id, 'tmdb', TMDB);
    expect(asked.filter((path) => path.startsWith('/t/'))).toEqual(['/t/p/w780/fog.jpg']);
    const [picture] = await of(id);
    expect(picture).toMatchObject({ state: 'here', source: 'tmdb', width: 200, height: 300 });
    const shown = await (await site.get('/film/fog')).text();
    expect(shown).toContain(`/picture/${picture?.id}/160.avif`);
    expect(textOfMain(shown)).toContain('Poster: from TMDB. Where it is from.');
    expect(textOfMain(shown)).toContain('TMDB API but is not endorsed');
  });

  test('are not asked for while the owner does not let their catalogue be asked', async () => {
    const id = await addFilm(site, 'fog', 'Fog');
    file('/t/p/w780/fog.jpg', await poster());
    await names(id, 'tmdb', TMDB);
    expect([asked, (await of(id))[0]?.state]).toEqual([[], 'waiting']);
  });

  test('come from Commons only under a free licence, with whoever made them', async () => {
    await allow('wikidata');
    const ask = async (slug: string, said: Record<string, { value: string }>) => {
      const id = await addFilm(site, slug, slug);
      file('/files/960px-Fog.jpg', await poster());
      commons(said);
      await names(id, 'wikidata', COMMONS);
      return (await of(id))[0];
    };
    const by = {
      value: '<a href="//commons.wikimedia.org/wiki/User:Ann">Ann &amp; Bo</a>',
    };
    expect(
      await ask('free', {
        LicenseShortName: { value: 'CC BY-SA 4.0' },
        LicenseUrl: { value: 'https://creativecommons.org/licenses/by-sa/4.0' },
        Artist: by,
      }),
    ).toMatchObject({
      ...{ state: 'here', licence: 'CC BY-SA 4.0', credit: 'Ann & Bo', link: COMMONS },
      licenceLink: 'https://creativecommons.org/licenses/by-sa/4.0',
    });
    const shown = textOfMain(await (await site.get('/film/free')).text());
    expect(shown).toContain('Poster: Ann & Bo, CC BY-SA 4.0, from Wikimedia Commons.');
    expect(await ask('old', { LicenseShortName: { value: 'Public domain' } })).toMatchObject({
      ...{ state: 'here', licence: 'public-domain', credit: null },
    });
    const unfree: Record<string, Record<string, { value: string }>> = {
      'non-free': { LicenseShortName: { value: 'Fair use' }, NonFree: { value: 'true' } },
      'not-commercial': { LicenseShortName: { value: 'CC BY-NC 4.0' }, Artist: by },
      unknown: { Artist: by },
      nameless: { LicenseShortName: { value: 'CC BY 4.0' } },
    };
    for (const [slug, said] of Object.entries(unfree))
      expect(await ask(slug, said), slug).toMatchObject({ state: 'refused', problem: 'licence' });
    const html = await (await site.get('/film/unknown/pictures', { cookie: owner })).text();
    expect(textOfMain(html)).toContain('Not taken: it is not under a free licence that is known.');
  });

  test.each<[string, (response: ServerResponse) => unknown, string]>([
    ['is no picture', (r) => r.end('<html>Not here</html>'), 'not-a-picture'],
    ['is an SVG', (r) => r.end('<svg onload="alert(1)"/>'), 'not-a-picture'],
    ['is gone', (r) => r.writeHead(404).end(), 'gone'],
    ['says it is 100 MB', (r) => r.writeHead(200, { 'content-length': '100000000' }).end('x'), 'too-large'],
  ])('one that %s is refused for good, and the film keeps its card', async (_, answer, problem) => {
    const id = await addFilm(site, 'fog', 'Fog');
    answers.set('/t/p/w780/fog.jpg', answer);
    await allow('tmdb');
    await names(id, 'tmdb', TMDB);
    expect((await of(id))[0]).toMatchObject({ state: 'refused', problem });
    const before = asked.length;
    site.clock.now += 40 * DAY;
    await names(id, 'tmdb', TMDB);
    expect(asked.slice(before).filter((path) => path.startsWith('/t/'))).toEqual([]);
    expect(await (await site.get('/film/fog')).text()).toContain(`/card/${id}.svg`);
  });

  test('one that cannot be had now is tried again later', async () => {
    const id = await addFilm(site, 'fog', 'Fog');
    await allow('tmdb');
    answers.set('/t/p/w780/fog.jpg', (response) => response.writeHead(503).end());
    await names(id, 'tmdb', TMDB);
    expect((await of(id))[0]).toMatchObject({ state: 'waiting', problem: 'busy', tries: 1 });
    file('/t/p/w780/fog.jpg', await poster());
    site.clock.now += DAY;
    await fetched();
    expect((await of(id))[0]).toMatchObject({ state: 'here', problem: null });
  });

  test('an address elsewhere, or on this machine, is never asked', async () => {
    await allow('tmdb', 'wikidata');
    let number = 0;
    for (const link of [
      'http://169.254.169.254/latest/meta-data',
      `${origin}/t/p/w780/fog.jpg`,
      'https://image.tmdb.org/t/p/original/../../../3/movie/1',
      'https://image.tmdb.org.evil.example/t/p/original/fog.jpg',
    ])
      for (const source of ['tmdb', 'wikidata'] as const) {
        number += 1;
        const id = await addFilm(site, `odd-${number}`, 'Odd');
        await names(id, source, link);
        expect((await of(id))[0]).toMatchObject({ state: 'refused', problem: 'gone' });
      }
    // Nor where Commons itself leads to another host.
    const id = await addFilm(site, 'led', 'Led');
    commons({ LicenseShortName: { value: 'CC0' } }, 'http://127.0.0.1:1');
    await names(id, 'wikidata', COMMONS);
    expect((await of(id))[0]).toMatchObject({ state: 'refused', problem: 'gone' });
    expect(asked.filter((path) => !path.startsWith('/w/api.php'))).toEqual([]);
  });
});
