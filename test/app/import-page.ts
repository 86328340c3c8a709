import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';
import type { EngineName } from '../engines/store.ts';
import { movie, review, stars } from '../store/importing.ts';
import { openTestSite, type TestSite } from './site.ts';

/** A film with three reviews, of which one is nobody's. */
export const FERRY = movie(
  'The Ferry',
  [
    review('Ada Quill', 'The tide does the acting.\n\nI went twice.', {
      ...stars(4),
      url: 'https://ada.example/the-ferry',
      publisher: { '@type': 'Organization', name: 'Filmtown' },
    }),
    review('عبد الرحمن بن محمد', 'لا أحد يجدف.', { url: 'https://rtl.example/1', inLanguage: 'ar' }),
    { '@type': 'Review', reviewBody: 'Nobody says who I am.' },
  ],
  { datePublished: '1987' },
);

/** When the id at the end of an address was minted, in milliseconds. */
export const minted = (address: string): number => {
  const id = address.split('/').at(-1) ?? '';
  return Math.floor(Number.parseInt(id.slice(0, 10), 32) / 4);
};

/** Names of files with what is in them. */
export type Sent = readonly (readonly [name: string, content: string | Uint8Array<ArrayBuffer>])[];
export const file = (content: unknown): string =>
  typeof content === 'string' ? content : JSON.stringify(content);

/** A site, and those who come to its import page. */
export interface ImportWorld {
  site: TestSite;
  curator: { cookie: string; memberId: string };
  other: { cookie: string };
  member: { cookie: string };
}

/** Opens a site for the tests of a file, told of in `opened`, and gives what they do on its import page. */
export function onImportPage(engine: EngineName, opened: (world: ImportWorld) => void) {
  let site: TestSite;
  let curator: ImportWorld['curator'];
  let visit = 0;
  /** Limits count by address; each visit comes from one of its own. */
  const as = (who: { cookie: string }, headers: Record<string, string> = {}) => {
    visit += 1;
    return {
      cookie: who.cookie,
      from: `198.51.${visit >> 8}.${visit & 255}`,
      headers: { 'accept-language': 'en', ...headers },
    };
  };
  const at = (response: Response) => response.headers.get('location') ?? '';
  /** An answer that no longer depends on how busy the machine is: what was asked for is done. */
  const settled = async (answer: Promise<Response>) => {
    const response = await answer;
    await site.site.work.settled();
    return response;
  };
  const send = (files: Sent, who = curator) => {
    const form = new FormData();
    for (const [name, content] of files) form.append('files', new File([content], name));
    return settled(site.post('/import', form, as(who)));
  };
  /** Sends a body as it is. */
  const raw = (type: string, body: string | ReadableStream) => {
    const { cookie, from } = as(curator);
    const headers = { origin: site.origin, 'content-type': type, cookie, 'accept-language': 'en' };
    const init = { method: 'POST', headers, body, duplex: 'half' as const };
    const socket = { incoming: { socket: { remoteAddress: from } } };
    return Promise.resolve(site.site.app.request(`${site.origin}/import`, init, socket as never));
  };
  /** Brings one document and answers the address of its page. */
  const brought = async (content: unknown, name = 'reviews.jsonld', who = curator) => {
    const response = await send([[name, file(content)]], who);
    expect(response.status).toBe(303);
    expect(at(response)).toMatch(/^\/import\/[0-9a-v]{26}$/);
    return at(response);
  };
  const ask = (path: string, answers: Record<string, string>, who = curator) =>
    settled(site.post(path, answers, as(who)));
  const YES = { do: 'import', visibility: 'everyone', word: '1' };
  /** Brings a document, answers everything, and gives the address of the report. */
  const imported = async (content: unknown, name?: string, who = curator) => {
    const path = await brought(content, name, who);
    const done = await ask(path, YES, who);
    expect(done.status).toBe(303);
    const onward = await site.get(path, as(who));
    expect(onward.status, await onward.clone().text()).toBe(303);
    return at(onward);
  };
  const textOf = async (path: string, who = curator) => (await site.get(path, as(who))).text();
  const kept = () => {
    const folder = join(site.folder, 'files');
    if (!existsSync(folder)) return [];
    const all = readdirSync(folder, { withFileTypes: true, recursive: true });
    return all
      .filter((one) => one.isFile())
      .map((one) => join(one.parentPath, one.name).slice(folder.length));
  };
  const batches = async () =>
    (await site.site.store.reader.batches.shown(null, 100)).filter(({ state }) => state === 'done');

  beforeAll(async () => {
    site = await openTestSite({ engine });
    curator = await site.signedIn('the_curator', 'curator');
    const other = await site.signedIn('another_curator', 'curator');
    opened({ site, curator, other, member: await site.signedIn('a_member') });
  });
  afterAll(() => site.close());
  return { as, at, ask, batches, brought, imported, kept, raw, send, settled, textOf, YES };
}
