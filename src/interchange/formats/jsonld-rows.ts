import type { Details, ProblemCode } from '../../domain/import.ts';
import type { ImportRow } from '../row.ts';
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
import { lineOf, linksOf } from './jsonld-values.ts';

/** Properties that lead from a film, or from what gathers its reviews, to a review. */
const TO_REVIEW = new Set(['review', 'reviews', 'aggregateRating', 'itemListElement', 'item']);
const GATHERS = new Set(['AggregateRating', 'ItemList', 'ListItem']);
/** What only surrounds a film and its reviews. */
const PAGES = /^WebPage$|Page$|Article$|^BlogPosting$|^WebSite$/;
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

/**
 * The reviews and films of a JSON-LD document, a row each, in the document's order.
 *
 * @param where what stands before their places, when the file holds several documents
 * @param everyFilm whether a film has a row of its own beside those of its reviews
 * @param turns gives others their turn
 */
export async function rowsOf(
  root: unknown,
  { file, where, everyFilm }: { file: string; where: string; everyFilm: boolean },
  turns: () => Promise<void>,
): Promise<ImportRow[]> {
  const found = walk(root, matters);
  const reading: Reading = { found, films: new Map(), reviewed: new Set(), filmOfReview: new Map() };
  const rows: { order: number; row: ImportRow }[] = [];
  const at = (path: string) => (where ? `${where}.${path}`.replace('.[', '[') : path);
  const add = (order: number, path: string, record: ImportRow['record']) =>
    rows.push({ order, row: { file, row: at(path), record } });
  const refused = (order: number, path: string, code: ProblemCode, details: Details = {}) =>
    add(order, path, { code, details });

  const orders = new Map<unknown, number>(found.places.map(({ node }, order) => [node, order]));
  for (const place of found.places) linkReviews(reading, place);
  for (const [order, place] of found.places.entries()) {
    const types = typesOf(place.node);
    if (types.some(isReview)) {
      if (!isReference(place.node, found)) add(order, pathOf(place), reviewRecord(place, reading));
      await turns();
      continue;
    }
    // Other programs call other things so; theirs have no type.
    for (const property of types.length > 0 ? ['review', 'reviews'] : []) {
      let before = order;
      for (const [index, one] of list(prop(place.node, property)).entries()) {
        before = orders.get(one) ?? before;
        if (!isReviewOrLeadsToOne(one, found))
          refused(before + 0.5, pathOf(place, [property, index]), 'not-a-review');
      }
    }
  }
  for (const [order, place] of found.places.entries()) {
    if (!isStanding(place) || isReference(place.node, found)) continue;
    if (!everyFilm && reading.reviewed.has(place.node)) continue;
    const types = typesOf(place.node);
    const isOther = types.some(isOtherWork);
    if (!types.includes('Movie') && !isOther) continue;
    const film = filmOnce(place.node, reading);
    add(order, pathOf(place), 'code' in film ? film : { film, review: null });
  }
  for (const place of found.tooDeep) refused(Number.MAX_SAFE_INTEGER, pathOf(place), 'too-deep');
  return rows.sort((a, b) => a.order - b.order).map(({ row }) => row);
}

/** Whether a node is a review or a work, or leads to reviews: nothing else makes a row. */
function matters(node: Node): boolean {
  if (prop(node, 'review') !== undefined || prop(node, 'reviews') !== undefined) return true;
  return typesOf(node).some((type) => type === 'Movie' || isReview(type) || isOtherWork(type));
}

function isOtherWork(type: string): boolean {
  return isTelevision(type) || OTHER_WORKS.has(type);
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
    if (isNode(target) && above && target !== above && sameFilm(target, above)) return spoken(above, reading);
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

/** Whether a short mention of a film says no more than that it is the one it stands in. */
function sameFilm(mention: Node, film: Node): boolean {
  if (!typesOf(mention).includes('Movie') || Object.keys(mention).length > 3) return false;
  const name = lineOf(prop(mention, 'name'));
  if (name !== null) return name === lineOf(prop(film, 'name'));
  const links = new Set(addressesOf(film));
  return addressesOf(mention).some((link) => links.has(link));
}

function addressesOf(node: Node): string[] {
  return [own(node, '@id'), prop(node, 'url'), prop(node, 'sameAs')].flatMap(linksOf);
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
    if (types.some((type) => PAGES.test(type))) return filmOfPage(node, reading);
    if (types.length > 0 && !types.some((type) => GATHERS.has(type))) return node;
    if (types.length === 0 && prop(node, 'name') !== undefined) return node;
  }
  return null;
}

/** The one film a page or an article is about. */
function filmOfPage(node: Node, { found }: Reading): Node | null {
  for (const property of ['mainEntity', 'about', 'itemReviewed']) {
    const about = list(prop(node, property)).map((one) => resolved(one, found.byId));
    const films = about.filter((one) => isNode(one) && typesOf(one).includes('Movie'));
    if (films.length === 1) return films[0] as Node;
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
