import { z } from 'zod';
import type { Entry, Reader } from '../../domain/reader.ts';
import type { ShownReview } from '../../domain/review.ts';
import { withoutSpoilers } from '../../domain/text/spoiler.ts';
import type { Viewer } from '../../domain/viewer.ts';
import {
  day,
  html,
  id,
  instant,
  instantOf,
  language,
  pageOf,
  rating,
  sent,
  slug,
  url,
  visibility,
} from '../schema.ts';
import { cardOf, FILM, filmCard, filmUrl } from './film-shape.ts';

const SOURCES = ['local', 'letterboxd', 'imdb', 'trakt', 'activitypub', 'jsonld', 'quote'] as const;
const FORMATS = ['plain', 'lbml', 'markdown', 'html'] as const;
/** Stands where words are hidden within a line. */
const HIDDEN = '[…]';

const AUTHOR = { name: 'Ines', username: 'ines', url: 'https://films.example/@ines' };

export const author = sent(
  'Author',
  z.strictObject({
    name: z.string(),
    username: z.string().nullable().meta({ description: 'of a member of this site; null for anybody else' }),
    url: url.nullable().meta({ description: 'their page here, or where they write' }),
  }),
  'whoever wrote something',
  AUTHOR,
);

export const entry = sent(
  'Entry',
  z.strictObject({
    id,
    url,
    film: filmCard,
    author,
    source: z.enum(SOURCES).meta({ description: 'how it came here' }),
    place: z.string().nullable().meta({ description: 'where it still lives, in plain words' }),
    firstWritten: z.string().nullable().meta({ description: 'where its author wrote it before' }),
    link: url.nullable().meta({ description: 'where it lives, or was written' }),
    basis: z
      .enum(['own', 'permission', 'excerpt', 'federated'])
      .meta({ description: 'by what right it is shown' }),
    viewed: day.nullable(),
    rating: rating.nullable(),
    score: z
      .string()
      .nullable()
      .meta({ description: 'the author’s own score as written, on their own scale' }),
    liked: z.boolean(),
    rewatch: z.boolean(),
    venue: z.string().nullable(),
    tags: z.array(z.string()),
    title: z.string().nullable(),
    language: language.nullable(),
    spoiler: z.enum(['yes', 'no', 'unknown']),
    closed: z.boolean().meta({ description: 'the words may tell the story, and were left out' }),
    html: html
      .nullable()
      .meta({ description: 'the words; null where there are none, or where they are closed' }),
    length: z.int().meta({ description: 'characters of the words' }),
    names: z
      .array(z.strictObject({ slug, title: z.string(), url }))
      .meta({ description: 'the films it names' }),
    visibility,
    withheld: z
      .enum(['awaiting', 'hidden', 'rights', 'deleted'])
      .nullable()
      .meta({ description: 'why it is kept from readers; null for what is not' }),
    likes: z.int(),
    written: z.string().nullable().meta({ description: 'the day it was written, as its source says' }),
    created: instant,
    edited: instant.nullable(),
    text: z
      .strictObject({ format: z.enum(FORMATS), source: z.string() })
      .optional()
      .meta({ description: 'the words as they were written, for their author alone' }),
  }),
  'what one author said of one film on one occasion: a diary entry, a rating, a review',
  {
    id: '06f2e4l3m1o7q000000000002g',
    url: 'https://films.example/review/06f2e4l3m1o7q000000000002g',
    film: FILM,
    author: AUTHOR,
    source: 'local',
    place: null,
    firstWritten: null,
    link: null,
    basis: 'own',
    viewed: '2026-11-25',
    rating: 9,
    score: null,
    liked: true,
    rewatch: false,
    venue: null,
    tags: ['35mm'],
    title: null,
    language: 'en',
    spoiler: 'no',
    closed: false,
    html: '<p>The last train waits for <i>nobody</i>.</p>',
    length: 34,
    names: [],
    visibility: 'everyone',
    withheld: null,
    likes: 0,
    written: '2026-11-25',
    created: '2026-11-25T12:00:00.000Z',
    edited: null,
  },
);

export const entriesPage = pageOf('EntriesPage', entry);

/** How closed words are asked for. */
export const spoilers = z
  .enum(['closed', 'open'])
  .optional()
  .meta({ description: '`open` sends words that may tell the story too; the reader has to be asked first' });

/** What else is asked of an entry where it is sent. */
export interface Sending {
  origin: string;
  film: { id: string; slug: string; title: string; year: number | null };
  /** Whether words that may tell the story are wanted. */
  open: boolean;
  /** The words as their author wrote them, for the author alone. */
  text?: Entry['review'];
}

/** An entry as it is sent. What may tell the story stays out of it, until it is asked for. */
export function entryOf(of: ShownReview, { origin, film, open, text }: Sending): z.output<typeof entry> {
  const closed = of.closed && !open && (of.html !== null || of.title !== null);
  const words =
    of.html === null || closed ? null : of.open || open ? of.html : withoutSpoilers(of.html, HIDDEN);
  return {
    id: of.id,
    url: `${origin}/review/${of.id}`,
    film: cardOf(origin, film),
    author: authorOf(origin, of),
    source: of.source,
    place: of.livesOn,
    firstWritten: of.firstWrittenOn,
    link: of.link,
    basis: of.basis,
    viewed: of.viewed,
    rating: of.rating,
    score: of.score,
    liked: of.liked === 1,
    rewatch: of.rewatch === 1,
    venue: of.venue,
    tags: of.tagList,
    title: closed ? null : of.title,
    language: of.language,
    spoiler: of.spoiler,
    closed,
    html: words,
    length: of.length,
    names: closed ? [] : of.named.map(({ slug, title }) => ({ slug, title, url: filmUrl(origin, slug) })),
    visibility: of.visibility,
    withheld: of.withheld,
    likes: of.likes,
    written: of.written,
    created: instantOf(of.created),
    edited: of.edited === null ? null : instantOf(of.edited),
    ...(text ? { text: { format: text.format, source: text.source } } : {}),
  };
}

/** Whoever wrote something, as it is sent. */
export function authorOf(
  origin: string,
  of: { authorName: string; username: string | null; authorLink?: string | null },
): z.output<typeof author> {
  const here = of.username === null ? null : `${origin}/@${of.username}`;
  return { name: of.authorName, username: of.username, url: here ?? of.authorLink ?? null };
}

/** The words of an entry as they were written, where it is the viewer's own. */
export async function ownText(
  reader: Reader,
  of: { id: string; authorId: string },
  viewer: Viewer,
): Promise<Entry['review']> {
  if (viewer.authorId === null || of.authorId !== viewer.authorId) return null;
  return (await reader.entries.toChange(of.id))?.review ?? null;
}
