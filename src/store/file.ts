import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { ReadDb, WriteDb } from './engines/engine.ts';

/** How a before-image of a film that was taken away is known by the file one of its pictures needs. */
export function awayKey(hash: string): string {
  return JSON.stringify({ table: 'picture_files', hash });
}

/** That nothing needs a file: no upload, no picture, and no picture of a film that can still be brought back. */
function needless(): RawBuilder<SqlBool> {
  const [before, behind] = awayKey('|').split('|') as [string, string];
  return sql<SqlBool>`not exists (select 1 from upload_files where upload_files.hash = files.hash)
    and not exists (select 1 from picture_files where picture_files.hash = files.hash)
    and not exists (select 1 from changes join batches on batches.id = changes.batch_id
      where changes.table_name = 'film_rows' and batches.state <> 'undone'
      and changes.row_key = ${sql.lit(before)} || files.hash || ${sql.lit(behind)})`;
}

/** That nobody holds a file who may come to need it, and nobody is taking it away. */
function free(now: number): RawBuilder<SqlBool> {
  return sql<SqlBool>`(held = 0 or held_until < ${now}) and (leaving is null or leaving < ${now})`;
}

export function fileReader(db: ReadDb) {
  return {
    /**
     * Looks through the files in the order of their hashes.
     *
     * @returns those nothing needs, and the last that was looked at; null where there are none behind it
     */
    async needless(
      after: string,
      limit: number,
      now: number,
    ): Promise<{ hashes: string[]; last: string | null }> {
      const rows = await db
        .selectFrom('files')
        .select('hash')
        .select(sql<number>`case when ${needless()} and ${free(now)} then 1 else 0 end`.as('needless'))
        .where('hash', '>', after)
        .orderBy('hash')
        .limit(limit)
        .execute();
      const hashes = rows.filter((row) => row.needless === 1).map(({ hash }) => hash);
      return { hashes, last: rows.length < limit ? null : (rows.at(-1)?.hash ?? null) };
    },
  };
}

/** How files come and go. A file is held before its bytes are put down, and marked before they are taken away. */
export function fileWriter(db: WriteDb) {
  return {
    ...fileReader(db),
    /**
     * Holds a file for somebody who is about to need it; each hold is let go of by `letGo` or by time.
     *
     * @returns false while it is being taken away: it has to be waited for
     */
    async hold(file: { hash: string; size: number }, until: number, now: number): Promise<boolean> {
      const { rows } = await sql`
        insert into files (hash, type, size, created, held, held_until)
        values (${file.hash}, 'application/octet-stream', ${file.size}, ${now}, 1, ${until})
        on conflict (hash) do update set held = files.held + 1, held_until = excluded.held_until
        where files.leaving is null or files.leaving < ${now}
        returning hash`.execute(db);
      return rows.length > 0;
    },
    /** Lets go of one hold for each mention of a file, as whoever recorded that it is needed does, or gave up. */
    async letGo(hashes: readonly string[]): Promise<void> {
      await letGo(db, hashes);
    },
    /**
     * Marks those of some files that nothing needs and nobody holds as being taken away until an instant, after which
     * whoever marked them is taken for dead.
     *
     * @returns those that were marked
     */
    async leave(hashes: readonly string[], until: number, now: number): Promise<string[]> {
      if (hashes.length === 0) return [];
      // Waits for whoever is recording a need of one, so that the next statement sees it.
      await sql`update files set held = held where hash in (${sql.join(hashes)})`.execute(db);
      const rows = await db
        .updateTable('files')
        .set({ leaving: until })
        .where('hash', 'in', hashes)
        .where(needless())
        .where(free(now))
        .returning('hash')
        .execute();
      return rows.map(({ hash }) => hash);
    },
    /** Forgets files whose bytes were taken away by whoever marked them so. */
    async forget(hashes: readonly string[], until: number): Promise<void> {
      if (hashes.length === 0) return;
      await db.deleteFrom('files').where('hash', 'in', hashes).where('leaving', '=', until).execute();
    },
    /** Lets files stay that were marked and not touched. */
    async stay(hashes: readonly string[], until: number): Promise<void> {
      if (hashes.length === 0) return;
      await db
        .updateTable('files')
        .set({ leaving: null })
        .where('hash', 'in', hashes)
        .where('leaving', '=', until)
        .execute();
    },
  };
}

/** Lets go of one hold for each mention of a file. */
export async function letGo(db: WriteDb, hashes: readonly string[]): Promise<void> {
  const times = Map.groupBy(
    Map.groupBy(hashes, (hash) => hash),
    ([, each]) => each.length,
  );
  for (const [holds, of] of times)
    await db
      .updateTable('files')
      .set({ held: sql<number>`case when held > ${holds} then held - ${holds} else 0 end` })
      .where(
        'hash',
        'in',
        of.map(([hash]) => hash),
      )
      .execute();
}
