import { sql } from 'kysely';
import type { SearchEngine, WriteDb } from '../engines/engine.ts';
import { inSlices } from '../engines/many.ts';
import { noteFilms, noteLists } from '../more-queue.ts';
import type { SearchChangedTable } from '../schema.ts';
import { type Document, type Kind, keysOf, nearKeys, vocabularyOf } from './document.ts';
import { documentsOf, textsOf } from './documents.ts';
import { indexTags } from './tags.ts';

/** Things of one transaction that are found anew at once. */
const AT_ONCE = 500;

/** A thing as it is kept. */
type Kept = Document & { number: number };

type Changed = SearchChangedTable['kind'];

/**
 * Brings what things are found by up to date with what this transaction has changed, and notes the films to which
 * others may lead from now on.
 *
 * @param most changes that are taken up; all of them unless said
 * @returns how many there were
 */
export async function indexChanged(db: WriteDb, engine: SearchEngine, most?: number): Promise<number> {
  const some =
    most === undefined
      ? sql``
      : sql`where number in (select number from search_changed order by number limit ${sql.lit(most)})`;
  const { rows } = await sql<{ kind: Changed; thing_id: string; whole: number }>`
    delete from search_changed ${some} returning kind, thing_id, whole`.execute(db);
  const changed = Map.groupBy(rows, ({ kind }) => kind);
  for (const [kind, ofKind] of changed) {
    const ids = [...new Set(ofKind.map(({ thing_id }) => thing_id))];
    const whole = new Set(ofKind.filter((one) => one.whole === 1).map(({ thing_id }) => thing_id));
    await inSlices(ids, AT_ONCE, async (some) => {
      if (kind === 'tags') await indexTags(db, engine, some);
      else if (kind !== 'more' && kind !== 'listed') await indexSome(db, engine, kind, some, whole);
      if (kind === 'film' || kind === 'more') await noteFilms(db, engine, some);
      if (kind === 'list' || kind === 'listed') await noteLists(db, some);
    });
  }
  return rows.length;
}

async function indexSome(
  db: WriteDb,
  engine: SearchEngine,
  kind: Kind,
  ids: readonly string[],
  whole: ReadonlySet<string>,
): Promise<void> {
  const kept = await keptOf(db, ids);
  const now = await documentsOf(db, kind, ids);
  const gone = [...kept].filter(([id]) => !now.has(id)).map(([id, old]) => ({ id, old }));
  const come = [...now].filter(([id]) => !kept.has(id)).map(([id, fresh]) => ({ id, fresh }));
  const changed = [...now].flatMap(([id, fresh]) => {
    const old = kept.get(id);
    return old && lines(old) !== lines(fresh) ? [{ id, old, fresh }] : [];
  });
  const numbers = await addThings(db, engine, kind, come);
  await changeThings(db, engine, changed);
  const numberOf = ({ id, old }: { id: string; old?: Kept }) => old?.number ?? numbers.get(id) ?? 0;
  const before = [...gone, ...changed];
  const after = [...come, ...changed];
  await removeKeys(
    db,
    engine,
    before.flatMap(({ old }) =>
      keysOf(kind, old).map(({ bucket, key }) => [bucket, key, old.number] as const),
    ),
  );
  await addKeys(
    db,
    engine,
    after.flatMap((one) =>
      keysOf(kind, one.fresh).map(({ bucket, key }) => [bucket, key, numberOf(one)] as const),
    ),
  );
  await countWords(
    db,
    engine,
    before.map(({ old }) => old),
    after.map(({ fresh }) => fresh),
  );
  if (kind === 'review') await indexTexts(db, engine, { kept, numbers, whole, gone });
  await removeThings(
    db,
    engine,
    gone.map(({ old }) => old.number),
  );
}

/** What two documents differ in, as text. */
function lines({ tier, year, titles, makers }: Document): string {
  return [tier, year, titles.join('\n'), makers.join('\n')].join('\n\n');
}

async function keptOf(db: WriteDb, ids: readonly string[]): Promise<Map<string, Kept>> {
  const rows = await db.selectFrom('search_things').selectAll().where('thing_id', 'in', ids).execute();
  return new Map(
    rows.map((row) => [row.thing_id, { ...row, titles: linesOf(row.titles), makers: linesOf(row.makers) }]),
  );
}

/** Titles or makers as a thing's row holds them. */
export function linesOf(text: string): string[] {
  return text === '' ? [] : text.split('\n');
}

async function addThings(
  db: WriteDb,
  engine: SearchEngine,
  kind: Kind,
  come: readonly { id: string; fresh: Document }[],
): Promise<Map<string, number>> {
  if (come.length === 0) return new Map();
  const rows = come.map(({ id, fresh }) => [
    id,
    fresh.tier,
    fresh.year,
    fresh.titles.join('\n'),
    fresh.makers.join('\n'),
  ]);
  const given = engine.given(
    { id: 'text', tier: 'integer', year: 'integer', titles: 'text', makers: 'text' },
    rows,
  );
  const made = await sql<{ thing_id: string; number: number }>`
    insert into search_things (thing_id, kind, tier, year, titles, makers)
    select id, ${sql.lit(kind)}, tier, year, titles, makers from ${given}
    returning thing_id, number`.execute(db);
  return new Map(made.rows.map((row) => [row.thing_id, row.number]));
}

async function changeThings(
  db: WriteDb,
  engine: SearchEngine,
  changed: readonly { old: Kept; fresh: Document }[],
): Promise<void> {
  if (changed.length === 0) return;
  const rows = changed.map(({ old, fresh }) => [
    old.number,
    fresh.tier,
    fresh.year,
    fresh.titles.join('\n'),
    fresh.makers.join('\n'),
  ]);
  const given = engine.given(
    { number: 'integer', tier: 'integer', year: 'integer', titles: 'text', makers: 'text' },
    rows,
  );
  await sql`update search_things set tier = given.tier, year = given.year, titles = given.titles, makers = given.makers
    from ${given} where search_things.number = given.number`.execute(db);
}

async function removeThings(db: WriteDb, engine: SearchEngine, numbers: readonly number[]): Promise<void> {
  if (numbers.length === 0) return;
  const given = engine.given(
    { number: 'integer' },
    numbers.map((number) => [number]),
  );
  await sql`delete from search_things where number in (select number from ${given})`.execute(db);
}

type KeyRow = readonly [bucket: number, key: string, number: number];
const KEY_COLUMNS = { bucket: 'integer', key: 'text', number: 'integer' } as const;

async function addKeys(db: WriteDb, engine: SearchEngine, rows: readonly KeyRow[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`insert into search_keys (bucket, key, number)
    select bucket, key, number from ${engine.given(KEY_COLUMNS, rows)}`.execute(db);
}

async function removeKeys(db: WriteDb, engine: SearchEngine, rows: readonly KeyRow[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`delete from search_keys where (bucket, key, number) in
    (select bucket, key, number from ${engine.given(KEY_COLUMNS, rows)})`.execute(db);
}

/** Counts in how many things each word stands; a new word can be found under a wrong spelling from then on. */
async function countWords(
  db: WriteDb,
  engine: SearchEngine,
  before: readonly Document[],
  after: readonly Document[],
): Promise<void> {
  const counts = new Map<string, number>();
  const count = (documents: readonly Document[], by: number) => {
    for (const one of documents)
      for (const word of vocabularyOf(one)) counts.set(word, (counts.get(word) ?? 0) + by);
  };
  count(before, -1);
  count(after, 1);
  // In one order everywhere, so that two writers never wait for each other.
  const rows = [...counts].filter(([, by]) => by !== 0).sort(([a], [b]) => (a < b ? -1 : 1));
  if (rows.length === 0) return;
  const { rows: counted } = await sql<{ word: string; things: number }>`
    insert into search_words (word, things)
    select word, things from ${engine.given({ word: 'text', things: 'integer' }, rows)} where true
    on conflict (word) do update set things = search_words.things + excluded.things
    returning word, things`.execute(db);
  const fresh = counted.filter(({ word, things }) => things > 0 && things === counts.get(word));
  const gone = counted.filter(({ things }) => things <= 0);
  const near = (words: readonly { word: string }[]) =>
    engine.given(
      { near: 'text', word: 'text' },
      words.flatMap(({ word }) => nearKeys(word).map((key) => [key, word])),
    );
  if (fresh.length > 0)
    await sql`insert into search_near (near, word) select near, word from ${near(fresh)} where true
      on conflict (near, word) do nothing`.execute(db);
  if (gone.length === 0) return;
  await sql`delete from search_near where (near, word) in (select near, word from ${near(gone)})`.execute(db);
  await sql`delete from search_words where word in
    (select word from ${engine.given(
      { word: 'text' },
      gone.map(({ word }) => [word]),
    )})`.execute(db);
}

async function indexTexts(
  db: WriteDb,
  engine: SearchEngine,
  {
    kept,
    numbers,
    whole,
    gone,
  }: {
    kept: ReadonlyMap<string, Kept>;
    numbers: ReadonlyMap<string, number>;
    whole: ReadonlySet<string>;
    gone: readonly { old: Kept }[];
  },
): Promise<void> {
  const rewritten = [...kept]
    .filter(([id]) => whole.has(id))
    .map(([id, { number }]) => [id, number] as const);
  await engine.removeTexts(db, [
    ...new Set([...gone.map(({ old }) => old.number), ...rewritten.map(([, number]) => number)]),
  ]);
  const lost = new Set(gone.map(({ old }) => old.number));
  const wanted = new Map([...numbers, ...rewritten].filter(([, number]) => !lost.has(number)));
  if (wanted.size === 0) return;
  const texts = await textsOf(db, [...wanted.keys()]);
  await engine.addTexts(
    db,
    [...texts].map(([id, words]) => ({ number: wanted.get(id) ?? 0, words })),
  );
}
