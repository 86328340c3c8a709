import type { ReadDb, WriteDb } from './engines/engine.ts';
import { inOrder, newId } from './ids.ts';
import type { Outside } from './rights.ts';
import type { Role } from './schema.ts';

/** Somebody with an account here. `name` is their author's. */
export interface Member {
  id: string;
  accountId: string | null;
  authorId: string;
  username: string;
  name: string;
  role: Role;
  created: number;
}

/** What of somebody's reviews may stand outside, in strips or on posters. */
export type LetsOut = 'all' | 'none';

export function memberReader(db: ReadDb) {
  const member = () =>
    db
      .selectFrom('members')
      .innerJoin('authors', 'authors.id', 'members.author_id')
      .select([
        'members.id',
        'members.account_id as accountId',
        'members.author_id as authorId',
        'members.username',
        'authors.name',
        'members.role',
        'members.created',
      ]);
  return {
    async byId(id: string): Promise<Member | null> {
      return (await member().where('members.id', '=', id).executeTakeFirst()) ?? null;
    },
    async byAccount(accountId: string): Promise<Member | null> {
      return (await member().where('members.account_id', '=', accountId).executeTakeFirst()) ?? null;
    },
    async byUsername(username: string): Promise<Member | null> {
      return (await member().where('members.username', '=', username).executeTakeFirst()) ?? null;
    },
    /** Members by id, in the order asked. */
    async byIds(ids: readonly string[]): Promise<Member[]> {
      return ids.length === 0 ? [] : inOrder(ids, await member().where('members.id', 'in', ids).execute());
    },
    /** Whether a username is or was somebody's. */
    async usernameTaken(username: string): Promise<boolean> {
      const present = await db
        .selectFrom('members')
        .select('id')
        .where('username', '=', username)
        .executeTakeFirst();
      return present !== undefined || (await this.formerly(username)) !== null;
    },
    /** The member who went by this username before, by id. */
    async formerly(username: string): Promise<string | null> {
      const row = await db
        .selectFrom('redirects')
        .select('target_id')
        .where('kind', '=', 'member')
        .where('slug', '=', username)
        .executeTakeFirst();
      return row?.target_id ?? null;
    },
    /** How many owners there are. */
    async owners(): Promise<number> {
      const row = await db
        .selectFrom('members')
        .select((eb) => eb.fn.countAll<number>().as('n'))
        .where('role', '=', 'owner')
        .executeTakeFirstOrThrow();
      return Number(row.n);
    },
    /** The owner, or the first of several; null before first run is done. */
    async owner(): Promise<Member | null> {
      return (
        (await member().where('members.role', '=', 'owner').orderBy('members.id').executeTakeFirst()) ?? null
      );
    },
    /** What they said of all they wrote: all of it may stand there, none of it; null when neither. */
    async letsOut(id: string, where: Outside): Promise<LetsOut | null> {
      const row = await db.selectFrom('members').select('settings').where('id', '=', id).executeTakeFirst();
      return (JSON.parse(row?.settings ?? '{}') as Partial<Record<Outside, LetsOut>>)[where] ?? null;
    },
    async list(): Promise<Member[]> {
      return member().orderBy('members.id').limit(500).execute();
    },
    /** How many entries of an author, written here, others have been able to read. */
    async published(authorId: string): Promise<number> {
      const row = await db
        .selectFrom('entries')
        .select((eb) => eb.fn.countAll<number>().as('n'))
        .where('author_id', '=', authorId)
        .where('source', '=', 'local')
        .where('withheld', 'is', null)
        .where('visibility', 'in', ['everyone', 'members', 'followers'])
        .executeTakeFirstOrThrow();
      return Number(row.n);
    },
  };
}

export function memberWriter(db: WriteDb) {
  return {
    async add(
      input: { accountId: string | null; authorId: string; username: string; role: Role },
      now: number,
    ): Promise<string> {
      const id = newId(now);
      await db
        .insertInto('members')
        .values({
          id,
          account_id: input.accountId,
          author_id: input.authorId,
          username: input.username,
          role: input.role,
          settings: '{}',
          created: now,
        })
        .execute();
      return id;
    },
    async setLetsOut(id: string, where: Outside, word: LetsOut | null): Promise<void> {
      const row = await db
        .selectFrom('members')
        .select('settings')
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      const { [where]: _, ...rest } = JSON.parse(row.settings) as Record<string, unknown>;
      const settings = JSON.stringify(word === null ? rest : { ...rest, [where]: word });
      await db.updateTable('members').set({ settings }).where('id', '=', id).execute();
    },
    async setRole(id: string, role: Role): Promise<void> {
      await db.updateTable('members').set({ role }).where('id', '=', id).execute();
    },
  };
}
