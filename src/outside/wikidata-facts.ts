import { commonsFile } from './film-pictures.ts';
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
  'production-designer': 'P2554',
  'costume-designer': 'P2515',
} as const;
const ORIGINAL_TITLE = 'P1476';
const PUBLISHED = 'P577';
const DURATION = 'P2047';
const COUNTRY = 'P495';
const LANGUAGE = 'P364';
const GENRE = 'P136';
const STUDIO = 'P272';
const WEBSITE = 'P856';
/** Files on Wikimedia Commons. */
const POSTER = 'P3383';
const IMAGE = 'P18';
const CHARACTER = 'P453';
const CHARACTER_NAME = 'P4633';
const APPLIES_TO = 'P518';
const ORDINAL = 'P1545';
const PLACE = 'P291';
const BY_WAY_OF = 'P437';
/** Television, streaming and what is sold on a disc or a tape; whatever else is published in a country is in cinemas. */
const WAYS: Readonly<Record<string, string>> = {
  Q289: 'tv',
  Q15416: 'tv',
  Q269415: 'digital',
  Q723685: 'digital',
  Q220499: 'digital',
  Q5294: 'physical',
  Q47770: 'physical',
  Q183976: 'physical',
  Q381165: 'physical',
};
/** Who says in which country from what age a film may be seen, by the properties that hold it. */
const CERTIFICATES: Readonly<Record<string, string>> = {
  AT: 'P3650',
  AU: 'P3156',
  DE: 'P1981',
  DK: 'P5970',
  ES: 'P3306',
  FR: 'P2758',
  GB: 'P2629',
  JP: 'P2756',
  KR: 'P3818',
  NL: 'P2684',
  US: 'P1657',
};
const LONGEST_CERTIFICATE = 30;
const MOST_RUNTIMES = 20;

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
  const characters = castOf(item, ROLES.actor).flatMap(({ qualifiers }) => qualified(qualifiers, CHARACTER));
  const countries = itemsIn(best(item.of(COUNTRY)));
  const names = [
    ...people,
    ...characters,
    ...itemsIn(best(item.of(GENRE))),
    ...itemsIn(best(item.of(STUDIO))),
    ...countries,
    ...Object.values(CERTIFICATES).flatMap((property) => itemsIn(best(item.of(property)))),
    ...item.of(DURATION).flatMap(({ qualifiers }) => qualified(qualifiers, APPLIES_TO)),
  ];
  const places = best(item.of(PUBLISHED)).flatMap(({ qualifiers }) => qualified(qualifiers, PLACE));
  const coded = [...new Set([...countries, ...places])];
  return { names: [...new Set(names)], countries: coded, languages: itemsIn(best(item.of(LANGUAGE))) };
}

/** The items by which a statement is narrowed. */
function qualified(qualifiers: Statement['qualifiers'], property: string): string[] {
  const ids = qualifiers.get(property) ?? [];
  return ids.filter((id): id is string => typeof id === 'string' && /^Q\d+$/.test(id));
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
  for (const [field, date] of releases(item, codes)) one(field, date);
  for (const [country, property] of Object.entries(CERTIFICATES))
    one(`certificate:${country}`, certificate(item, property, names));
  one('runtime', runtimeOf(item));
  several('runtimes', runtimesOf(item, names));
  const countries = itemsIn(inOrder(best(item.of(COUNTRY))));
  several('countries', [...new Set(countries.flatMap((id) => codes.get(id) ?? nameOf(id)))]);
  const languages = itemsIn(best(item.of(LANGUAGE))).flatMap((id) => codes.get(id) ?? []);
  several('languages', [...new Set(languages)]);
  several('genres', genresOf(item, names));
  several('studios', itemsIn(best(item.of(STUDIO))).flatMap(nameOf));
  one('website', textsIn(best(item.of(WEBSITE)))[0]);
  for (const [field, property] of [
    ['poster', POSTER],
    ['still', IMAGE],
  ] as const) {
    const [name] = textsIn(best(item.of(property)));
    one(field, name && { link: commonsFile(name) });
  }
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

/** Lengths that are said of a part or a cut, by its name. */
function runtimesOf(item: Item, names: ReadonlyMap<string, string>) {
  const whole = runtimeOf(item);
  return best(item.of(DURATION))
    .flatMap(({ value, qualifiers }) => {
      const [minutes, [cut]] = [minutesOf(value), qualified(qualifiers, APPLIES_TO)];
      const name = cut && names.get(cut);
      return minutes !== null && minutes !== whole && name ? [{ minutes, name }] : [];
    })
    .slice(0, MOST_RUNTIMES);
}

/** When it came out in each country, the first time in each way. */
function releases(item: Item, codes: ReadonlyMap<string, string>): Map<string, string> {
  const first = new Map<string, string>();
  for (const { value, qualifiers } of best(item.of(PUBLISHED))) {
    const date = dateOf(value);
    const way = qualified(qualifiers, BY_WAY_OF).flatMap((id) => WAYS[id] ?? [])[0] ?? 'theatrical';
    for (const place of date === null ? [] : qualified(qualifiers, PLACE)) {
      const field = codes.has(place) ? `release:${codes.get(place)}:${way}` : null;
      const other = field && first.get(field);
      if (field && date) first.set(field, other ? (earliest([date, other]) ?? date) : date);
    }
  }
  return first;
}

/** A film's certificate in a country: that of the whole film before one of a cut or a disc. */
function certificate(item: Item, property: string, names: ReadonlyMap<string, string>): string | undefined {
  const narrowed = ({ qualifiers }: Statement) =>
    Number(qualifiers.has(APPLIES_TO) || qualifiers.has(BY_WAY_OF));
  const all = best(item.of(property)).toSorted((a, b) => narrowed(a) - narrowed(b));
  return itemsIn(all)
    .flatMap((id) => names.get(id) ?? [])
    .find((name) => name.length <= LONGEST_CERTIFICATE);
}

function genresOf(item: Item, names: ReadonlyMap<string, string>): string[] {
  const genres = itemsIn(best(item.of(GENRE))).flatMap((id) => names.get(id) ?? []);
  const plain = genres.map((name) => name.replace(/\s+(?:film|movie)s?$/i, ''));
  return [...new Set(plain.map((name) => name.charAt(0).toUpperCase() + name.slice(1)))].slice(0, 30);
}
