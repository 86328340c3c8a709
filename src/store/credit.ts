import { sql } from 'kysely';
import type { ReadDb, WriteDb } from './engines/engine.ts';
import { inSlices, insertMany } from './engines/many.ts';
import { newId } from './ids.ts';
import { prepared } from './prepared.ts';
import type { CreditsTable } from './schema.ts';

/** A person's part in a film. `role` is `director`, `actor`, … in order of `position`. */
export interface Credit {
  personId: string;
  name: string;
  personSlug: string;
  role: string;
  character: string | null;
}

/** As many as a film's page has use for, and more than a film has. */
const [LEADING_CREDITS, MOST_CREDITS] = [40, 10_000];

const AT_ONCE = 500;

/** Reads who made a film and who is in it. */
export function creditReader(db: ReadDb) {
  const creditsUpTo = (most: number) =>
    prepared<{ id: string }, Credit>(db, (slot) =>
      db
        .selectFrom('credits')
        .innerJoin('people', 'people.id', 'credits.person_id')
        .select([
          'people.id as personId',
          'people.name',
          'people.slug as personSlug',
          'credits.role',
          'credits.character',
        ])
        .where('credits.film_id', '=', slot('id'))
        .orderBy('credits.position')
        .limit(sql.lit(most)),
    );
  const creditsOf = creditsUpTo(MOST_CREDITS);
  const leadingCredits = creditsUpTo(LEADING_CREDITS);
  return {
    /** A film's credits in their order. */
    credits: (id: string): Promise<Credit[]> => creditsOf({ id }),
    /** The first of them: directors, leading cast, and those who wrote, shot, scored and cut it. */
    leadingCredits: (id: string): Promise<Credit[]> => leadingCredits({ id }),
  };
}

/** Writes who made films and is in them. */
export function creditWriter(db: WriteDb) {
  return {
    /** All that is written of a film, in order. */
    ofFilm: (filmId: string): Promise<CreditsTable[]> =>
      db.selectFrom('credits').selectAll().where('film_id', '=', filmId).orderBy('position').execute(),
    /** Adds credits; each is given its id. */
    put: (rows: readonly Omit<CreditsTable, 'id'>[], now: number): Promise<void> =>
      inSlices(rows, AT_ONCE, (some) =>
        insertMany(
          db,
          'credits',
          some.map((row) => ({ ...row, id: newId(now) })),
        ),
      ),
    async move(id: string, position: number): Promise<void> {
      await db.updateTable('credits').set({ position }).where('id', '=', id).execute();
    },
    async remove(ids: readonly string[]): Promise<void> {
      if (ids.length > 0) await db.deleteFrom('credits').where('id', 'in', ids).execute();
    },
    /** People by external ids of theirs, as `SCHEME:VALUE`. */
    async peopleOfIds(ids: readonly { scheme: string; value: string }[]): Promise<Map<string, string>> {
      const found = new Map<string, string>();
      await inSlices(ids, AT_ONCE, async (some) => {
        const pairs = some.map(({ scheme, value }) => sql`(${scheme}, ${value})`);
        const rows = await db
          .selectFrom('external_ids')
          .select(['scheme', 'value', 'thing_id'])
          .where('kind', '=', 'person')
          .where(sql<boolean>`(scheme, value) in (values ${sql.join(pairs)})`)
          .execute();
        for (const { scheme, value, thing_id } of rows) found.set(`${scheme}:${value}`, thing_id);
      });
      return found;
    },
    /** The schemes by which each of these people is known elsewhere. */
    async schemesOf(personIds: readonly string[]): Promise<Map<string, Set<string>>> {
      const found = new Map<string, Set<string>>();
      await inSlices(personIds, AT_ONCE, async (some) => {
        const rows = await db
          .selectFrom('external_ids')
          .select(['thing_id', 'scheme'])
          .where('thing_id', 'in', some)
          .execute();
        for (const { thing_id, scheme } of rows)
          found.set(thing_id, (found.get(thing_id) ?? new Set()).add(scheme));
      });
      return found;
    },
    putPeople: (rows: readonly { id: string; slug: string; name: string }[], now: number): Promise<void> =>
      inSlices(rows, AT_ONCE, (some) =>
        insertMany(
          db,
          'people',
          some.map((row) => ({ ...row, batch_id: null, created: now })),
        ),
      ),
    /** Ties external ids to people, but those that are somebody else's already. */
    putPersonIds: (
      rows: readonly { personId: string; scheme: string; value: string; batchId: string | null }[],
    ): Promise<void> =>
      inSlices(rows, AT_ONCE, (some) =>
        insertMany(
          db,
          'external_ids',
          some.map(({ personId: thing_id, scheme, value, batchId: batch_id }) => ({
            thing_id,
            scheme,
            value,
            kind: 'person',
            batch_id,
          })),
          'on conflict (kind, scheme, value) do nothing',
        ),
      ),
  };
}
