import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { allowOnPosters } from '../../src/domain/poster-word.ts';
import { makeQuote } from '../../src/domain/quote.ts';
import { openTestSite, type TestSite } from './site.ts';
import { addFilm, publish, type Somebody, textOfMain } from './writing.ts';

describe('a card for the lobby', () => {
  let site: TestSite;
  let cleo: Somebody;
  const ids: Record<string, string> = {};
  const see = async (path: string, who?: Somebody, headers: Record<string, string> = {}) => {
    const answer = await site.get(path, { headers, ...(who ? { cookie: who.cookie } : {}) });
    return { status: answer.status, text: await answer.clone().text(), answer };
  };
  const enter = async (film: string, draft: boolean) => {
    const { transact } = site.site.store;
    return transact(async (writer) => {
      const place = { name: 'The Regent', street: null, town: 'Lisbon', country: null, website: null };
      const [known] = await writer.venues.list();
      const venueId =
        known?.id ??
        (await writer.venues.add({ ...place, timeZone: 'Europe/Lisbon' }, 'the-regent', site.clock.now));
      const said = { doors: null, ends: null, room: null, format: null, spoken: null, language: null };
      const rest = {
        subtitles: null,
        tickets: null,
        note: null,
        series: null,
        state: 'on' as const,
        key: null,
      };
      return writer.screenings.add(
        {
          filmId: film,
          venueId,
          day: '2026-12-04',
          time: '20:15',
          starts: site.clock.now + 9e8,
          ...said,
          ...rest,
          draft,
        },
        site.clock.now,
      );
    });
  };

  beforeAll(async () => {
    site = await openTestSite({ environment: { HOUSELIGHTS_URL: 'https://regent.example' } });
    cleo = await site.signedIn('cleo', 'curator');
    const ann = await site.signedIn('ann');
    const film = await addFilm(site, 'die-fähre-1962', 'Die Fähre', 1962);
    const other = await addFilm(site, 'other', 'Other');
    ids.shown = await enter(film, false);
    ids.draft = await enter(film, true);
    ids.elsewhere = await enter(other, false);
    const fields = { text: 'Nobody minds.', rating: '9', visibility: 'everyone' };
    const review = await publish(site, 'die-fähre-1962', ann, fields);
    const { now } = site.clock;
    await site.site.store.transact(async (writer) => {
      await allowOnPosters(writer, review, true, { ...ann, role: 'member' }, now);
      const curator = { ...cleo, role: 'curator' as const };
      ids.quote = await makeQuote(writer, review, ['Nobody minds.'], curator, { now, today: '2026-11-25' });
    });
  });
  afterAll(() => site.close());

  const PATH = `/film/${encodeURIComponent('die-fähre-1962')}/card`;

  test('is a page for everybody, of the paper that is asked for, and leads to the public address', async () => {
    const page = await see(PATH);
    expect(page.status).toBe(200);
    expect(page.text).toContain('<meta name="robots" content="noindex">');
    expect(textOfMain(page.text)).toContain('https://regent.example/film/die-f%C3%A4hre-1962/review');
    expect(page.text).toMatch(/card-a4[^"]*\.css"/);
    expect((await see(`${PATH}?paper=letter`)).text).toMatch(/card-letter[^"]*\.css"/);
    expect((await see(`${PATH}?paper=constructor`)).text).toMatch(/card-a4[^"]*\.css"/);
    const svg = await see(`${PATH}/a5.svg`);
    expect(svg.answer.headers.get('content-type')).toBe('image/svg+xml');
    expect(svg.text).toContain('width="148mm" height="210mm"');
    expect((await see(`${PATH}/a6.svg`)).status).toBe(404);
    const german = await see(`${PATH}/a5.svg`, undefined, { 'accept-language': 'de' });
    expect(german.text).not.toBe(svg.text);
  });

  test('may be for a screening that readers know of, and for no other', async () => {
    const plain = (await see(`${PATH}/a4.svg`)).text;
    expect((await see(`${PATH}/a4.svg?screening=${ids.shown}`)).text).not.toBe(plain);
    expect(textOfMain((await see(PATH)).text)).toContain('Fri 4 Dec 2026, 20:15, The Regent');
    for (const id of [ids.draft, ids.elsewhere, 'nothing', '%00', 'a%00b'])
      for (const path of [PATH, `${PATH}/a4.svg`])
        expect((await see(`${path}?screening=${id}`)).status, `${path} ${id}`).toBe(404);
    expect((await see(`${PATH}?screening=${ids.draft}`, cleo)).status).toBe(200);
  });

  test('carries a quote for those who curate, and is a PNG for them', async () => {
    expect((await see(PATH)).text).not.toContain('Nobody minds');
    for (const path of [PATH, `${PATH}/a4.svg`])
      expect((await see(`${path}?quote=${ids.quote}`)).status).toBe(404);
    expect((await see(`${PATH}?quote=${ids.quote}`, cleo)).text).toContain('“Nobody minds.” — ann');
    expect((await see(`${PATH}/a5.svg?quote=${ids.quote}`, cleo)).status).toBe(200);
    expect((await see(`${PATH}/a5.png`)).status).toBe(403);
    const png = Buffer.from(await (await see(`${PATH}/a5.png`, cleo)).answer.arrayBuffer());
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1748, 2480]);
  });
});
