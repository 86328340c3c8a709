import type { Kysely } from 'kysely';
import type { ColumnTypes } from '../engines/engine.ts';
import { authors } from './001/authors.ts';
import { bulk } from './001/bulk.ts';
import { catalogue } from './001/catalogue.ts';
import { desk } from './001/desk.ts';
import { entries } from './001/entries.ts';
import { lists } from './001/lists.ts';
import { site } from './001/site.ts';

/** Films, people, authors, members, entries and all that hangs on them. */
export async function foundation(db: Kysely<unknown>, types: ColumnTypes): Promise<void> {
  for (const make of [site, catalogue, authors, entries, desk, lists, bulk]) await make(db, types);
}
