import { type Kysely, sql } from 'kysely';
import type { ColumnTypes } from '../engines/engine.ts';
import { meanOf } from '../mean.ts';

const AT_ONCE = 1000;
const INDEXES = [
  'create index films_by_average on films (coalesce(average_here, 0) desc, title_key, id)',
  'create index films_by_runtime on films (coalesce(runtime, 1000000), title_key, id)',
];

/** What members here gave a film on average, and orders of films by that and by their length. */
export async function averages(db: Kysely<unknown>, { integer }: ColumnTypes): Promise<void> {
  await db.schema.alterTable('films').addColumn('average_here', integer).execute();
  const films = db as Kysely<{ films: { id: string; ratings_here: string; average_here: number | null } }>;
  for (let last = ''; ; ) {
    const some = await films
      .selectFrom('films')
      .select(['id', 'ratings_here'])
      .where('id', '>', last)
      .orderBy('id')
      .limit(AT_ONCE)
      .execute();
    for (const { id, ratings_here } of some) {
      const average = meanOf(JSON.parse(ratings_here) as number[]);
      if (average !== null)
        await films.updateTable('films').set({ average_here: average }).where('id', '=', id).execute();
    }
    const end = some.at(-1);
    if (!end || some.length < AT_ONCE) break;
    last = end.id;
  }
  for (const statement of INDEXES) await sql.raw(statement).execute(db);
}
