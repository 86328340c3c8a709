import { MORE_FILMS_JOB, reckonMoreFilms } from '../domain/more-films.ts';
import type { Transact } from '../domain/reader.ts';
import type { JobHandler } from './work.ts';

/** A film takes about a millisecond of one processor: after ten of them, others have their turn. */
const PAUSE_MS = 30;

/** After so many the job ends and asks for the next, so that nobody who stops the site waits for all of them. */
const MOST = 100;

/** The handler of the work that reckons which further films stand on films' pages. */
export function moreFilmsHandlers(
  transact: Transact,
  now: () => number,
): Readonly<Record<string, JobHandler>> {
  return {
    [MORE_FILMS_JOB]: async () => {
      const more = await reckonMoreFilms(transact, now, { pause: PAUSE_MS, most: MOST });
      if (more) await transact((writer) => writer.jobs.enqueue(MORE_FILMS_JOB, {}, now()));
    },
  };
}
