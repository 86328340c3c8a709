import type { z } from 'zod';

/** The longest text a cursor is read from. */
const LONGEST = 2000;

/** Where a page of a list ended, as it stands in the address of the next. */
export function cursorText(values: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/** Reads a cursor back; null for what is none, so that a broken address shows the first page. */
export function cursorIn<T>(text: string | null, shape: z.ZodType<T>): T | null {
  if (text === null || text.length > LONGEST) return null;
  try {
    const json = Buffer.from(text, 'base64url').toString();
    // Text with a NUL is none that a database could hold.
    if (json.includes('\\u0000')) return null;
    const read = shape.safeParse(JSON.parse(json));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}
