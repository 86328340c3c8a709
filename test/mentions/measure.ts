import { films as demoFilms } from '../../src/demo/catalogue.ts';
import type { About, Candidate } from '../../src/domain/mentions/film.ts';
import { readStored } from '../../src/domain/mentions/reading.ts';
import { resolveMentions } from '../../src/domain/mentions/resolve.ts';
import { spansOf } from '../../src/domain/mentions/span.ts';
import { mentionKey, titleForms } from '../../src/domain/mentions/title.ts';
import { guessLanguage } from '../../src/domain/text/language.ts';
import { renderText } from '../../src/domain/text/render.ts';
import { folded, type KnownFilm, knownFilms } from './catalogue.ts';
import { type FoundText, type Half, type LabelledText, labelsOf, withTexts } from './labels.ts';

/** A link the resolver made or should have made, and what it should have been. */
export interface Outcome {
  text: FoundText;
  start: number;
  end: number;
  said: string;
  /** What the resolver linked; null where it linked nothing. */
  film: KnownFilm | null;
  score: number;
  kind: 'right' | 'wrong' | 'missed';
  why: string;
}

export interface Measured {
  outcomes: Outcome[];
  right: number;
  wrong: number;
  missed: number;
  traps: number;
  trapsFallenFor: number;
  changed: LabelledText[];
}

/** Runs the resolver over one half of the labels. A link where no mention is labelled counts as wrong. */
export function measure(half: Half): Measured {
  const catalogue = knownFilms();
  const byKey = keyed(catalogue);
  const people = new Set(catalogue.flatMap(({ directors, cast }) => [...directors, ...cast].map(mentionKey)));
  const { found, changed } = withTexts(labelsOf(half));
  const outcomes = found.flatMap((text) => outcomesOf(text, { catalogue, byKey, people }));
  const count = (kind: Outcome['kind']) => outcomes.filter((one) => one.kind === kind).length;
  return {
    outcomes,
    right: count('right'),
    wrong: count('wrong'),
    missed: count('missed'),
    traps: found.reduce((sum, text) => sum + text.labels.filter((label) => label.trap).length, 0),
    trapsFallenFor: outcomes.filter((one) => one.why.startsWith('trap')).length,
    changed,
  };
}

/** Wilson's interval of a share, at 95 %. */
export function wilson(hits: number, of: number): [number, number] {
  if (of === 0) return [0, 1];
  const z = 1.96;
  const share = hits / of;
  const middle = share + (z * z) / (2 * of);
  const reach = z * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of));
  const whole = 1 + (z * z) / of;
  return [(middle - reach) / whole, (middle + reach) / whole];
}

function keyed(catalogue: readonly KnownFilm[]): Map<string, Candidate[]> {
  const byKey = new Map<string, Candidate[]>();
  for (const [number, film] of catalogue.entries()) {
    const titles = [film.title, ...film.otherTitles];
    for (const { key, part } of titleForms(titles)) {
      const { year, directors } = film;
      const candidate = { id: String(number), titles, year, directors, known: film.files, part };
      byKey.set(key, [...(byKey.get(key) ?? []), candidate]);
    }
  }
  return byKey;
}

interface Known {
  catalogue: readonly KnownFilm[];
  byKey: ReadonlyMap<string, Candidate[]>;
  people: ReadonlySet<string>;
}

function outcomesOf(text: FoundText, { catalogue, byKey, people }: Known): Outcome[] {
  const format = text.file === 'demonstration' ? 'lbml' : 'plain';
  const reading = readStored(renderText(text.text, format).html);
  const place = placesIn(text.text, reading.text);
  const about = { ...aboutOf(text, catalogue), people };
  const mentions = resolveMentions(reading, spansOf(reading), byKey, about, guessLanguage(reading.text));
  const left = text.labels.filter((label) => label.mention);
  const outcomes: Outcome[] = [];
  for (const { start, end, filmId, score } of mentions) {
    const film = catalogue[Number(filmId)]!;
    const [from, to] = [place(start), place(end - 1) + 1];
    const said = reading.text.slice(start, end);
    const label = text.labels.find((one) => one.mention && one.start < to && from < one.end);
    const right = label?.mention && isSame(film, label.mention);
    if (label) left.splice(left.indexOf(label), left.includes(label) ? 1 : 0);
    const trap = text.labels.find((one) => one.trap && one.start < to && from < one.end);
    const why = right ? '' : label ? 'another film' : trap ? `trap: ${trap.trap}` : 'not labelled';
    outcomes.push({ text, start: from, end: to, said, film, score, kind: right ? 'right' : 'wrong', why });
  }
  for (const { start, end, mention } of left) {
    const why = `${mention?.title} ${mention?.year}`;
    outcomes.push({
      text,
      start,
      end,
      said: text.text.slice(start, end),
      film: null,
      score: 0,
      kind: 'missed',
      why,
    });
  }
  return outcomes;
}

/** Where in the source each unit of the read text stands: both hold the same words in the same order. */
function placesIn(source: string, read: string): (unit: number) => number {
  const places: number[] = [];
  let at = 0;
  for (const unit of read) {
    const found = /\s/.test(unit) ? at : source.indexOf(unit, at);
    if (!/\s/.test(unit) && found >= 0) at = found;
    for (let n = 0; n < unit.length; n += 1) places.push(at + n);
    if (!/\s/.test(unit)) at += unit.length;
  }
  return (unit) => places[unit] ?? source.length;
}

function aboutOf(text: FoundText, catalogue: readonly KnownFilm[]): Omit<About, 'people'> {
  const number = catalogue.findIndex((film) => isSame(film, text.of));
  const film = catalogue[number];
  const demo = demoFilms.find(({ title, year }) => title === text.of.title && year === text.of.year);
  return {
    id: String(number),
    titles: film ? [film.title, ...film.otherTitles] : [text.of.title],
    year: text.of.year,
    directors: film?.directors ?? [],
    names: [...(film?.cast ?? []), ...(demo?.cast.flatMap(({ character }) => character ?? []) ?? [])],
    written: text.written,
  };
}

function isSame(film: KnownFilm, meant: { title: string; year: number | null }): boolean {
  const year = film.year === meant.year || Math.abs((film.year ?? 0) - (meant.year ?? 0)) <= 1;
  return year && [film.title, ...film.otherTitles].some((title) => folded(title) === folded(meant.title));
}
