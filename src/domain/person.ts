import type { Reader } from '../store/open.ts';
import type { PartPlace, PartRow, Person } from '../store/person.ts';
import { type Average, average } from './average.ts';
import { notFound } from './errors.ts';
import { slugOf } from './slug.ts';

export type { PartPlace };

/** A film in which a person had a part, with what members here and people elsewhere gave it. */
export interface PersonFilm {
  filmId: string;
  slug: string;
  title: string;
  year: number | null;
  poster: string | null;
  /** Whom they played. */
  character: string | null;
  here: Average;
  elsewhere: Average;
}

/** The films in which somebody had one part, newest first. */
export interface PersonPart {
  role: string;
  films: PersonFilm[];
  /** How many there are, of which these are the first. */
  total: number;
}

/** A person and their films by the part they had. */
export interface PersonPage {
  person: Person;
  /** What else they are called. */
  names: string[];
  parts: PersonPart[];
}

/** So many films of each part stand on a person's page; the others are on pages of the part. */
const OF_EACH_PART = 24;
const ON_A_PAGE = 60;

/** Who made a film leads where somebody had several parts in about as many films. */
const WEIGHT: Readonly<Record<string, number>> = { director: 2, writer: 1, actor: 1 };
const ORDER = ['director', 'actor', 'writer'];

/**
 * A person by their slug, also in capitals or decomposed, or by a former one.
 *
 * @throws DomainError `not-found` when nobody has or had that slug
 */
export async function personNamed(reader: Reader, slug: string): Promise<Person> {
  if (slug.includes('\0')) throw notFound('person');
  const plain = slugOf(slug);
  const person =
    (await reader.people.bySlug(slug)) ??
    (plain === slug ? null : await reader.people.bySlug(plain)) ??
    (await reader.people.formerly(plain));
  if (!person) throw notFound('person');
  return person;
}

/**
 * What a person's page shows: what they did in most films first, where directing counts twice.
 *
 * @param most so many films of each part, the newest
 */
export async function personPage(reader: Reader, person: Person, most = OF_EACH_PART): Promise<PersonPage> {
  const rows = Map.groupBy(await reader.people.parts(person.id, most), ({ role }) => role);
  const parts = [...rows].map(([role, films]) => ({
    role,
    films: films.map(filmOf),
    total: films[0]?.total ?? 0,
  }));
  const weight = ({ role, total }: PersonPart) => total * (WEIGHT[role] ?? 0.5);
  const place = ({ role }: PersonPart) => (ORDER.includes(role) ? ORDER.indexOf(role) : ORDER.length);
  parts.sort((one, other) => weight(other) - weight(one) || place(one) - place(other));
  return { person, names: await reader.people.otherNames(person.id), parts };
}

/** A page of the films in which a person had one part. */
export interface PersonPartPage extends PersonPart {
  person: Person;
  next: PartPlace | null;
}

/** @throws DomainError `not-found` when they had no such part, or no more films of it */
export async function personPartPage(
  reader: Reader,
  person: Person,
  role: string,
  after: PartPlace | null,
): Promise<PersonPartPage> {
  const rows = role.includes('\0') ? [] : await reader.people.part(person.id, role, after, ON_A_PAGE + 1);
  if (rows.length === 0) throw notFound('person');
  const shown = rows.slice(0, ON_A_PAGE);
  const last = shown.at(-1);
  return {
    person,
    role,
    films: shown.map(filmOf),
    total: rows[0]?.total ?? 0,
    next: rows.length > ON_A_PAGE && last ? [last.year ?? 0, last.titleKey, last.filmId] : null,
  };
}

function filmOf({
  filmId,
  slug,
  title,
  year,
  character,
  poster,
  ratingsHere,
  ratingsElsewhere,
}: PartRow): PersonFilm {
  return {
    ...{ filmId, slug, title, year, poster, character },
    here: average(JSON.parse(ratingsHere) as number[]),
    elsewhere: average(JSON.parse(ratingsElsewhere) as number[]),
  };
}
