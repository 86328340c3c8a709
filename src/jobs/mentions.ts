import { doMentions, MENTIONS_JOB, type MentionsStep } from '../domain/mentions/work.ts';
import type { Reader, Transact } from '../domain/reader.ts';
import type { JobHandler } from './work.ts';

/** The handler of the work that looks for the films reviews name. */
export function mentionHandlers(
  store: { reader: Reader; transact: Transact },
  now: () => number,
): Readonly<Record<string, JobHandler>> {
  return { [MENTIONS_JOB]: (payload) => doMentions(store, payload as MentionsStep, now()) };
}
