import { type Kysely, type Migration, Migrator } from 'kysely';
import type { Engine } from '../engines/engine.ts';
import { foundation } from './001-foundation.ts';
import { accounts } from './002-accounts.ts';
import { sessionsAndDeletions } from './003-sessions-and-deletions.ts';
import { uploads } from './004-uploads.ts';
import { profilesAndLists } from './005-profiles-and-lists.ts';
import { undoing } from './006-undoing.ts';
import { deletedKeys } from './007-deleted-keys.ts';
import { catalogueFacts } from './008-catalogue.ts';
import { search } from './009-search.ts';
import { mentions } from './010-mentions.ts';
import { screenings } from './011-screenings.ts';
import { filmSources } from './012-film-sources.ts';
import { averages } from './014-averages.ts';
import { filmsOfBatches } from './015-films-of-batches.ts';
import { filmTiers } from './016-film-tiers.ts';
import { merging } from './018-merging.ts';
import { sourceChanges } from './019-source-changes.ts';
import { waysBetween } from './020-ways-between.ts';
import { hostPages } from './021-host-pages.ts';
import { api } from './022-api.ts';
import { webhooks } from './024-webhooks.ts';
import { pictures } from './025-pictures.ts';
import { quotes } from './027-quotes.ts';
import { marksByMonth } from './030-marks-by-month.ts';
import { rightsSaidAlone } from './033-rights-said-alone.ts';
import { heldFiles } from './034-held-files.ts';

/** Every migration, in the order in which they run. A released one is frozen; a change is a new one. */
export const MIGRATIONS: Record<string, (db: Kysely<unknown>, types: Engine['types']) => Promise<void>> = {
  '001-foundation': foundation,
  '002-accounts': accounts,
  '003-sessions-and-deletions': sessionsAndDeletions,
  '004-uploads': uploads,
  '005-profiles-and-lists': profilesAndLists,
  '006-undoing': undoing,
  '007-deleted-keys': deletedKeys,
  '008-catalogue': catalogueFacts,
  '009-search': search,
  '010-mentions': mentions,
  '011-screenings': screenings,
  '012-film-sources': filmSources,
  '014-averages': averages,
  '015-films-of-batches': filmsOfBatches,
  '016-film-tiers': filmTiers,
  '018-merging': merging,
  '019-source-changes': sourceChanges,
  '020-ways-between': waysBetween,
  '021-host-pages': hostPages,
  '022-api': api,
  '024-webhooks': webhooks,
  '025-pictures': pictures,
  '027-quotes': quotes,
  '030-marks-by-month': marksByMonth,
  '033-rights-said-alone': rightsSaidAlone,
  '034-held-files': heldFiles,
};

/**
 * Brings an engine's database to the newest schema; does nothing when it is there already. What is new is done in one
 * transaction, so that a version that cannot be reached leaves the one before usable.
 *
 * @throws the error of the migration that failed, which leaves everything as it was before all of them
 */
export async function migrate(engine: Engine, all: typeof MIGRATIONS = MIGRATIONS): Promise<void> {
  const migrations: Record<string, Migration> = {};
  for (const [name, up] of Object.entries(all)) {
    migrations[name] = { up: (db: Kysely<unknown>) => up(db, engine.types) };
  }
  const migrator = new Migrator({
    db: engine.write,
    provider: { getMigrations: async () => migrations },
    // Work that goes on side by side lands as it is done: a database may have been through a later one already.
    allowUnorderedMigrations: true,
  });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
}
