import type { Kysely } from 'kysely';
import type { ColumnTypes } from '../engines/engine.ts';
import { tierOf } from '../tier.ts';

const AT_ONCE = 1000;

interface Used {
  id: string;
  reviews: number;
  ratings_here: string;
  ratings_elsewhere: string;
  tier: number;
}

/**
 * How much used a film is stands in its row: by this it is found, and only when this changes it is found elsewhere.
 * A rating more or less seldom does.
 */
export async function filmTiers(db: Kysely<unknown>, types: ColumnTypes): Promise<void> {
  await db.schema
    .alterTable('films')
    .addColumn('tier', types.integer, (c) => c.notNull().defaultTo(0))
    .execute();
  await types.dropTrigger(db, { name: 'search_films_used', table: 'films' });
  const films = db as Kysely<{ films: Used }>;
  const sum = (counts: string) => (JSON.parse(counts) as number[]).reduce((all, n) => all + n, 0);
  for (let last = ''; ; ) {
    const some = await films
      .selectFrom('films')
      .select(['id', 'reviews', 'ratings_here', 'ratings_elsewhere'])
      .where('id', '>', last)
      .orderBy('id')
      .limit(AT_ONCE)
      .execute();
    const tiers = Map.groupBy(some, (film) =>
      tierOf(film.reviews + sum(film.ratings_here) + sum(film.ratings_elsewhere)),
    );
    for (const [tier, these] of tiers)
      if (tier > 0)
        await films
          .updateTable('films')
          .set({ tier })
          .where(
            'id',
            'in',
            these.map(({ id }) => id),
          )
          .execute();
    const end = some.at(-1);
    if (!end || some.length < AT_ONCE) break;
    last = end.id;
  }
  await types.trigger(db, {
    name: 'search_films_used',
    table: 'films',
    when: 'update',
    columns: ['tier'],
    condition: 'old.tier is distinct from new.tier',
    statements: ["insert into search_changed (kind, thing_id, whole) select 'film', new.id, 0"],
  });
}
