import { sql } from 'kysely';
import type { SearchEngine, WriteDb } from '../engines/engine.ts';

/**
 * A tag as it is looked for and stands in addresses: however it is capitalised, spaced or composed, and with or
 * without a number sign before it.
 */
export function tagKey(tag: string): string {
  const line = tag.normalize('NFC').replace(/\s+/gu, ' ').trim().toLowerCase();
  return line.replace(/^#+\s*(?=.)/u, '');
}

/** Brings the tags of entries in line with what the entries say; those of no entry any more are gone with it. */
export async function indexTags(db: WriteDb, engine: SearchEngine, ids: readonly string[]): Promise<void> {
  await db.deleteFrom('search_tags').where('entry_id', 'in', ids).execute();
  const entries = await db
    .selectFrom('entries')
    .select(['id', 'author_id', 'tags', 'written_key'])
    .where('id', 'in', ids)
    .where('tags', '<>', '[]')
    .execute();
  const rows = entries.flatMap((entry) => {
    const keys = new Set((JSON.parse(entry.tags) as string[]).map(tagKey));
    keys.delete('');
    return [...keys].map((tag) => [entry.id, tag, entry.author_id, entry.written_key]);
  });
  if (rows.length === 0) return;
  const columns = { entry_id: 'text', tag: 'text', author_id: 'text', written_key: 'text' } as const;
  await sql`insert into search_tags (entry_id, tag, author_id, written_key)
    select entry_id, tag, author_id, written_key from ${engine.given(columns, rows)}`.execute(db);
}
