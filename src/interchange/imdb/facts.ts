import type { GivenFact } from '../../domain/fact.ts';
import { cell } from './table.ts';

/** What the tables say of one title, as it is gathered from them. */
export interface Gathered {
  basics: readonly string[] | null;
  akas: (readonly string[])[];
  crew: readonly string[] | null;
  principals: (readonly string[])[];
}

/** Titles that are films. */
const KINDS = new Set(['movie', 'short', 'tvMovie', 'tvShort', 'tvSpecial', 'video']);
/** The roles of people here, by the categories of title.principals. */
const ROLES: Readonly<Record<string, string>> = {
  actor: 'actor',
  actress: 'actor',
  self: 'actor',
  director: 'director',
  writer: 'writer',
  producer: 'producer',
  composer: 'composer',
  cinematographer: 'cinematographer',
  editor: 'editor',
  production_designer: 'production-designer',
};
const MOST_TITLES = 400;
const MOST_IN_ROLE = 200;

/** Nothing gathered yet. */
export function nothingGathered(): Gathered {
  return { basics: null, akas: [], crew: null, principals: [] };
}

/** Whether a title is said to be something else than a film: a series, one of its parts, a game. */
export function isNoFilm({ basics }: Gathered): boolean {
  return basics !== null && !KINDS.has(basics[1] ?? '');
}

/** The ids of the people a title's rows name. */
export function peopleIn({ crew, principals }: Gathered): string[] {
  const [, directors, writers] = crew ?? [];
  return [...idsIn(directors), ...idsIn(writers), ...principals.flatMap((row) => cell(row[2]) ?? [])];
}

/**
 * What the tables say of a title, as facts.
 *
 * @param names people's names by their ids
 */
export function factsOf(gathered: Gathered, names: ReadonlyMap<string, string>): GivenFact[] {
  const facts: GivenFact[] = [];
  const { basics, crew, principals } = gathered;
  if (basics) {
    const [, , title, original, , year, , minutes, genres] = basics.map((text) => cell(text));
    if (title) facts.push({ field: 'title', value: title });
    if (original) facts.push({ field: 'original-title', value: original });
    if (year && /^\d{4}$/.test(year)) facts.push({ field: 'year', value: Number(year) });
    if (minutes && /^[1-9]\d{0,4}$/.test(minutes)) facts.push({ field: 'runtime', value: Number(minutes) });
    if (genres) facts.push({ field: 'genres', value: [...new Set(genres.split(','))] });
  }
  const titles = otherTitles(gathered);
  if (titles.length > 0) facts.push({ field: 'other-titles', value: titles });
  const roles = new Map<string, Map<string, string | null>>();
  const add = (role: string, id: string, character: string | null) => {
    const some = roles.get(role) ?? new Map<string, string | null>();
    if (some.size < MOST_IN_ROLE) some.set(id, some.get(id) ?? character);
    roles.set(role, some);
  };
  // Those who directed and wrote are told in whole by the one table, and the first few by the other.
  for (const id of idsIn(crew?.[1])) add('director', id, null);
  for (const id of idsIn(crew?.[2])) add('writer', id, null);
  const inOrder = principals.toSorted((a, b) => Number(a[1]) - Number(b[1]));
  for (const [, , person, category = '', , characters] of inOrder) {
    const role = ROLES[category];
    const told = (role === 'director' || role === 'writer') && crew !== null;
    if (role && person && !told) add(role, person, charactersIn(characters));
  }
  for (const [role, people] of roles) {
    const credits = [...people].flatMap(([id, character]) => {
      const name = names.get(id);
      return name ? [{ name, ids: { imdb: id }, ...(character ? { character } : {}) }] : [];
    });
    if (credits.length > 0) facts.push({ field: `credits:${role}`, value: credits });
  }
  return facts;
}

function idsIn(text: string | undefined): string[] {
  return (cell(text) ?? '').split(',').filter((id) => /^nm\d{5,10}$/.test(id));
}

/** Each other title once, in its language where that is told. */
function otherTitles({ basics, akas }: Gathered): { title: string; language: string | null }[] {
  const known = new Set([basics?.[2], basics?.[3]]);
  const titles = new Map<string, string | null>();
  for (const [, , title, , language] of akas) {
    if (!title || known.has(title) || titles.size === MOST_TITLES) continue;
    titles.set(title, titles.get(title) ?? languageIn(language));
  }
  return [...titles].map(([title, language]) => ({ title, language }));
}

function languageIn(text: string | undefined): string | null {
  const tag = cell(text);
  try {
    return tag === null ? null : (Intl.getCanonicalLocales(tag)[0] ?? null);
  } catch {
    return null;
  }
}

/** The parts somebody plays, which stand as a list in JSON: `["Neil McCauley"]`. */
function charactersIn(text: string | undefined): string | null {
  try {
    const all = JSON.parse(cell(text) ?? '[]') as unknown;
    const parts = Array.isArray(all) ? all.filter((one): one is string => typeof one === 'string') : [];
    return parts.join(' / ').slice(0, 500) || null;
  } catch {
    return null;
  }
}
