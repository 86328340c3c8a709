import type { ReadDb } from '../engines/engine.ts';
import { standsForItself } from '../readable.ts';
import { tierOf } from '../tier.ts';
import { type Document, document, type Kind } from './document.ts';
import { wordsOf } from './fold.ts';

/** Things as they are found, by id, as the tables say now; a thing that is not to be found has none. */
export async function documentsOf(
  db: ReadDb,
  kind: Kind,
  ids: readonly string[],
): Promise<Map<string, Document>> {
  return READ[kind](db, ids);
}

const READ: Record<Kind, (db: ReadDb, ids: readonly string[]) => Promise<Map<string, Document>>> = {
  film: films,
  person: people,
  member: members,
  list: lists,
  review: reviews,
};

/** A film is found by its own titles, by those of films merged into it, and by its directors. */
async function films(db: ReadDb, ids: readonly string[]): Promise<Map<string, Document>> {
  const rows = await db
    .selectFrom('films')
    .select(['id', 'title', 'original_title', 'year', 'tier'])
    .where('id', 'in', ids)
    .where(standsForItself)
    .execute();
  const merged = await db
    .selectFrom('films')
    .select(['id', 'canonical_id', 'title', 'original_title'])
    .where('canonical_id', 'in', ids)
    .orderBy('id')
    .execute();
  const directors = await db
    .selectFrom('credits')
    .innerJoin('people', 'people.id', 'credits.person_id')
    .select(['credits.film_id', 'people.name'])
    .where('credits.film_id', 'in', ids)
    .where('credits.role', '=', 'director')
    .orderBy('credits.position')
    .orderBy('credits.id')
    .execute();
  const named = await db
    .selectFrom('film_titles')
    .select(['film_id', 'title'])
    .where('film_id', 'in', [...ids, ...merged.map(({ id }) => id)])
    .orderBy('position')
    .execute();
  const mergedOf = Map.groupBy(merged, (one) => one.canonical_id);
  const namedOf = Map.groupBy(named, (one) => one.film_id);
  const directorsOf = Map.groupBy(directors, (one) => one.film_id);
  return new Map(
    rows.map((film) => {
      const titles = [film, ...(mergedOf.get(film.id) ?? [])].flatMap((one) => [
        one.title,
        one.original_title,
        ...(namedOf.get(one.id) ?? []).map(({ title }) => title),
      ]);
      const makers = (directorsOf.get(film.id) ?? []).map(({ name }) => name);
      return [film.id, document(present(titles), makers, { tier: film.tier, year: film.year })];
    }),
  );
}

async function people(db: ReadDb, ids: readonly string[]): Promise<Map<string, Document>> {
  const rows = await db
    .selectFrom('people')
    .leftJoin('credits', 'credits.person_id', 'people.id')
    .select((eb) => ['people.id', 'people.name', eb.fn.count<number>('credits.id').as('credits')])
    .where('people.id', 'in', ids)
    .groupBy(['people.id', 'people.name'])
    .execute();
  const others = await db
    .selectFrom('person_names')
    .selectAll()
    .where('person_id', 'in', ids)
    .orderBy('name')
    .execute();
  const namesOf = Map.groupBy(others, (one) => one.person_id);
  return new Map(
    rows.map((row) => {
      const names = [row.name, ...(namesOf.get(row.id) ?? []).map(({ name }) => name)];
      return [row.id, document(names, [], { tier: tierOf(Number(row.credits)), year: null })];
    }),
  );
}

async function members(db: ReadDb, ids: readonly string[]): Promise<Map<string, Document>> {
  const rows = await db
    .selectFrom('members')
    .innerJoin('authors', 'authors.id', 'members.author_id')
    .select(['members.id', 'members.username', 'authors.name'])
    .where('members.id', 'in', ids)
    .execute();
  return new Map(
    rows.map((row) => [row.id, document([row.name, row.username], [], { tier: 0, year: null })]),
  );
}

/** Of lists, those that everyone may see. */
async function lists(db: ReadDb, ids: readonly string[]): Promise<Map<string, Document>> {
  const rows = await db
    .selectFrom('lists')
    .select(['id', 'title'])
    .where('id', 'in', ids)
    .where('visibility', '=', 'everyone')
    .execute();
  return new Map(rows.map((row) => [row.id, document([row.title], [], { tier: 0, year: null })]));
}

/** A review is found by its words, which are kept apart. */
async function reviews(db: ReadDb, ids: readonly string[]): Promise<Map<string, Document>> {
  const rows = await db.selectFrom('reviews').select('entry_id').where('entry_id', 'in', ids).execute();
  return new Map(rows.map((row) => [row.entry_id, { tier: 0, year: null, titles: [], makers: [] }]));
}

/** The words that reviews are found by: none that stand in a spoiler. */
export async function textsOf(db: ReadDb, ids: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await db
    .selectFrom('reviews')
    .select(['entry_id', 'html'])
    .where('entry_id', 'in', ids)
    .execute();
  return new Map(rows.map(({ entry_id, html }) => [entry_id, wordsOf(openText(html))]));
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** What a stored review says to anybody: without markup, and without what its spoilers cover. */
function openText(html: string): string {
  return html
    .replace(/<span class="spoiler">[\s\S]*?<\/span>/g, ' ')
    .replace(/<\/?(?:b|i|em|strong|a)\b[^>]*>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ENTITIES[name] ?? ' ');
}

function present(titles: readonly (string | null)[]): string[] {
  return titles.filter((title) => title !== null);
}
