import { z } from 'zod';
import { type Average, average as averageOf } from '../../domain/average.ts';
import { OFFER_KINDS, RELEASE_KINDS } from '../../domain/fact-field.ts';
import type { ShownPicture } from '../../domain/picture.ts';
import type { FilmCard } from '../../domain/profile.ts';
import type { Credit, Film } from '../../domain/reader.ts';
import { largest } from '../../views/picture.ts';
import { day, id, language, pageOf, sent, slug, url } from '../schema.ts';

export const average = sent(
  'Average',
  z.strictObject({
    count: z.int().min(0).meta({ description: 'how many people have rated' }),
    average: z.number().min(0.5).max(5).nullable().meta({ description: 'stars; null under five ratings' }),
    histogram: z
      .array(z.int().min(0))
      .length(10)
      .nullable()
      .meta({ description: 'how many gave each rating, half a star first; null under five ratings' }),
  }),
  'what a set of ratings says; each person counts once, with the rating they give now',
  { count: 6, average: 4.2, histogram: [0, 0, 0, 0, 0, 1, 1, 2, 1, 1] },
);

const card = { id, slug, title: z.string(), year: z.int().nullable(), url };

/** The film that examples speak of; there is none of this name. */
export const FILM = {
  id: '06f2e4l3m1o7q000000000000g',
  slug: 'the-third-platform-1962',
  title: 'The Third Platform',
  year: 1962,
  url: 'https://films.example/film/the-third-platform-1962',
};
const RATED = { count: 6, average: 4.2, histogram: [0, 0, 0, 0, 0, 1, 1, 2, 1, 1] };

export const filmCard = sent('FilmCard', z.strictObject(card), 'a film, by its name', FILM);

const line = {
  ...card,
  originalTitle: z.string().nullable(),
  released: day.nullable(),
  runtime: z.int().nullable().meta({ description: 'minutes' }),
  countries: z
    .array(z.string())
    .meta({ description: 'ISO 3166-1 alpha-2, or the name of a country that was' }),
  languages: z.array(z.string()).meta({ description: 'BCP 47' }),
  genres: z.array(z.string()),
  reviews: z.int().min(0).meta({ description: 'reviews with words that everyone may read' }),
  here: average.meta({ description: 'what members of this site gave it' }),
  elsewhere: average.meta({ description: 'what people elsewhere gave it; never mixed with those here' }),
};

export const filmLine = sent(
  'FilmLine',
  z.strictObject({ ...line, directors: z.array(z.string()) }),
  'a film among others',
  {
    ...FILM,
    ...{ originalTitle: null, released: '1962-03-01', runtime: 94 },
    ...{ countries: ['DE'], languages: ['de'], genres: ['Drama'], reviews: 12 },
    here: RATED,
    elsewhere: { count: 3, average: null, histogram: null },
    directors: ['Ilse Marten'],
  },
);

const named = z.strictObject({ title: z.string(), language: language.nullable() });

export const film = sent(
  'Film',
  z.strictObject({
    ...line,
    directors: z.array(z.strictObject({ name: z.string(), slug })),
    synopsis: z.string().nullable(),
    synopsisLanguage: language.nullable(),
    titles: z.array(named).meta({ description: 'titles it also goes by' }),
    ids: z
      .array(z.strictObject({ scheme: z.string(), value: z.string() }))
      .meta({ description: 'ids elsewhere' }),
    releases: z.array(z.strictObject({ country: z.string(), kind: z.enum(RELEASE_KINDS), date: day })),
    certificates: z.array(z.strictObject({ country: z.string(), certificate: z.string() })),
    synopses: z.array(z.strictObject({ language: language.nullable(), text: z.string() })),
    trailer: z.strictObject({ link: url, name: z.string().optional() }).nullable(),
    website: url.nullable(),
    watch: z.array(
      z.strictObject({
        country: z.string(),
        offers: z.array(
          z.strictObject({ name: z.string(), kind: z.enum(OFFER_KINDS), link: url.nullable() }),
        ),
      }),
    ),
    runtimes: z.array(z.strictObject({ minutes: z.int(), name: z.string() })),
    studios: z.array(z.string()),
    poster: z
      .strictObject({
        url: url.meta({ description: 'its largest size, as a JPEG' }),
        ...{ width: z.int(), height: z.int() },
        credit: z.string().nullable().meta({ description: 'who is to be named with it' }),
        licence: z.string().nullable(),
        licenceLink: url.nullable(),
        alt: z.string().nullable().meta({ description: 'what is to be seen on it' }),
      })
      .nullable()
      .meta({ description: 'null where its card is drawn' }),
    sources: z
      .array(z.strictObject({ source: z.string(), licence: z.string().nullable(), link: url.nullable() }))
      .meta({ description: 'who asks to be named for what is said here' }),
  }),
  'all that is known of a film',
);

export const credit = sent(
  'Credit',
  z.strictObject({
    person: z.strictObject({ id, slug, name: z.string(), url }),
    role: z.string().meta({ description: '`director`, `actor`, …', examples: ['director'] }),
    character: z.string().nullable(),
  }),
  'a person and their part in a film',
);

export const filmsPage = pageOf('FilmsPage', filmLine, {
  count: z
    .int()
    .min(0)
    .meta({ description: 'how many there are in all; 10,001 stands for more than 10,000' }),
});

/** A film by its name, as it is sent. */
export function cardOf(
  origin: string,
  { id, slug, title, year }: Omit<FilmCard, 'poster'>,
): z.output<typeof filmCard> {
  return { id, slug, title, year, url: filmUrl(origin, slug) };
}

/** The film that something of a film names, by its own fields for it. */
export function filmNamed(of: {
  filmId: string;
  filmSlug: string;
  filmTitle: string;
  filmYear: number | null;
}): Omit<FilmCard, 'poster'> {
  return { id: of.filmId, slug: of.filmSlug, title: of.filmTitle, year: of.filmYear };
}

export function filmUrl(origin: string, slug: string): string {
  return `${origin}/film/${encodeURIComponent(slug)}`;
}

function lineOf(origin: string, of: Film) {
  const { originalTitle, released, runtime, countries, languages, genres, reviews } = of;
  return {
    ...cardOf(origin, of),
    ...{ originalTitle, released, runtime, countries, languages, genres, reviews },
    here: averaged(averageOf(of.ratingsHere)),
    elsewhere: averaged(averageOf(of.ratingsElsewhere)),
  };
}

type SentAverage = z.output<typeof average>;

function averaged({ count, average, histogram }: Average): SentAverage {
  return { count, average, histogram: histogram && [...histogram] };
}

/** A film among others, as it is sent. */
export function filmLineOf(
  origin: string,
  of: Film & { directors: readonly string[] },
): z.output<typeof filmLine> {
  return { ...lineOf(origin, of), directors: [...of.directors] };
}

/** All that is known of a film, as it is sent. */
export function filmOf(
  origin: string,
  of: Film,
  known: {
    credits: readonly Credit[];
    titles: readonly { title: string; language: string | null }[];
    ids: readonly { scheme: string; value: string }[];
  },
): z.output<typeof film> {
  const { details: said } = of;
  const directors = known.credits.filter(({ role }) => role === 'director');
  return {
    ...lineOf(origin, of),
    directors: directors.map(({ name, personSlug }) => ({ name, slug: personSlug })),
    synopsis: of.synopsis,
    synopsisLanguage: of.synopsisLanguage,
    titles: known.titles.map(({ title, language }) => ({ title, language })),
    ids: known.ids.map(({ scheme, value }) => ({ scheme, value })),
    releases: said.releases ?? [],
    certificates: said.certificates ?? [],
    synopses: said.synopses ?? [],
    trailer: said.trailer ?? null,
    website: said.website ?? null,
    watch: said.watch ?? [],
    runtimes: said.runtimes ?? [],
    studios: said.studios ?? [],
    poster: posterOf(origin, said.poster),
    sources: said.sources ?? [],
  };
}

function posterOf(origin: string, poster: ShownPicture | undefined): z.output<typeof film>['poster'] {
  if (!poster) return null;
  const { widths, height, credit, licence, licenceLink, alt } = poster;
  const at = `${origin}${largest(poster)}`;
  return { url: at, width: widths.at(-1) ?? 0, height, credit, licence, licenceLink, alt };
}

/** A person's part in a film, as it is sent. */
export function creditOf(origin: string, of: Credit): z.output<typeof credit> {
  const person = { id: of.personId, slug: of.personSlug, name: of.name };
  return {
    person: { ...person, url: personUrl(origin, of.personSlug) },
    role: of.role,
    character: of.character,
  };
}

export function personUrl(origin: string, slug: string): string {
  return `${origin}/person/${encodeURIComponent(slug)}`;
}
