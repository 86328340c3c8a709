import type { Reader } from '../store/open.ts';
import type { Person } from '../store/person.ts';
import { notFound } from './errors.ts';
import { slugOf } from './slug.ts';

/** A film in which a person had a part. */
export interface PersonFilm {
  filmId: string;
  slug: string;
  title: string;
  year: number | null;
}

/** A person and their films by the part they had: what they directed first, then what they acted in. */
export interface PersonPage {
  person: Person;
  parts: { role: string; films: PersonFilm[] }[];
}

const FIRST = ['director', 'actor'];

/**
 * A person's page, also by their slug in capitals or decomposed.
 *
 * @throws DomainError `not-found` when nobody has that slug
 */
export async function personPage(reader: Reader, slug: string): Promise<PersonPage> {
  const person =
    (slug.includes('\0') ? null : await reader.people.bySlug(slug)) ??
    (slugOf(slug) === slug ? null : await reader.people.bySlug(slugOf(slug)));
  if (!person) throw notFound('person');
  const byRole = new Map<string, Map<string, PersonFilm>>();
  for (const { role, ...film } of await reader.people.credits(person.id)) {
    const films = byRole.get(role) ?? new Map<string, PersonFilm>();
    films.set(film.filmId, film);
    byRole.set(role, films);
  }
  const place = (role: string) => (FIRST.includes(role) ? FIRST.indexOf(role) : FIRST.length);
  const parts = [...byRole].map(([role, films]) => ({ role, films: [...films.values()] }));
  return { person, parts: parts.sort((one, other) => place(one.role) - place(other.role)) };
}
