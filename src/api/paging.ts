import { z } from 'zod';
import { cursorIn as anyCursorIn, cursorText, LONGEST_CURSOR } from '../domain/cursor.ts';
import { type Outcome, ok } from './operation.ts';
import { ApiProblem } from './problem.ts';

/** By what the next page of a list is asked. */
export const cursor = z
  .string()
  .max(LONGEST_CURSOR)
  .optional()
  .meta({ description: 'where the page before ended: its `next`, as it came' });

/**
 * Reads a cursor back; null where there is none.
 *
 * @throws ApiProblem `bad-cursor` for what is none of this list
 */
export function cursorIn<T>(text: string | undefined, shape: z.ZodType<T>): T | null {
  if (text === undefined) return null;
  const read = anyCursorIn(text, shape);
  if (read === null) throw new ApiProblem('bad-cursor');
  return read;
}

/**
 * A page of a list as it is answered: its items, by what the next is asked, and what else is said with them.
 *
 * @param after where it ended; null where nothing follows
 */
export function pageAnswer(
  call: { url: URL },
  items: readonly unknown[],
  after: readonly (string | number)[] | null,
  more: Readonly<Record<string, unknown>> = {},
): Outcome {
  const next = after && cursorText(after);
  return ok({ items, next, ...more }, nextLink(call, next));
}

/** The address of the next page, as the `Link` header of RFC 8288 says it. */
function nextLink({ url }: { url: URL }, next: string | null): Record<string, string> {
  if (next === null) return {};
  const query = new URLSearchParams(url.search);
  query.set('cursor', next);
  return { link: `<${url.pathname}?${query}>; rel="next"` };
}
