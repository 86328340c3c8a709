import { z } from 'zod';
import { cursorIn as anyCursorIn, LONGEST_CURSOR } from '../domain/cursor.ts';
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

/** The address of the next page, as the `Link` header of RFC 8288 says it. */
export function nextLink({ url }: { url: URL }, next: string | null): Record<string, string> {
  if (next === null) return {};
  const query = new URLSearchParams(url.search);
  query.set('cursor', next);
  return { link: `<${url.pathname}?${query}>; rel="next"` };
}
