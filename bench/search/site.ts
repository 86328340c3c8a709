import { titleKey } from '../../src/domain/slug.ts';
import { newId } from '../../src/store/ids.ts';
import type { Store } from '../../src/store/open.ts';
import { indexChanged } from '../../src/store/search/index-changed.ts';
import { tierOf } from '../../src/store/tier.ts';
import type { NamedFilm } from './titles.ts';

const AT_ONCE = 2000;
const ROWS = 200;
const NONE = '[0,0,0,0,0,0,0,0,0,0]';

/** Fills an empty site with films of these names, and with what they are found by. */
export async function fillCatalogue(
  store: Store,
  films: readonly NamedFilm[],
): Promise<{ seconds: number; indexing: number }> {
  const began = performance.now();
  let indexing = 0;
  const people = new Map<string, string>();
  let made = 0;
  for (let from = 0; from < films.length; from += AT_ONCE) {
    const some = films
      .slice(from, from + AT_ONCE)
      .map((film) => ({ ...film, id: newId(made), slug: `film-${made++}` }));
    const strangers = [...new Set(some.flatMap(({ directors }) => directors))].filter(
      (name) => !people.has(name),
    );
    for (const name of strangers) people.set(name, newId(made));
    await store.engine.transact(async (db) => {
      const insert = async (table: string, rows: object[]) => {
        for (let at = 0; at < rows.length; at += ROWS)
          await db
            .insertInto(table as 'films')
            .values(rows.slice(at, at + ROWS) as never)
            .execute();
      };
      await insert(
        'people',
        strangers.map((name) => ({ id: people.get(name), slug: people.get(name), name, created: 0 })),
      );
      await insert('films', some.map(rowOf));
      await insert(
        'credits',
        some.flatMap((film) =>
          film.directors.map((name, position) => ({
            id: newId(made),
            film_id: film.id,
            person_id: people.get(name),
            role: 'director',
            position,
          })),
        ),
      );
      await insert(
        'film_titles',
        some.flatMap(({ id, title, others }) =>
          [title, ...others].map((one, position) => ({
            film_id: id,
            position,
            title: one,
            kind: position === 0 ? 'title' : 'also',
            title_key: titleKey(one),
          })),
        ),
      );
      const start = performance.now();
      await indexChanged(db, store.engine.search);
      indexing += performance.now() - start;
    });
  }
  return { seconds: (performance.now() - began) / 1000, indexing: indexing / 1000 };
}

function rowOf({ id, slug, title, year, uses }: NamedFilm & { id: string; slug: string }) {
  return {
    id,
    slug,
    title,
    title_key: titleKey(title),
    year,
    created: 0,
    updated: 0,
    reviews: uses,
    ratings_here: NONE,
    ratings_elsewhere: NONE,
    tier: tierOf(uses),
  };
}
