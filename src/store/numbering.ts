import type { WriteDb } from './engines/engine.ts';

/** The next number of a batch's own rows or changes. */
export async function nextNumber(db: WriteDb, table: 'batch_rows' | 'changes', batchId: string) {
  const row = await db
    .selectFrom(table)
    .select((eb) => eb.fn.max('number').as('last'))
    .where('batch_id', '=', batchId)
    .executeTakeFirst();
  return Number(row?.last ?? 0) + 1;
}
