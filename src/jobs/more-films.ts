import { MORE_FILMS_JOB, reckonMoreFilms } from '../domain/more-films.ts';
import type { Transact } from '../domain/reader.ts';
import type { JobHandler } from './work.ts';

/** After so many the job ends and asks for the next, so that nobody who stops the site waits for all of them. */
const MOST = 400;

/** The handler of the work that reckons which further films stand on films' pages. */
export function moreFilmsHandlers(
  transact: Transact,
  now: () => number,
): Readonly<Record<string, JobHandler>> {
  return {
    [MORE_FILMS_JOB]: async () => {
      const more = await reckonMoreFilms(transact, now, { rest: true, most: MOST });
      if (more) await transact((writer) => writer.jobs.enqueue(MORE_FILMS_JOB, {}, now()));
    },
  };
}
