import type { ReadDb, WriteDb } from './engines/engine.ts';
import { newId } from './ids.ts';
import type { ReportsTable } from './schema.ts';

/** What somebody asked about a review: `mine` wants it changed or removed, `report` points at a fault. */
export interface Report {
  id: string;
  entryId: string;
  kind: ReportsTable['kind'];
  reason: string;
  message: string;
  contact: string | null;
  state: ReportsTable['state'];
  created: number;
  filmTitle: string;
  filmSlug: string;
  authorName: string;
}

export function reportReader(db: ReadDb) {
  const report = () =>
    db
      .selectFrom('reports')
      .innerJoin('entries', 'entries.id', 'reports.entry_id')
      .innerJoin('films', 'films.id', 'entries.film_id')
      .innerJoin('authors', 'authors.id', 'entries.author_id')
      .select(['reports.id', 'reports.entry_id as entryId', 'reports.kind', 'reports.reason'])
      .select(['reports.message', 'reports.contact', 'reports.state', 'reports.created'])
      .select(['films.title as filmTitle', 'films.slug as filmSlug', 'authors.name as authorName']);
  return {
    async byId(id: string): Promise<Report | null> {
      return (await report().where('reports.id', '=', id).executeTakeFirst()) ?? null;
    },
    /** What is still to be decided about one review. */
    async openAbout(entryId: string): Promise<Report[]> {
      return report()
        .where('reports.entry_id', '=', entryId)
        .where('reports.state', '=', 'open')
        .orderBy('reports.id')
        .execute();
    },
    async open(limit: number): Promise<Report[]> {
      return report().where('reports.state', '=', 'open').orderBy('reports.id').limit(limit).execute();
    },
  };
}

export function reportWriter(db: WriteDb) {
  return {
    async add(
      input: Pick<Report, 'entryId' | 'kind' | 'reason' | 'message' | 'contact'>,
      now: number,
    ): Promise<string> {
      const id = newId(now);
      await db
        .insertInto('reports')
        .values({
          id,
          entry_id: input.entryId,
          kind: input.kind,
          reason: input.reason,
          message: input.message,
          contact: input.contact,
          state: 'open',
          created: now,
          decided: null,
          decided_by: null,
        })
        .execute();
      return id;
    },
    async decide(id: string, state: 'kept' | 'removed', memberId: string | null, now: number): Promise<void> {
      await db
        .updateTable('reports')
        .set({ state, decided: now, decided_by: memberId })
        .where('id', '=', id)
        .execute();
    },
  };
}
