import { z } from 'zod';
import {
  cleanCharacters,
  cleanLine,
  countCharacters,
  hasBalancedBidi,
  withoutBidiControls,
} from './text/characters.ts';
import { safeHref } from './text/link.ts';
import { viewingDate } from './viewing-date.ts';

/** What a fact's field is for, and what narrows it: `release:GB:theatrical` is `release` in `GB`, `theatrical`. */
export interface Field {
  name: FieldName;
  /** Language, country, kind, role or scheme, in the order of the path. */
  of: string[];
}

export const RELEASE_KINDS = ['premiere', 'limited', 'theatrical', 'digital', 'physical', 'tv'] as const;
export type ReleaseKind = (typeof RELEASE_KINDS)[number];
export const OFFER_KINDS = ['stream', 'free', 'ads', 'rent', 'buy', 'cinema'] as const;
export type OfferKind = (typeof OFFER_KINDS)[number];

/** Why a fact was not taken; each has its sentence in the words room. */
export type FactFault =
  | 'unknown-field'
  | 'empty'
  | 'too-long'
  | 'too-many'
  | 'bad-year'
  | 'bad-date'
  | 'bad-minutes'
  | 'bad-country'
  | 'bad-language'
  | 'bad-link'
  | 'bad-id'
  | 'bad-shape';

const LONGEST_TITLE = 500;
const LONGEST_NAME = 200;
const LONGEST_SYNOPSIS = 10_000;
/** The year of the first moving pictures, and one that no announced film has. */
const [FIRST_YEAR, LAST_YEAR] = [1870, 2200];
/** The longest film known runs 51,420 minutes. */
const LONGEST_RUN = 100_000;

const line = (most: number) =>
  z
    .string('bad-shape')
    .transform(cleanLine)
    .refine((text) => text !== '', 'empty')
    .refine((text) => countCharacters(text) <= most, 'too-long');
const prose = z
  .string('bad-shape')
  .transform((text) => {
    const clean = cleanCharacters(text.normalize('NFC')).trim();
    return hasBalancedBidi(clean) ? clean : withoutBidiControls(clean);
  })
  .refine((text) => text !== '', 'empty')
  .refine((text) => countCharacters(text) <= LONGEST_SYNOPSIS, 'too-long');
const several = <T extends z.ZodType>(one: T, most: number) =>
  z.array(one, 'bad-shape').min(1, 'empty').max(most, 'too-many');
const year = z.int('bad-year').min(FIRST_YEAR, 'bad-year').max(LAST_YEAR, 'bad-year');
const minutes = z.int('bad-minutes').min(1, 'bad-minutes').max(LONGEST_RUN, 'bad-minutes');
const date = z.string('bad-date').refine((text) => viewingDate(text) === text, 'bad-date');
const link = z.string('bad-link').transform((text, context) => {
  const href = safeHref(text);
  if (href !== null && /^https?:/.test(href)) return href;
  context.addIssue({ code: 'custom', message: 'bad-link' });
  return z.NEVER;
});
const language = z.string('bad-language').transform((text, context) => {
  const tag = languageTag(text);
  if (tag !== null) return tag;
  context.addIssue({ code: 'custom', message: 'bad-language' });
  return z.NEVER;
});
/** ISO 3166-1 alpha-2, or the name of a country that has no code any more. */
const country = line(100).transform((text) => (/^[a-z]{2}$/i.test(text) ? text.toUpperCase() : text));
const ids = z.record(z.string(), z.string().max(LONGEST_NAME));

const credit = z.object({
  name: line(LONGEST_NAME),
  character: line(LONGEST_TITLE).optional(),
  /** By which catalogues know the person, by scheme: `wikidata`, `tmdb`, `imdb`. */
  ids: ids.optional(),
});
/**
 * A picture by its address at its source, which is asked for it by nobody but this site; or one that a curator has
 * chosen among those that are here, by its id.
 */
const picture = z
  .object(
    {
      link: link.optional(),
      name: line(LONGEST_NAME).optional(),
      picture: z
        .string('bad-shape')
        .regex(/^[0-9a-v]{26}$/, 'bad-id')
        .optional(),
    },
    'bad-shape',
  )
  .refine((said) => said.link !== undefined || said.picture !== undefined, 'bad-link');
const offer = z.object({
  name: line(LONGEST_NAME),
  kind: z.enum(OFFER_KINDS, 'bad-shape'),
  link: link.nullable(),
});

/** Every field's value, as it is kept. Lists keep the order of their source. */
const VALUES = {
  title: line(LONGEST_TITLE),
  'original-title': line(LONGEST_TITLE),
  'other-titles': several(z.object({ title: line(LONGEST_TITLE), language: language.nullable() }), 500),
  year,
  /** The calendar date it was first shown anywhere: `YYYY[-MM[-DD]]`. */
  released: date,
  release: date,
  runtime: minutes,
  /** Other lengths it exists in, each by its name. */
  runtimes: several(z.object({ minutes, name: line(LONGEST_NAME) }), 20),
  countries: several(country, 50),
  languages: several(language, 50),
  genres: several(line(60), 30),
  studios: several(line(LONGEST_NAME), 50),
  synopsis: prose,
  certificate: line(30),
  trailer: z.object({ link, name: line(LONGEST_NAME).optional() }, 'bad-shape'),
  website: link,
  poster: picture,
  /** A wide picture out of it. */
  still: picture,
  watch: several(offer, 100),
  credits: several(credit, 2000),
  id: line(LONGEST_NAME).refine((text) => !/\s/.test(text), 'bad-id'),
} as const;

export type FieldName = keyof typeof VALUES;
/** The value of a field, by its name. */
export type FactValue<Name extends FieldName = FieldName> = z.output<(typeof VALUES)[Name]>;
export type CreditValue = z.output<typeof credit>;
export type Offer = z.output<typeof offer>;

/** What narrows each field; a title alone is the one the film goes by here. */
const NARROWED: Partial<Record<FieldName, readonly RegExp[]>> = {
  release: [/^[A-Z]{2}$/, new RegExp(`^(?:${RELEASE_KINDS.join('|')})$`)],
  synopsis: [/^[a-z]{2,8}(?:-[A-Za-z0-9]{2,8})*$/],
  certificate: [/^[A-Z]{2}$/],
  watch: [/^[A-Z]{2}$/],
  credits: [/^[a-z][a-z-]{1,40}$/],
  id: [/^[a-z][a-z0-9-]{0,30}$/],
};
const TITLE_IN = /^[a-z]{2,8}(?:-[A-Za-z0-9]{2,8})*$/;

const LONGEST_PATH = 80;

/** A field by its path; null for none we know. The language of a synopsis may be `und`. */
export function fieldOf(path: string): Field | null {
  if (path.length > LONGEST_PATH) return null;
  const [name = '', ...of] = path.split(':');
  if (!Object.hasOwn(VALUES, name)) return null;
  const shape = name === 'title' && of.length > 0 ? [TITLE_IN] : (NARROWED[name as FieldName] ?? []);
  if (shape.length !== of.length || !shape.every((one, at) => one.test(of[at] ?? ''))) return null;
  return { name: name as FieldName, of };
}

/** A value as its field keeps it, or why it cannot be. */
export function checkFact(path: string, value: unknown): { value: FactValue } | { fault: FactFault } {
  const field = fieldOf(path);
  if (!field) return { fault: 'unknown-field' };
  const checked = VALUES[field.name].safeParse(value);
  if (checked.success) return { value: checked.data };
  const said = checked.error.issues[0]?.message ?? '';
  return { fault: FAULTS.has(said) ? (said as FactFault) : 'bad-shape' };
}

const FAULTS: ReadonlySet<string> = new Set<FactFault>([
  'empty',
  'too-long',
  'too-many',
  'bad-year',
  'bad-date',
  'bad-minutes',
  'bad-country',
  'bad-language',
  'bad-link',
  'bad-id',
]);

/** A language as BCP 47 writes it, or null for what is no language. */
export function languageTag(text: string): string | null {
  try {
    return Intl.getCanonicalLocales(text.trim())[0] ?? null;
  } catch {
    return null;
  }
}
