import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openFetch } from '../../src/outside/fetch.ts';
import { signatureOf } from '../../src/outside/webhook.ts';
import { openTestSite, type TestSite } from './site.ts';
import { addFilm, entriesOf, publish, type Somebody } from './writing.ts';

const SAID = { rating: '9', text: 'A long crossing.', visibility: 'everyone' };

/** Somebody elsewhere who listens, and answers what they are told to. */
interface Listener {
  url: string;
  heard: { body: string; headers: IncomingHttpHeaders; method: string }[];
  answers: number[];
  server: Server;
}

async function listen(): Promise<Listener> {
  const heard: Listener['heard'] = [];
  const answers: number[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const piece of request) body += piece;
    heard.push({ body, headers: request.headers, method: request.method ?? '' });
    response.writeHead(answers.shift() ?? 204).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  return { url: `http://127.0.0.1:${port}/new`, heard, answers, server };
}

describe('webhooks', () => {
  let site: TestSite;
  let owner: Somebody;
  let listener: Listener;

  beforeEach(async () => {
    listener = await listen();
    const loopback = [new URL(listener.url).origin];
    const fetch = openFetch({ agent: 'Houselights', loopback, pause: 0, now: () => site.clock.now });
    site = await openTestSite({ surroundings: { sources: { fetch } } });
    owner = await site.signedIn('the_owner', 'owner');
    await addFilm(site, 'the-ferry', 'The Ferry', 1962);
  });
  afterEach(async () => {
    await site.close();
    listener.server.close();
  });

  const add = async (url = listener.url) => {
    const answer = await site.post('/admin/webhooks', { url }, { cookie: owner.cookie });
    const html = await answer.text();
    return { status: answer.status, html, secret: /whsec_[\w+/=]+/.exec(html)?.[0] ?? '' };
  };
  const page = async () => (await site.get('/admin/webhooks', { cookie: owner.cookie })).text();
  const settled = () => site.site.work.settled();
  const heardTypes = () => listener.heard.map(({ body }) => JSON.parse(body).type as string);

  test('are told of a new review, signed with the key that was shown once', async () => {
    const { secret } = await add();
    expect(await page()).not.toContain(secret);
    const ann = await site.signedIn('ann');
    const id = await publish(site, 'the-ferry', ann, SAID);
    await settled();
    expect(listener.heard).toHaveLength(1);
    const [{ body, headers, method } = listener.heard[0]!] = listener.heard;
    expect(method).toBe('POST');
    expect(headers['webhook-id']).toBe(`review-${id}`);
    const seconds = Number(headers['webhook-timestamp']);
    expect(headers['webhook-signature']).toBe(signatureOf({ secret, id: `review-${id}`, body }, seconds));
    expect(JSON.parse(body)).toMatchObject({
      type: 'review.published',
      data: { id, rating: 9, film: { title: 'The Ferry' }, author: { name: 'ann' }, spoiler: 'no' },
    });
    expect(JSON.parse(body).data.html).toContain('A long crossing.');
    expect(await page()).toContain('it answered 204');
  });

  test('the signature is the one of the specification’s own example', () => {
    const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
    const body = '{"test": 2432232314}';
    expect(signatureOf({ secret, id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', body }, 1614265330)).toBe(
      'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    );
  });

  test('hear of a review once: not while it is a draft or private, not when it is changed or shown again', async () => {
    await add();
    const ann = await site.signedIn('ann');
    const id = await publish(site, 'the-ferry', ann, { ...SAID, visibility: 'draft' });
    await settled();
    expect(listener.heard).toHaveLength(0);
    const edit = (form: Record<string, string>) =>
      site.post(`/review/${id}/edit`, form, { cookie: ann.cookie });
    await edit({ ...SAID, visibility: 'me' });
    await settled();
    expect(listener.heard).toHaveLength(0);
    await edit(SAID);
    await edit({ ...SAID, text: 'A longer crossing.' });
    await site.post(`/admin/review/${id}`, { do: 'hide' }, { cookie: owner.cookie });
    await site.post(`/admin/review/${id}`, { do: 'show' }, { cookie: owner.cookie });
    await settled();
    expect(heardTypes()).toEqual(['review.published']);
    expect(listener.heard[0]?.body).toContain('A longer crossing.');
  });

  test('hear nothing that tells the story, and nothing of a rating without words', async () => {
    await add();
    const ann = await site.signedIn('ann');
    await publish(site, 'the-ferry', ann, { ...SAID, text: 'She drowns.', spoiler: 'yes' });
    await publish(site, 'the-ferry', owner, { ...SAID, text: '' });
    await settled();
    expect(listener.heard).toHaveLength(1);
    expect(listener.heard[0]?.body).not.toContain('drowns');
    expect(JSON.parse(listener.heard[0]?.body ?? '').data).toMatchObject({ html: null, spoiler: 'yes' });
  });

  test('are told again when they fail, by the same id, until they take it', async () => {
    await add();
    listener.answers.push(500, 503);
    await publish(site, 'the-ferry', owner, SAID);
    for (let hour = 0; hour < 4; hour += 1) {
      await settled();
      site.clock.now += 3_600_000;
    }
    expect(listener.heard).toHaveLength(3);
    expect(new Set(listener.heard.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    await settled();
    expect(listener.heard).toHaveLength(3);
  });

  test('are left alone once they say that they are gone, or the owner stops or removes them', async () => {
    await add();
    listener.answers.push(410);
    await publish(site, 'the-ferry', owner, SAID);
    await settled();
    expect(await page()).toContain('Not told at present');
    const ann = await site.signedIn('ann');
    await publish(site, 'the-ferry', ann, SAID);
    await settled();
    expect(listener.heard).toHaveLength(1);
    const [webhook] = await site.site.store.reader.webhooks.list();
    const deed = (what: string) =>
      site.post(`/admin/webhooks/${webhook?.id}`, { do: what }, { cookie: owner.cookie });
    await deed('try');
    await settled();
    expect(heardTypes()).toEqual(['review.published', 'trial']);
    await deed('remove');
    expect(await page()).toContain('Nobody is told yet.');
    expect((await deed('try')).status).toBe(404);
  });

  test('never reach into this machine or its network', async () => {
    for (const url of [
      'http://127.0.0.1:9/',
      'http://[::1]/',
      'http://10.0.0.1/',
      'http://169.254.169.254/x',
    ])
      expect((await add(url)).status, url).toBe(200);
    await publish(site, 'the-ferry', owner, SAID);
    await settled();
    expect(listener.heard).toHaveLength(0);
    expect((await page()).match(/not on the public internet/g)).toHaveLength(4);
  });

  test('what is no address, is known, or is one too many is said and kept in the form', async () => {
    for (const url of [
      'ftp://example.org/',
      'example',
      'https://me:secret@example.org/',
      `https://e.org/${'x'.repeat(600)}`,
    ]) {
      const { status, html } = await add(url);
      expect(status, url).toBe(400);
      expect(html).toContain('This is no address that can be told');
    }
    expect((await add('https://example.org/a')).status).toBe(200);
    expect((await add('https://example.org/a')).status).toBe(409);
    for (let n = 1; n < 10; n += 1) await add(`https://example.org/${n}`);
    expect((await add('https://example.org/more')).html).toContain('10 addresses are told already');
    const ann = await site.signedIn('ann');
    expect((await site.get('/admin/webhooks', { cookie: ann.cookie })).status).toBe(403);
    expect(await entriesOf(site, 'the-ferry', ann)).toEqual([]);
  });
});
