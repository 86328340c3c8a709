import { z } from 'zod';

/** The longest text a cursor is read from. */
export const LONGEST_CURSOR = 2000;

/** Where a page of a list ended, as it stands in the address of the next; no reader need understand it. */
export function cursorText(values: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/** Reads a cursor of a shape back; null for what is none, so that a broken address shows the first page. */
export function cursorIn<T>(text: string | null, shape: z.ZodType<T>): T | null {
  if (text === null || text.length > LONGEST_CURSOR) return null;
  try {
    const json = Buffer.from(text, 'base64url').toString();
    // Text with a NUL is none that a database could hold.
    if (json.includes('\\u0000')) return null;
    return shape.safeParse(JSON.parse(json)).data ?? null;
  } catch {
    return null;
  }
}

/** The cursor of a list in the order of one text, and of ids below it. */
export const BY_TEXT = z.tuple([z.string(), z.string()]);
/** The cursor of a list in the order of one whole number, and of ids below it. */
export const BY_NUMBER = z.tuple([z.int(), z.string()]);
