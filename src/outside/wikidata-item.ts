import { z } from 'zod';

const PROPERTY = z.object({ id: z.string() });
const VALUE = z.object({ type: z.literal('value'), content: z.unknown() });
const STATEMENT = z.object({
  rank: z.enum(['preferred', 'normal', 'deprecated']),
  value: VALUE,
  qualifiers: z.array(z.object({ property: PROPERTY, value: z.unknown() })).default([]),
});
const ITEM = z.object({
  id: z.string().regex(/^Q[1-9]\d{0,14}$/),
  labels: z.record(z.string(), z.string()),
  aliases: z.record(z.string(), z.array(z.string())).default({}),
  statements: z.record(z.string(), z.array(z.unknown())),
});

/** One thing an item says: a value and what narrows it. */
export interface Statement {
  value: unknown;
  preferred: boolean;
  /** Values of the qualifiers, by property. */
  qualifiers: ReadonlyMap<string, unknown[]>;
}

/** An item of Wikidata as its REST interface (`/w/rest.php/wikibase/v1`) gives it. */
export interface Item {
  id: string;
  labels: ReadonlyMap<string, string>;
  aliases: ReadonlyMap<string, string[]>;
  /** What is said of a property and not withdrawn; the statements of the best rank first. */
  of(property: string): Statement[];
}

/** Reads an item; null for what is none. Statements that cannot be read, and "unknown value", are left out. */
export function itemOf(json: unknown): Item | null {
  const read = ITEM.safeParse(json);
  if (!read.success) return null;
  const { id, labels, aliases, statements } = read.data;
  return {
    id,
    labels: new Map(Object.entries(labels)),
    aliases: new Map(Object.entries(aliases)),
    of: (property) => statementsOf(statements[property]),
  };
}

/** The statements of one property as the same interface gives them alone. */
export function statementsOf(list: unknown): Statement[] {
  const all = (Array.isArray(list) ? list : []).flatMap((one: unknown) => {
    const read = STATEMENT.safeParse(one);
    if (!read.success || read.data.rank === 'deprecated') return [];
    const { rank, value, qualifiers } = read.data;
    const narrowed = Map.groupBy(qualifiers, ({ property }) => property.id);
    return {
      value: value.content,
      preferred: rank === 'preferred',
      qualifiers: new Map([...narrowed].map(([id, some]) => [id, some.map((q) => contentOf(q.value))])),
    };
  });
  return [...all.filter(({ preferred }) => preferred), ...all.filter(({ preferred }) => !preferred)];
}

/** The statements that hold: those that are preferred, or all where none is. */
export function best(statements: Statement[]): Statement[] {
  const preferred = statements.filter((one) => one.preferred);
  return preferred.length > 0 ? preferred : statements;
}

function contentOf(value: unknown): unknown {
  const read = VALUE.safeParse(value);
  return read.success ? read.data.content : null;
}

const NUMBERED = /^Q[1-9]\d{0,14}$/;

/** The ids of items that are values, each once. */
export function itemsIn(statements: readonly Statement[]): string[] {
  const ids = statements.map(({ value }) => value);
  return [...new Set(ids.filter((id): id is string => typeof id === 'string' && NUMBERED.test(id)))];
}

/** The texts that are values, each once. */
export function textsIn(statements: readonly Statement[]): string[] {
  return [...new Set(statements.flatMap(({ value }) => (typeof value === 'string' ? value : [])))];
}

const TIME = z.object({
  time: z.string().regex(/^\+\d{4}-\d\d-\d\dT/),
  precision: z.number().int(),
  calendarmodel: z.string(),
});
const GREGORIAN = /\/Q1985727$/;

/** A point in time as a calendar date `YYYY[-MM[-DD]]`; of another calendar than ours only the year is taken. */
export function dateOf(value: unknown): string | null {
  const read = TIME.safeParse(value);
  if (!read.success || read.data.precision < 9) return null;
  const { time, precision, calendarmodel } = read.data;
  if (!GREGORIAN.test(calendarmodel) || precision === 9) return time.slice(1, 5);
  return time.slice(1, precision === 10 ? 8 : 11);
}

/** The earliest of some dates; within a year one that says the day is taken before one that does not. */
export function earliest(dates: readonly string[]): string | null {
  const year = dates.map((date) => date.slice(0, 4)).sort()[0];
  const within = dates.filter((date) => date.slice(0, 4) === year);
  return within.sort((a, b) => b.length - a.length || (a < b ? -1 : 1))[0] ?? null;
}

const QUANTITY = z.object({ amount: z.string(), unit: z.string() });
/** The minute, the second and the hour. */
const IN_MINUTES: Readonly<Record<string, number>> = { Q7727: 1, Q11574: 1 / 60, Q25235: 60 };

/** A length of time in whole minutes; null for what is measured otherwise. */
export function minutesOf(value: unknown): number | null {
  const read = QUANTITY.safeParse(value);
  const unit = read.success ? IN_MINUTES[/Q\d+$/.exec(read.data.unit)?.[0] ?? ''] : undefined;
  if (!read.success || unit === undefined) return null;
  const minutes = Math.round(Number(read.data.amount) * unit);
  return Number.isSafeInteger(minutes) && minutes > 0 ? minutes : null;
}

const WORDS = z.object({ text: z.string(), language: z.string() });

/** Words in a language. */
export function wordsOf(value: unknown): { text: string; language: string | null } | null {
  const read = WORDS.safeParse(value);
  return read.success ? { text: read.data.text, language: languageOf(read.data.language) } : null;
}

/** Languages that Wikidata writes otherwise than BCP 47; those that are none are null. */
const WRITTEN: Readonly<Record<string, string | null>> = {
  'be-x-old': 'be-tarask',
  'sr-ec': 'sr-Cyrl',
  'sr-el': 'sr-Latn',
  'zh-classical': 'lzh',
  'zh-min-nan': 'nan',
  'zh-yue': 'yue',
  als: 'gsw',
  mis: null,
  mul: null,
  simple: 'en',
  und: null,
  zxx: null,
};

/** A language as BCP 47 writes it; null for none. */
export function languageOf(code: string): string | null {
  const known = WRITTEN[code];
  if (known !== undefined) return known;
  try {
    return Intl.getCanonicalLocales(code)[0] ?? null;
  } catch {
    return null;
  }
}
