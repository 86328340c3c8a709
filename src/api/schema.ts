import { z } from 'zod';

/** The shapes of answers, and of what is sent, by the names they have in the OpenAPI file. */
export const SENT = z.registry<{ id: string }>();
export const TAKEN = z.registry<{ id: string }>();

/** A shape that is answered, under its name, with an example of ours. */
export function sent<S extends z.ZodType>(id: string, schema: S, description: string, example?: unknown): S {
  const named = schema.meta({ description, ...(example === undefined ? {} : { examples: [example] }) });
  SENT.add(named, { id });
  return named;
}

/** A shape that is taken, under its name, with an example of ours. */
export function taken<S extends z.ZodType>(id: string, schema: S, description: string, example?: unknown): S {
  const named = schema.meta({ description, ...(example === undefined ? {} : { examples: [example] }) });
  TAKEN.add(named, { id });
  return named;
}

/** A page of a list, with what the next is asked by. */
export function pageOf<S extends z.ZodType, More extends z.core.$ZodLooseShape = Record<never, never>>(
  id: string,
  item: S,
  more?: More,
) {
  return sent(
    id,
    z.strictObject({
      items: z.array(item),
      next: z.string().nullable().meta({ description: 'the `cursor` of the next page; null on the last' }),
      ...(more as More),
    }),
    'a page of a list, in its order',
  );
}

export const id = z
  .string()
  .regex(/^[0-9a-v]{26}$/)
  .meta({
    description: 'a public id: a UUIDv7 in lower-case base32hex',
    examples: ['06f2e4l3m1o7q000000000000g'],
  });

/** What stands in an address for a film, person, list or venue. */
export const slug = z.string().min(1).max(200);

/** A slug or an id as somebody asks for it; text with a NUL is none that a database could hold. */
export const key = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[^\0]+$/)
  .meta({ description: 'a slug or an id' });

export const username = z
  .string()
  .min(1)
  .max(40)
  .meta({ description: 'without the @', examples: ['ines'] });

/** The username of an address, in capitals too. */
export const userKey = z
  .string()
  .regex(/^[A-Za-z0-9_]{2,30}$/)
  .meta({ description: 'a username, without the @; a former one leads on', examples: ['ines'] });

export const url = z.string().meta({ description: 'an absolute address', format: 'uri' });

export const rating = z
  .int()
  .min(1)
  .max(10)
  .meta({ description: 'half-stars: 1 is ½, 10 is ★★★★★', examples: [9] });

export const day = z
  .string()
  .regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/)
  .meta({ description: 'a calendar date, a month or a year; no time zone', examples: ['2026-11-25'] });

export const instant = z
  .string()
  .regex(/^\d{4,6}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
  .meta({ description: 'RFC 3339, in UTC', format: 'date-time', examples: ['2026-11-25T12:00:00.000Z'] });

export const language = z
  .string()
  .max(40)
  .meta({ description: 'BCP 47', examples: ['en'] });

export const visibility = z.enum(['everyone', 'members', 'followers', 'me', 'draft']);

export const html = z.string().meta({
  description: 'sanitised HTML of `p`, `blockquote`, `br`, `strong`, `em`, `b`, `i` and `a[href]` alone',
});

/** An instant as it is sent. */
export function instantOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}

/** What a text of an address is asked by: one, and no more than so long. */
export const words = z
  .string()
  .max(200)
  .refine((text) => !text.includes('\0'), 'NUL');
