const LONGEST = 120;

/** Articles that a title is not filed under, by language of the title where it begins with one. */
const ARTICLES = /^(?:the|a|an|der|die|das|le|la|les|l'|el|los|las|il|lo|gli|o|os)\s+|^l['’]/iu;

/**
 * The words of an address: NFC, lower case, letters and digits of any script; everything else parts words.
 * Empty when the text has neither.
 */
export function slugOf(text: string): string {
  const words = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’]/gu, '')
    .match(/[\p{L}\p{M}\p{N}]+/gu);
  return [...(words ?? []).join('-')].slice(0, LONGEST).join('').replace(/-$/u, '');
}

/** A film's own slug before it is made unique: its title and its year when known. */
export function filmSlug(title: string, year: number | null): string {
  const words = slugOf(title) || 'film';
  return year === null ? words : `${words}-${year}`;
}

/**
 * A slug nobody has: the wanted one, or with `-2`, `-3`, … behind it.
 *
 * @param taken answers whether a slug is or was somebody's
 */
export async function freeSlug(wanted: string, taken: (slug: string) => Promise<boolean>): Promise<string> {
  if (!(await taken(wanted))) return wanted;
  for (let number = 2; ; number += 1) {
    const slug = `${wanted}-${number}`;
    if (!(await taken(slug))) return slug;
  }
}

/** The sort key of a title: without its article, without marks above letters, lower case. */
export function titleKey(title: string): string {
  const plain = title
    .normalize('NFKD')
    .replace(/(?<=\p{Script=Latin})\p{M}+/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .trim();
  return plain.replace(ARTICLES, '').trim() || plain || title;
}

/** A username as the site allows it, or null. */
export function username(text: string): string | null {
  const name = text.trim().toLowerCase();
  return /^[a-z0-9_]{2,30}$/.test(name) ? name : null;
}

/** Usernames that would read as the site itself. */
export const RESERVED: ReadonlySet<string> = new Set([
  'admin',
  'api',
  'houselights',
  'root',
  'site',
  'system',
  'about',
  'import',
  'settings',
]);

/**
 * A free username made of a display name, for somebody who was not asked for one.
 *
 * @param taken answers whether a username is or was somebody's
 */
export async function usernameFor(name: string, taken: (name: string) => Promise<boolean>): Promise<string> {
  const letters = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, 24);
  const wanted = letters.length >= 2 && !RESERVED.has(letters) ? letters : 'reviewer';
  const suffixed = async (slug: string) => taken(slug.replace('-', '_'));
  return (await freeSlug(wanted, suffixed)).replace('-', '_');
}
