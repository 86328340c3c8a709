import { MORE_FILMS_JOB, reckonMoreFilms } from '../domain/more-films.ts';
import type { Transact } from '../domain/reader.ts';
import type { JobHandler } from './work.ts';

/** The handler of the work that reckons which further films stand on films' pages. */
export function moreFilmsHandlers(
  transact: Transact,
  now: () => number,
): Readonly<Record<string, JobHandler>> {
  return { [MORE_FILMS_JOB]: () => reckonMoreFilms(transact, now) };
}
