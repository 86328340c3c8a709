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
  if (score === 0 && (worst === null || worst <= 0))
    return { rating: null, score: worst === null ? null : `0/${trimmed(best)}` };
  const rating = ratingOnScale(score, best, worst ?? 0);
  if (rating === null)
    return {
      code: 'rating-outside-scale',
      details: { value: said.slice(0, LONGEST_SCORE), best: trimmed(best), worst: trimmed(worst ?? 0) },
    };
  const exact = Number.isInteger((score / best) * 10) && (best === 5 || best === 10);
  return { rating, score: exact ? null : `${trimmed(score)}/${trimmed(best)}` };
}

/** Reads "4", "4,5", "84/100", "4 out of 5", "80%" and stars; null for what is no number. */
function readScore(text: string): { value: number; best: number | null } | null {
  const stars = /^(★{1,5})(½|☆{0,4})$/u.exec(text.replace(/\s/gu, ''));
  if (stars) return { value: stars[1]!.length + (stars[2] === '½' ? 0.5 : 0), best: 5 };
  const of = /^(-?\d+(?:[.,]\d+)?)\s*(?:\/|out of|of|von|sur|de)\s*(\d+(?:[.,]\d+)?)$/iu.exec(text);
  if (of) return { value: numberOf(of[1]!) ?? 0, best: numberOf(of[2]!) };
  const percent = /^(\d+(?:[.,]\d+)?)\s?%$/.exec(text);
  if (percent) return { value: numberOf(percent[1]!) ?? 0, best: 100 };
  const value = numberOf(text);
  return value === null ? null : { value, best: null };
}

function numberOf(text: string | null): number | null {
  if (text === null || !/^[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:e[+-]?\d+)?$/i.test(text)) return null;
  return Number(text.replace(',', '.'));
}

function trimmed(value: number): string {
  return String(Math.round(value * 100) / 100);
}
