import { invalid } from '../../domain/errors.ts';
import { lookUpFilms } from '../../domain/film-source.ts';
import type { StoredRow } from '../../domain/import.ts';
import { logOnMark, takeOffMark } from '../../domain/mark.ts';
import { askForFilms } from '../../domain/mentions/work.ts';
import { type MovedCounts, NOTHING_MOVED } from '../../domain/merge.ts';
import { insertFilms } from '../../domain/new-film.ts';
import type { Writer } from '../../domain/reader.ts';
import { reshape } from '../../domain/reshape.ts';
import { filmsToSplit, type SplitAsked } from '../../domain/split.ts';
import type { Viewer } from '../../domain/viewer.ts';
import type { ImportStore } from '../hold.ts';
import { whenFree } from '../sweep.ts';
import { beginOnFilms, reportOn } from './begin.ts';
import { endMerge, raiseShowing } from './carry-on.ts';
import { type Move, movePins, moveRows } from './move.ts';

/**
 * Gives what a curator has chosen of one film to another, in one transaction. An author's mark goes along where all
 * they wrote does; where something stays, each film has what its entries say.
 *
 * @param patience how long to wait for an import or a merge to end, in milliseconds
 * @returns the batch by which it can be undone
 * @throws DomainError as `filmsToSplit`; `conflict` `another-running`
 */
export async function splitFilm(
  store: ImportStore,
  asked: SplitAsked,
  viewer: Viewer,
  now: () => number,
  patience?: number,
): Promise<string> {
  await filmsToSplit(store.reader, asked, viewer);
  return whenFree(store, now, (writer) => split(writer, asked, viewer, now), patience);
}

async function split(
  writer: Writer,
  asked: SplitAsked,
  viewer: Viewer,
  now: () => number,
): Promise<string | null> {
  const batchId = await beginOnFilms(writer, 'split', viewer, now());
  if (batchId === null) return null;
  const { film, to: there } = await filmsToSplit(writer, asked, viewer);
  const to = there?.id ?? (await newFilm(writer, batchId, asked.to, viewer, now()));
  await writer.batches.staging.raise([film.id, to]);
  await raiseShowing(writer, [film.id, to]);
  const move = { batchId, from: film.id, to };
  const counts = { ...NOTHING_MOVED };
  // What they may not read nobody chooses.
  const chosen = await writer.reviews.byIds(asked.entries, viewer);
  const entries = chosen.filter(({ filmId }) => filmId === film.id).map(({ id }) => id);
  await moveEntries(writer, move, entries, counts);
  const places = await writer.filmMoves.rowsNamed('list_items', film.id, asked.lists);
  await moveRows(writer, move, 'list_items', places, counts);
  await writer.filmMoves.reshaped(batchId, film.id, () =>
    writer.filmMoves.reshaped(batchId, to, async () => {
      await moveFacts(writer, move, asked, counts);
      await reshape(writer, film.id, now());
      await reshape(writer, to, now());
    }),
  );
  // None of it is there any more, or was for them to choose: then no film is made either.
  if (Object.values(counts).every((count) => count === 0)) throw invalid('nothing');
  const [into] = await writer.films.byIds([to]);
  await endMerge(writer, batchId, { ...reportOn(film, into ?? film), moved: counts }, now());
  return batchId;
}

/** A film that is there because of the split alone, and goes with it. */
async function newFilm(
  writer: Writer,
  batchId: string,
  asked: SplitAsked['to'],
  viewer: Viewer,
  now: number,
): Promise<string> {
  const { title, year } = 'title' in asked ? asked : { title: '', year: null };
  const facts = [
    { field: 'title', value: title },
    ...(year === null ? [] : [{ field: 'year', value: year }]),
  ];
  const origin = { source: 'curator' as const, batchId, memberId: viewer.memberId, now };
  const [id = ''] = await insertFilms(writer, [{ facts }], origin);
  await askForFilms(writer, [{ id, titles: [title] }], now);
  await lookUpFilms(writer, [id], now);
  return id;
}

async function moveEntries(
  writer: Writer,
  move: Move,
  ids: readonly string[],
  counts: MovedCounts,
): Promise<void> {
  const rows = await writer.filmMoves.rowsNamed('entries', move.from, ids);
  await movePins(writer, move, counts, new Set(ids));
  for (const [authorId, some] of Map.groupBy(rows, (row) => String(row.author_id))) {
    const all = await writer.entries.onFilm(move.from, authorId);
    const leaves = all.every(({ id }) => some.some((row) => row.id === id));
    if (leaves) {
      await moveRows(writer, move, 'entries', some, counts);
      const marks = await writer.filmMoves.rowsNamed('marks', move.from, [authorId]);
      await moveRows(writer, move, 'marks', marks, counts);
    } else await moveWithMarks(writer, move, { authorId, some }, counts);
  }
}

/** Moves some of what an author wrote on a film, and says of either film what is left or came. */
async function moveWithMarks(
  writer: Writer,
  move: Move,
  { authorId, some }: { authorId: string; some: readonly StoredRow[] },
  counts: MovedCounts,
): Promise<void> {
  const keys = [move.from, move.to].map((film_id) => ({ author_id: authorId, film_id }));
  const before: (StoredRow | null)[] = [];
  for (const key of keys) before.push(await writer.batches.stored('marks', key));
  for (const row of some) {
    const entry = await writer.entries.toChange(String(row.id));
    if (!entry) continue;
    await takeOffMark(writer, entry);
    await moveRows(writer, move, 'entries', [row], counts);
    if (entry.deleted === null) await logOnMark(writer, { ...entry, filmId: move.to });
  }
  await writer.batches.record(
    move.batchId,
    keys.map((key, at) => ({ table: 'marks' as const, key, was: before[at] ?? null })),
  );
}

/** Moves facts and ids elsewhere; where the other film's source says something else of the field, that stands. */
async function moveFacts(
  writer: Writer,
  { batchId, from, to }: Move,
  { facts, ids }: SplitAsked,
  counts: MovedCounts,
): Promise<void> {
  const own = await writer.facts.of(from);
  const wanted = own.filter(
    ({ field, source, value }) =>
      facts.some((one) => one.field === field && one.source === source && field !== 'title') ||
      ids.some((one) => field === `id:${one.scheme}` && one.value === value),
  );
  for (const { filmId: film_id, field, source } of wanted) {
    const [key, target] = [
      { film_id, field, source },
      { film_id: to, field, source },
    ];
    const was = await writer.batches.stored('facts', key);
    if (was === null || (await writer.batches.stored('facts', target))) continue;
    await writer.batches.removeStored('facts', key);
    await writer.batches.putBack('facts', target, { ...was, film_id: to });
    await writer.batches.record(batchId, [
      { table: 'facts', key, was },
      { table: 'facts', key: target, was: null },
    ]);
    counts.facts += 1;
  }
  for (const { scheme, value } of ids) {
    const key = { kind: 'film', scheme, value };
    const was = await writer.batches.stored('external_ids', key);
    if (was === null || !(await isOf(writer, String(was.thing_id), from))) continue;
    await writer.batches.putBack('external_ids', key, { ...was, thing_id: to });
    await writer.batches.record(batchId, [{ table: 'external_ids', key, was }]);
    counts.facts += 1;
  }
}

/** Whether an id is a film's, or that of one that is part of it. */
async function isOf(writer: Writer, thingId: string, filmId: string): Promise<boolean> {
  return (await writer.films.standing([thingId])).get(thingId) === filmId;
}
