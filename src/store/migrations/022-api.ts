import type { Kysely } from 'kysely';
import type { ColumnTypes } from '../engines/engine.ts';
import { index } from './001/named-index.ts';

/** By what programs act for a member, and what they were answered, so that what is sent twice is done once. */
export async function api(db: Kysely<unknown>, { text, integer }: ColumnTypes): Promise<void> {
  await db.schema
    .createTable('api_tokens')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('member_id', text, (c) => c.notNull().references('members.id').onDelete('cascade'))
    .addColumn('name', text, (c) => c.notNull())
    .addColumn('token_hash', text, (c) => c.notNull().unique())
    .addColumn('scopes', text, (c) => c.notNull())
    .addColumn('created', integer, (c) => c.notNull())
    .addColumn('used', integer)
    .execute();
  await index(db, 'api_tokens', 'api_tokens_of_member', ['member_id', 'id']);
  await db.schema
    .createTable('idempotency_keys')
    .addColumn('owner', text, (c) => c.notNull())
    .addColumn('key', text, (c) => c.notNull())
    .addColumn('fingerprint', text, (c) => c.notNull())
    .addColumn('state', text, (c) => c.notNull())
    .addColumn('status', integer)
    .addColumn('answer', text)
    .addColumn('lease', integer, (c) => c.notNull())
    .addColumn('created', integer, (c) => c.notNull())
    .addPrimaryKeyConstraint('idempotency_keys_key', ['owner', 'key'])
    .execute();
  await index(db, 'idempotency_keys', 'idempotency_keys_by_age', ['created']);
}
