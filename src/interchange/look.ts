import { reviewText } from '../domain/entry.ts';
import type { Reader } from '../domain/reader.ts';
import { guessLanguage } from '../domain/text/language.ts';
import type { Look, LookFilm, LookPerson, LookQuestion, LookReview } from '../domain/upload.ts';
import type { ReadFiles } from './import.ts';
import { startPlan } from './plan.ts';
import type { FilmRef } from './plan-films.ts';
import { count, emptyTally, refusedReport, reportOf } from './report.ts';
import type { FilmFacts } from './row.ts';
import type { NewEntry, RowPlan } from './row-plan.ts';

const ROWS_AT_ONCE = 200;
const MOST_FILMS = 60;
const MOST_PEOPLE = 12;
const SAMPLES = 3;
const MOST_QUESTIONS = 20;

/** What was met on the way through the rows. */
interface Met {
  /** Films that gain something, and how many reviews. */
  films: Map<FilmRef, number>;
  people: Map<string, LookPerson>;
  samples: NewEntry[];
  /** One row for each film that could not be told. */
  unmatched: Map<FilmFacts, RowPlan>;
}

/** What an import would do, with the films, people and first reviews somebody wants to see before it is done. */
export async function lookAt(reader: Reader, read: ReadFiles): Promise<Look> {
  const tally = emptyTally(read.problems);
  const met: Met = { films: new Map(), people: new Map(), samples: [], unmatched: new Map() };
  // Who may see it makes no difference to what is found.
  const plan = await startPlan(reader, read.rows, 'everyone');
  for (let start = 0; start < read.rows.length; start += ROWS_AT_ONCE) {
    const plans = await plan.next(read.rows.slice(start, start + ROWS_AT_ONCE));
    count(tally, plans);
    for (const one of plans) meet(met, one);
  }
  const report = read.taken
    ? reportOf(read.format, null, tally)
    : refusedReport(read.format, 0, read.problems);
  const questions: LookQuestion[] = [];
  for (const [facts, one] of met.unmatched) questions.push(await questionOf(reader, facts, one));
  return {
    report,
    films: await shownFilms(reader, [...met.films].slice(0, MOST_FILMS)),
    filmsTotal: met.films.size,
    filmsNew: [...met.films.keys()].filter(({ id }) => id === null).length,
    people: [...met.people.values()].sort((a, b) => b.reviews - a.reviews).slice(0, MOST_PEOPLE),
    peopleTotal: met.people.size,
    samples: met.samples.map(sampleOf),
    questions,
  };
}

function meet({ films, people, samples, unmatched }: Met, plan: RowPlan): void {
  const { film, outcome, create, candidates, row } = plan;
  if (film && (outcome === 'created' || outcome === 'updated'))
    films.set(film, (films.get(film) ?? 0) + (create ? 1 : 0));
  if (create) {
    const { author, review } = create;
    const signed = `${author.name}\0${review.place ?? ''}`;
    const person = people.get(signed) ?? { name: author.name, place: review.place, reviews: 0 };
    people.set(signed, { ...person, reviews: person.reviews + 1 });
    if (samples.length < SAMPLES && review.text !== '') samples.push(create);
  }
  if (outcome !== 'unmatched' || candidates.length === 0 || !('film' in row.record)) return;
  const facts = row.record.film;
  if (unmatched.size < MOST_QUESTIONS && !unmatched.has(facts)) unmatched.set(facts, plan);
}

async function shownFilms(reader: Reader, films: readonly [FilmRef, number][]): Promise<LookFilm[]> {
  const known = await reader.films.byIds(films.flatMap(([ref]) => ref.id ?? []));
  const slugs = new Map(known.map(({ id, slug }) => [id, slug]));
  return films.map(([{ id, facts }, reviews]) => ({
    title: facts.title ?? '',
    year: facts.year,
    slug: id === null ? null : (slugs.get(id) ?? null),
    reviews,
  }));
}

function sampleOf({ film, author, review }: NewEntry): LookReview {
  const words = reviewText(review.text, review.format);
  const { place, link, rating, score, title, written } = review;
  return {
    filmTitle: film.facts.title ?? '',
    authorName: author.name,
    authorLink: author.link,
    place,
    link,
    rating,
    score,
    title,
    written,
    spoiler: words ? review.spoiler : 'no',
    language: review.language ?? (words ? guessLanguage(words.text) : null),
    html: words?.html ?? null,
    fold: words?.fold ?? null,
    cut: words?.cut ?? null,
  };
}

async function questionOf(reader: Reader, facts: FilmFacts, plan: RowPlan): Promise<LookQuestion> {
  const { row, candidates } = plan;
  const films = await reader.films.byIds(candidates.slice(0, 10));
  const directors = await reader.films.directors(films.map(({ id }) => id));
  return {
    file: row.file,
    row: row.row,
    title: facts.title ?? '',
    year: facts.year,
    authorName: 'film' in row.record ? (row.record.review?.author.name ?? null) : null,
    candidates: films.map(({ id, slug, title, year }) => ({
      id,
      slug,
      title,
      year,
      directors: directors.get(id) ?? [],
    })),
  };
}
