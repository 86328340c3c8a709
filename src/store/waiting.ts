import type { ReadDb, WriteDb } from './engines/engine.ts';
import { newId } from './ids.ts';

/** A stranger's review that waits for the mailed link to be opened. `form` is what they typed, as sent. */
export interface WaitingReview {
  id: string;
  filmId: string;
  email: string;
  name: string;
  form: Record<string, unknown>;
  language: string;
  created: number;
  expires: number;
  entryId: string | null;
}

export function waitingReader(db: ReadDb) {
  const waiting = () =>
    db
      .selectFrom('waiting_reviews')
      .select(['id', 'film_id as filmId', 'email', 'name', 'form', 'language', 'created', 'expires'])
      .select('entry_id as entryId');
  return {
    /** By the SHA-256 of the mailed token. */
    async byTokenHash(hash: string): Promise<WaitingReview | null> {
      const row = await waiting().where('token_hash', '=', hash).executeTakeFirst();
      return row ? { ...row, form: JSON.parse(row.form) as Record<string, unknown> } : null;
    },
    /** How many reviews wait for this address, sent since an instant. */
    async countFor(email: string, since: number): Promise<number> {
      const row = await db
        .selectFrom('waiting_reviews')
        .select((eb) => eb.fn.countAll<number>().as('n'))
        .where('email', '=', email)
        .where('created', '>', since)
        .executeTakeFirstOrThrow();
      return Number(row.n);
    },
  };
}

export function waitingWriter(db: WriteDb) {
  return {
    async add(
      input: Omit<WaitingReview, 'id' | 'entryId' | 'created'> & { tokenHash: string },
      now: number,
    ): Promise<string> {
      const id = newId(now);
      await db
        .insertInto('waiting_reviews')
        .values({
          id,
          token_hash: input.tokenHash,
          film_id: input.filmId,
          email: input.email,
          name: input.name,
          form: JSON.stringify(input.form),
          language: input.language,
          created: now,
          expires: input.expires,
          entry_id: null,
        })
        .execute();
      return id;
    },
    async became(id: string, entryId: string): Promise<void> {
      await db.updateTable('waiting_reviews').set({ entry_id: entryId }).where('id', '=', id).execute();
    },
    /** Forgets waiting reviews whose time has passed and that were never published. */
    async sweep(now: number): Promise<void> {
      await db
        .deleteFrom('waiting_reviews')
        .where('expires', '<', now)
        .where('entry_id', 'is', null)
        .execute();
    },
  };
}
