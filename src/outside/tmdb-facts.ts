import type { FilmAsked, SourceFact } from './source.ts';
import { offersIn, type TmdbFilm, tagOf, titlesOf } from './tmdb-film.ts';

/** Where a film's pictures are: https://developer.themoviedb.org/docs/image-basics */
const PICTURES = 'https://image.tmdb.org/t/p/original';

/** The roles of a film's crew, by the jobs TMDB names. */
const ROLES: Readonly<Record<string, readonly string[]>> = {
  director: ['Director'],
  writer: ['Screenplay', 'Writer', 'Co-Writer', 'Story', 'Teleplay', 'Scenario Writer'],
  producer: ['Producer'],
  cinematographer: ['Director of Photography', 'Cinematography'],
  composer: ['Original Music Composer', 'Music', 'Composer'],
  editor: ['Editor'],
  'production-designer': ['Production Design'],
  'costume-designer': ['Costume Design'],
};

/** Kinds of release by their numbers: https://developer.themoviedb.org/reference/movie-release-dates */
const KINDS: Readonly<Record<number, string>> = {
  1: 'premiere',
  2: 'limited',
  3: 'theatrical',
  4: 'digital',
  5: 'physical',
  6: 'tv',
};
/** The release whose certificate is a film's in a country: in cinemas before all others. */
const CERTIFIED_BY = [3, 2, 1, 4, 5, 6];
const LONGEST_CERTIFICATE = 30;

/** What an offer is called there and here. */
const OFFERS = [
  ['flatrate', 'stream'],
  ['free', 'free'],
  ['ads', 'ads'],
  ['rent', 'rent'],
  ['buy', 'buy'],
] as const;

/** More people than that in one role are no credits any more. */
const MOST_IN_ROLE = 200;
const MOST_TITLES = 400;
const VIDEOS = { YouTube: 'https://www.youtube.com/watch?v=', Vimeo: 'https://vimeo.com/' } as const;

/** What TMDB says of a film, asked for in English. */
export function factsOf(film: TmdbFilm, asked: FilmAsked): SourceFact[] {
  const facts: SourceFact[] = [];
  const one = (field: string, value: unknown, language?: string | null) => {
    if (value !== null && value !== undefined && value !== '')
      facts.push(language === undefined ? { field, value } : { field, value, language });
  };
  const several = (field: string, values: readonly unknown[]) => {
    if (values.length > 0) facts.push({ field, value: values });
  };
  const title = titleFor(film, asked.language);
  one('title', title.text, title.language);
  one('original-title', film.original_title, tagOf(film.original_language));
  several('other-titles', otherTitles(film, new Set([title.text, film.original_title])));
  one('released', dateOf(film.release_date));
  for (const { field, value } of releases(film)) one(field, value);
  one('runtime', film.runtime && film.runtime > 0 ? Math.round(film.runtime) : null);
  const made = film.production_countries.map(({ iso_3166_1 }) => iso_3166_1);
  several('countries', unique(made.length > 0 ? made : film.origin_country));
  several('languages', unique(film.spoken_languages.flatMap(({ iso_639_1 }) => tagOf(iso_639_1) ?? [])));
  several('genres', unique(film.genres.map(({ name }) => name)).slice(0, 30));
  several('studios', unique(film.production_companies.map(({ name }) => name)).slice(0, 50));
  for (const [language, text] of synopses(film, asked)) one(`synopsis:${language}`, text);
  one('trailer', trailer(film, asked.languages));
  one('website', /^https?:\/\//.test(film.homepage) ? film.homepage : null);
  for (const country of asked.countries) several(`watch:${country}`, offers(film, country));
  several('credits:actor', cast(film));
  for (const [role, jobs] of Object.entries(ROLES)) several(`credits:${role}`, crew(film, jobs));
  one('poster', film.poster_path && { link: `${PICTURES}${film.poster_path}` });
  one('still', film.backdrop_path && { link: `${PICTURES}${film.backdrop_path}` });
  one('id:tmdb', String(film.id));
  one('id:imdb', idOf(/^tt\d{5,10}$/, film.external_ids.imdb_id, film.imdb_id));
  one('id:wikidata', idOf(/^Q[1-9]\d{0,14}$/, film.external_ids.wikidata_id));
  return facts;
}

function unique<Value>(values: readonly Value[]): Value[] {
  return [...new Set(values)];
}

/** The first of some ids that is one. */
export function idOf(shape: RegExp, ...ids: readonly string[]): string | null {
  return ids.find((id) => shape.test(id)) ?? null;
}

/** The calendar date at the beginning of a date or an instant; null for what is none. */
function dateOf(text: string): string | null {
  return /^\d{4}-\d\d-\d\d/.exec(text)?.[0] ?? null;
}

/** The title in the site's language, else in English, else its own. */
function titleFor(film: TmdbFilm, language: string): { text: string; language: string | null } {
  const own = tagOf(film.original_language);
  const [plain = ''] = language.split('-');
  if (plain === own && film.original_title !== '') return { text: film.original_title, language: own };
  const translated = film.translations.translations
    .filter(({ iso_639_1, data }) => iso_639_1 === plain && data.title !== '')
    .sort((a, b) => Number(inRegion(b, language)) - Number(inRegion(a, language)))[0];
  if (translated) return { text: translated.data.title, language: plain };
  return { text: film.title, language: film.title === film.original_title ? own : 'en' };
}

function inRegion(one: { iso_639_1: string; iso_3166_1: string }, language: string): boolean {
  return `${one.iso_639_1}-${one.iso_3166_1}` === language;
}

/** Each other title once; a region is told only where a language is written in several. */
function otherTitles(film: TmdbFilm, known: ReadonlySet<string>) {
  const translated = film.translations.translations.filter(({ data }) => data.title !== '');
  const regions = Map.groupBy(translated, ({ iso_639_1 }) => iso_639_1);
  const tagged = new Map(
    translated.map(({ iso_639_1: code, iso_3166_1: region, data }) => [
      data.title,
      tagOf(code, (regions.get(code)?.length ?? 0) > 1 ? region : ''),
    ]),
  );
  const titles = unique([film.title, ...titlesOf(film)]).filter((title) => !known.has(title));
  return titles
    .slice(0, MOST_TITLES)
    .map((title) => ({ title, language: title === film.title ? 'en' : (tagged.get(title) ?? null) }));
}

/** When it was released in each country and kind, the first time; and as from what age. */
function releases(film: TmdbFilm): SourceFact[] {
  return film.release_dates.results.flatMap(({ iso_3166_1: country, release_dates: all }) => {
    const first = new Map<string, string>();
    for (const { type, release_date } of all) {
      const [kind, date] = [KINDS[type], dateOf(release_date)];
      if (kind && date && date < (first.get(kind) ?? '9')) first.set(kind, date);
    }
    const [certified] = all
      .filter(({ certification: { length } }) => length > 0 && length <= LONGEST_CERTIFICATE)
      .sort((a, b) => CERTIFIED_BY.indexOf(a.type) - CERTIFIED_BY.indexOf(b.type));
    const dates = [...first].map(([kind, value]) => ({ field: `release:${country}:${kind}`, value }));
    const certificate = { field: `certificate:${country}`, value: certified?.certification };
    return certified ? [...dates, certificate] : dates;
  });
}

/** The synopsis in each language that is wanted, and in the film's own. */
function synopses(film: TmdbFilm, { language, languages }: FilmAsked): Map<string, string> {
  const wanted = [language, ...languages, film.original_language].map((tag) => tag.split('-')[0] ?? '');
  const found = new Map<string, string>();
  for (const { iso_639_1: code, data } of film.translations.translations) {
    const tag = tagOf(code);
    if (tag !== null && data.overview !== '' && wanted.includes(code) && !found.has(tag))
      found.set(tag, data.overview);
  }
  // The film is asked for in English, which stands for all others too.
  if (!found.has('en') && film.overview !== '') found.set('en', film.overview);
  return found;
}

/** A link to a trailer: official ones first, then in the languages of the site, then in English. */
function trailer(film: TmdbFilm, languages: readonly string[]): { link: string; name?: string } | null {
  const spoken = [...languages.map((tag) => tag.split('-')[0] ?? ''), 'en'];
  const place = (language: string) => (spoken.indexOf(language) + spoken.length + 1) % (spoken.length + 1);
  const [first] = film.videos.results
    .filter(({ type }) => type === 'Trailer')
    .sort((a, b) => Number(b.official) - Number(a.official) || place(a.iso_639_1) - place(b.iso_639_1));
  if (!first) return null;
  const link = `${VIDEOS[first.site]}${first.key}`;
  return first.name === '' ? { link } : { link, name: first.name.slice(0, 200) };
}

function offers(film: TmdbFilm, country: string) {
  const there = offersIn(film, country);
  if (!there) return [];
  const link = /^https:\/\/www\.themoviedb\.org\//.test(there.link) ? there.link : null;
  return OFFERS.flatMap(([how, kind]) =>
    there[how].map(({ provider_name: name }) => ({ name, kind, link })),
  ).slice(0, 100);
}

function cast({ credits }: TmdbFilm) {
  const seen = new Set<number>();
  return credits.cast
    .toSorted((a, b) => a.order - b.order)
    .filter(({ id }) => !seen.has(id) && seen.add(id))
    .slice(0, MOST_IN_ROLE)
    .map(({ id, name, character }) => ({
      ...{ name, ids: { tmdb: String(id) } },
      ...(character === '' ? {} : { character: character.slice(0, 500) }),
    }));
}

function crew({ credits }: TmdbFilm, jobs: readonly string[]) {
  const some = credits.crew.filter(({ job }) => jobs.includes(job));
  const seen = new Set<number>();
  return some
    .filter(({ id }) => !seen.has(id) && seen.add(id))
    .slice(0, MOST_IN_ROLE)
    .map(({ id, name }) => ({ name, ids: { tmdb: String(id) } }));
}
