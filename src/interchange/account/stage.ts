import { insertFilms } from '../../domain/new-film.ts';
import type { Writer } from '../../domain/reader.ts';
import { factsOfFile } from '../stage-films.ts';
import { stageComments } from './comments.ts';
import { type AccountStaging, stageEntries } from './entries.ts';
import type { AccountFilm } from './films.ts';
import { stageList } from './lists.ts';
import type { Owner, Place } from './owner.ts';
import type { RecordPlan, WaitingRecord } from './plan.ts';
import type { SlicePlan } from './walk.ts';

/** Makes the author of an account that nobody here has claimed. */
export async function stageOwner(
  writer: Writer,
  owner: Owner,
  place: Place,
  { batchId, now }: AccountStaging,
): Promise<void> {
  if (!owner.made) return;
  await writer.batches.staging.insert(batchId, 'authors', [
    {
      id: owner.authorId,
      name: owner.name,
      source: place.source,
      key: owner.key,
      link: owner.link,
      place: place.name,
      canonical_id: null,
      batch_id: batchId,
      created: now,
    },
  ]);
}

/** Writes what a slice of records makes, invisible until the batch is shown, and the rows of the report. */
export async function stageAccount(
  writer: Writer,
  owner: Owner,
  place: Place,
  slice: SlicePlan,
  staging: AccountStaging,
): Promise<void> {
  await stageFilms(writer, slice.films, staging);
  await writer.batches.staging.insertExternalIds(
    staging.batchId,
    slice.links.map(({ filmId, scheme, value }) => ({
      thing_id: filmId,
      scheme,
      value,
      kind: 'film' as const,
      batch_id: staging.batchId,
    })),
  );
  await stageEntries(writer, owner, place, slice.entries, staging);
  for (const list of slice.lists) await stageList(writer, owner, place, list, staging);
  await stageComments(writer, owner, slice.comments, staging);
  await writer.batches.addRows(
    staging.batchId,
    slice.plans.map((plan) => ({
      file: plan.row.file,
      row: plan.row.row,
      outcome: plan.outcome,
      code: plan.code,
      message: plan.code === null ? null : JSON.stringify(plan.details),
      targetId: plan.targetId,
      plan: laterOf(plan, owner, slice.saysRatings),
    })),
  );
}

/** What a record does once its batch is shown, or what it waits for. */
function laterOf(
  { outcome, row, candidates, later }: RecordPlan,
  { authorId, memberId }: Owner,
  saysRatings: boolean,
): Record<string, unknown> | null {
  if (outcome !== 'unmatched') return later && { account: later };
  return { candidates, account: row, as: { authorId, memberId, saysRatings } } satisfies WaitingRecord;
}

async function stageFilms(
  writer: Writer,
  films: readonly AccountFilm[],
  { batchId, now }: AccountStaging,
): Promise<void> {
  const made = films.map(({ id, title, year }) => ({ id, facts: factsOfFile({ title, year }) }));
  await insertFilms(writer, made, { source: 'import', batchId, now });
}
