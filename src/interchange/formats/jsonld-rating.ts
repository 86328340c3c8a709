import type { Details, ProblemCode } from '../../domain/import.ts';
import { type Rating, ratingOnScale } from '../../domain/rating.ts';
import { isNode, list, type Node, prop, resolved } from './jsonld-nodes.ts';
import { lineOf } from './jsonld-values.ts';

const LONGEST_SCORE = 40;

/** A rating as a file gives it: in half-stars, as its author wrote it, or why it can be neither. */
export type GivenRating =
  | { rating: Rating | null; score: string | null }
  | { code: ProblemCode; details: Details };

/**
 * A schema.org Rating in half-stars. `bestRating` is 5 unless said; without `worstRating` any score above 0 lies
 * in the scale. A score that half-stars cannot say exactly, or on a scale of its own, is kept as written too; one
 * that is no number ("B+") is only kept as written.
 */
export function givenRating(value: unknown, byId: ReadonlyMap<string, Node>): GivenRating {
  const first = resolved(list(value)[0], byId);
  const node = isNode(first) ? first : {};
  const said = isNode(first) ? lineOf(prop(first, 'ratingValue')) : lineOf(first);
  if (said === null) return { rating: null, score: null };
  const written = readScore(said);
  const best = written?.best ?? numberOf(lineOf(prop(node, 'bestRating'))) ?? 5;
  const worst = numberOf(lineOf(prop(node, 'worstRating')));
  if (written === null) return { rating: null, score: said.slice(0, LONGEST_SCORE) };
  const { value: score } = written;
  // Many exports write 0 for "not rated"; where a scale begins at 0 it may be meant, and is kept as written.
  if (score === 0) return { rating: null, score: worst === 0 ? `0/${trimmed(best)}` : null };
  const rating = ratingOnScale(score, best, worst ?? 0);
  if (rating === null)
    return {
      code: 'rating-outside-scale',
      details: { value: said.slice(0, LONGEST_SCORE), best: trimmed(best), worst: trimmed(worst ?? 0) },
    };
  const exact = Number.isInteger((score / best) * 10) && (best === 5 || best === 10);
  return { rating, score: exact ? null : `${trimmed(score)}/${trimmed(best)}` };
}

/** Reads "4", "4,5", "3½", "84/100", "4 out of 5", "80%", "3 stars" and stars; null for what is no number. */
function readScore(said: string): { value: number; best: number | null } | null {
  const text = said.replaceAll('\u2212', '-');
  const stars = /^(★{0,5})(½?)☆{0,5}$/u.exec(text.replace(/\s/gu, ''));
  if (stars?.[0]) return { value: stars[1]!.length + (stars[2] ? 0.5 : 0), best: 5 };
  const of = /^(\S+(?: 1\/2)?)\s*(?:\/|out of|of|von|sur|de|su)\s*(\d+(?:[.,]\d+)?)$/iu.exec(text);
  const part = of ? numberOf(of[1]!) : null;
  if (of && part !== null) return { value: part, best: numberOf(of[2]!) };
  const percent = /^(-?\d+(?:[.,]\d+)?)\s?%$/.exec(text);
  if (percent) return { value: numberOf(percent[1]!) ?? 0, best: 100 };
  const value = numberOf(text.replace(/\s?(?:stars?|Sterne?|étoiles?|estrellas?|stelle|★)$/iu, ''));
  return value === null ? null : { value, best: null };
}

/** A number in figures, with a point or a comma, or with a half: "3½", "3 1/2". */
function numberOf(text: string | null): number | null {
  if (text === null) return null;
  const half = /^(\d*)(?:½|(?<=\d) 1\/2)$/u.exec(text);
  if (half?.[0]) return Number(half[1]) + 0.5;
  if (!/^[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:e[+-]?\d+)?$/i.test(text)) return null;
  return Number(text.replace(',', '.'));
}

function trimmed(value: number): string {
  return String(Math.round(value * 100) / 100);
}
