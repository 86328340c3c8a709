import type { StoredRow } from '../../domain/import.ts';
import { listWords } from '../../domain/list.ts';
import type { Reader, Visibility, Writer } from '../../domain/reader.ts';
import { freeSlug, slugOf } from '../../domain/slug.ts';
import type { AccountFilm } from './films.ts';
import type { ItemRow, ListChange, ListRow } from './later.ts';
import { keyOf, type Owner, type Place } from './owner.ts';
import type { RecordPlan } from './plan.ts';
import type { ListFacts, ListItemFacts } from './rows.ts';

/** A list to be made, with its films. */
export interface NewListRows {
  id: string;
  slug: string;
  key: string;
  removed: boolean;
  list: ListRow;
  items: ItemRow[];
}

/** One list of an export with its films, as far as these could be told. */
export interface ListRecords {
  head: { plan: RecordPlan; facts: ListFacts };
  items: { plan: RecordPlan; film: AccountFilm; facts: ListItemFacts }[];
}

/** Settles one list: made, changed, or as it was. A film stands on a list once. */
export async function settleList(
  reader: Reader,
  owner: Owner,
  place: Place,
  { head, items }: ListRecords,
  mint: () => string,
  taken: Set<string>,
): Promise<NewListRows | null> {
  const { facts, plan } = head;
  const key = keyOf(owner, place, 'list', [facts.link ?? facts.list]);
  const list = listRow(facts);
  const rows = itemRows(items);
  const known = owner.made ? null : await reader.batches.known.list(key);
  if (!known) {
    const wanted = slugOf(facts.name) || 'list';
    const isTaken = (slug: string) => reader.lists.slugTaken(owner.authorId, slug);
    const slug = await freeSlug(wanted, async (one) => taken.has(one) || (await isTaken(one)));
    taken.add(slug);
    const id = mint();
    for (const one of [head, ...items]) Object.assign(one.plan, { outcome: 'created', targetId: id });
    return { id, slug, key, removed: plan.row.removed, list, items: rows };
  }
  const before = new Map(known.items.map((item) => [item.film_id, item]));
  for (const one of [head, ...items]) one.plan.targetId = known.list.id;
  for (const item of items) {
    const was = before.get(item.film.id);
    const now = rows.find((row) => row.film_id === item.film.id);
    if (!was) item.plan.outcome = 'created';
    else if (now && (was.position !== now.position || was.note !== now.note)) item.plan.outcome = 'updated';
  }
  const headSame = Object.entries(list).every(([name, value]) => known.list[name as keyof ListRow] === value);
  const itemsSame =
    known.items.length === rows.length &&
    rows.every((row) => {
      const was = before.get(row.film_id);
      return was?.position === row.position && was.note === row.note;
    });
  if (headSame && itemsSame) return null;
  plan.outcome = 'updated';
  plan.later = { list: { listId: known.list.id, list, items: rows } };
  return null;
}

function listRow({ name, description, tags, link, made }: ListFacts): ListRow {
  const words = description === null ? null : listWords(description, 'lbml');
  return {
    title: name,
    description: words?.source ?? null,
    description_html: words?.html ?? null,
    tags: JSON.stringify(tags),
    link,
    written: made,
  };
}

function itemRows(items: readonly Pick<ListRecords['items'][number], 'film' | 'facts'>[]): ItemRow[] {
  const rows = new Map<string, ItemRow>();
  for (const { film, facts } of items) {
    if (rows.has(film.id)) continue;
    const words = facts.note === null ? null : listWords(facts.note, 'lbml');
    rows.set(film.id, {
      film_id: film.id,
      position: facts.position ?? rows.size + 1,
      note: words?.source ?? null,
      note_html: words?.html ?? null,
    });
  }
  return [...rows.values()];
}

/** Writes a list with its films, invisible until the batch is shown. */
export async function stageList(
  writer: Writer,
  owner: Owner,
  place: Place,
  made: NewListRows,
  staging: { batchId: string; visibility: Visibility; now: number },
): Promise<void> {
  const { batchId, now } = staging;
  const { staging: store } = writer.batches;
  const { description } = made.list;
  await store.insert(batchId, 'lists', [
    {
      id: made.id,
      author_id: owner.authorId,
      slug: made.slug,
      ...made.list,
      description_format: description === null ? null : 'lbml',
      // An export does not say whether its order is a ranking.
      ranked: 0,
      visibility: made.removed ? 'me' : staging.visibility,
      source: place.source,
      key: made.key,
      batch_id: batchId,
      created: now,
      updated: now,
    },
  ]);
  await store.insert(batchId, 'list_items', itemsOf(made.id, made.items, batchId));
}

/** Puts a film on a list that is there, where it does not stand on it yet; false where it does. */
export async function addItem(
  writer: Writer,
  batchId: string,
  listId: string,
  film: AccountFilm,
  facts: ListItemFacts,
): Promise<boolean> {
  const there = await writer.lists.rows(listId);
  if (there.some((row) => row.film_id === film.id)) return false;
  const last = Math.max(0, ...there.map(({ position }) => position));
  const rows = itemRows([{ film, facts: { ...facts, position: facts.position ?? last + 1 } }]);
  await writer.batches.staging.insert(batchId, 'list_items', itemsOf(listId, rows, batchId));
  return true;
}

function itemsOf(listId: string, items: readonly ItemRow[], batchId: string) {
  return items.map((item) => ({
    list_id: listId,
    ...item,
    note_format: item.note === null ? null : ('lbml' as const),
    batch_id: batchId,
  }));
}

/** Changes a list that was there before, and records how it was. */
export async function changeList(
  writer: Writer,
  batchId: string,
  { listId, list, items }: ListChange,
  now: number,
): Promise<void> {
  const was = await writer.batches.stored('lists', { id: listId });
  if (!was) return;
  const description_format = list.description === null ? null : 'lbml';
  await writer.batches.putBack('lists', { id: listId }, { ...list, description_format, updated: now });
  const before = new Map((await writer.lists.rows(listId)).map((row) => [row.film_id, row]));
  const changes: { table: 'list_items'; key: StoredRow; was: StoredRow | null }[] = [];
  for (const row of itemsOf(listId, items, batchId)) {
    const old = before.get(row.film_id);
    before.delete(row.film_id);
    if (old && old.position === row.position && old.note === row.note) continue;
    const key = { list_id: listId, film_id: row.film_id };
    await writer.batches.putBack('list_items', key, row);
    changes.push({ table: 'list_items', key, was: (old as unknown as StoredRow) ?? null });
  }
  for (const old of before.values()) {
    const key = { list_id: listId, film_id: old.film_id };
    await writer.batches.removeStored('list_items', key);
    changes.push({ table: 'list_items', key, was: old as unknown as StoredRow });
  }
  await writer.batches.record(batchId, [{ table: 'lists', key: { id: listId }, was }, ...changes]);
}
