import type { Change } from '../domain/import.ts';
import type { Writer } from '../domain/reader.ts';
import { idOf, keep, standing, type Undoing, whereabouts } from './undoing.ts';

/** Lists a batch made go with their places; those it changed are put back, but for what somebody changed since. */
export async function takeBackLists(writer: Writer, changes: Change[], undoing: Undoing): Promise<void> {
  for (const change of changes) {
    const id = idOf(change);
    const row = await writer.batches.stored('lists', change.key);
    if (!row) continue;
    const stands = await standing(writer, change, row);
    if (stands === 'was') continue;
    if (stands === 'other') {
      undoing.keptLists.add(id);
      await writer.batches.undoing.handOn(undoing.batchId, change);
      if (change.was === null) await writer.batches.undoing.release('lists', [id]);
      await keep(writer, undoing, 'list', id, 'changed', row);
    } else if (change.was === null) {
      await writer.batches.undoing.removeList(id);
      undoing.report.removed += 1;
    } else {
      await writer.batches.putBack('lists', change.key, change.was);
      undoing.report.restored += 1;
    }
  }
}

/** The places on lists that stay: back to what they were, where nobody has moved them since. */
export async function takeBackPlaces(writer: Writer, changes: Change[], undoing: Undoing): Promise<void> {
  for (const change of changes) {
    const listId = String(change.key.list_id);
    if (undoing.keptLists.has(listId) || !(await writer.batches.stored('lists', { id: listId }))) continue;
    const { key, row } = await whereabouts(writer, undoing, change);
    // A film that was merged since stands on the list as what it is part of.
    const now = row && { ...row, film_id: change.key.film_id ?? null };
    if ((await standing(writer, change, now)) !== 'became') {
      await writer.batches.undoing.handOn(undoing.batchId, change);
      continue;
    }
    if (change.was !== null) await writer.batches.putBack('list_items', key, { ...change.was, ...key });
    else await writer.batches.removeStored('list_items', key);
  }
}

/** Rows that are only ever made, and that nothing hangs on. */
export async function takeBackRows(writer: Writer, changes: Change[], undoing: Undoing): Promise<void> {
  for (const change of changes) {
    if (!(await writer.batches.stored(change.table, change.key))) continue;
    await writer.batches.removeStored(change.table, change.key);
    undoing.report.removed += 1;
  }
}

/** What was said of somebody: as it was before, unless they have said something since. */
export async function takeBackProfiles(writer: Writer, changes: Change[], undoing: Undoing): Promise<void> {
  for (const change of changes) {
    const row = await writer.batches.stored('profiles', change.key);
    const stands = await standing(writer, change, row);
    if (stands === 'was') continue;
    if (stands === 'other') {
      await writer.batches.undoing.handOn(undoing.batchId, change);
      const id = String(change.key.author_id);
      if (row) await keep(writer, undoing, 'profile', id, 'changed', change.key);
    } else if (change.was === null) {
      await writer.batches.removeStored('profiles', change.key);
      undoing.report.removed += 1;
    } else {
      await writer.batches.putBack('profiles', change.key, change.was);
      undoing.report.restored += 1;
    }
  }
}
