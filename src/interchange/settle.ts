import { conflict, invalid } from '../domain/errors.ts';
import type { ImportReport, Outcome } from '../domain/import.ts';
import type { Batch, Writer } from '../domain/reader.ts';
import { usesOf } from '../domain/rights.ts';
import { NEW_FILM } from '../domain/upload.ts';
import { addItem } from './account/lists.ts';
import { stageAccountMarks } from './account/marks.ts';
import { LETTERBOXD, type Owner } from './account/owner.ts';
import type { RecordPlan } from './account/plan.ts';
import { stageAccount } from './account/stage.ts';
import { walkAccount } from './account/walk.ts';
import { applyLater } from './apply.ts';
import { settleListed, type WaitingFilm } from './films/settle.ts';
import { countAnew } from './finish.ts';
import type { ImportStore } from './hold.ts';
import { startPlan } from './plan.ts';
import type { FilmRef } from './plan-films.ts';
import type { ImportRow } from './row.ts';
import { prepare, stageMarks, stageSlice } from './stage.ts';
import { addFilms, synopsisLanguage } from './stage-films.ts';
import { type AccountGroup, type FileGroup, waitingGroups } from './waiting.ts';

/** Rows whose decision has been carried out, and what it touched. */
interface Settled {
  outcomes: Outcome[];
  films: Set<string>;
  members: Set<string>;
}

/**
 * Carries out somebody's decision for a row that waits, and for all rows of the import that name the same film.
 * What it does belongs to the import: undo covers it. Who comes second finds it done.
 *
 * @param number one of the rows
 * @param choice the id of one of the films it could mean, or `NEW_FILM`
 * @returns how many rows were settled: none where nothing waits there
 * @throws DomainError `conflict` `not-done` for an import that is under way or undone; `invalid` `film` for a film
 * that is not among those it could mean, or is gone
 */
export async function settleRow(
  store: ImportStore,
  batchId: string,
  number: number,
  choice: string,
  now: number,
): Promise<number> {
  return store.transact(async (writer) => {
    const batch = await writer.batches.byId(batchId);
    if (batch?.state !== 'done' || batch.finished === null) throw conflict('not-done');
    // Whoever undoes it, or decides too, waits here.
    if (!(await writer.batches.hold(batchId, 'done', batch.lease))) throw conflict('not-done');
    const groups = await waitingGroups(writer, batchId);
    const group = groups.find(({ rows }) => rows.some((row) => row.number === number));
    if (!group) return 0;
    const meant = (await writer.films.standing([choice])).get(choice) ?? choice;
    if (choice !== NEW_FILM && !group.candidates.includes(meant)) throw invalid('film');
    const settled =
      group.kind === 'account'
        ? await settleAccount(writer, batch, group, meant, now)
        : await settleFile(writer, batch, group, meant, now);
    await writer.batches.takePlaces(
      batchId,
      group.rows.map((row) => row.number),
    );
    await countAnew(writer, [...settled.films]);
    await writer.batches.staging.raise(['films', ...settled.members]);
    const current = (await writer.batches.byId(batchId)) ?? batch;
    await writer.batches.setState(
      batchId,
      'done',
      batch.finished,
      told(current, group.rows, settled.outcomes),
    );
    return group.rows.length;
  });
}

async function settleAccount(
  writer: Writer,
  batch: Batch,
  { rows, as }: AccountGroup,
  choice: string,
  now: number,
): Promise<Settled> {
  const { authorId, memberId, saysRatings } = as;
  const owner: Owner = {
    authorId,
    memberId,
    signature: authorId,
    name: '',
    link: null,
    key: '',
    made: false,
  };
  const mint = () => writer.batches.known.mintId(now);
  const decisions = new Map(rows.map(({ file, row }) => [`${file}#${row}`, choice]));
  const walk = walkAccount(writer, owner, LETTERBOXD, { saysRatings, decisions, mint });
  const slice = await walk.next(rows.map(({ account }) => account));
  const marks = [...walk.marks()];
  walk.close();
  const { plans, entries } = slice;
  if (plans.some(({ outcome }) => outcome === 'unmatched')) throw invalid('film');
  const { id: batchId, visibility, word, memberId: givenBy } = batch;
  const staging = { batchId, visibility, word: word ?? '', allowed: usesOf(batch), givenBy, now };
  const places = await Promise.all(plans.map((plan) => placeOf(writer, batchId, plan)));
  for (const place of places)
    if (place)
      Object.assign(place.plan, { outcome: place.there ? 'unchanged' : 'created', targetId: place.listId });
  await stageAccount(writer, owner, LETTERBOXD, slice, staging);
  await stageAccountMarks(writer, owner, marks, staging);
  for (const place of places)
    if (place && !place.there)
      await addItem(writer, batchId, place.listId, { ...NAMELESS, id: place.filmId }, place.facts);
  const films = new Set([...marks.map(({ filmId }) => filmId), ...entries.map(({ film }) => film.id)]);
  for (const { later } of plans)
    if (later)
      for (const film of await applyLater(writer, batchId, { ...NOTHING, account: later }, now))
        films.add(film);
  return {
    outcomes: plans.map(({ outcome }) => outcome),
    films,
    members: new Set(memberId === null ? [] : [memberId]),
  };
}

const NAMELESS = { title: '', year: null, made: false };
const NOTHING = { change: null, fill: null, log: null };

/** Where on which list a record stands; null for one of no list. */
async function placeOf(writer: Writer, batchId: string, plan: RecordPlan) {
  const { record } = plan.row;
  if (!('item' in record) || plan.targetId === null) return null;
  const filmId = plan.targetId;
  const listId = await writer.batches.firstTarget(batchId, plan.row.file);
  const list = listId === null ? null : await writer.batches.stored('lists', { id: listId });
  if (listId === null || !list) return null;
  const there = (await writer.lists.rows(listId)).some((row) => row.film_id === filmId);
  return { plan, listId, filmId, there, facts: record.item };
}

async function settleFile(
  writer: Writer,
  batch: Batch,
  { rows, facts, listed }: FileGroup,
  choice: string,
  now: number,
): Promise<Settled> {
  const { id: batchId, visibility, word, memberId } = batch;
  if (listed) return settleFilm(writer, batchId, { rows, listed }, choice, now);
  const staging = { batchId, visibility, memberId, word: word ?? '', allowed: usesOf(batch), now };
  let filmId = choice;
  if (choice === NEW_FILM) {
    const made: FilmRef = { id: null, known: null, facts, directing: null, order: 0 };
    await addFilms(writer, staging, new Map([[made, synopsisLanguage(facts)]]));
    filmId = made.id ?? '';
  }
  const imported: ImportRow[] = rows.map(({ file, row, review }) => ({
    file,
    row,
    record: { film: facts, review },
  }));
  const decisions = new Map(rows.map(({ file, row }) => [`${file}#${row}`, filmId]));
  const plan = await startPlan(writer, imported, visibility, decisions);
  const plans = await plan.next(imported);
  if (plans.some(({ outcome }) => outcome === 'unmatched')) throw invalid('film');
  const prepared = await prepare(plans, async () => undefined);
  await stageSlice(writer, plans, prepared, staging);
  await stageMarks(writer, plan.marks(), staging);
  const films = new Set([filmId]);
  for (const { change, fill, log } of plans)
    for (const film of await applyLater(writer, batchId, { change, fill, log }, now)) films.add(film);
  return {
    outcomes: plans.map(({ outcome }) => outcome),
    films,
    members: new Set(plans.flatMap(({ create }) => create?.author.memberId ?? [])),
  };
}

/** The same for rows of a file of films: the first says all that those say which are alike. */
async function settleFilm(
  writer: Writer,
  batchId: string,
  { rows, listed }: { rows: FileGroup['rows']; listed: WaitingFilm },
  choice: string,
  now: number,
): Promise<Settled> {
  const meant = choice === NEW_FILM ? null : choice;
  const { filmId, outcome } = await settleListed(writer, batchId, listed, meant, now);
  const outcomes = rows.map((_, at): Outcome => (at === 0 ? outcome : 'unchanged'));
  await writer.batches.addRows(
    batchId,
    rows.map(({ file, row }, at) => ({
      ...{ file, row, outcome: outcomes[at] ?? 'unchanged', code: null, message: null },
      ...{ targetId: filmId, plan: null },
    })),
  );
  return { outcomes, films: new Set([filmId]), members: new Set() };
}

/** A report in which rows that waited have their ends. */
function told(batch: Batch, rows: readonly { file: string; row: string }[], outcomes: readonly Outcome[]) {
  const report = { ...(batch.report as unknown as ImportReport) };
  const done = new Set(rows.map(({ file, row }) => `${file}#${row}`));
  report.unmatched -= rows.length;
  for (const outcome of outcomes) report[outcome] += 1;
  report.problems = report.problems.filter(({ file, row }) => !done.has(`${file}#${row}`));
  report.problemsTotal -= rows.length;
  return report;
}
