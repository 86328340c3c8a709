import { de } from './de.ts';
import { en, type Words } from './en.ts';
import { isolating } from './isolate.ts';
import { remembered } from './remembered.ts';

export type { Words };

export const LANGUAGES: Readonly<Record<string, Words>> = { en: isolating(en), de: isolating(de) };

/**
 * The language to speak: the first one asked for that is spoken here, else the site's own.
 *
 * @param accept an Accept-Language header
 * @param fallback the site's language
 */
export function wordsFor(accept: string | undefined, fallback: string): Words {
  for (const tag of askedFor(accept ?? '')) {
    const known = spoken(tag) ?? spoken(tag.split('-')[0] ?? '');
    if (known) return known;
    if (tag === '*') break;
  }
  return spoken(fallback) ?? spoken('en') ?? en;
}

/** The words of a language by its tag; nothing for what every object answers to, such as `constructor`. */
function spoken(tag: string): Words | null {
  return Object.hasOwn(LANGUAGES, tag) ? (LANGUAGES[tag] ?? null) : null;
}

/** The tags asked for, best first. */
const askedFor = remembered((accept: string): readonly string[] =>
  accept
    .split(',', 20)
    .map((part) => {
      const [tag = '', ...rest] = part.trim().toLowerCase().split(';');
      const quality = rest.find((word) => word.trim().startsWith('q='));
      const weight = quality ? Number(quality.trim().slice(2)) : 1;
      return { tag: tag.trim(), weight: Number.isFinite(weight) ? weight : 0 };
    })
    .filter(({ tag, weight }) => tag !== '' && weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ tag }) => tag),
);
