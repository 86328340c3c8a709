import type { FilmKey, Reader, Site, Transact } from '../domain/reader.ts';
import type { Html } from '../views/html.ts';
import type { Words } from '../words/words.ts';

/** One request, as far as what is lent to pages elsewhere depends on it: nobody is signed in. */
export interface LentVisit {
  reader: Reader;
  transact: Transact;
  site: Site;
  /** In the language that the reader's browser asks for. */
  words: Words;
  request: Request;
  url: URL;
  /** The site's public address, without a last slash. */
  origin: string;
  params: Record<string, string>;
  /** The film of the address; null where it means none. */
  film: FilmKey | null;
  frame: { asset: (name: string) => string };
  /** The form sent, bounded. */
  form(): Promise<FormData>;
  /** Epoch milliseconds. */
  now: number;
  /** Today's calendar date where the site is. */
  today: string;
  services: {
    builtText: (name: string) => string;
    files: { read(hash: string): Promise<Uint8Array | null> };
  };
}

/** What is answered: a whole page, or something that is none. */
export type LentAnswer =
  | { kind: 'page'; page: Html; status: number; cookies: readonly string[]; headers?: Headers }
  | { kind: 'redirect'; to: string; status: 301; cookies: readonly string[] }
  | {
      kind: 'body';
      body: string | Uint8Array;
      type: string;
      status: number;
      forever: boolean;
      headers?: Headers;
    };

type Headers = Readonly<Record<string, string>>;

/** Something that is no page. */
export function text(body: string, type: string, status = 200, headers: Headers = {}): LentAnswer {
  return { kind: 'body', body, type: `${type}; charset=utf-8`, status, forever: false, headers };
}

/** JSON. */
export function json(value: unknown, status = 200): LentAnswer {
  return text(`${JSON.stringify(value)}\n`, 'application/json', status);
}
