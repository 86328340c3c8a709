import { safeLink } from '../../domain/author.ts';
import type { Details, ProblemCode } from '../../domain/import.ts';
import { cleanCharacters } from '../../domain/text/characters.ts';
import { renderText } from '../../domain/text/render.ts';
import type { FilmFacts } from '../row.ts';
import { isNode, list, type Node, prop, resolved, typesOf } from './jsonld-nodes.ts';
import {
  countriesOf,
  dateOf,
  languageOf,
  lineOf,
  linksOf,
  minutesOf,
  namesOf,
  textOf,
} from './jsonld-values.ts';

/** A film, or what a film is a kind of: many pages name no more than that. */
const FILMS = new Set(['Movie', 'CreativeWork', 'Thing']);
const LONGEST_TITLE = 500;
const MOST_CREDITS = 200;

/** How addresses of films elsewhere hold their ids there. */
const ADDRESSES: readonly (readonly [scheme: string, RegExp])[] = [
  ['imdb', /^https?:\/\/(?:www\.|m\.)?imdb\.com\/title\/(tt\d{5,10})\b/i],
  ['tmdb', /^https?:\/\/(?:www\.)?themoviedb\.org\/movie\/(\d{1,9})\b/i],
  ['wikidata', /^https?:\/\/(?:www\.|m\.)?wikidata\.org\/(?:wiki|entity)\/(Q\d{1,10})\b/i],
  ['letterboxd', /^https?:\/\/(?:www\.)?letterboxd\.com\/film\/([a-z0-9-]{1,200})\b/i],
];
const VALUES: Readonly<Record<string, RegExp>> = {
  imdb: /^tt\d{5,10}$/i,
  tmdb: /^\d{1,9}$/,
  wikidata: /^Q\d{1,10}$/i,
  letterboxd: /^[a-z0-9-]{1,200}$/,
};

/**
 * A schema.org Movie as a film, or why it is none.
 *
 * @param value the node, or the bare name of a film
 */
export function filmOf(
  value: unknown,
  byId: ReadonlyMap<string, Node>,
): FilmFacts | { code: ProblemCode; details: Details } {
  if (!isNode(value)) {
    const name = lineOf(value);
    return name === null ? { code: 'no-film', details: {} } : named({}, name, byId);
  }
  const name = lineOf(prop(value, 'name')) ?? lineOf(prop(value, 'headline'));
  const types = typesOf(value);
  if (types.length > 0 && !types.some((type) => FILMS.has(type))) {
    const type = types[0]!.slice(0, 60);
    const television = types.some(isTelevision);
    return { code: television ? 'television' : 'not-a-film', details: { type, name: name ?? '' } };
  }
  return named(value, name, byId);
}

/** Whether a schema.org type is something for television. */
export function isTelevision(type: string): boolean {
  return /^TV|Episode$|^CreativeWorkSe(?:ason|ries)$/.test(type);
}

function named(
  node: Node,
  name: string | null,
  byId: ReadonlyMap<string, Node>,
): FilmFacts | { code: ProblemCode; details: Details } {
  const ids = idsOf(node);
  if (name === null && ids.length === 0) return { code: 'no-film-name', details: {} };
  if (name !== null && [...name].length > LONGEST_TITLE)
    return { code: 'name-too-long', details: { most: LONGEST_TITLE } };
  const released = dateOf(prop(node, 'datePublished')) ?? dateOf(startOf(prop(node, 'releasedEvent'), byId));
  const made = released ?? dateOf(prop(node, 'dateCreated')) ?? dateOf(prop(node, 'copyrightYear'));
  // "Heat (1995)" is how a film is told from its namesakes where a file has no other place for the year.
  const bracket = made === null && name !== null ? /^(.+?) \((\d{4})\)$/.exec(name) : null;
  const year = made?.date.slice(0, 4) ?? dateOf(bracket?.[2])?.date ?? null;
  const description = textOf(prop(node, 'description')) ?? textOf(prop(node, 'abstract'));
  return {
    title: bracket && year !== null ? bracket[1]! : name,
    year: year === null ? null : Number(year),
    released: released?.date ?? null,
    runtime: minutesOf(prop(node, 'duration')) ?? minutesOf(prop(node, 'timeRequired')),
    synopsis: description === null ? null : plainText(description),
    synopsisLanguage: null,
    countries: countriesOf(prop(node, 'countryOfOrigin'), byId),
    languages: list(prop(node, 'inLanguage')).flatMap((one) => languageOf(one) ?? []),
    genres: [
      ...new Set(
        namesOf(prop(node, 'genre'), byId).flatMap((genre) => genre.split(',').map((one) => one.trim())),
      ),
    ]
      .filter((genre) => genre !== '' && genre.length <= 60 && !/^https?:/.test(genre))
      .slice(0, 20),
    credits: [
      ...credits(prop(node, 'director') ?? prop(node, 'directors'), 'director', byId),
      ...credits(prop(node, 'actor') ?? prop(node, 'actors'), 'actor', byId),
    ],
    ids,
  };
}

function startOf(event: unknown, byId: ReadonlyMap<string, Node>): unknown {
  const first = resolved(list(event)[0], byId);
  return isNode(first) ? prop(first, 'startDate') : undefined;
}

function plainText(text: string): string | null {
  const words = /<\/?[a-z][^<>]{0,200}>|&(?:#\d+|[a-z]+);/i.test(text)
    ? renderText(text, 'html').text
    : cleanCharacters(text);
  return words.trim() || null;
}

function credits(value: unknown, role: string, byId: ReadonlyMap<string, Node>) {
  const seen = new Set<string>();
  return list(value)
    .slice(0, MOST_CREDITS)
    .flatMap((one) => {
      // A PerformanceRole holds the person under its own property, and the part they play.
      const outer = resolved(one, byId);
      const inner = isNode(outer) ? (prop(outer, role) ?? outer) : outer;
      const part = isNode(outer) ? lineOf(prop(outer, 'characterName')) : null;
      const [name] = namesOf(inner, byId);
      if (name === undefined || name.length > 200 || seen.has(name)) return [];
      seen.add(name);
      return [{ name, role, character: part }];
    });
}

function idsOf(node: Node): FilmFacts['ids'] {
  const found = new Map<string, string>();
  const links = ['sameAs', 'url', 'identifier'].flatMap((name) => linksOf(prop(node, name)));
  const self = safeLink(textOf(node['@id']));
  for (const link of self ? [...links, self] : links) {
    const id = filmIdAt(link);
    if (id && !found.has(id.scheme)) found.set(id.scheme, id.value);
  }
  for (const one of list(prop(node, 'identifier'))) {
    const text = isNode(one) ? lineOf(prop(one, 'value')) : lineOf(one);
    const said = isNode(one) ? (lineOf(prop(one, 'propertyID')) ?? lineOf(prop(one, 'name')) ?? '') : '';
    const scheme =
      Object.keys(VALUES).find((known) => said.toLowerCase().includes(known)) ??
      (text && VALUES.imdb?.test(text) ? 'imdb' : null);
    const id = scheme && text && !found.has(scheme) ? filmIdOf(scheme, text) : null;
    if (id) found.set(id.scheme, id.value);
  }
  return [...found].map(([scheme, value]) => ({ scheme, value }));
}

/** The id in another catalogue that an address of a film there holds; null for any other address. */
export function filmIdAt(link: string): { scheme: string; value: string } | null {
  for (const [scheme, address] of ADDRESSES) {
    const value = address.exec(link)?.[1];
    if (value) return { scheme, value: canonical(scheme, value) };
  }
  return null;
}

/** An id in a catalogue as it is written there; null for what is none. */
export function filmIdOf(scheme: string, value: string): { scheme: string; value: string } | null {
  return VALUES[scheme]?.test(value) ? { scheme, value: canonical(scheme, value) } : null;
}

function canonical(scheme: string, value: string): string {
  return scheme === 'wikidata' ? value.toUpperCase() : value.toLowerCase();
}
