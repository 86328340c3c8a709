import type { CreditValue, FactValue, FieldName, Offer } from './fact-field.ts';
import { fieldOf } from './fact-field.ts';

/** Behind a name on its line stands what else is said of it. */
const BEHIND = ' | ';

/**
 * A fact as somebody types it: lists line by line, and behind ` | ` what else is said: the language of a title, the
 * part somebody plays, the name of a length, the kind and the link of an offer.
 */
export function textOfFact(path: string, value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  const some = Array.isArray(value) ? (value as unknown[]) : [value];
  const name = fieldOf(path)?.name;
  return some.map((one) => (typeof one === 'string' ? one : partsOf(name, one).join(BEHIND))).join('\n');
}

function partsOf(name: FieldName | undefined, one: unknown): string[] {
  const parts = (first: unknown, ...rest: unknown[]) =>
    [first, ...rest].filter((part) => (part ?? null) !== null).map(String);
  switch (name) {
    case 'other-titles': {
      const { title, language } = one as FactValue<'other-titles'>[number];
      return parts(title, language);
    }
    case 'credits': {
      const { name: person, character } = one as CreditValue;
      return parts(person, character);
    }
    case 'runtimes': {
      const { minutes, name: version } = one as FactValue<'runtimes'>[number];
      return parts(minutes, version);
    }
    case 'watch': {
      const { name: place, kind, link } = one as Offer;
      return parts(place, kind, link);
    }
    case 'trailer': {
      const { link, name: said } = one as FactValue<'trailer'>;
      return parts(link, said);
    }
    case 'poster':
    case 'still': {
      const { link, name: said, picture } = one as FactValue<'poster'>;
      return parts(picture ?? link ?? '', said);
    }
    default:
      return [JSON.stringify(one)];
  }
}

/**
 * What somebody typed, as a value for `checkFact`; what cannot be read becomes what that refuses.
 *
 * @param before what was said: people who stay keep the ids by which catalogues know them
 */
export function factOfText(path: string, typed: string, before: unknown = null): unknown {
  const text = typed.trim();
  const name = fieldOf(path)?.name;
  const rows = text
    .split('\n')
    .map((line) => line.split('|').map((part) => part.trim()))
    .filter(([first = '']) => first !== '');
  const [first = []] = rows;
  switch (name) {
    case 'year':
    case 'runtime':
      return minutesOf(text);
    case 'countries':
    case 'languages':
    case 'genres':
    case 'studios':
      return rows.map((parts) => parts.join(' | '));
    case 'other-titles':
      return rows.map(([title, language]) => ({ title, language: language || null }));
    case 'credits':
      return rows.map(([person, character]) => creditOf(person ?? '', character, before));
    case 'runtimes':
      return rows.map(([minutes = '', version]) => ({ minutes: minutesOf(minutes), name: version }));
    case 'watch':
      return rows.map(([place, kind, link]) => ({ name: place, kind: kind || 'stream', link: link || null }));
    case 'poster':
    case 'still':
      if (/^[0-9a-v]{26}$/.test(text)) return { picture: text };
      return { link: first[0] ?? '', ...(first[1] ? { name: first[1] } : {}) };
    case 'trailer':
      return { link: first[0] ?? '', ...(first[1] ? { name: first[1] } : {}) };
    default:
      return text;
  }
}

/** Minutes, also where they are typed as hours and minutes: `1:42`. NaN for anything else. */
function minutesOf(text: string): number {
  const clock = /^(\d{1,3}):([0-5]\d)$/.exec(text);
  if (clock) return Number(clock[1]) * 60 + Number(clock[2]);
  return /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
}

function creditOf(name: string, character: string | undefined, before: unknown): unknown {
  const same = (Array.isArray(before) ? (before as CreditValue[]) : []).find((one) => one.name === name);
  return { name, ...(character ? { character } : {}), ...(same?.ids ? { ids: same.ids } : {}) };
}
