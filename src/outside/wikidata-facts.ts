import type { SourceFact } from './source.ts';
import {
  best,
  dateOf,
  earliest,
  type Item,
  itemsIn,
  languageOf,
  minutesOf,
  type Statement,
  textsIn,
  wordsOf,
} from './wikidata-item.ts';

/** The roles of a film's people, by the properties that name them. */
const ROLES = {
  director: 'P57',
  writer: 'P58',
  actor: 'P161',
  producer: 'P162',
  cinematographer: 'P344',
  composer: 'P86',
  editor: 'P1040',
} as const;
const ORIGINAL_TITLE = 'P1476';
const PUBLISHED = 'P577';
const DURATION = 'P2047';
const COUNTRY = 'P495';
const LANGUAGE = 'P364';
const GENRE = 'P136';
const STUDIO = 'P272';
const WEBSITE = 'P856';
const CHARACTER = 'P453';
const CHARACTER_NAME = 'P4633';
const APPLIES_TO = 'P518';
const ORDINAL = 'P1545';

/** The properties that hold a film's ids elsewhere, by scheme. */
export const ID_PROPERTIES: Readonly<Record<string, { property: string; shape: RegExp }>> = {
  imdb: { property: 'P345', shape: /^tt\d{5,10}$/ },
  tmdb: { property: 'P4947', shape: /^\d{1,9}$/ },
  letterboxd: { property: 'P6127', shape: /^[a-z0-9-]{1,200}$/ },
};

/** More people than that in one role are no credits any more. */
const MOST_IN_ROLE = 200;
const MOST_TITLES = 400;

/** The items a film's item speaks of: those of which the name is needed, and those of which the code is. */
export function mentioned(item: Item): { names: string[]; countries: string[]; languages: string[] } {
  const people = Object.values(ROLES).flatMap((property) => itemsIn(castOf(item, property)));
  const characters = castOf(item, ROLES.actor).flatMap(({ qualifiers }) => qualifiers.get(CHARACTER) ?? []);
  const countries = itemsIn(best(item.of(COUNTRY)));
  const names = [
    ...people,
    ...characters.filter((id): id is string => typeof id === 'string' && /^Q\d+$/.test(id)),
    ...itemsIn(best(item.of(GENRE))),
    ...itemsIn(best(item.of(STUDIO))),
    ...countries,
  ];
  return { names: [...new Set(names)], countries, languages: itemsIn(best(item.of(LANGUAGE))) };
}

/** What is known of the items a film's item speaks of. */
export interface Named {
  names: ReadonlyMap<string, string>;
  /** ISO 3166-1 codes of countries and BCP 47 tags of languages. */
  codes: ReadonlyMap<string, string>;
}

/** What an item says of its film. */
export function factsOf(item: Item, { names, codes }: Named, language: string): SourceFact[] {
  const facts: SourceFact[] = [];
  const one = (field: string, value: unknown, of: string | null = null) => {
    if (value !== null && value !== undefined && value !== '')
      facts.push(of === null ? { field, value } : { field, value, language: of });
  };
  const several = (field: string, values: readonly unknown[]) => {
    if (values.length > 0) facts.push({ field, value: values });
  };
  const nameOf = (id: string) => names.get(id) ?? [];
  const original = best(item.of(ORIGINAL_TITLE)).map(({ value }) => wordsOf(value))[0] ?? null;
  const title = titleOf(item, language);
  if (title) one('title', title.text, title.language);
  if (original) one('original-title', original.text, original.language);
  several('other-titles', otherTitles(item, new Set([title?.text, original?.text]), language));
  one('released', earliest(best(item.of(PUBLISHED)).flatMap(({ value }) => dateOf(value) ?? [])));
  one('runtime', runtimeOf(item));
  const countries = itemsIn(inOrder(best(item.of(COUNTRY))));
  several('countries', [...new Set(countries.flatMap((id) => codes.get(id) ?? nameOf(id)))]);
  const languages = itemsIn(best(item.of(LANGUAGE))).flatMap((id) => codes.get(id) ?? []);
  several('languages', [...new Set(languages)]);
  several('genres', genresOf(item, names));
  several('studios', itemsIn(best(item.of(STUDIO))).flatMap(nameOf));
  one('website', textsIn(best(item.of(WEBSITE)))[0]);
  for (const [role, property] of Object.entries(ROLES))
    several(`credits:${role}`, creditsOf(castOf(item, property), names));
  one('id:wikidata', item.id);
  for (const [scheme, { property, shape }] of Object.entries(ID_PROPERTIES)) {
    // A film with two ids in one catalogue is two films there; which is meant is not for us to say.
    const [id, another] = textsIn(best(item.of(property))).filter((text) => shape.test(text));
    if (another === undefined) one(`id:${scheme}`, id);
  }
  return facts;
}

/** Statements by their ordinal, where they have one. */
function inOrder(statements: Statement[]): Statement[] {
  const place = ({ qualifiers }: Statement) => {
    const [ordinal] = qualifiers.get(ORDINAL) ?? [];
    return typeof ordinal === 'string' && /^\d{1,4}$/.test(ordinal) ? Number(ordinal) : Infinity;
  };
  return statements
    .map((statement, at) => ({ statement, at, place: place(statement) }))
    .sort((a, b) => (a.place === b.place ? a.at - b.at : a.place - b.place))
    .map(({ statement }) => statement);
}

function castOf(item: Item, property: string): Statement[] {
  return inOrder(item.of(property)).slice(0, MOST_IN_ROLE);
}

function creditsOf(statements: readonly Statement[], names: ReadonlyMap<string, string>) {
  const seen = new Set<string>();
  return statements.flatMap((statement) => {
    const [id] = itemsIn([statement]);
    const name = id === undefined ? undefined : names.get(id);
    if (id === undefined || name === undefined || seen.has(id)) return [];
    seen.add(id);
    const written = (statement.qualifiers.get(CHARACTER_NAME) ?? []).map(String);
    const told = (statement.qualifiers.get(CHARACTER) ?? []).flatMap((who) => names.get(String(who)) ?? []);
    const character = (written.length > 0 ? written : told).join(' / ');
    return { name, ids: { wikidata: id }, ...(character === '' ? {} : { character }) };
  });
}

/** The title in the site's language, else in English, else in no language or its own. */
function titleOf(item: Item, language: string): { text: string; language: string | null } | null {
  const [plain = ''] = language.toLowerCase().split('-');
  for (const code of [language.toLowerCase(), plain, 'en', 'mul']) {
    const text = item.labels.get(code);
    if (text) return { text, language: code === 'mul' ? null : languageOf(code) };
  }
  return best(item.of(ORIGINAL_TITLE)).map(({ value }) => wordsOf(value))[0] ?? null;
}

/** Each other title once, under the plainest language that has it; by-names only where they are likely typed. */
function otherTitles(item: Item, known: ReadonlySet<string | undefined>, language: string) {
  const plainest = (a: string, b: string) => a.length - b.length || (a < b ? -1 : 1);
  const labels = [...item.labels].sort(([a], [b]) => plainest(a, b));
  const [plain = ''] = language.toLowerCase().split('-');
  const aliases = [...new Set([plain, 'en', 'mul'])].flatMap((code) =>
    (item.aliases.get(code) ?? []).map((text) => [code, text] as const),
  );
  const seen = new Set(known);
  const titles: { title: string; language: string | null }[] = [];
  for (const [code, title] of [...labels, ...aliases]) {
    if (seen.has(title) || titles.length === MOST_TITLES) continue;
    seen.add(title);
    titles.push({ title, language: languageOf(code) });
  }
  return titles;
}

/** The length of the whole film: one that is said of a cut or a copy comes after one that is said of no part. */
function runtimeOf(item: Item): number | null {
  const all = best(item.of(DURATION));
  const whole = all.filter(({ qualifiers }) => !qualifiers.has(APPLIES_TO));
  return [...whole, ...all].flatMap(({ value }) => minutesOf(value) ?? [])[0] ?? null;
}

function genresOf(item: Item, names: ReadonlyMap<string, string>): string[] {
  const genres = itemsIn(best(item.of(GENRE))).flatMap((id) => names.get(id) ?? []);
  const plain = genres.map((name) => name.replace(/\s+(?:film|movie)s?$/i, ''));
  return [...new Set(plain.map((name) => name.charAt(0).toUpperCase() + name.slice(1)))].slice(0, 30);
}
