import { type Kysely, sql } from 'kysely';

/**
 * A review's rights bear the batch they came with as long as that batch's word is what holds of them. Where a later
 * hand has said otherwise of one review alone, they bear none, so that what is said of the whole batch afterwards
 * leaves it as it is.
 */
export async function rightsSaidAlone(db: Kysely<unknown>): Promise<void> {
  const { rows: said } = await sql<{ batch_id: string; allowed: string; report: string }>`
    select came.batch_id, came.allowed, batches.report
    from (select distinct batch_id, allowed from rights where batch_id is not null) as came
    join batches on batches.id = came.batch_id`.execute(db);
  for (const { batch_id, allowed, report } of said) {
    const { allowed: word = ['here'] } = JSON.parse(report) as { allowed?: string[] };
    if (allowed === JSON.stringify(word)) continue;
    await sql`update rights set batch_id = null where batch_id = ${batch_id} and allowed = ${allowed}`.execute(
      db,
    );
  }
}
