import { z } from 'zod';

/*
 * A film as version 3 of TMDB's interface gives it, with what is appended to it:
 * https://developer.themoviedb.org/reference/movie-details. What is missing, null or in another shape is left out;
 * only its id and its title have to be there.
 */
const text = z
  .string()
  .nullish()
  .transform((given) => given?.trim() ?? '')
  .catch('');

/** A list of which what cannot be read is left out. */
function listOf<Shape extends z.ZodType>(shape: Shape) {
  return z
    .array(z.unknown())
    .catch([])
    .transform((all) =>
      all.flatMap((one): z.output<Shape>[] => {
        const read = shape.safeParse(one);
        return read.success ? [read.data] : [];
      }),
    );
}

/** What is appended stands in an object of its own; without it, as with none in it. */
function within<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.preprocess((given) => (typeof given === 'object' && given !== null ? given : {}), z.object(shape));
}

const COUNTRY = z.string().regex(/^[A-Z]{2}$/);
const NAMED = z.object({ name: z.string() });
const PICTURE = z
  .string()
  .regex(/^\/[\w.-]{1,100}$/)
  .nullish()
  .catch(null);

const PERSON = { id: z.int().positive(), name: z.string() };
const TRANSLATION = z.object({
  iso_639_1: z.string(),
  iso_3166_1: z.string(),
  data: z.object({ title: text, overview: text }),
});
const RELEASE = z.object({ release_date: z.string(), type: z.int(), certification: text });
const OFFER = z.object({ provider_name: z.string() });
const OFFERS = z.object({
  link: z.string().catch(''),
  flatrate: listOf(OFFER),
  free: listOf(OFFER),
  ads: listOf(OFFER),
  rent: listOf(OFFER),
  buy: listOf(OFFER),
});
const VIDEO = z.object({
  key: z.string().regex(/^[\w-]{4,40}$/),
  site: z.enum(['YouTube', 'Vimeo']),
  type: z.string(),
  iso_639_1: text,
  official: z.boolean().catch(false),
  name: text,
});

const FILM = z.object({
  id: z.int().positive(),
  title: z.string().min(1),
  original_title: text,
  original_language: text,
  overview: text,
  release_date: text,
  runtime: z.number().nullish().catch(null),
  homepage: text,
  imdb_id: text,
  poster_path: PICTURE,
  backdrop_path: PICTURE,
  genres: listOf(NAMED),
  production_companies: listOf(NAMED),
  production_countries: listOf(z.object({ iso_3166_1: COUNTRY })),
  origin_country: listOf(COUNTRY),
  spoken_languages: listOf(z.object({ iso_639_1: z.string() })),
  external_ids: within({ imdb_id: text, wikidata_id: text }),
  credits: within({
    cast: listOf(z.object({ ...PERSON, character: text, order: z.number().catch(Infinity) })),
    crew: listOf(z.object({ ...PERSON, job: z.string() })),
  }),
  release_dates: within({
    results: listOf(z.object({ iso_3166_1: COUNTRY, release_dates: listOf(RELEASE) })),
  }),
  alternative_titles: within({ titles: listOf(z.object({ title: z.string().min(1) })) }),
  translations: within({ translations: listOf(TRANSLATION) }),
  videos: within({ results: listOf(VIDEO) }),
  'watch/providers': within({
    results: z.record(z.string(), z.unknown()).catch({}),
  }),
});

/** A film as TMDB gives it. */
export type TmdbFilm = z.output<typeof FILM>;

/** What is asked for together with a film. */
export const APPENDED = [
  'alternative_titles',
  'credits',
  'external_ids',
  'release_dates',
  'translations',
  'videos',
  'watch/providers',
];

/** Reads a film; null for what is none. */
export function tmdbFilm(json: unknown): TmdbFilm | null {
  const read = FILM.safeParse(json);
  return read.success ? read.data : null;
}

/** What is offered in one country; null where nothing is. */
export function offersIn(film: TmdbFilm, country: string): z.output<typeof OFFERS> | null {
  const { results } = film['watch/providers'];
  return Object.hasOwn(results, country) ? (OFFERS.safeParse(results[country]).data ?? null) : null;
}

/** Languages that TMDB writes otherwise than BCP 47; `xx` is none. */
const WRITTEN: Readonly<Record<string, string | null>> = { cn: 'yue', mo: 'ro', sh: 'sr-Latn', xx: null };

/** A language as BCP 47 writes it, with a region where one is given; null for none. */
export function tagOf(language: string, region = ''): string | null {
  const known = WRITTEN[language];
  if (known === null) return null;
  try {
    const tag = known ?? language;
    return Intl.getCanonicalLocales(region === '' ? tag : `${tag}-${region}`)[0] ?? null;
  } catch {
    return null;
  }
}

/** Every title a film goes by there. */
export function titlesOf(film: TmdbFilm): string[] {
  const translated = film.translations.translations.map(({ data }) => data.title);
  const others = film.alternative_titles.titles.map(({ title }) => title);
  return [film.title, film.original_title, ...translated, ...others].filter((title) => title !== '');
}

/** The year it came out, in any country; null where it is not known. */
export function yearsOf(film: TmdbFilm): number[] {
  const all = film.release_dates.results.flatMap(({ release_dates }) =>
    release_dates.map(({ release_date }) => release_date),
  );
  const first = [film.release_date, ...all].flatMap((date) => /^\d{4}/.exec(date)?.[0] ?? []);
  return [...new Set(first.map(Number))];
}

/** Those who directed it. */
export function directorsOf({ credits }: TmdbFilm): string[] {
  return credits.crew.filter(({ job }) => job === 'Director').map(({ name }) => name);
}
