import type { z } from 'zod';
import type { PictureDesk } from '../domain/pictures.ts';
import type { FilmKey, Member, Reader, Scope, Site, Token, Transact, UploadFile } from '../domain/reader.ts';
import type { Viewer } from '../domain/viewer.ts';
import type { ProblemName } from './problem.ts';

/** What readers without a token may be answered from a kept copy by: the versions of these. */
export type Kept = 'catalogue' | 'programme' | 'site';

/** What operations are about, in the order in which they are told of; each is said in the OpenAPI file. */
export const TAGS = {
  site: 'the site itself',
  films: 'what there is to see: films, and what is known of them',
  entries: 'what somebody said of a film on one occasion: diary entries, ratings, reviews',
  marks: 'how you stand to a film now: seen, liked, rated, wanted',
  lists: 'films that somebody put side by side',
  people: 'who made the films',
  members: 'who writes here, and what',
  me: 'you, by your token',
  search: 'finding any of these by words',
  programme: 'what is shown where and when',
  imports: 'bringing in what was written elsewhere, and taking it back',
  curating: 'looking after films: facts, chosen reviews, two that are one',
  desk: 'looking after the site, for its moderators and owners',
} as const;
export type Tag = keyof typeof TAGS;

/** How often somebody may ask. */
export type ApiLimit = 'api-read' | 'api-write' | 'search' | 'suggest' | 'import' | 'mail' | 'preview';

/** What the API is given by main. */
export interface ApiServices {
  wakeJobs: () => void;
  files: {
    put(pieces: AsyncIterable<Uint8Array>): Promise<{ hash: string; size: number }>;
    release(hashes: readonly string[]): Promise<void>;
    sweep(hashes: readonly string[]): Promise<void>;
    read(hash: string): Promise<Uint8Array | null>;
  };
  pictures: PictureDesk;
}

/** One request, as an operation sees it. */
export interface Call<Params = unknown, Query = unknown, Body = unknown> {
  reader: Reader;
  transact: Transact;
  services: ApiServices;
  viewer: Viewer;
  /** Whose token it came with; null without one. */
  member: Member | null;
  token: Token | null;
  site: Site;
  /** The site's public address, without a last slash. */
  origin: string;
  /** The address that was asked. */
  url: URL;
  /** Epoch milliseconds. */
  now: number;
  /** Today's calendar date where the site is. */
  today: string;
  /** Whether it only reads: then an address that leads to another one is answered by where it leads. */
  reads: boolean;
  params: Params;
  query: Query;
  body: Body;
  /** The film that an address means, by slug or id; `Moved` where it has another slug now and is only read. */
  film(asked: string): Promise<FilmKey>;
}

/** What an operation answers. */
export interface Outcome {
  status: number;
  body?: unknown;
  headers?: Record<string, string>;
}

/** A schema of an answer; without one nothing but the status is sent. */
export interface AnswerShape {
  description: string;
  schema?: z.ZodType;
  /** Whether a Location says where it is; what is made always has one. */
  located?: true;
}

/** One operation: how it is asked, who may, how often, and what is answered. */
export interface Operation {
  /** By which a program knows it; never changed. */
  id: string;
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below `/api/v1`, with parameters in braces. */
  path: string;
  tag: Tag;
  summary: string;
  description?: string;
  /** What a token must allow; null where none is needed. */
  scope: Scope | null;
  /** Where the scope is not enough: who of those that may have it. */
  who?: 'owner';
  limit?: ApiLimit;
  params?: z.ZodObject;
  query?: z.ZodObject;
  /** JSON of this shape, or files as a form brings them. */
  body?: z.ZodType | 'files';
  /** What is answered where all goes well, by status. */
  answers: Readonly<Record<number, AnswerShape>>;
  /** What else may come of it, beside what may come of any operation. */
  problems?: readonly ProblemName[];
  kept?: Kept;
  /**
   * By what `If-Match` goes, in every PUT, PATCH and DELETE: the ETag of what a GET answers, and whether it has to be
   * said.
   */
  match?: { of: Operation; must?: true };
  /** Whether what is asked goes on to the next page by `cursor`. */
  paged?: boolean;
  handler: (call: Call) => Promise<Outcome>;
}

type Read<Shape> = Shape extends z.ZodType
  ? z.output<Shape>
  : Shape extends 'files'
    ? UploadFile[]
    : undefined;

/** An operation whose handler knows what it is asked by its schemas. */
export function operation<
  const Params extends z.ZodObject | undefined = undefined,
  const Query extends z.ZodObject | undefined = undefined,
  const Body extends z.ZodType | 'files' | undefined = undefined,
>(
  one: Omit<Operation, 'params' | 'query' | 'body' | 'handler'> & {
    params?: Params;
    query?: Query;
    body?: Body;
    handler: (call: Call<Read<Params>, Read<Query>, Read<Body>>) => Promise<Outcome>;
  },
): Operation {
  return one as unknown as Operation;
}

/** What was asked for. */
export function ok(body: unknown, headers: Record<string, string> = {}): Outcome {
  return { status: 200, body, headers };
}

/** Something new, and where it is. */
export function created(path: string, body: unknown): Outcome {
  return { status: 201, body, headers: { location: `/api/v1${path}` } };
}

/** Something that is done later. */
export function accepted(path: string, body: unknown): Outcome {
  return { status: 202, body, headers: { location: `/api/v1${path}` } };
}

/** Done, and nothing to say. */
export const done: Outcome = { status: 204 };
