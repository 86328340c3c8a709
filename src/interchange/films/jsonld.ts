import { detect } from '../detect.ts';
import { parseJsonld, readJsonld, readPage } from '../formats/jsonld.ts';
import type { FilmFacts } from '../row.ts';
import { type ReadRows, UNSAID } from './row.ts';
import { passes, type Sift } from './sift.ts';
import { titled } from './values.ts';

/** What says why something is no film, or not a whole one; what is wrong with a review concerns no list of films. */
const OF_FILMS = new Set([
  'television',
  'not-a-film',
  'no-film-name',
  'name-too-long',
  'too-deep',
  'not-json',
  'truncated',
]);

/**
 * The films of a schema.org document, each once; its reviews are left to an import.
 *
 * @throws Refusal as `detect` and `parseJsonld`
 */
export async function readJsonldFilms(
  bytes: Uint8Array,
  name: string,
  sift: Sift,
  turns: () => Promise<void>,
): Promise<ReadRows> {
  const { kind, text } = detect(bytes);
  const documents = kind === 'html' ? await readPage(text) : readJsonld(text);
  const parsed = await parseJsonld(documents, name, turns, true);
  const read: ReadRows = { rows: [], leftOut: 0 };
  const seen = new Set<FilmFacts>();
  for (const { row, record } of parsed.rows) {
    if ('code' in record) {
      if (OF_FILMS.has(record.code)) read.rows.push({ row, said: record });
      continue;
    }
    const { film } = record;
    if (seen.has(film)) continue;
    seen.add(film);
    const said = titled(film.title ?? '', null, { ...UNSAID, ...film });
    if (!('code' in said) && !passes(said, sift)) read.leftOut += 1;
    else read.rows.push({ row, said });
  }
  return read;
}
