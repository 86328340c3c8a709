import { markAfter } from '../domain/mark.ts';
import type { Reader, Visibility } from '../domain/reader.ts';
import { nameOf } from './plan-films.ts';
import type { Log, NewMark, RowPlan } from './row-plan.ts';

/** Settles what authors think of films once the reviews of an import are there. */
export interface MarkPlan {
  /** Takes note of planned rows; gives a `log` to those whose mark is there already. */
  settle(plans: readonly RowPlan[]): Promise<void>;
  /** Marks to be made. */
  all(): NewMark[];
}

/** Marks that are there are set by a log when the batch becomes visible; the others are made with it. */
export function planMarks(reader: Reader, visibility: Visibility): MarkPlan {
  const marks = new Map<string, NewMark>();
  return {
    all: () => [...marks.values()],
    async settle(plans) {
      const created = plans.flatMap((plan) => (plan.create ? [{ plan, ...plan.create }] : []));
      const asked = created.flatMap(({ author, film }) =>
        author.canonicalId !== null && film.id !== null
          ? [{ authorId: author.canonicalId, filmId: film.id }]
          : [],
      );
      const standing = await reader.batches.known.marks(asked);
      const stands = new Set(standing.map((mark) => `${mark.author_id} ${mark.film_id}`));
      for (const { plan, author, film, review } of created) {
        const log: Log = {
          authorId: author.canonicalId ?? '',
          filmId: film.id ?? '',
          rating: review.rating,
          day: review.written,
          visibility,
          here: author.memberId !== null,
          replaces: undefined,
        };
        if (stands.has(`${log.authorId} ${log.filmId}`)) {
          plan.log = log;
          continue;
        }
        const key = `${author.same} ${nameOf(film)}`;
        const before = marks.get(key)?.mark ?? null;
        const mark = markAfter(before, log, { ...log, liked: false, counted: true });
        marks.set(key, { film, author, mark });
      }
    },
  };
}
