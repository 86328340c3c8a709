import type { NamedFilm } from '../../store/mention.ts';

export type { NamedFilm };

/** A film that a review names, and where: offsets in its stored HTML, null where none of its words is known to. */
export interface NamedPlace {
  start: number | null;
  end: number | null;
  /** The HTML that stood between them. */
  said: string;
  slug: string;
  title: string;
}

/** What the store puts between the parts of a name, and between names, where it brings several as one text. */
const WITHIN = '\u001f';
const BETWEEN = '\u001e';

/** The films a review names, as the store brings them along with it, in the order of their places. */
export function namesIn(names: string | null): NamedPlace[] {
  if (names === null) return [];
  const places = names.split(BETWEEN).map((one) => {
    const [start = '-1', end = '-1', slug = '', title = '', said = ''] = one.split(WITHIN);
    const known = said !== '';
    return { start: known ? Number(start) : null, end: known ? Number(end) : null, slug, title, said };
  });
  return places.sort((one, other) => (one.start ?? Infinity) - (other.start ?? Infinity));
}

/** The films whose reviews name a film, as the store brings them along with it, those with most reviews first. */
export function namingFilms(namedIn: string | null): Omit<NamedFilm, 'id'>[] {
  if (namedIn === null) return [];
  return namedIn
    .split(BETWEEN)
    .map((one) => {
      const [count = '0', slug = '', year = '-1', title = ''] = one.split(WITHIN);
      return { count: Number(count), slug, title, year: Number(year) < 0 ? null : Number(year) };
    })
    .sort((one, other) => other.count - one.count || (one.slug < other.slug ? -1 : 1))
    .map(({ slug, title, year }) => ({ slug, title, year }));
}
