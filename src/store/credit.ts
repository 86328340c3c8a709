import { sql } from 'kysely';
import type { ReadDb } from './engines/engine.ts';
import { prepared } from './prepared.ts';

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
