import { BETWEEN } from './cues.ts';
import { ENOUGH, GOES_ON, type Setting, settingOf, weighFilm } from './evidence.ts';
import type { About, Candidate } from './film.ts';
import type { Reading } from './reading.ts';
import type { Span } from './span.ts';

/** A place of a text that names a film. Offsets in the text as it is read. */
export interface Mention {
  start: number;
  end: number;
  filmId: string;
  score: number;
}

interface Chance extends Mention {
  span: Span;
  setting: Setting;
}

/** Another title of the same list speaks for a title. */
const LISTED = 2.2;
/** Of two films of one name, the better known is meant when it is known so many times better. */
const BETTER_KNOWN = 3;
/** What doubt between two films of one name takes away. */
const DOUBT = 1.5;

/** Two titles side by side, neither sure alone, are sure together from so many points on. */
const TOGETHER = 5.8;
/** What "file this alongside" and the like say of the second of two titles that they lead in, as of the first. */
const LED_IN = 3.4;

/** Languages that give every noun a capital. */
const NOUNS_HAVE_CAPITALS: ReadonlySet<string> = new Set(['de', 'lb']);

/**
 * The films a text names, in the order of their places: each place once, the film it is about never.
 *
 * @param candidates films by the keys of the spans of this reading
 * @param language BCP 47, of the text; null when it is not known
 */
export function resolveMentions(
  reading: Reading,
  spans: readonly Span[],
  candidates: ReadonlyMap<string, readonly Candidate[]>,
  about: About,
  language: string | null,
): Mention[] {
  const noted = NOUNS_HAVE_CAPITALS.has(language?.split('-')[0] ?? '');
  const chances: Chance[] = [];
  for (const span of spans) {
    const films = (candidates.get(span.key) ?? []).filter((film) => film.id !== about.id);
    if (films.length === 0 && !candidates.has(span.key)) continue;
    const setting = settingOf(reading.text, span, noted);
    const best = setting && bestFilm(reading.text, span, setting, films, about);
    if (best) chances.push({ ...best, start: span.start, end: span.end, span, setting });
  }
  return apart(listed(reading.text, chances)).map(({ start, end, filmId, score }) => ({
    start,
    end,
    filmId,
    score,
  }));
}

/** The film a span most likely names, with all points; null when none can be meant. */
function bestFilm(
  text: string,
  span: Span,
  setting: Setting,
  films: readonly Candidate[],
  about: About,
): Pick<Mention, 'filmId' | 'score'> | null {
  const weighed = films
    .flatMap((film) => {
      const points = weighFilm(text, span, setting, film, about);
      return points === null ? [] : [{ film, points }];
    })
    .sort((one, other) => Number(one.film.part) - Number(other.film.part) || other.points - one.points);
  const [first, second] = weighed;
  if (!first) return null;
  const doubtful =
    second !== undefined &&
    second.film.part === first.film.part &&
    second.points > first.points - 1 &&
    first.film.known < second.film.known * BETTER_KNOWN;
  return { filmId: first.film.id, score: setting.points + first.points - (doubtful ? DOUBT : 0) };
}

/** Gives the titles of a list what the surest among them have. */
function listed(text: string, chances: Chance[]): Chance[] {
  const beside = (one: Chance, other: Chance) => {
    const [left, right] = one.start < other.start ? [one, other] : [other, one];
    return (
      left.end < right.start && right.start - left.end < 16 && BETWEEN.test(text.slice(left.end, right.start))
    );
  };
  for (const one of chances.filter(({ setting }) => setting.paired)) {
    const second = chances.filter(
      (other) => other.start > one.end && other.span.words > 1 && beside(one, other),
    );
    for (const other of second) other.score += LED_IN;
    // What the first seemed to go on as is a title of its own.
    if (second.length > 0 && one.setting.goesOn) one.score += GOES_ON;
  }
  const sure = chances.filter((chance) => chance.score >= ENOUGH);
  for (const one of chances)
    for (const other of chances)
      if (
        one.start < other.start &&
        Math.min(one.span.words, other.span.words) > 1 &&
        one.score + other.score >= TOGETHER &&
        beside(one, other)
      )
        sure.push(...[one, other].filter((chance) => !sure.includes(chance)));
  // What is found to be of the list speaks for its own neighbours in turn.
  for (let at = 0; at < sure.length; at += 1) {
    for (const chance of chances) {
      if (sure.includes(chance) || chance.score + LISTED < ENOUGH || !beside(sure[at]!, chance)) continue;
      chance.score += LISTED;
      sure.push(chance);
    }
  }
  return sure;
}

/** Of places that overlap, the longest; of the same place, the surest. */
function apart(chances: readonly Chance[]): Chance[] {
  const taken: Chance[] = [];
  const byLength = [...chances].sort(
    (one, other) => other.end - other.start - (one.end - one.start) || other.score - one.score,
  );
  for (const chance of byLength)
    if (taken.every((one) => chance.end <= one.start || chance.start >= one.end)) taken.push(chance);
  return taken.sort((one, other) => one.start - other.start);
}
