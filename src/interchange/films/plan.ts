import type { Details, ListedLine, Outcome, ProblemCode } from '../../domain/import.ts';
import { type Directing, directedApart, directing } from '../../domain/namesake.ts';
import type { FactSource, Reader } from '../../domain/reader.ts';
import { directorsOf } from '../row.ts';
import { factsOf, type ListedFact } from './facts.ts';
import { type FilmId, keyOfId, type Namesakes, namesakesAmong } from './namesakes.ts';
import { isRejected, type ListedFilm, type ListedRow } from './row.ts';

/** What is noted from slice to slice: the films that rows before turned out to be, by the ids they name. */
export interface Told {
  /** All of them are written when this answers. */
  told(ids: readonly FilmId[]): Promise<Map<string, string>>;
  tell(ids: readonly FilmId[], filmId: string): void;
}

/** A film the load makes, with all that the rows of its title say of it. */
export interface MadeFilm {
  id: string;
  title: string;
  source: FactSource;
  facts: ListedFact[];
}

/** What a known film lacks and a row says. */
export interface FilmLacks {
  filmId: string;
  facts: ListedFact[];
}

/** What becomes of a row. */
export interface ListedPlan {
  row: { file: string; row: string };
  outcome: Outcome;
  code: ProblemCode | null;
  details: Details;
  targetId: string | null;
  lacks: FilmLacks | null;
  /** Of a row that waits: the films it could mean, and what it says. */
  candidates: string[];
  film: ListedFilm | null;
}

/** What planning a list needs beside the store. */
export interface PlanParts {
  told: Told;
  mint: () => string;
  /** Who says what stands in a file. */
  sourceOf(file: string): FactSource;
}

export interface SlicePlan {
  plans: ListedPlan[];
  made: MadeFilm[];
}

/** A film a row may mean. */
interface Known {
  id: string;
  ids: Map<string, string>;
  /** Fields of which something is said. */
  fields: Set<string>;
  directing: Directing | null;
  /** Where this load makes it. */
  made: MadeFilm | null;
}

/** Ids of which a film has one: two films that differ in one of these are two, whatever their titles. */
const TELLING = ['imdb', 'tmdb', 'wikidata', 'wikipedia'];
/** A page may be about several films: its name tells films of one title apart, and no more. */
const PAGES = new Set(['wikipedia']);
const MOST_CANDIDATES = 50;

/**
 * Settles what the rows of a slice do: a film is told by an id elsewhere, else by exact title and year, and is another
 * where others directed it; where several are left none is guessed, and where none is left it is made. Of a known film only what nobody says is taken.
 * Writes nothing.
 *
 * @param lines all rows of each title among them, those that say most first
 */
export async function planListed(
  reader: Reader,
  lines: readonly ListedLine[],
  { told, mint, sourceOf }: PlanParts,
): Promise<SlicePlan> {
  const films = await knownTo(reader, lines, told);
  const slice: SlicePlan = { plans: [], made: [] };
  for (const line of lines) {
    const said = JSON.parse(line.said) as ListedRow['said'];
    const plan: ListedPlan = { ...IDLE, row: { file: line.file, row: line.row } };
    slice.plans.push(plan);
    if (isRejected(said)) Object.assign(plan, { outcome: 'rejected', ...said });
    else settle(plan, line, said);
  }
  return slice;

  function settle(plan: ListedPlan, line: ListedLine, film: ListedFilm): void {
    const ids = films.ownIds(line);
    const directed = directing(directorsOf(film));
    const meant = films.meant(line, ids, directed);
    if (meant.length > 1) {
      const several = meant.length === films.byIds(ids).size ? 'ids-disagree' : 'two-films';
      wait(plan, several, meant, film);
      return;
    }
    const facts = factsOf(ids.length === film.ids.length ? film : { ...film, ids });
    const [known] = meant;
    if (!known) {
      const made = { id: mint(), title: line.title, source: sourceOf(line.file), facts };
      slice.made.push(made);
      plan.outcome = 'created';
      plan.targetId = made.id;
      films.add(line, {
        id: made.id,
        made,
        ids: new Map(ids.map(({ scheme, value }) => [scheme, value])),
        fields: new Set(facts.map(({ field }) => field)),
        directing: directed,
      });
      told.tell(ids, made.id);
      return;
    }
    told.tell(ids, known.id);
    const lacking = facts.filter(({ field }) => !known.fields.has(field) && !has(known, field));
    for (const { field } of lacking) known.fields.add(field);
    films.learn(known, ids);
    known.directing ??= directed;
    plan.targetId = known.id;
    if (lacking.length > 0) plan.outcome = 'updated';
    if (known.made?.source === sourceOf(line.file)) known.made.facts.push(...lacking);
    else if (lacking.length > 0) plan.lacks = { filmId: known.id, facts: lacking };
  }
}

const IDLE = {
  outcome: 'unchanged' as const,
  code: null,
  details: {},
  targetId: null,
  lacks: null,
  candidates: [],
  film: null,
};

function has({ ids }: Known, field: string): boolean {
  return field.startsWith('id:') && ids.has(field.slice('id:'.length));
}

function wait(plan: ListedPlan, code: 'two-films' | 'ids-disagree', meant: Known[], film: ListedFilm): void {
  const { title, year } = film;
  Object.assign(plan, {
    outcome: 'unmatched',
    code,
    details: { title, ...(year === null ? {} : { year }), count: meant.length },
    candidates: meant.slice(0, MOST_CANDIDATES).map(({ id }) => id),
    film,
  });
}

/** The films that rows may mean, as the store knows them and as the load makes them. */
async function knownTo(reader: Reader, lines: readonly ListedLine[], told: Told) {
  const { known, listed } = reader.batches;
  const ids = lines.flatMap((line) => line.ids);
  const titles = [...new Set(lines.flatMap(({ title }) => (title === '' ? [] : title)))];
  const named = ids.length === 0 ? [] : await known.namedByLink(ids);
  const alike = await listed.alike(titles);
  const before = await told.told(ids);
  const owners = [...new Set([...named.map(({ id }) => id), ...before.values()])];
  const filmIds = [...new Set([...owners, ...alike.map(({ id }) => id)])];
  const fields = await reader.facts.fields(filmIds);
  const linksOf = await listed.idsOf(filmIds);
  const titlesSaid = await listed.titlesSaid(owners);
  const directors = await reader.films.directors(filmIds);
  const films = new Map<string, Known>(
    filmIds.map((id) => {
      const said = { ids: linksOf.get(id) ?? new Map(), fields: fields.get(id) ?? new Set<string>() };
      return [id, { id, made: null, ...said, directing: directing(directors.get(id) ?? []) }];
    }),
  );
  const byKey = new Map<string, Known>();
  const byTitle = new Map<string, Namesakes<Known>>();
  const name = ({ title, year }: { title: string; year: number | null }, film: Known | undefined) => {
    const namesakes = byTitle.get(title) ?? namesakesAmong<Known>(TELLING);
    byTitle.set(title, namesakes);
    if (film) namesakes.add(film, year);
  };
  const own = (id: FilmId, film: Known | undefined) => film && byKey.set(keyOfId(id), film);
  for (const film of named) own(film.link, films.get(film.id));
  for (const [key, id] of before) {
    const film = films.get(id);
    if (film) byKey.set(key, film);
  }
  for (const film of alike) name(film, films.get(film.id));

  /** The films that ids belong to. */
  const byIds = (some: readonly FilmId[]): Set<Known> =>
    new Set(some.flatMap((id) => byKey.get(keyOfId(id)) ?? []));
  return {
    byIds,
    /** The ids of a row but for pages that are about a film of another title. */
    ownIds: ({ ids, title }: ListedLine): readonly FilmId[] =>
      ids.filter((id) => {
        const owner = PAGES.has(id.scheme) ? byKey.get(keyOfId(id)) : undefined;
        return !owner || (titlesSaid.get(owner.id)?.has(title) ?? owner.made?.title === title);
      }),
    meant({ title, year }: ListedLine, some: readonly FilmId[], directed: Directing | null): Known[] {
      const owning = byIds(some);
      if (owning.size > 0) return [...owning];
      const alike = byTitle.get(title)?.fitting(year, some) ?? [];
      return alike.filter((film) => !directedApart(film.directing, directed));
    },
    /** A film goes by an id that a row has added to it, and is from then on another than one with another. */
    learn(film: Known, added: readonly FilmId[]): void {
      for (const id of added) {
        if (!film.ids.has(id.scheme)) film.ids.set(id.scheme, id.value);
        own(id, film);
      }
    },
    add(line: ListedLine, film: Known): void {
      name(line, film);
      for (const [scheme, value] of film.ids) own({ scheme, value }, film);
    },
  };
}
