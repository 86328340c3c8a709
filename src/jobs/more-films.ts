import { MORE_FILMS_JOB, reckonMoreFilms } from '../domain/more-films.ts';
import type { Transact } from '../domain/reader.ts';
import type { JobHandler } from './work.ts';

/** A film takes about a millisecond of one processor: after ten of them, others have their turn. */
const PAUSE_MS = 30;

/** The handler of the work that reckons which further films stand on films' pages. */
export function moreFilmsHandlers(
  transact: Transact,
  now: () => number,
): Readonly<Record<string, JobHandler>> {
  return { [MORE_FILMS_JOB]: () => reckonMoreFilms(transact, now, PAUSE_MS) };
}
