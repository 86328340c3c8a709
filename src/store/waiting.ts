import { sql } from 'kysely';
import type { ReadDb, WriteDb } from './engines/engine.ts';
import { newId } from './ids.ts';

/**
 * A review that waits to be published: kept from the first time its form was sent, with a name and an address
 * once its writer gave them. `form` is what they typed, field by field, as sent.
 */
export interface WaitingReview {
  id: string;
  filmId: string;
  /** Null until its writer gave one, and again once the review is published. */
  email: string | null;
  name: string | null;
  form: Record<string, string>;
  /** The language its writer reads the site in. */
  language: string;
  created: number;
  /** Until when the mailed link is good. */
  expires: number;
  /** The entry it became. */
  entryId: string | null;
}

/** How long after its link has run out a review that waits is still shown to whoever holds the link. */
const AFTERMATH = 30 * 86_400_000;

export function waitingReader(db: ReadDb) {
  const waiting = () =>
    db
      .selectFrom('waiting_reviews')
      .innerJoin('films', 'films.id', 'waiting_reviews.film_id')
      .select([
        'waiting_reviews.id',
        'email',
        'name',
        'form',
        'language',
        'waiting_reviews.created',
        'expires',
      ])
      // Of a film that was merged into another since, it is about the other.
      .select((eb) => ['entry_id as entryId', eb.fn.coalesce('films.canonical_id', 'films.id').as('filmId')]);
  const read = (row: (Omit<WaitingReview, 'form'> & { form: string }) | undefined): WaitingReview | null =>
    row ? { ...row, form: JSON.parse(row.form) as Record<string, string> } : null;
  return {
    /** By the SHA-256 of the token in the address of its own page. */
    async byTokenHash(hash: string): Promise<WaitingReview | null> {
      return read(await waiting().where('token_hash', '=', hash).executeTakeFirst());
    },
    /** By the SHA-256 of the token in the mailed link. */
    async byMailHash(hash: string): Promise<WaitingReview | null> {
      return read(await waiting().where('mail_hash', '=', hash).executeTakeFirst());
    },
    /** The entry one became; null while it waits. */
    async entryOf(id: string): Promise<string | null> {
      const row = await db
        .selectFrom('waiting_reviews')
        .select('entry_id as id')
        .where('id', '=', id)
        .executeTakeFirst();
      return row?.id ?? null;
    },
    /** How many wait; counted by an index, without a look at their words. */
    async open(): Promise<number> {
      const row = await db
        .selectFrom('waiting_reviews')
        .select((eb) => eb.fn.countAll<number>().as('n'))
        .where('entry_id', 'is', null)
        .executeTakeFirstOrThrow();
      return Number(row.n);
    },
    /** How many links were mailed to this address since an instant. */
    async mailsTo(email: string, since: number): Promise<number> {
      const row = await db
        .selectFrom('waiting_mails')
        .select((eb) => eb.fn.countAll<number>().as('n'))
        .where('email', '=', email)
        .where('sent', '>', since)
        .executeTakeFirstOrThrow();
      return Number(row.n);
    },
  };
}

export function waitingWriter(db: WriteDb) {
  return {
    async add(
      input: Pick<WaitingReview, 'filmId' | 'form' | 'language' | 'expires'> & { tokenHash: string },
      now: number,
    ): Promise<string> {
      const id = newId(now);
      await db
        .insertInto('waiting_reviews')
        .values({
          id,
          token_hash: input.tokenHash,
          mail_hash: null,
          film_id: input.filmId,
          email: null,
          name: null,
          form: JSON.stringify(input.form),
          language: input.language,
          created: now,
          expires: input.expires,
          entry_id: null,
        })
        .execute();
      return id;
    },
    /** Replaces the words of one that still waits. */
    async change(id: string, form: Record<string, string>, expires: number): Promise<void> {
      await db
        .updateTable('waiting_reviews')
        .set({ form: JSON.stringify(form), expires })
        .where('id', '=', id)
        .where('entry_id', 'is', null)
        .execute();
    },
    /** Notes who wrote it. A link to a former address is good no more. */
    async address(
      id: string,
      to: { email: string; name: string; mailHash: string; expires: number },
    ): Promise<void> {
      await db
        .updateTable('waiting_reviews')
        .set({ email: to.email, name: to.name, mail_hash: to.mailHash, expires: to.expires })
        .where('id', '=', id)
        .where('entry_id', 'is', null)
        .execute();
    },
    /** Notes that a link is mailed to an address. */
    async mailed(email: string, now: number): Promise<void> {
      await db
        .insertInto('waiting_mails')
        .values({ id: newId(now), email, sent: now })
        .execute();
    },
    /**
     * Takes hold of one that still waits until the transaction ends, so that two who open its link at once do not
     * both publish it; false when it was published.
     */
    async hold(id: string): Promise<boolean> {
      const row = await db
        .updateTable('waiting_reviews')
        .set({ expires: sql<number>`expires` })
        .where('id', '=', id)
        .where('entry_id', 'is', null)
        .returning('id')
        .executeTakeFirst();
      return row !== undefined;
    },
    /** Notes the entry it became, and forgets its words, its writer's name and address. */
    async became(id: string, entryId: string): Promise<void> {
      await db
        .updateTable('waiting_reviews')
        .set({ entry_id: entryId, email: null, name: null, form: '{}' })
        .where('id', '=', id)
        .execute();
    },
    /** Forgets one, and what was typed in it. */
    async remove(id: string): Promise<void> {
      await db.deleteFrom('waiting_reviews').where('id', '=', id).where('entry_id', 'is', null).execute();
    },
    /** Forgets those that nobody has given an address for and that were begun before an instant. */
    async forgetUnaddressed(before: number): Promise<void> {
      await db
        .deleteFrom('waiting_reviews')
        .where('entry_id', 'is', null)
        .where('mail_hash', 'is', null)
        .where('created', '<', before)
        .execute();
    },
    /** Forgets what nobody came back for: unaddressed ones at once, mailed ones some weeks after their link ran out. */
    async sweep(now: number): Promise<void> {
      await db
        .deleteFrom('waiting_reviews')
        .where((eb) =>
          eb.or([
            eb('expires', '<', now - AFTERMATH),
            eb.and([eb('expires', '<', now), eb('mail_hash', 'is', null)]),
          ]),
        )
        .execute();
      await db
        .deleteFrom('waiting_mails')
        .where('sent', '<', now - AFTERMATH)
        .execute();
    },
  };
}
