import type { Accounts } from '../accounts/accounts.ts';
import type { PictureDesk } from '../domain/pictures.ts';
import type { FilmKey, Member, Reader, Site, Store, Transact } from '../domain/reader.ts';
import type { Viewer } from '../domain/viewer.ts';
import type { Guide } from '../views/api.ts';
import type { Html } from '../views/html.ts';
import type { Frame } from '../views/layout.ts';
import type { Words } from '../words/words.ts';

/** Who may come to a route; whoever comes without the right is sent to sign in, or told that it is not theirs. */
export type Who = 'anyone' | 'member' | 'curator' | 'moderator' | 'owner';

/** How often one address may come; the numbers are in limits.ts. */
export type LimitName =
  | 'write'
  | 'preview'
  | 'sign-in'
  | 'sign-up'
  | 'mail'
  | 'import'
  | 'search'
  | 'suggest'
  | 'api-read'
  | 'api-write'
  | 'match'
  | 'page';

/**
 * What a page for readers depends on: `film` takes the route's `:slug`; `strip` does too, knows films by the ids of
 * others as well, and answers also where there is none; `review` is the film of the review that `:id` names; `person`
 * is every film in which `:slug` had a part; `card` is the film that `:file` is drawn of; `catalogue` is everything that
 * lists films or reviews of several; `programme` is that, what is shown where and when, and what day it is; `site` is
 * the site's own words and settings.
 */
export type CacheRule = 'film' | 'strip' | 'review' | 'person' | 'card' | 'catalogue' | 'programme' | 'site';

export interface Route {
  method: 'GET' | 'POST';
  path: string;
  who: Who;
  handler: Handler;
  /** By what the visits of one address are limited; a function where that depends on who comes. */
  limit?: LimitName | ((visit: Visit) => LimitName);
  /**
   * Pages elsewhere may hold what it answers, on the sites the owner lets (all, unless said): in a frame, or asked
   * for by a script. Nobody is signed in there, whatever cookie comes along.
   */
  lends?: boolean;
  /** Takes what pages elsewhere send. Nobody is signed in there, so there is nobody to be forged. */
  open?: boolean;
  /**
   * Readers without an account are served a kept copy that is exact by versions; a function where what they
   * depend on follows from the address, path and query.
   */
  cache?: CacheRule | ((address: string) => CacheRule);
  /** The one kind of GET that changes something: a link that was mailed, good once. */
  oneTime?: boolean;
  /** The largest form taken, in bytes; 1.5 MB unless said. */
  most?: number;
}

export type Handler = (visit: Visit) => Promise<Answer>;

/** One request, as a handler sees it. */
export interface Visit {
  reader: Reader;
  transact: Transact;
  accounts: Accounts;
  viewer: Viewer;
  /** Who is signed in; null for readers. */
  member: Member | null;
  site: Site;
  words: Words;
  frame: Frame;
  request: Request;
  url: URL;
  /** The site's public address, without a last slash. */
  origin: string;
  params: Record<string, string>;
  /** The film of the route, where its cache rule is `film` and it was found. */
  film: FilmKey | null;
  /** The form sent, bounded. */
  form(): Promise<FormData>;
  /** Where the request comes from, as far as it can be known. */
  address: string;
  /** Whether it comes from this very machine and through no proxy. */
  local: boolean;
  /** Epoch milliseconds. */
  now: number;
  /** Today's calendar date where the site is. */
  today: string;
  services: Services;
}

/** What the web room is given by main beside the store and the accounts. */
export interface Services {
  /** Lets the work that a transaction has just asked for begin; called by `afterCommit`. */
  wakeJobs: () => void;
  /** Keeps files that are brought by what is in them. */
  files: {
    /** Keeps one until what needs it is recorded, or it is released. */
    put(pieces: AsyncIterable<Uint8Array>): Promise<{ hash: string; size: number }>;
    /** Lets go of files that were put and came to nothing. */
    release(hashes: readonly string[]): Promise<void>;
    /** Takes away those of some files that nothing needs. */
    sweep(hashes: readonly string[]): Promise<void>;
    /** The bytes of a file; null where they are not kept any more. */
    read(hash: string): Promise<Uint8Array | null>;
  };
  /** Draws pictures anew and keeps them. */
  pictures: PictureDesk;
  /** The one-time code that lets somebody own a site that has no owner; null once it has one. */
  setupCode: () => Promise<string | null>;
  /** Whether mail is kept in a folder and shown in the terminal, because no mail server is set. */
  mailIsKept: boolean;
  /** Whether the site can be reached only from this machine. */
  onlyHere: boolean;
  /** Whether the front greets whoever comes first to a site that nobody owns; a copy in files greets nobody. */
  greets: boolean;
  /** Fills an empty site with the demonstration catalogue. */
  demonstrate: () => Promise<void>;
  /** What a built file says, by its plain name. */
  builtText: (name: string) => string;
  /** Opens the store's bulk ways for imports, which stage outside one transaction. */
  store: Store;
  /** What is to be said of the API. */
  guide: () => Promise<Guide>;
}

/** What a handler answers. Bodies of pages are HTML of the views. */
export type Answer =
  | { kind: 'page'; page: Html; status: number; cookies: readonly string[]; headers?: Headed }
  | { kind: 'redirect'; to: string; status: 303 | 301; cookies: readonly string[] }
  | {
      kind: 'body';
      body: string | Uint8Array;
      type: string;
      status: number;
      forever: boolean;
      headers?: Headed;
    };

/** Headers in place of those that every answer carries. */
export type Headed = Readonly<Record<string, string>>;

/** A page. */
export function page(html: Html, status = 200, cookies: readonly string[] = []): Answer {
  return { kind: 'page', page: html, status, cookies };
}

/** A way on after something was done. */
export function redirect(to: string, cookies: readonly string[] = []): Answer {
  return { kind: 'redirect', to, status: 303, cookies };
}

/** A way to where something has moved for good. */
export function moved(to: string): Answer {
  return { kind: 'redirect', to, status: 301, cookies: [] };
}

/** Something that is no page. `forever` where the address changes with the content. */
export function body(content: string | Uint8Array, type: string, forever = false): Answer {
  return { kind: 'body', body: content, type, status: 200, forever };
}
