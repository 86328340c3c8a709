import type { FactSource, PictureKind } from '../store/schema.ts';
import type { CreditValue, FactValue, FieldName, Offer, ReleaseKind } from './fact-field.ts';
import { fieldOf } from './fact-field.ts';
import { type ShapedTerm, termsOf } from './film-term.ts';
import { posterText, type ShownPicture } from './picture.ts';
import { titleKey } from './slug.ts';

/** What one source says of one field of a film, as it is worked with. A null value holds the field empty. */
export interface Said {
  field: string;
  source: FactSource;
  value: unknown;
  language: string | null;
  licence: string | null;
  link: string | null;
  /** Epoch milliseconds. */
  fetched: number;
  batchId: string | null;
}

/** What a film's page shows beside the columns of its row. Whatever is missing is not known. */
export interface FilmDetails {
  /** Titles it also goes by, at most `MOST_TITLES`; all of them are in the store for searching. */
  titles?: { title: string; language: string | null }[];
  /** In the order of their dates, which are `YYYY[-MM[-DD]]`. */
  releases?: { country: string; kind: ReleaseKind; date: string }[];
  certificates?: { country: string; certificate: string }[];
  /** Those beside the film's own. */
  synopses?: { language: string | null; text: string }[];
  trailer?: FactValue<'trailer'>;
  website?: string;
  /** With the catalogue that tells it, which may ask to be named with it. */
  watch?: { country: string; offers: Offer[]; source?: FactSource }[];
  runtimes?: FactValue<'runtimes'>;
  studios?: string[];
  /** Its poster, and a wide picture out of it. */
  poster?: ShownPicture;
  still?: ShownPicture;
  /** Who asks to be named for what is shown, each once. */
  sources?: { source: FactSource; licence: string | null; link: string | null }[];
}

/** The columns of a film's row that its facts fill. */
export interface ShapedColumns {
  /** Null where nobody says how it is called. */
  title: string | null;
  original_title: string | null;
  year: number | null;
  released: string | null;
  runtime: number | null;
  synopsis: string | null;
  synopsis_language: string | null;
  countries: string;
  languages: string;
  genres: string;
  details: string;
  /** As `posterText` writes it. */
  poster: string | null;
}

/** A picture of a film that is here, and where it was fetched. */
export interface PictureHere extends ShownPicture {
  kind: PictureKind;
  file: string | null;
}

export interface ShapedTitle {
  title: string;
  language: string | null;
  kind: 'title' | 'original' | 'other';
  title_key: string;
}

/** A credit in its place; the person is still to be told. */
export interface ShapedCredit extends CreditValue {
  role: string;
  batchId: string | null;
}

/** What holds of all that is said of a film. */
export interface FilmShape {
  columns: ShapedColumns;
  titles: ShapedTitle[];
  terms: ShapedTerm[];
  credits: ShapedCredit[];
  /** External ids, by scheme. */
  ids: Map<string, string>;
}

/** Who is believed before whom where nobody says otherwise: what people here say, then what catalogues do. */
export const DEFAULT_ORDER: readonly FactSource[] = [
  'curator',
  'import',
  'file',
  'demonstration',
  'tmdb',
  'wikidata',
  'imdb',
];

const MOST_TITLES = 60;
/** So many actors stand before the rest of the crew in a film's order. */
const LEADING_CAST = 15;
const CREW = ['writer', 'cinematographer', 'composer', 'editor', 'producer'];

/**
 * Works out what holds of a film: of each field what the most believed source says.
 *
 * @param order the most believed source first; those it does not name come last
 * @param pictures those that are here and may be shown
 */
export function shapeOf(
  facts: readonly Said[],
  order: readonly FactSource[],
  pictures: readonly PictureHere[] = [],
): FilmShape {
  const held = heldOf(facts, order);
  const of = <Name extends FieldName>(path: Name): FactValue<Name> | null =>
    (held.get(path)?.value as FactValue<Name> | undefined) ?? null;
  const narrowed = byName(held);
  const releases = (narrowed.get('release') ?? [])
    .map(({ of: [country = '', kind = ''], fact }) => ({
      country,
      kind: kind as ReleaseKind,
      date: fact.value as string,
    }))
    .sort((a, b) => byText(a.date, b.date) || byText(a.country, b.country));
  const synopses = (narrowed.get('synopsis') ?? [])
    .map(({ of: [language = 'und'], fact }) => ({
      language: language === 'und' ? null : language,
      text: fact.value as string,
      rank: rank(order, fact.source),
    }))
    .sort(
      (a, b) =>
        a.rank - b.rank ||
        preferred(a.language) - preferred(b.language) ||
        byText(a.language ?? '', b.language ?? ''),
    );
  const [synopsis] = synopses;
  const released = of('released') ?? null;
  const first = released ?? releases[0]?.date ?? null;
  const titles = titlesOf(held, narrowed);
  const year = of('year') ?? (first === null ? null : Number(first.slice(0, 4)));
  const poster = pictureOf('poster', facts, order, pictures);
  const still = pictureOf('still', facts, order, pictures);
  const details: FilmDetails = {
    titles: titles
      .filter(({ kind }) => kind === 'other')
      .slice(0, MOST_TITLES)
      .map(({ title, language }) => ({ title, language })),
    releases,
    certificates: (narrowed.get('certificate') ?? [])
      .map(({ of: [country = ''], fact }) => ({ country, certificate: fact.value as string }))
      .sort((a, b) => byText(a.country, b.country)),
    synopses: synopses.slice(1).map(({ language, text }) => ({ language, text })),
    watch: (narrowed.get('watch') ?? [])
      .map(({ of: [country = ''], fact }) => ({
        country,
        offers: fact.value as Offer[],
        source: fact.source,
      }))
      .sort((a, b) => byText(a.country, b.country)),
    runtimes: of('runtimes') ?? [],
    studios: of('studios') ?? [],
    sources: sourcesOf([...held.values()], order),
    ...(of('trailer') ? { trailer: of('trailer') as FactValue<'trailer'> } : {}),
    ...(of('website') ? { website: of('website') as string } : {}),
    ...(poster ? { poster } : {}),
    ...(still ? { still } : {}),
  };
  const kept = Object.entries(details).filter(([, value]) => !(Array.isArray(value) && value.length === 0));
  return {
    columns: {
      title: titles[0]?.title ?? null,
      original_title: of('original-title'),
      year,
      released,
      runtime: of('runtime'),
      synopsis: synopsis?.text ?? null,
      synopsis_language: synopsis?.language ?? null,
      countries: JSON.stringify(of('countries') ?? []),
      languages: JSON.stringify(of('languages') ?? []),
      genres: JSON.stringify(of('genres') ?? []),
      details: JSON.stringify(Object.fromEntries(kept)),
      poster: poster && posterText(poster),
    },
    titles,
    terms: termsOf({
      countries: of('countries') ?? [],
      languages: of('languages') ?? [],
      genres: of('genres') ?? [],
      studios: of('studios') ?? [],
      year,
    }),
    credits: creditsOf(narrowed.get('credits') ?? []),
    ids: new Map(
      (narrowed.get('id') ?? []).map(({ of: [scheme = ''], fact }) => [scheme, fact.value as string]),
    ),
  };
}

/** Of each field the fact that holds; a field that is held empty is not there. */
export function heldOf(facts: readonly Said[], order: readonly FactSource[]): Map<string, Said> {
  const held = new Map<string, Said>();
  for (const fact of facts) {
    const other = held.get(fact.field);
    if (!other || rank(order, fact.source) < rank(order, other.source)) held.set(fact.field, fact);
  }
  for (const [field, fact] of held) if (fact.value === null) held.delete(field);
  return held;
}

/**
 * The picture that stands for a film: the one that the most believed source names of which the picture is here. A field
 * that is held empty by hand has none.
 */
function pictureOf(
  kind: PictureKind,
  facts: readonly Said[],
  order: readonly FactSource[],
  pictures: readonly PictureHere[],
): ShownPicture | null {
  if (pictures.length === 0) return null;
  const said = facts.filter(({ field }) => field === kind);
  for (const fact of said.sort((a, b) => rank(order, a.source) - rank(order, b.source))) {
    if (fact.value === null) return null;
    const { picture, link } = fact.value as FactValue<'poster'>;
    const found = pictures.find((one) =>
      picture === undefined
        ? one.kind === kind && one.file === link && one.source === fact.source
        : one.kind === kind && one.id === picture,
    );
    if (!found) continue;
    const { kind: _, file, ...shown } = found;
    return shown;
  }
  return null;
}

function rank(order: readonly FactSource[], source: FactSource): number {
  const at = order.indexOf(source);
  return at < 0 ? order.length : at;
}

type Narrowed = Map<FieldName, { of: string[]; fact: Said }[]>;

/** The facts that hold, by what their fields are for. */
function byName(held: ReadonlyMap<string, Said>): Narrowed {
  const all: Narrowed = new Map();
  for (const [path, fact] of held) {
    const field = fieldOf(path);
    if (!field) continue;
    const some = all.get(field.name) ?? [];
    some.push({ of: field.of, fact });
    all.set(field.name, some);
  }
  return all;
}

/** English stands for those who read none of the languages there are, before what has no language at all. */
function preferred(language: string | null): number {
  return language === null ? 2 : /^en\b/.test(language) ? 0 : 1;
}

function titlesOf(held: ReadonlyMap<string, Said>, narrowed: Narrowed): ShapedTitle[] {
  const own = held.get('title');
  const original = held.get('original-title');
  const all: { title: string; language: string | null; kind: ShapedTitle['kind'] }[] = [];
  if (own) all.push({ title: own.value as string, language: own.language, kind: 'title' });
  if (original) all.push({ title: original.value as string, language: original.language, kind: 'original' });
  for (const { of, fact } of narrowed.get('title') ?? [])
    if (of[0]) all.push({ title: fact.value as string, language: of[0], kind: 'other' });
  for (const { fact } of narrowed.get('other-titles') ?? [])
    for (const one of fact.value as FactValue<'other-titles'>) all.push({ ...one, kind: 'other' });
  const seen = new Map<string, ShapedTitle>();
  for (const { title, language, kind } of all) {
    const known = seen.get(title);
    if (known) known.language ??= language;
    else seen.set(title, { title, language, kind, title_key: titleKey(title) });
  }
  const [first, ...rest] = [...seen.values()];
  return first ? [{ ...first, kind: 'title' }, ...rest] : [];
}

/** Directors, the leading cast, those who wrote, shot, scored, cut and produced it, and then all others. */
function creditsOf(byRole: readonly { of: string[]; fact: Said }[]): ShapedCredit[] {
  const placed = byRole.flatMap(({ of: [role = ''], fact }) =>
    (fact.value as CreditValue[]).map((credit, at) => ({
      place: placeOf(role, at),
      credit: { ...credit, role, batchId: fact.batchId },
    })),
  );
  return placed
    .sort((a, b) => a.place - b.place || byText(a.credit.role, b.credit.role))
    .map(({ credit }) => credit);
}

function placeOf(role: string, at: number): number {
  if (role === 'director') return 0;
  if (role === 'actor') return at < LEADING_CAST ? 1 : 10;
  const crew = CREW.indexOf(role);
  return crew < 0 ? 11 : 2 + crew;
}

/** Catalogues elsewhere, and whatever came under a licence. */
function sourcesOf(held: readonly Said[], order: readonly FactSource[]): FilmDetails['sources'] {
  const named = new Map<string, { source: FactSource; licence: string | null; link: string | null }>();
  for (const { source, licence, link } of held) {
    if (licence === null && !['tmdb', 'wikidata', 'imdb'].includes(source)) continue;
    const known = named.get(`${source} ${licence}`);
    if (known) known.link ??= link;
    else named.set(`${source} ${licence}`, { source, licence, link });
  }
  return [...named.values()].sort(
    (a, b) => rank(order, a.source) - rank(order, b.source) || byText(a.licence ?? '', b.licence ?? ''),
  );
}

function byText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
