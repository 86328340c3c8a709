import type { Outcome } from '../../domain/import.ts';
import { type MarkState, markSaid, NO_MARK, type Standing } from '../../domain/mark.ts';
import type { Reader, SaidOfFilm, Visibility, Writer } from '../../domain/reader.ts';
import type { AccountFilm } from './films.ts';
import type { MarkPatch } from './later.ts';
import type { Owner } from './owner.ts';
import type { RecordPlan } from './plan.ts';

/** A record that says how things stand with a film. */
export interface MarkSaid {
  plan: RecordPlan;
  film: AccountFilm;
  standing: Standing;
  /** Whether the record ends as this does; what a diary says of a film besides its entry is no end of its own. */
  tells: boolean;
}

/** A mark that an import makes, of all the files that say something of its film. */
export interface MadeMark {
  filmId: string;
  state: MarkState;
  /** Records that end otherwise than they seemed to, because an earlier one had said it. */
  anew: { number: number; before: Outcome; outcome: Outcome }[];
}

export interface AccountMarks {
  /** What a slice's states do; `plans` are told their outcomes, as far as these can be known by then. */
  settle(said: readonly MarkSaid[]): Promise<void>;
  /** Which of these films the author has marked, in the store or in this import. */
  marked(filmIds: readonly string[]): Promise<ReadonlySet<string>>;
  /** The marks that are made, in the order of their films' ids; to be asked once, when all was read. */
  made(): Iterable<MadeMark>;
  close(): void;
}

/**
 * Settles an author's standing states on films, from as many files as say something of them. What is said of films
 * that are not marked yet waits outside memory until all files were read; there each film's comes together.
 */
export function accountMarks(reader: Reader, owner: Owner): AccountMarks {
  const waiting = reader.batches.known.openSaid();

  /** Films that were wanted before and have been seen since: whether they are wanted anew, the export says later. */
  const left = new Set<string>();

  return {
    async settle(said) {
      const asked = new Set<string>();
      for (const { film } of said) if (!film.made) asked.add(film.id);
      const standing = await stateOf([...asked]);
      const here = new Map<string, MarkState>();
      const fresh: SaidOfFilm[] = [];
      for (const { plan, film, standing: one, tells } of said) {
        const stored = standing.get(film.id);
        const before = stored ?? here.get(film.id) ?? NO_MARK;
        const after = stored ? markSaid(before, one) : saidAtOnce(before, one);
        const outcome = endOf(before, after, one);
        if (tells) plan.outcome = outcome;
        if (stored && before.watchlist !== null && after.watchlist === null) left.add(film.id);
        (stored ? standing : here).set(film.id, after);
        if (!stored)
          fresh.push({ filmId: film.id, number: plan.number, ...one, outcome: tells ? outcome : null });
        else if (after !== before) plan.later = patched(plan, owner, film, one);
      }
      waiting.add(fresh);
    },
    async marked(filmIds) {
      const stored = await stateOf(filmIds);
      return new Set([...stored.keys(), ...waiting.among(filmIds)]);
    },
    *made() {
      for (const said of waiting.byFilm()) yield madeMark(said);
    },
    close: waiting.close,
  };

  async function stateOf(filmIds: readonly string[]): Promise<Map<string, MarkState>> {
    if (owner.made || filmIds.length === 0) return new Map();
    const rows = await reader.batches.known.marksOf(owner.authorId, filmIds);
    return new Map(
      rows.map((row) => {
        const state = pick(row as MarkState);
        return [row.film_id, left.has(row.film_id) ? { ...state, watchlist: null } : state] as const;
      }),
    );
  }
}

/** The mark that several records make together, and how each of them ends. */
function madeMark(said: readonly SaidOfFilm[]): MadeMark {
  const made: MadeMark = { filmId: said[0]?.filmId ?? '', state: NO_MARK, anew: [] };
  for (const { number, outcome: before, ...rest } of said) {
    const one = rest as Standing;
    const after = saidAtOnce(made.state, one);
    const outcome = endOf(made.state, after, one);
    if (before !== null && before !== outcome) made.anew.push({ number, before, outcome });
    made.state = after;
  }
  return made;
}

/** What one export says, it says all at once: a film may be seen and wanted again. */
function saidAtOnce(before: MarkState, one: Standing): MarkState {
  const after = markSaid(before, one);
  return after === before || one.state === 'watchlist' ? after : { ...after, watchlist: before.watchlist };
}

function pick({ watched, liked, rating, rated, watchlist }: MarkState): MarkState {
  return { watched, liked, rating, rated, watchlist };
}

/** How a record ends that says how things stand. */
function endOf(before: MarkState, after: MarkState, said: Standing): 'created' | 'updated' | 'unchanged' {
  if (after === before) return 'unchanged';
  return said.state === 'rated' && before.rating !== null ? 'updated' : 'created';
}

/** What a record does to a mark that was there before, with what it says already. */
function patched({ later }: RecordPlan, { authorId }: Owner, film: AccountFilm, said: Standing) {
  return { mark: { authorId, filmId: film.id, said: [...(later?.mark?.said ?? []), said] } };
}

/** Writes marks the import makes, invisible until the batch is shown. */
export async function stageAccountMarks(
  writer: Writer,
  owner: Owner,
  marks: readonly MadeMark[],
  staging: { batchId: string; visibility: Visibility },
): Promise<void> {
  await writer.batches.staging.insertMarks(
    staging.batchId,
    marks.map(({ filmId, state }) => ({
      author_id: owner.authorId,
      film_id: filmId,
      first_author_id: owner.authorId,
      first_film_id: filmId,
      ...state,
      visibility: staging.visibility,
      here: owner.memberId === null ? (0 as const) : (1 as const),
      counted: 1 as const,
      batch_id: staging.batchId,
    })),
  );
  const ends = Map.groupBy(
    marks.flatMap(({ anew }) => anew),
    ({ outcome }) => outcome,
  );
  for (const [outcome, anew] of ends)
    await writer.batches.endAnew(
      staging.batchId,
      outcome,
      anew.map(({ number }) => number),
    );
}

/** Changes a mark that was there before, and records how it was. What was set later in the meantime stands. */
export async function patchMark(writer: Writer, batchId: string, patch: MarkPatch): Promise<string[]> {
  const { authorId, filmId, said } = patch;
  const mark = await writer.marks.get(authorId, filmId);
  if (!mark) return [];
  const after = said.reduce((state, one) => markSaid(state, one), mark);
  if (after === mark) return [];
  const key = { author_id: authorId, film_id: filmId };
  const was = await writer.batches.stored('marks', key);
  await writer.marks.set(after, batchId);
  await writer.batches.record(batchId, [{ table: 'marks', key, was }]);
  return [filmId];
}
