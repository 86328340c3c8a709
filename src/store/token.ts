import type { ReadDb, WriteDb } from './engines/engine.ts';
import { newId } from './ids.ts';
import type { Member } from './member.ts';
import type { Role } from './schema.ts';

/** What a token may be used for. */
export type Scope = 'read' | 'write' | 'import' | 'curate' | 'admin';

/** By what a program acts for a member; the token itself is kept nowhere. */
export interface Token {
  id: string;
  name: string;
  scopes: Scope[];
  /** Epoch milliseconds. */
  created: number;
  /** About when it was used last, epoch milliseconds; null where it never was. */
  used: number | null;
}

interface Row extends Omit<Token, 'scopes'> {
  scopes: string;
}

export function tokenReader(db: ReadDb) {
  const tokens = () =>
    db
      .selectFrom('api_tokens')
      .select(['api_tokens.id', 'api_tokens.name', 'api_tokens.scopes'])
      .select(['api_tokens.created', 'api_tokens.used']);
  return {
    /** A member's tokens, newest first. */
    async of(memberId: string): Promise<Token[]> {
      const rows = await tokens().where('member_id', '=', memberId).orderBy('id', 'desc').execute();
      return rows.map(read);
    },
    /** A token by its SHA-256, and the member it acts for. */
    async byHash(hash: string): Promise<{ token: Token; member: Member } | null> {
      const row = await tokens()
        .innerJoin('members', 'members.id', 'api_tokens.member_id')
        .innerJoin('authors', 'authors.id', 'members.author_id')
        .select(['members.id as memberId', 'members.account_id as accountId', 'members.username'])
        .select(['members.author_id as authorId', 'authors.name as memberName', 'members.role'])
        .select('members.created as joined')
        .where('api_tokens.token_hash', '=', hash)
        .executeTakeFirst();
      if (!row) return null;
      const { memberId, accountId, authorId, username, memberName, role, joined, ...token } = row;
      const named = { accountId, authorId, username, name: memberName, role: role as Role };
      return { token: read(token), member: { id: memberId, ...named, created: joined } };
    },
  };
}

export function tokenWriter(db: WriteDb) {
  return {
    async add(
      input: { memberId: string; name: string; hash: string; scopes: readonly Scope[] },
      now: number,
    ): Promise<string> {
      const id = newId(now);
      await db
        .insertInto('api_tokens')
        .values({
          id,
          member_id: input.memberId,
          name: input.name,
          token_hash: input.hash,
          scopes: JSON.stringify(input.scopes),
          created: now,
          used: null,
        })
        .execute();
      return id;
    },
    /** Notes that a token was used. */
    async used(id: string, now: number): Promise<void> {
      await db.updateTable('api_tokens').set({ used: now }).where('id', '=', id).execute();
    },
    /** Ends one of a member's tokens; false where it is none of theirs. */
    async remove(memberId: string, id: string): Promise<boolean> {
      const gone = await db
        .deleteFrom('api_tokens')
        .where('member_id', '=', memberId)
        .where('id', '=', id)
        .executeTakeFirst();
      return Number(gone.numDeletedRows) > 0;
    },
    /** Ends all of a member's tokens. */
    async removeAll(memberId: string): Promise<void> {
      await db.deleteFrom('api_tokens').where('member_id', '=', memberId).execute();
    },
  };
}

function read(row: Row): Token {
  const { id, name, created, used } = row;
  return { id, name, scopes: JSON.parse(row.scopes) as Scope[], created, used };
}
