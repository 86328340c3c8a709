import { expect } from 'vitest';
import type { TestSite } from './site.ts';

/** Somebody who is signed in. */
export interface Somebody {
  cookie: string;
  memberId: string;
  authorId: string;
}

/** What an export is called as it is downloaded. */
export const EXPORT_NAME = 'letterboxd-rosa_w-2024-05-01-10-00-utc.zip';
/** Every answer that is asked before an account is imported. */
export const YES: Readonly<Record<string, string>> = { do: 'import', visibility: 'everyone', word: '1' };

/** Brings files to a site as a browser would; each visit comes from an address of its own, as limits count by it. */
export function bringing(site: () => TestSite, me: () => Somebody) {
  let visit = 0;
  const as = (who: { cookie: string }, language = 'en') => {
    visit += 1;
    return {
      cookie: who.cookie,
      from: `198.51.${visit >> 8}.${visit & 255}`,
      headers: { 'accept-language': language },
    };
  };
  /** An answer that does not depend on how busy the machine is: what was asked for is done. */
  const settled = async (answer: Promise<Response>) => {
    const response = await answer;
    await site().site.work.settled();
    return response;
  };
  const at = (response: Response) => response.headers.get('location') ?? '';
  const ask = (path: string, answers: Record<string, string | string[]>, who: { cookie: string } = me()) =>
    settled(site().post(path, answers, as(who)));
  const send = async (bytes: Buffer<ArrayBuffer>, who: { cookie: string } = me(), name = EXPORT_NAME) => {
    const form = new FormData();
    form.append('files', new File([bytes], name));
    const response = await settled(site().post('/import?own=1', form, as(who)));
    expect(response.status).toBe(303);
    return at(response);
  };
  return {
    as,
    at,
    ask,
    settled,
    send,
    /** A page as somebody sees it. */
    async textOf(path: string, who: { cookie: string } = me()) {
      return (await site().get(path, as(who))).text();
    },
    /** Brings an export, answers everything, and gives the address of the report. */
    async imported(
      bytes: Buffer<ArrayBuffer>,
      answers: Readonly<Record<string, string>> = YES,
      who: { cookie: string } = me(),
    ) {
      const path = await send(bytes, who);
      expect((await ask(path, answers, who)).status).toBe(303);
      const onward = await site().get(path, as(who));
      expect(onward.status, await onward.clone().text()).toBe(303);
      return at(onward);
    },
    undo: (report: string, who: { cookie: string } = me()) => ask(`${report}/undo`, {}, who),
  };
}
