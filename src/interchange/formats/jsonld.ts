import type { Details, ProblemCode } from '../../domain/import.ts';
import { type FilmFacts, type ImportRow, type ParsedFile, Refusal, type ReviewFacts } from '../row.ts';
import { jsonldScripts } from './html-page.ts';
import { readJson } from './json-text.ts';
import { filmOf, isTelevision } from './jsonld-film.ts';
import {
  type Found,
  isNode,
  list,
  type Node,
  own,
  type Place,
  parentOf,
  pathOf,
  prop,
  resolved,
  typesOf,
  walk,
} from './jsonld-nodes.ts';
import { reviewOf } from './jsonld-review.ts';

/**
 * Reads schema.org reviews from a JSON-LD file.
 *
 * @param file the name its rows are reported under
 * @throws Refusal when it is no JSON, or holds neither a film nor a review
 */
export function parseJsonld(text: string, file: string): ParsedFile {
  const root = readJson(text);
  const rows = rowsOf(root, file, '');
  const empty = Array.isArray(root) ? root.length === 0 : isNode(root) && isEmptyGraph(root);
  if (rows.length === 0 && !empty) throw new Refusal('nothing-in-it');
  return { format: 'jsonld', rows: ownAddressesOnly(rows) };
}

/**
 * Reads schema.org reviews from the JSON-LD scripts of a saved page. A script that cannot be read is one
 * rejected row; the others are taken.
 */
export function parseHtml(text: string, file: string): ParsedFile {
  const scripts = jsonldScripts(text);
  if (scripts.length === 0) throw new Refusal('no-jsonld');
  const rows: ImportRow[] = [];
  let refusal: Refusal | null = null;
  let read = 0;
  for (const [index, script] of scripts.entries()) {
    const where = scripts.length === 1 ? '' : `script[${index + 1}]`;
    try {
      for (const row of rowsOf(readJson(script.text, script.line), file, where)) rows.push(row);
      read += 1;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refusal ??= error;
      rows.push({ file, row: `script[${index + 1}]`, record: { code: error.code, details: error.details } });
    }
  }
  if (read === 0 && refusal) throw refusal;
  if (rows.length === 0) throw new Refusal('nothing-in-it');
  return { format: 'jsonld', rows: ownAddressesOnly(rows) };
}

/** Properties that lead from a film, or from what gathers its reviews, to a review. */
const TO_REVIEW = new Set(['review', 'reviews', 'aggregateRating', 'itemListElement', 'item']);
const GATHERS = new Set(['AggregateRating', 'ItemList', 'ListItem']);
/** Properties under which a film stands for itself and is not only spoken of. */
const STANDING = new Set(['', '@graph', 'mainEntity', 'itemListElement', 'item', 'workPresented']);
/** Works people review that are no films: told of, where a file brings them by themselves. */
const OTHER_WORKS = new Set([
  'Book',
  'VideoGame',
  'MusicAlbum',
  'MusicRecording',
  'Podcast',
  'PodcastSeries',
]);

interface Reading {
  found: Found;
  /** One object for each film node, so that its mentions are one. */
  films: Map<unknown, ReturnType<typeof filmOf>>;
  /** Films that some review has named. */
  reviewed: Set<unknown>;
  /** The film of reviews that a film refers to by `@id`. */
  filmOfReview: Map<Node, Node>;
}

function rowsOf(root: unknown, file: string, where: string): ImportRow[] {
  const found = walk(root);
  const reading: Reading = { found, films: new Map(), reviewed: new Set(), filmOfReview: new Map() };
  const rows: { order: number; row: ImportRow }[] = [];
  const at = (path: string) => (where ? `${where}.${path}`.replace('.[', '[') : path);
  const add = (order: number, path: string, record: ImportRow['record']) =>
    rows.push({ order, row: { file, row: at(path), record } });
  const refused = (order: number, path: string, code: ProblemCode, details: Details = {}) =>
    add(order, path, { code, details });

  for (const place of found.places) linkReviews(reading, place);
  for (const [order, place] of found.places.entries()) {
    const types = typesOf(place.node);
    if (types.some(isReview)) {
      if (!isReference(place.node, found)) add(order, pathOf(place), reviewRecord(place, reading));
      continue;
    }
    for (const property of ['review', 'reviews'])
      for (const [index, one] of list(prop(place.node, property)).entries())
        if (!isReviewOrLeadsToOne(one, found))
          refused(order, pathOf(place, [property, index]), 'not-a-review');
  }
  for (const [order, place] of found.places.entries()) {
    if (!isStanding(place) || isReference(place.node, found) || reading.reviewed.has(place.node)) continue;
    const types = typesOf(place.node);
    const isOther = types.some((type) => isTelevision(type) || OTHER_WORKS.has(type));
    if (!types.includes('Movie') && !isOther) continue;
    const film = filmOnce(place.node, reading);
    add(order, pathOf(place), 'code' in film ? film : { film, review: null });
  }
  for (const place of found.tooDeep) refused(Number.MAX_SAFE_INTEGER, pathOf(place), 'too-deep');
  return rows.sort((a, b) => a.order - b.order).map(({ row }) => row);
}

function isReview(type: string): boolean {
  return (
    type === 'Review' || type === 'Recommendation' || (type.endsWith('Review') && type !== 'AggregateReview')
  );
}

/** A node that only points at a fuller one elsewhere in the document. */
function isReference(node: Node, found: Found): boolean {
  return resolved(node, found.byId) !== node;
}

function isReviewOrLeadsToOne(value: unknown, found: Found): boolean {
  const target = resolved(value, found.byId);
  return isNode(target) && typesOf(target).some((type) => isReview(type) || GATHERS.has(type));
}

/** A film's `review` may only name the reviews by their `@id`. */
function linkReviews({ found, filmOfReview }: Reading, place: Place): void {
  const { node } = place;
  if (typesOf(node).some(isReview)) return;
  for (const property of ['review', 'reviews'])
    for (const one of list(prop(node, property))) {
      const target = resolved(one, found.byId);
      if (isNode(target) && target !== one) filmOfReview.set(target, node);
    }
}

function isStanding(place: Place): boolean {
  const parent = parentOf(place);
  return parent === null || STANDING.has(parent.property);
}

function reviewRecord(place: Place, reading: Reading): ImportRow['record'] {
  const film = filmOfReviewAt(place, reading);
  if (film === null) return { code: 'no-film', details: {} };
  if ('code' in film) return film;
  const review = reviewOf(place.node, film, reading.found.byId);
  return 'code' in review ? review : { film, review };
}

function filmOfReviewAt(place: Place, reading: Reading): ReturnType<typeof filmOf> | null {
  const { byId } = reading.found;
  const own = prop(place.node, 'itemReviewed');
  const above = gatheringFilm(place, reading);
  for (const value of [own, above, prop(place.node, 'about')]) {
    const target = resolved(list(value)[0], byId);
    // What is only named by an `@id` that the file does not hold says nothing; the film it stands in does.
    if (target === undefined || (isNode(target) && isBare(target) && target !== above)) continue;
    if (isNode(target) && above && target !== above && sameName(target, above)) return spoken(above, reading);
    return spoken(target, reading);
  }
  return own === undefined ? null : filmOnce(resolved(list(own)[0], byId), reading);
}

function spoken(value: unknown, reading: Reading) {
  reading.reviewed.add(value);
  return filmOnce(value, reading);
}

function isBare(node: Node): boolean {
  const film = filmOf(node, new Map());
  return 'code' in film && film.code === 'no-film-name';
}

function sameName(one: Node, other: Node): boolean {
  return (
    typesOf(one).includes('Movie') && own(one, 'name') === own(other, 'name') && Object.keys(one).length <= 3
  );
}

/** The film in whose `review`, or in whose gathering of reviews, a review stands. */
function gatheringFilm(place: Place, reading: Reading): Node | null {
  const pointed = reading.filmOfReview.get(place.node);
  if (pointed) return pointed;
  for (
    let parent = parentOf(place);
    parent && TO_REVIEW.has(parent.property);
    parent = parentOf(parent.place)
  ) {
    const { node } = parent.place;
    const about = resolved(list(prop(node, 'itemReviewed'))[0], reading.found.byId);
    if (isNode(about)) return about;
    const types = typesOf(node);
    if (types.length > 0 && !types.some((type) => GATHERS.has(type))) return node;
    if (types.length === 0 && prop(node, 'name') !== undefined) return node;
  }
  return null;
}

function filmOnce(value: unknown, reading: Reading): ReturnType<typeof filmOf> {
  const known = reading.films.get(value);
  if (known) return known;
  const film = filmOf(value, reading.found.byId);
  reading.films.set(value, film);
  return film;
}

function isEmptyGraph(root: Node): boolean {
  const graph = own(root, '@graph') ?? prop(root, 'itemListElement') ?? prop(root, 'review');
  return Array.isArray(graph) && graph.length === 0;
}

/**
 * An address that several different reviews give is the page they stand on, and a profile that several names
 * give is a site's front page: neither says which review, or who.
 */
function ownAddressesOnly(rows: ImportRow[]): ImportRow[] {
  const reviewsAt = new Map<string, string>();
  const namesAt = new Map<string, string>();
  const shared = new Set<string>();
  const reviews = rows.flatMap(({ record }) =>
    'code' in record || !record.review ? [] : [{ film: record.film, review: record.review }],
  );
  const note = (seen: Map<string, string>, kind: string, address: string | null, what: string) => {
    if (address === null) return;
    const before = seen.get(address);
    if (before !== undefined && before !== what) shared.add(`${kind} ${address}`);
    seen.set(address, what);
  };
  for (const { film, review } of reviews) {
    note(reviewsAt, 'review', review.address, saidIn(film, review));
    note(namesAt, 'author', review.author.link, review.author.name);
  }
  for (const { review } of reviews) {
    if (shared.has(`review ${review.address}`)) review.address = null;
    if (shared.has(`author ${review.author.link}`)) review.author.link = null;
  }
  return rows;
}

function saidIn(film: FilmFacts, review: ReviewFacts): string {
  return JSON.stringify([
    film.title,
    film.year,
    review.author.name,
    review.written,
    review.rating,
    review.text,
  ]);
}
