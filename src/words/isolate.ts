import type { Words } from './en.ts';

/** Letters written from right to left, and the marks that turn a line's direction. */
const RIGHT_TO_LEFT =
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u200f\u202a-\u202e\u2066-\u2069\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
/** A code of ours, a date or a number, or one word of Latin letters: these read the same in either direction. */
const PLAIN = /^[a-z0-9-]*$/i;
const TURNING = /[\u202a-\u202e\u2066-\u2069]/g;

/**
 * Words whose every sentence keeps what people wrote apart from its own direction: a name in Hebrew does not turn
 * round the English beside it, and the other way about. Where nothing needs it, nothing is added.
 */
export function isolating(words: Words): Words {
  const needs =
    words.direction === 'ltr'
      ? (text: string) => RIGHT_TO_LEFT.test(text)
      : (text: string) => !PLAIN.test(text) && /[a-z\u202a-\u202e\u2066-\u2069]/i.test(text);
  return wrapped(words, needs) as Words;
}

function wrapped(value: unknown, needs: (text: string) => boolean): unknown {
  if (typeof value === 'function')
    return (...given: unknown[]) => value(...given.map((one) => apart(one, needs)));
  if (Array.isArray(value)) return value.map((one) => wrapped(one, needs));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, wrapped(inner, needs)]));
}

/** What a sentence is given, with each text that needs it between marks of a first strong isolate (UAX #9). */
function apart(given: unknown, needs: (text: string) => boolean): unknown {
  if (typeof given === 'string') return needs(given) ? `\u2068${given.replace(TURNING, '')}\u2069` : given;
  if (Array.isArray(given)) return given.map((one) => apart(one, needs));
  if (typeof given !== 'object' || given === null || Object.getPrototypeOf(given) !== Object.prototype)
    return given;
  return Object.fromEntries(Object.entries(given).map(([key, one]) => [key, apart(one, needs)]));
}
