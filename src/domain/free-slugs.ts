import type { Writer } from '../store/open.ts';

/** Numbers asked for at once when a slug is taken: few at first, more where a name is very common. */
const FEWEST_NUMBERS = 8;
const MOST_NUMBERS = 1000;

/** One free slug for each wanted one, in few questions, however many want the same. */
export async function freeSlugs(
  writer: Writer,
  kind: 'film' | 'person',
  wanted: readonly string[],
): Promise<string[]> {
  const { takenSlugs } = writer.batches.staging;
  const taken = await takenSlugs(kind, [...new Set(wanted)]);
  /** The last number that was looked at for a slug, and the last that was asked for. */
  const numbers = new Map<string, { last: number; asked: number }>();
  const slugs: string[] = [];
  for (const slug of wanted) {
    let free = slug;
    if (taken.has(slug)) {
      const seen = numbers.get(slug) ?? { last: 1, asked: 1 };
      numbers.set(slug, seen);
      do {
        seen.last += 1;
        free = `${slug}-${seen.last}`;
        if (seen.last <= seen.asked) continue;
        const more = Math.min(MOST_NUMBERS, Math.max(FEWEST_NUMBERS, seen.asked));
        const next = Array.from({ length: more }, (_, index) => `${slug}-${seen.last + index}`);
        for (const one of await takenSlugs(kind, next)) taken.add(one);
        seen.asked = seen.last + more - 1;
      } while (taken.has(free));
    }
    taken.add(free);
    slugs.push(free);
  }
  return slugs;
}
