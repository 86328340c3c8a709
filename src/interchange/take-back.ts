import type { Change, ChangedTable, StoredRow, UndoReport } from '../domain/import.ts';
import { askAfterUndo } from '../domain/mentions/work.ts';
import type { Writer } from '../domain/reader.ts';
import { reshape } from '../domain/reshape.ts';
import { FEWEST_FILMS, MOST_FILMS } from './finish.ts';
import { type ImportStore, inSteps, stepOf } from './hold.ts';
import { paceBetween } from './pace.ts';
import { takeBackLists, takeBackPlaces, takeBackProfiles, takeBackRows } from './take-back-account.ts';
import { idOf, keep, standing, type Undoing, whereabouts } from './undoing.ts';

const FEWEST_CHANGES = 20;
const MOST_CHANGES = 400;

/**
 * Takes back all a batch did, latest first, in short transactions: what it made goes, what it changed is put
 * back. What somebody changed or answered since is kept and named, and with it whatever it needs. May be called
 * again after a kill.
 */
export async function takeBack(store: ImportStore, batchId: string, now: () => number): Promise<UndoReport> {
  const step = stepOf(store, batchId, 'undoing', now);
  const undoing: Undoing = {
    batchId,
    now: now(),
    report: { removed: 0, restored: 0, kept: [], keptTotal: 0 },
    rewritten: new Set(),
    keptEntries: new Set(),
    keptLists: new Set(),
    keptFilms: new Set(),
    films: new Set(),
  };
  const pass = async (
    table: ChangedTable,
    work: (writer: Writer, changes: Change[], undoing: Undoing) => Promise<void>,
  ) => {
    const pace = paceBetween(FEWEST_CHANGES, MOST_CHANGES);
    for (let below = Number.MAX_SAFE_INTEGER; below > 0; )
      below = await step(
        async (writer) => {
          const changes = await writer.batches.undoing.changes(batchId, table, below, pace.size());
          if (changes.length > 0) await work(writer, changes, undoing);
          return changes.at(-1)?.number ?? 0;
        },
        { pace, things: pace.size() },
      );
  };
  await pass('reviews', noteRewritten);
  await pass('rights', noteRewritten);
  await pass('entries', takeBackEntries);
  await pass('reviews', takeBackWords);
  await pass('review_versions', takeBackVersions);
  await pass('marks', takeBackMarks);
  await pass('lists', takeBackLists);
  await pass('list_items', takeBackPlaces);
  await pass('kept_comments', takeBackRows);
  await pass('profiles', takeBackProfiles);
  await pass('authors', takeBackAuthors);
  await pass('films', takeBackFilms);
  await pass('facts', takeBackFacts);
  await pass('credits', takeBackTies);
  await pass('external_ids', takeBackTies);
  await pass('people', takeBackPeople);
  await inSteps(step, [...undoing.films], paceBetween(FEWEST_FILMS, MOST_FILMS), async (writer, some) => {
    const shown = [...some, ...(await writer.films.standing(some)).values()];
    await writer.batches.staging.reckon(shown, batchId);
    await writer.batches.staging.raise(shown);
  });
  await step(async (writer) => {
    const batch = await writer.batches.byId(batchId);
    const discarded = batch?.report.discarded === true;
    if (discarded) await writer.batches.forget(batchId);
    await askAfterUndo(writer, batchId, now());
    const report = discarded ? undefined : { ...batch?.report, undone: undoing.report };
    await writer.batches.setState(batchId, discarded ? 'refused' : 'undone', now(), report);
    await writer.batches.staging.raise(['films']);
  });
  return undoing.report;
}

async function noteRewritten(
  writer: Writer,
  changes: Change[],
  { batchId, rewritten }: Undoing,
): Promise<void> {
  const table = changes[0]?.table === 'rights' ? 'rights' : 'reviews';
  const rows = await writer.batches.undoing.rows(table, changes.map(idOf));
  for (const change of changes) {
    const row = rows.get(idOf(change)) ?? null;
    // What was said anew of the whole import is no hand on one of its reviews.
    if (table === 'rights' && row?.batch_id === batchId) continue;
    if ((await standing(writer, change, row)) === 'other') rewritten.add(idOf(change));
  }
}

async function takeBackEntries(writer: Writer, changes: Change[], undoing: Undoing): Promise<void> {
  const { undoing: store } = writer.batches;
  const ids = changes.map(idOf);
  const rows = await store.rows('entries', ids);
  const made = changes.filter((change) => change.was === null).map(idOf);
  const answered = await store.answered(made, undoing.batchId);
  const gone: string[] = [];
  const kept: string[] = [];
  for (const change of changes) {
    const id = idOf(change);
    const row = rows.get(id);
    if (!row) continue;
    undoing.films.add(String(row.film_id));
    const stands = await standing(writer, change, row);
    const changed = stands === 'other' || undoing.rewritten.has(id);
    if (changed || answered.has(id)) {
      undoing.keptEntries.add(id);
      if (change.was === null) kept.push(id);
      await writer.batches.undoing.handOn(undoing.batchId, change);
      const why =
        changed && !undoing.rewritten.has(id) && isOnlySettled(writer, change, row) ? 'settled' : null;
      await keep(writer, undoing, 'review', id, why ?? (changed ? 'changed' : 'answered'), row);
    } else if (change.was === null) gone.push(id);
    else if (stands === 'became') {
      // Films may have been merged or split since: it stays with the one it is read under.
      const was = { ...change.was, film_id: row.film_id ?? null };
      await writer.batches.putBack('entries', change.key, was);
      undoing.report.restored += 1;
    }
  }
  await store.removeEntries(gone);
  await store.release('entries', kept);
  undoing.report.removed += gone.length;
}

/** Whether all that was done to a review the batch made is to say whether it tells the story. */
function isOnlySettled(writer: Writer, change: Change, row: StoredRow): boolean {
  if (change.was !== null || row.spoiler === 'unknown') return false;
  const unsettled = { ...row, spoiler: 'unknown', updated: row.created ?? null };
  return writer.batches.digest('entries', unsettled) === change.became;
}

/** The words of entries that are put back; those of entries that went are gone with them. */
async function takeBackWords(writer: Writer, changes: Change[], undoing: Undoing): Promise<void> {
  const rows = await writer.batches.undoing.rows('reviews', changes.map(idOf));
  for (const change of changes) {
    const row = rows.get(idOf(change));
    if (undoing.keptEntries.has(idOf(change))) await writer.batches.undoing.handOn(undoing.batchId, change);
    else if (change.was !== null) {
      await writer.batches.putBack('reviews', change.key, change.was);
      await writer.mentions.queue([idOf(change)]);
    } else if (row) await writer.batches.removeStored('reviews', change.key);
  }
}

async function takeBackVersions(writer: Writer, changes: Change[], undoing: Undoing): Promise<void> {
  for (const change of changes) {
    const row = await writer.batches.stored('review_versions', change.key);
    if (row && !undoing.keptEntries.has(String(row.entry_id)))
      await writer.batches.removeStored('review_versions', change.key);
  }
}

async function takeBackMarks(writer: Writer, changes: Change[], undoing: Undoing): Promise<void> {
  for (const change of changes) {
    const { key, row } = await whereabouts(writer, undoing, change);
    const [authorId, filmId] = [String(key.author_id), String(key.film_id)];
    const stands = await standing(writer, change, row);
    if (stands === 'was') continue;
    undoing.films.add(filmId);
    // A rating stays with the review that gave it.
    const used = change.was === null && (await writer.batches.undoing.hasEntry(authorId, filmId));
    if (stands === 'other' || used) {
      await writer.batches.undoing.handOn(undoing.batchId, change);
      await keep(writer, undoing, 'rating', filmId, used ? 'used' : 'changed', key);
    } else if (change.was === null) {
      await writer.batches.removeStored('marks', key);
      undoing.report.removed += 1;
    } else {
      await writer.batches.putBack('marks', key, { ...change.was, ...key });
      undoing.report.restored += 1;
    }
  }
}

async function takeBackAuthors(writer: Writer, changes: Change[], undoing: Undoing): Promise<void> {
  const ids = changes.map(idOf);
  const used = await writer.batches.undoing.usedAuthors(ids);
  const gone = await goneAndKept(writer, undoing, 'author', changes, used);
  await writer.batches.undoing.removeAuthors(gone);
}

async function takeBackFilms(writer: Writer, changes: Change[], undoing: Undoing): Promise<void> {
  const made = changes.filter((change) => change.was === null);
  if (made.length > 0) {
    const used = await writer.batches.undoing.usedFilms(made.map(idOf), undoing.batchId);
    const gone = await goneAndKept(writer, undoing, 'film', made, used);
    await writer.batches.undoing.removeFilms(gone);
    for (const id of gone) undoing.films.delete(id);
  }
}

/** What was said of films that stay because they were there before; they show what is left. */
async function takeBackFacts(writer: Writer, changes: Change[], undoing: Undoing): Promise<void> {
  const films = new Set<string>();
  for (const change of changes) {
    const filmId = String(change.key.film_id);
    const row = await writer.batches.stored('facts', change.key);
    if (undoing.keptFilms.has(filmId)) continue;
    const stands = await standing(writer, change, row);
    if (stands === 'other') {
      await writer.batches.undoing.handOn(undoing.batchId, change);
      if (row) await keep(writer, undoing, 'fact', filmId, 'changed', row);
    } else if (stands === 'became') {
      films.add(filmId);
      if (change.was === null) await writer.batches.removeStored('facts', change.key);
      else await writer.batches.putBack('facts', change.key, change.was);
      undoing.report[change.was === null ? 'removed' : 'restored'] += 1;
    }
  }
  if (films.size === 0) return;
  await writer.batches.undoing.forgetFormerFacts([...films], undoing.batchId);
  for (const film of films) {
    await reshape(writer, film, undoing.now);
    undoing.films.add(film);
  }
}

/** Credits and external ids of films that stay because they were there before. */
async function takeBackTies(writer: Writer, changes: Change[], undoing: Undoing): Promise<void> {
  for (const change of changes) {
    const row = await writer.batches.stored(change.table, change.key);
    const filmId = String(row?.film_id ?? row?.thing_id ?? '');
    if (!row || undoing.keptFilms.has(filmId)) continue;
    undoing.films.add(filmId);
    if ((await standing(writer, change, row)) === 'became') {
      await writer.batches.removeStored(change.table, change.key);
      undoing.report.removed += 1;
    } else await keep(writer, undoing, 'fact', filmId, 'changed', row);
  }
}

async function takeBackPeople(writer: Writer, changes: Change[], undoing: Undoing): Promise<void> {
  const used = await writer.batches.undoing.usedPeople(changes.map(idOf));
  const gone = await goneAndKept(writer, undoing, 'person', changes, used);
  await writer.batches.undoing.removePeople(gone);
}

const TABLES = { author: 'authors', film: 'films', person: 'people' } as const;

/** Tells what of a batch's own things can go from what was changed since or is used; keeps and names the rest. */
async function goneAndKept(
  writer: Writer,
  undoing: Undoing,
  what: keyof typeof TABLES,
  changes: readonly Change[],
  used: ReadonlySet<string>,
): Promise<string[]> {
  const rows = await writer.batches.undoing.rows(TABLES[what], changes.map(idOf));
  const gone: string[] = [];
  const kept: string[] = [];
  for (const change of changes) {
    const id = idOf(change);
    const row = rows.get(id);
    if (!row) continue;
    const changed = (await standing(writer, change, row)) === 'other';
    if (!changed && !used.has(id)) {
      gone.push(id);
      continue;
    }
    kept.push(id);
    if (what === 'film') undoing.keptFilms.add(id);
    await keep(writer, undoing, what, id, changed ? 'changed' : 'used', row);
  }
  await writer.batches.undoing.release(TABLES[what], kept);
  undoing.report.removed += gone.length;
  return gone;
}
