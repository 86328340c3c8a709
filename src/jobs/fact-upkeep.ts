import { takeFacts } from '../domain/fact.ts';
import { ORDER_JOB, reorder } from '../domain/fact-order.ts';
import type { FactsParts } from './fact-parts.ts';

const DAY = 86_400_000;
/**
 * What TMDB says is kept for six months at the longest: https://www.themoviedb.org/api-terms-of-use. Films are
 * looked up anew long before; what could not be confirmed for so long goes, and what was replaced a month before
 * that, because it was last confirmed up to a month before it was replaced.
 */
const TMDB_DAYS = 180;
const TMDB_FORMER_DAYS = 150;
const AT_ONCE = 20;

/** Lets go of what may not be kept any longer. The film stays, with all that others say of it. */
export async function letGo({ reader, transact, now }: FactsParts): Promise<void> {
  const source = 'tmdb';
  for (;;) {
    const films = await reader.filmSources.unconfirmed(source, now() - TMDB_DAYS * DAY, AT_ONCE);
    for (const filmId of films)
      await transact(async (writer) => {
        if (await writer.facts.row(filmId)) {
          const nothing = { licence: null, link: null, fetched: now(), whole: true };
          await takeFacts(writer, filmId, source, [], nothing);
        }
        await writer.facts.forgetFormer(source, now() + 1, filmId);
        await writer.filmSources.unfound(filmId, source);
      });
    if (films.length < AT_ONCE) break;
  }
  await transact((writer) => writer.facts.forgetFormer(source, now() - TMDB_FORMER_DAYS * DAY));
}

/** Brings some films in line with the order in which sources are believed, and asks for those behind them. */
export async function inOrder({ reader, transact, now }: FactsParts, after: string): Promise<void> {
  const films = await reader.facts.filmsOfSeveral(after, AT_ONCE);
  for (const filmId of films) await transact((writer) => reorder(writer, filmId, now()));
  const last = films.at(-1);
  if (last !== undefined && films.length === AT_ONCE)
    await transact((writer) => writer.jobs.enqueueOnce(ORDER_JOB, { after: last }, now()));
}
