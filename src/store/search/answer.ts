import { sql } from 'kysely';
import type { ReadDb, TextTerm } from '../engines/engine.ts';
import type { Reads } from '../engines/reads.ts';
import { ANYBODY, readable, readableState, settled, standsForItself } from '../readable.ts';
import { type Find, type Found, finder } from './find.ts';
import { isUnspaced, wordsOf } from './fold.ts';
import type { NamedKind, SearchPage, SearchQuestion } from './search.ts';

/** Things whose visibility is asked at once, beyond those that are wanted. */
const SPARE = 20;
/** Reviews that are looked at, of those that have all the words, the latest kept first. */
const MOST_REVIEWS = 2000;

/** Answers questions in a database. */
export function answerer(reads: Reads): (question: SearchQuestion) => Promise<SearchPage> {
  const find = finder(reads);
  return (question) =>
    question.kind === 'review' ? reviews(reads, question) : named(reads.db, find, question, question.kind);
}

async function named(
  db: ReadDb,
  find: Find,
  { text, offset, limit }: SearchQuestion,
  kind: NamedKind,
): Promise<SearchPage> {
  const ids: string[] = [];
  const wanted = offset + limit + 1;
  const found = await find(kind, text, wanted);
  for (let at = 0; at < found.length && ids.length < wanted; ) {
    const some = found.slice(at, at + wanted - ids.length + SPARE);
    ids.push(...(await visible(db, kind, some)));
    at += some.length;
  }
  return { ids: ids.slice(offset, offset + limit), more: ids.length >= wanted };
}

/** Of things found, those that everyone may see, in the same order. */
async function visible(db: ReadDb, kind: NamedKind, found: readonly Found[]): Promise<string[]> {
  const ids = found.map(({ id }) => id);
  if (ids.length === 0) return [];
  const rows = await SEEN[kind](db, ids);
  const seen = new Set(rows.map(({ id }) => id));
  return ids.filter((id) => seen.has(id));
}

const SEEN: Record<NamedKind, (db: ReadDb, ids: readonly string[]) => Promise<{ id: string }[]>> = {
  film: (db, ids) =>
    db
      .selectFrom('films')
      .select('id')
      .where('id', 'in', ids)
      .where(standsForItself)
      .where(settled('films'))
      .execute(),
  person: (db, ids) =>
    db.selectFrom('people').select('id').where('id', 'in', ids).where(settled('people')).execute(),
  member: (db, ids) => db.selectFrom('members').select('id').where('id', 'in', ids).execute(),
  list: (db, ids) =>
    db
      .selectFrom('lists')
      .innerJoin('members', 'members.author_id', 'lists.author_id')
      .select('lists.id')
      .where('lists.id', 'in', ids)
      .where(readableState(ANYBODY, 'lists'))
      .execute(),
};

/** Reviews that everyone may see and in which all the words stand; most liked first, then newest. */
async function reviews({ db, search }: Reads, { text, offset, limit }: SearchQuestion): Promise<SearchPage> {
  const terms = termsOf(wordsOf(text).slice(0, 12));
  if (terms.length === 0) return { ids: [], more: false };
  const rows = await db
    .selectFrom('search_things')
    .innerJoin('entries', 'entries.id', 'search_things.thing_id')
    .innerJoin('films', 'films.id', 'entries.film_id')
    .select('entries.id')
    .where(
      sql<boolean>`search_things.number in (select * from (${search.textsWith(terms, MOST_REVIEWS)}) as texts)`,
    )
    .where(readable(ANYBODY))
    .where(settled('films'))
    .orderBy('entries.likes', 'desc')
    .orderBy('entries.written_key', 'desc')
    .orderBy('entries.id', 'desc')
    .offset(offset)
    .limit(limit + 1)
    .execute();
  return { ids: rows.slice(0, limit).map(({ id }) => id), more: rows.length > limit };
}

/** Letters of a script without spaces follow each other as they were typed; the last word may go on. */
function termsOf(words: readonly string[]): TextTerm[] {
  const terms: string[][] = [];
  let together = false;
  for (const word of words) {
    const unspaced = isUnspaced(word);
    if (unspaced && together) terms.at(-1)?.push(word);
    else terms.push([word]);
    together = unspaced;
  }
  return terms.map((some, at) => ({
    words: some,
    begins: at === terms.length - 1 && (some[0]?.length ?? 0) > 2,
  }));
}
