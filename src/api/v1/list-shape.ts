import { z } from 'zod';
import { filmAsked } from '../../domain/film.ts';
import { type ListLine, MOST_FILMS } from '../../domain/list.ts';
import type { Call } from '../operation.ts';
import { html, id, instant, instantOf, key, sent, slug, url, visibility } from '../schema.ts';
import { author, authorOf } from './entry-shape.ts';

const line = {
  id,
  slug,
  url: url.nullable(),
  title: z.string(),
  author,
  description: html.nullable(),
  ranked: z.boolean(),
  tags: z.array(z.string()),
  visibility,
  films: z.int().meta({ description: 'how many films are on it' }),
  written: z.string().nullable().meta({ description: 'the day it was made, as its source says' }),
  created: instant,
  updated: instant,
};

export const listLine = sent('ListLine', z.strictObject(line), 'a list of films among others');

export const list = sent(
  'List',
  z.strictObject({
    ...line,
    text: z
      .string()
      .optional()
      .meta({ description: 'its description as it was written, for its author alone' }),
  }),
  'a list of films; what is on it is asked for apart',
);

/** A list as it is sent among others. */
export function listLineOf(origin: string, of: ListLine): z.output<typeof listLine> {
  const { id, slug, title, ranked, tags, visibility, films, written } = of;
  const at = of.username === null ? null : `${origin}/@${of.username}/list/${encodeURIComponent(slug)}`;
  return {
    ...{ id, slug, url: at, title, ranked, tags, visibility, films, written },
    author: authorOf(origin, of),
    description: of.descriptionHtml,
    created: instantOf(of.created),
    updated: instantOf(of.updated),
  };
}

const onList = z.strictObject({ film: key, note: z.string().max(100_000).optional() });
/** Films in the order of a list. */
export const filmsOn = z.array(onList).max(MOST_FILMS);

/** The films that are meant, by their ids. */
export async function filmsIn(
  { reader, now }: Pick<Call, 'reader' | 'now'>,
  films: z.output<typeof filmsOn>,
) {
  const ids = new Map<string, string>();
  for (const { film } of films) if (!ids.has(film)) ids.set(film, (await filmAsked(reader, film, now)).id);
  return films.map(({ film, note = '' }) => ({ filmId: ids.get(film) ?? '', note }));
}
