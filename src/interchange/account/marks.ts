import { type MarkState, markSaid, NO_MARK, type Standing } from '../../domain/mark.ts';
import type { Reader, Visibility, Writer } from '../../domain/reader.ts';
import type { AccountFilm } from './films.ts';
import type { MarkPatch } from './later.ts';
import type { Owner } from './owner.ts';
import type { RecordPlan } from './plan.ts';

/** Marks of a slice that the import makes or has made. */
export interface MarkWrite {
  film: AccountFilm;
  state: MarkState;
}

export interface AccountMarks {
  /** What a slice's states do; `plans` are told their outcomes. */
  settle(said: readonly { plan: RecordPlan; film: AccountFilm; standing: Standing }[]): Promise<MarkWrite[]>;
  /** Which of these films the author has marked, in the store or in this import. */
  marked(filmIds: readonly string[]): Promise<ReadonlySet<string>>;
}

/** Settles an author's standing states on films, from as many files as say something of them. */
export function accountMarks(reader: Reader, owner: Owner): AccountMarks {
  /** What this import has made so far. Days and ratings of one film from several files come together here. */
  const made = new Map<string, MarkState>();
  /** Films that were wanted before and have been seen since: whether they are wanted anew, the export says later. */
  const left = new Set<string>();

  return {
    async settle(said) {
      const asked = [...new Set(said.map(({ film }) => film))].filter(
        (film) => !film.made && !made.has(film.id),
      );
      const standing = await stateOf(asked.map(({ id }) => id));
      const writes = new Map<string, MarkWrite>();
      for (const { plan, film, standing: one } of said) {
        const before = standing.get(film.id);
        if (before) {
          const after = markSaid(before, one);
          if (after === before) continue;
          if (before.watchlist !== null && after.watchlist === null) left.add(film.id);
          plan.outcome = replaces(before, one) ? 'updated' : 'created';
          standing.set(film.id, after);
          const already = plan.later?.mark?.said ?? [];
          plan.later = { mark: { authorId: owner.authorId, filmId: film.id, said: [...already, one] } };
          continue;
        }
        const was = made.get(film.id) ?? NO_MARK;
        const said = markSaid(was, one);
        if (said === was) continue;
        // What one export says, it says all at once: a film may be seen and wanted again.
        const after = one.state === 'watchlist' ? said : { ...said, watchlist: was.watchlist };
        plan.outcome = replaces(was, one) ? 'updated' : 'created';
        made.set(film.id, after);
        writes.set(film.id, { film, state: after });
      }
      return [...writes.values()];
    },
    async marked(filmIds) {
      const stored = await stateOf(filmIds.filter((id) => !made.has(id)));
      return new Set(filmIds.filter((id) => made.has(id) || stored.has(id)));
    },
  };

  async function stateOf(filmIds: readonly string[]): Promise<Map<string, MarkState>> {
    if (owner.made || filmIds.length === 0) return new Map();
    const { authorId } = owner;
    const rows = await reader.batches.known.marks(filmIds.map((filmId) => ({ authorId, filmId })));
    return new Map(
      rows.flatMap((row) => {
        if (made.has(row.film_id)) return [];
        const state = { ...NO_MARK, ...pick(row) };
        return [[row.film_id, left.has(row.film_id) ? { ...state, watchlist: null } : state] as const];
      }),
    );
  }
}

function pick({ watched, liked, rating, rated, watchlist }: MarkState): MarkState {
  return { watched, liked, rating, rated, watchlist };
}

/** Whether a state takes the place of another. */
function replaces(before: MarkState, said: Standing): boolean {
  return said.state === 'rated' && before.rating !== null;
}

/** Writes marks the import makes, or adds to those it has made, invisible until the batch is shown. */
export async function stageAccountMarks(
  writer: Writer,
  owner: Owner,
  writes: readonly MarkWrite[],
  staging: { batchId: string; visibility: Visibility },
): Promise<void> {
  await writer.batches.staging.mergeMarks(
    staging.batchId,
    writes.map(({ film, state }) => ({
      author_id: owner.authorId,
      film_id: film.id,
      first_author_id: owner.authorId,
      first_film_id: film.id,
      ...state,
      visibility: staging.visibility,
      here: owner.memberId === null ? (0 as const) : (1 as const),
      counted: 1 as const,
      batch_id: staging.batchId,
    })),
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
