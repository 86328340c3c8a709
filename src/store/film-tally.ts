import type { WriteDb } from './engines/engine.ts';
import { meanOf } from './mean.ts';
import { settled } from './readable.ts';
import { tierOf } from './tier.ts';

/** How many reviews and ratings a film has, as its row holds it. */
export function filmTallyWriter(db: WriteDb) {
  return {
    /** Counts a film's reviews and ratings anew from what everyone may see. */
    async reckon(filmId: string): Promise<void> {
      // Whoever counts the same film at the same time waits here, and then sees what this one has written.
      const held = db.updateTable('films').set((eb) => ({ reviews: eb.ref('reviews') }));
      await held.where('id', '=', filmId).execute();
      const reviews = await db
        .selectFrom('entries')
        .select((eb) => eb.fn.countAll<number>().as('n'))
        .where('film_id', '=', filmId)
        .where('has_text', '=', 1)
        .where('everyone', '=', 1)
        .where(settled('entries'))
        .executeTakeFirstOrThrow();
      const counts = await db
        .selectFrom('marks')
        .select((eb) => ['here', 'rating', eb.fn.countAll<number>().as('n')])
        .where('film_id', '=', filmId)
        .where('visibility', '=', 'everyone')
        .where('counted', '=', 1)
        .where('rating', 'is not', null)
        .where(settled('marks'))
        .groupBy(['here', 'rating'])
        .execute();
      const tally = (here: number) => {
        const ten = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
        for (const row of counts) if (row.here === here && row.rating) ten[row.rating - 1] = Number(row.n);
        return ten;
      };
      const [here, elsewhere] = [tally(1), tally(0)];
      const uses = [Number(reviews.n), ...here, ...elsewhere].reduce((sum, n) => sum + n, 0);
      await db
        .updateTable('films')
        .set({
          reviews: Number(reviews.n),
          ratings_here: JSON.stringify(here),
          ratings_elsewhere: JSON.stringify(elsewhere),
          average_here: meanOf(here),
          tier: tierOf(uses),
        })
        .where('id', '=', filmId)
        .execute();
    },
  };
}
