import { z } from 'zod';
import { ApiProblem } from './problem.ts';

const LONGEST = 2000;

/** Where a page of a list ended, as it stands in the address of the next; no reader need understand it. */
export const cursor = z
  .string()
  .max(LONGEST)
  .optional()
  .meta({ description: 'where the page before ended: its `next`, as it came' });

/** Where a page ended, as text. */
export function cursorText(values: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/**
 * Reads a cursor back; null where there is none.
 *
 * @throws ApiProblem `bad-cursor` for what is none of this list
 */
export function cursorIn<T>(text: string | undefined, shape: z.ZodType<T>): T | null {
  if (text === undefined) return null;
  const read = shape.safeParse(json(text));
  if (!read.success) throw new ApiProblem('bad-cursor');
  return read.data;
}

function json(text: string): unknown {
  try {
    const written = Buffer.from(text, 'base64url').toString();
    // Text with a NUL is none that a database could hold.
    return written.includes('\\u0000') ? null : JSON.parse(written);
  } catch {
    return null;
  }
}

/** The address of the next page, as the `Link` header of RFC 8288 says it. */
export function nextLink({ url }: { url: URL }, next: string | null): Record<string, string> {
  if (next === null) return {};
  const query = new URLSearchParams(url.search);
  query.set('cursor', next);
  return { link: `<${url.pathname}?${query}>; rel="next"` };
}
