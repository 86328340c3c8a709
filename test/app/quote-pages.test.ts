import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestSite, type TestSite } from './site.ts';
import { addElsewhere, addFilm, publish, type Somebody, textOfMain } from './writing.ts';

const WORDS = 'The ferry is late. Nobody minds. <i>I stayed</i> for the fog.';

describe('the pages of a quote', () => {
  let site: TestSite;
  let ann: Somebody;
  let cleo: Somebody;
  let film: string;
  let review: string;
  const see = async (path: string, who?: Somebody) => {
    const answer = await site.get(path, who ? { cookie: who.cookie } : {});
    return { status: answer.status, html: await answer.clone().text(), answer };
  };
  const send = async (path: string, form: Record<string, string | string[]>, who: Somebody) => {
    const answer = await site.post(path, form, { cookie: who.cookie });
    return { status: answer.status, to: answer.headers.get('location') ?? '', html: await answer.text() };
  };

  beforeAll(async () => {
    site = await openTestSite();
    ann = await site.signedIn('ann');
    cleo = await site.signedIn('cleo', 'curator');
    film = await addFilm(site, 'the-ferry', 'The Ferry', 1962);
    review = await publish(site, 'the-ferry', ann, { text: WORDS, rating: '9', visibility: 'everyone' });
  });
  afterAll(() => site.close());

  test('lead a curator from a review to its card, which waits for its author’s word', async () => {
    expect((await see(`/review/${review}`, cleo)).html).toContain(`/review/${review}/quote"`);
    for (const who of [undefined, ann])
      expect((await see(`/review/${review}`, who)).html).not.toContain('/quote"');
    const form = await see(`/review/${review}/quote`, cleo);
    expect(textOfMain(form.html)).toContain('ann has not let this review onto posters. Ask them');
    expect(form.html).not.toContain('value="make"');
    expect(
      (await send(`/review/${review}/quote`, { do: 'make', sentence: 'Nobody minds.' }, cleo)).status,
    ).toBe(409);
    expect((await see(`/review/${review}`, ann)).html).toContain('name="do" value="allow"');
    expect((await send(`/review/${review}/posters`, { do: 'allow' }, ann)).to).toBe(`/review/${review}`);
    expect((await see(`/review/${review}`, ann)).html).toContain('name="do" value="take-back"');
    expect((await see(`/review/${review}/quote`, cleo)).html).toContain('value="make"');
  });

  test('show how it reads, say what is wrong, and lose nothing that was chosen', async () => {
    const path = `/review/${review}/quote`;
    const two = { sentence: ['The ferry is late.', 'I stayed for the fog.'] };
    const look = await send(path, { do: 'look', ...two }, cleo);
    expect(textOfMain(look.html)).toContain('★★★★½ “The ferry is late. […] I stayed for the fog.” — ann');
    expect(look.html.match(/checked/g)).toHaveLength(2);
    for (const [fields, said] of [
      [{ passage: 'The ferry is early.' }, 'not in the review like this'],
      [{ passage: 'obody minds.' }, 'cuts a word in two'],
      [{}, 'Tick a sentence'],
    ] as const) {
      const wrong = await send(path, { do: 'make', ...fields }, cleo);
      expect(wrong.status).toBe(400);
      expect(textOfMain(wrong.html)).toContain(said);
      if ('passage' in fields) expect(wrong.html).toContain(`\n${fields.passage}</textarea>`);
    }
  });

  test('give it as text, SVG and PNG to those who curate, and to nobody else', async () => {
    const { to } = await send(`/review/${review}/quote`, { do: 'make', sentence: 'Nobody minds.' }, cleo);
    expect(to).toMatch(/^\/quote\/[0-9a-v]{26}$/);
    const shown = await see(to, cleo);
    expect(shown.html).toContain('>\n★★★★½ “Nobody minds.” — ann</textarea>');
    expect(shown.html).toContain('<meta name="robots" content="noindex">');
    const sizes = { square: [1080, 1080], landscape: [1200, 630], ink: [2400, null], white: [2400, null] };
    for (const [shape, [width, height]] of Object.entries(sizes)) {
      const svg = await see(`${to}/${shape}.svg`, cleo);
      expect(svg.answer.headers.get('content-type')).toBe('image/svg+xml');
      expect(svg.html).not.toContain('<text');
      const png = Buffer.from(await (await see(`${to}/${shape}.png`, cleo)).answer.arrayBuffer());
      expect(png.readUInt32BE(16)).toBe(width);
      if (height) expect(png.readUInt32BE(20)).toBe(height);
    }
    expect((await see(`${to}/round.png`, cleo)).status).toBe(404);
    for (const path of [to, `${to}/square.svg`, `${to}/ink.png`, '/film/the-ferry/quotes']) {
      expect((await see(path)).status, path).toBe(303);
      expect((await see(path, ann)).status, path).toBe(403);
    }
    expect((await see('/film/the-ferry', cleo)).html).toContain('/film/the-ferry/quotes"');
    expect(textOfMain((await see('/film/the-ferry/quotes', cleo)).html)).toContain('“Nobody minds.” — ann');
  });

  test('answer 410 once it stands no longer, and say why without its words', async () => {
    const { to } = await send(`/review/${review}/quote`, { do: 'make', sentence: 'Nobody minds.' }, cleo);
    await send(`/review/${review}/posters`, { do: 'take-back' }, ann);
    for (const path of [to, `${to}/square.svg`, `${to}/square.png`])
      expect((await see(path, cleo)).status, path).toBe(410);
    const fallen = await see(to, cleo);
    expect(textOfMain(fallen.html)).toContain('its author does not let it onto posters');
    expect(fallen.html).not.toContain('Nobody minds');
    const list = await see('/film/the-ferry/quotes', cleo);
    expect(textOfMain(list.html)).toContain('No longer stands');
    expect(list.html).not.toContain('Nobody minds');
    await send(`/review/${review}/posters`, { do: 'allow' }, ann);
    expect((await see(to, cleo)).status).toBe(200);
    const away = await send(to, { do: 'remove' }, cleo);
    expect(away.to).toBe(`/film/the-ferry/quotes?removed=${to.split('/').at(-1)}`);
    expect((await see(away.to, cleo)).html).toContain(`action="${to}"`);
    expect((await see(`${to}/square.png`, cleo)).status).toBe(410);
    expect((await send(to, { do: 'restore' }, cleo)).to).toBe(to);
    expect((await see(to, cleo)).status).toBe(200);
  });

  test('note the word of somebody elsewhere, and what was wrong with it', async () => {
    const elsewhere = await addElsewhere(site, film, 'Worth the wait.', { name: '‮ليلى <b>' });
    await send(`/review/${elsewhere}/spoiler`, { tells: 'no' }, cleo);
    const path = `/review/${elsewhere}/posters`;
    const wrong = await send(path, { do: 'allow', word: 'by mail', until: 'tomorrow' }, cleo);
    expect(wrong.status).toBe(400);
    expect(wrong.html).toContain('value="tomorrow"');
    expect((await send(path, { do: 'allow', word: 'by mail', until: '' }, cleo)).to).toBe(
      `/review/${elsewhere}/quote`,
    );
    expect((await see(`/review/${elsewhere}/quote`, cleo)).html).toContain('Noted: by mail');
    const { to } = await send(`/review/${elsewhere}/quote`, { do: 'make', passage: 'Worth the wait.' }, cleo);
    const shown = await see(to, cleo);
    expect(shown.status).toBe(200);
    expect(shown.html).not.toContain('<b>‮');
    expect(shown.html).toContain('there is no PNG of it');
    expect((await see(`${to}/ink.svg`, cleo)).html).toContain('&lt;b&gt;');
    expect((await see(`${to}/ink.png`, cleo)).status).toBe(404);
    expect((await send(path, { do: 'allow', word: 'x', until: '' }, ann)).status).toBe(403);
    expect((await send(`/review/${review}/posters`, { do: 'allow', word: 'x' }, cleo)).status).toBe(403);
  });

  test('let a member say it once for all they wrote', async () => {
    expect((await send('/settings/posters', { posters: 'none' }, ann)).to).toBe('/settings?saved=posters');
    expect(textOfMain((await see(`/review/${review}`, ann)).html)).toContain('You let nothing you write');
    await send('/settings/posters', { posters: '' }, ann);
    expect(textOfMain((await see(`/review/${review}`, ann)).html)).toContain('may stand on posters');
  });
});
