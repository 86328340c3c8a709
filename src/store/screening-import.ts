import type { ReadDb, WriteDb } from './engines/engine.ts';
import { newId } from './ids.ts';
import type { ScreeningImportState, ScreeningImportsTable } from './schema.ts';
import type { Screening } from './screening.ts';

/** One screening that an import touched: as it was, and as it became. */
export interface ScreeningChange {
  before: Screening | null;
  after: Screening;
}

/** A file of screenings. `rows` and `report` are the shapes of interchange/screenings. */
export interface ScreeningImport {
  id: string;
  memberId: string;
  name: string;
  state: ScreeningImportState;
  rows: unknown;
  /** What was decided: films by the name the file has for them, and the venue where it names none. */
  choices: Record<string, string>;
  report: unknown;
  changes: ScreeningChange[];
  created: number;
}

export function screeningImportReader(db: ReadDb) {
  return {
    async byId(id: string): Promise<ScreeningImport | null> {
      const row = await db
        .selectFrom('screening_imports')
        .selectAll()
        .where('id', '=', id)
        .executeTakeFirst();
      return row ? importOf(row) : null;
    },
    /** The latest files by name, those that were only looked at left out. */
    async latest(limit: number): Promise<Pick<ScreeningImport, 'id' | 'name' | 'state' | 'created'>[]> {
      return db
        .selectFrom('screening_imports')
        .select(['id', 'name', 'state', 'created'])
        .where('state', '!=', 'looked')
        .orderBy('id', 'desc')
        .limit(limit)
        .execute();
    },
    /** What was decided for the latest files, the latest last. */
    async choices(limit: number): Promise<Record<string, string>[]> {
      const rows = await db
        .selectFrom('screening_imports')
        .select('choices')
        .where('state', '=', 'done')
        .orderBy('id', 'desc')
        .limit(limit)
        .execute();
      return rows.reverse().map((row) => JSON.parse(row.choices) as Record<string, string>);
    },
  };
}

export function screeningImportWriter(db: WriteDb) {
  return {
    /** Keeps a file that was read; what its bringer only looked at before is let go of. */
    async add(one: Pick<ScreeningImport, 'memberId' | 'name' | 'rows'>, now: number): Promise<string> {
      await db
        .deleteFrom('screening_imports')
        .where('member_id', '=', one.memberId)
        .where('state', '=', 'looked')
        .execute();
      const id = newId(now);
      const rows = JSON.stringify(one.rows);
      await db
        .insertInto('screening_imports')
        .values({ id, member_id: one.memberId, name: one.name, state: 'looked', rows, ...NONE, created: now })
        .execute();
      return id;
    },
    async set(
      id: string,
      change: Partial<Pick<ScreeningImport, 'state' | 'choices' | 'report' | 'changes'>>,
    ) {
      const { state, choices, report, changes } = change;
      await db
        .updateTable('screening_imports')
        .set({
          ...(state && { state }),
          ...(choices && { choices: JSON.stringify(choices) }),
          ...(report !== undefined && { report: JSON.stringify(report) }),
          ...(changes && { changes: JSON.stringify(changes) }),
        })
        .where('id', '=', id)
        .execute();
    },
    async remove(id: string): Promise<void> {
      await db.deleteFrom('screening_imports').where('id', '=', id).execute();
    },
  };
}

const NONE = { choices: '{}', report: null, changes: '[]' };

function importOf(row: ScreeningImportsTable): ScreeningImport {
  const { id, name, state, created } = row;
  return {
    id,
    memberId: row.member_id,
    name,
    state,
    rows: JSON.parse(row.rows),
    choices: JSON.parse(row.choices) as Record<string, string>,
    report: row.report === null ? null : JSON.parse(row.report),
    changes: JSON.parse(row.changes) as ScreeningChange[],
    created,
  };
}
