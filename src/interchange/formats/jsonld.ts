import { type FilmFacts, type ImportRow, type ParsedFile, Refusal, type ReviewFacts } from '../row.ts';
import { jsonldScripts } from './html-page.ts';
import { readJson } from './json-text.ts';
import { isNode, type Node, own, prop } from './jsonld-nodes.ts';
import { rowsOf } from './jsonld-rows.ts';

/** JSON-LD that was read: a file, or one script of a page. */
export interface JsonldDocument {
  /** What stands before the places of its rows; empty when the file holds nothing else. */
  where: string;
  /** The value, or why it could not be read. */
  read: { root: unknown } | { refusal: Refusal };
}

/**
 * Reads a JSON-LD file.
 *
 * @throws Refusal `truncated` or `not-json`
 */
export function readJsonld(text: string): JsonldDocument[] {
  return [{ where: '', read: { root: readJson(text) } }];
}

/**
 * Reads the JSON-LD scripts of a saved page. One that cannot be read does not stand in the way of the others.
 *
 * @throws Refusal `no-jsonld`, or why none of its scripts can be read
 */
export async function readPage(text: string): Promise<JsonldDocument[]> {
  const scripts = await jsonldScripts(text);
  if (scripts.length === 0) throw new Refusal('no-jsonld');
  const documents = scripts.map((script, index) => ({
    where: scripts.length === 1 ? '' : `script[${index + 1}]`,
    read: readScript(script.text, script.line),
  }));
  const [first] = documents;
  if (first && 'refusal' in first.read && documents.every(({ read }) => 'refusal' in read))
    throw first.read.refusal;
  return documents;
}

function readScript(text: string, line: number): JsonldDocument['read'] {
  try {
    return { root: readJson(text, line) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { refusal: error };
  }
}

/**
 * Reads schema.org films and reviews from JSON-LD. A document that could not be read is one rejected row.
 *
 * @param file the name its rows are reported under
 * @param turns gives others their turn
 * @param everyFilm whether a film has a row of its own beside those of its reviews
 * @throws Refusal `nothing-in-it` when it holds neither a film nor a review, `too-deep` when it holds nothing else
 */
export async function parseJsonld(
  documents: readonly JsonldDocument[],
  file: string,
  turns: () => Promise<void>,
  everyFilm = false,
): Promise<ParsedFile> {
  const rows: ImportRow[] = [];
  for (const { where, read } of documents)
    if ('refusal' in read) {
      const { code, details } = read.refusal;
      rows.push({ file, row: where, record: { code, details } });
    } else for (const row of await rowsOf(read.root, { file, where, everyFilm }, turns)) rows.push(row);
  const empty = documents.every(({ read }) => 'root' in read && isEmpty(read.root));
  if (rows.length === 0 && !empty) throw new Refusal('nothing-in-it');
  if (rows.length > 0 && rows.every(({ record }) => 'code' in record && record.code === 'too-deep'))
    throw new Refusal('too-deep');
  return { format: 'jsonld', rows: ownAddressesOnly(rows) };
}

function isEmpty(root: unknown): boolean {
  return Array.isArray(root) ? root.length === 0 : isNode(root) && isEmptyGraph(root);
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
