import { z } from 'zod';

/**
 * What an address asks, part by part: one that is something else than its schema says is left out, as is one that is
 * empty, which is what a form sends of a field nobody filled in. Of several values where one is asked for the first
 * counts; of an array each is looked at alone.
 */
export function askedIn<Shape extends z.core.$ZodLooseShape>(
  schema: z.ZodObject<Shape>,
  query: URLSearchParams,
): {
  asked: Partial<z.output<z.ZodObject<Shape>>>;
  /** Whether something had to be left out. */
  unread: boolean;
} {
  const asked: Record<string, unknown> = {};
  let unread = false;
  for (const [name, part] of Object.entries(schema.shape) as [string, z.ZodType][]) {
    const said = query.getAll(name).filter((one) => one !== '');
    if (said.length === 0) continue;
    const several = isArray(part);
    const values = several ? said.filter((one) => part.safeParse([one]).success) : said.slice(0, 1);
    const read = part.safeParse(several ? values : values[0]);
    if (read.success) asked[name] = read.data;
    unread ||= !read.success || (several && values.length < said.length);
  }
  return { asked: asked as Partial<z.output<z.ZodObject<Shape>>>, unread };
}

function isArray(part: z.ZodType): boolean {
  return part instanceof z.ZodOptional ? isArray(part.unwrap() as z.ZodType) : part instanceof z.ZodArray;
}
