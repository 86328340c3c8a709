/** What commands do with a site that is not served: opened without any of what makes pages, which they start sooner by. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Accounts, openAccounts } from './accounts/accounts.ts';
import { AccountsError } from './accounts/errors.ts';
import type { Config } from './config.ts';
import { conflict, invalid } from './domain/errors.ts';
import { checkEmail, checkUsername, displayName, makeMember } from './domain/member.ts';
import type { Member } from './domain/reader.ts';
import { finishAllDeletions } from './jobs/final-deletion.ts';
import { ArchiveError } from './outside/archive.ts';
import { type Contents, openBackup, writeBackup } from './outside/backup.ts';
import { openKeptFiles } from './outside/kept-files.ts';
import { copyIn, copyOut, isEmpty, knowsMigrations, migrationsOf, Unfit } from './store/backup.ts';
import { openStore, type Store } from './store/open.ts';

/** What a site keeps, open for a command: no page is served from it and no job is taken. */
export interface Data {
  store: Store;
  accounts: Accounts;
  close(): Promise<void>;
}

/**
 * Opens what a site keeps, made and brought up to date where it is not.
 *
 * @param options.mapped whether an SQLite file is mapped into memory, as suits a server of pages
 * @param options.bulk whether this process writes very much
 */
export async function openData(
  config: Config,
  now: () => number = Date.now,
  options: { mapped?: boolean; bulk?: boolean } = {},
): Promise<Data> {
  const store = await openStore(config.database, options);
  try {
    const { reader, transact } = store;
    const secret =
      (await reader.site.secret('accounts')) ?? (await transact((w) => w.site.secretMade('accounts')));
    const address = config.url ?? `http://${config.host}:${config.port}`;
    const accounts = openAccounts({ engine: store.engine, secret, url: address, now });
    return { store, accounts, close: () => store.close() };
  } catch (error) {
    await store.close();
    throw error;
  }
}

/**
 * Makes a member who can sign in at once; their address is taken as proven by whoever asks for it.
 *
 * @throws DomainError `invalid` or `conflict` when a name, address or password cannot be taken
 */
export async function addMember(
  { store, accounts }: Data,
  input: { username: string; name: string; email: string; password: string; role: Member['role'] },
  now = Date.now(),
): Promise<Member> {
  const { role, password } = input;
  const username = checkUsername(input.username, role);
  const name = displayName(input.name);
  const email = checkEmail(input.email);
  if (await store.reader.members.usernameTaken(username)) throw conflict('username-taken');
  const account = await accounts
    .create({ email, name, password, emailVerified: true })
    .catch((error: unknown) => {
      throw error instanceof AccountsError ? invalid(error.kind) : error;
    });
  return store.transact((w) => makeMember(w, { accountId: account.id, name, username, role }, now));
}

/**
 * Writes everything the site keeps into one new file, while it is read and written: docs/decisions/007-backup.md.
 *
 * @throws ArchiveError when the file is there already or cannot be written
 */
export async function backup(
  { store: { engine } }: Data,
  config: Config,
  file: string,
  now = Date.now(),
): Promise<Contents & { bytes: number }> {
  return writeBackup(file, {
    made: new Date(now).toISOString(),
    migrations: await migrationsOf(engine),
    tables: (put) => copyOut(engine, put),
    files: openKeptFiles(config),
  });
}

/**
 * Puts back what a backup holds. A site that has something in it gives way only when asked to, and is first backed
 * up into the data folder; what was deleted for good in it stays deleted. When anything fails nothing has changed.
 *
 * @returns what was put back, when it was backed up, and where what was here before is kept
 * @throws ArchiveError when the file is no whole backup this version can read, or there is a site already
 */
export async function restore(
  data: Data,
  config: Config,
  file: string,
  { replace }: { replace: boolean },
  now = Date.now(),
): Promise<Contents & { made: string; aside: string | null }> {
  const { engine } = data.store;
  const open = await openBackup(file);
  try {
    if (!knowsMigrations(open.migrations)) throw new ArchiveError('from-the-future', file);
    let aside: string | null = null;
    if (!(await isEmpty(engine))) {
      if (!replace) throw new ArchiveError('has-data', file);
      const stamp = new Date(now).toISOString().replace(/\D/g, '');
      aside = join(config.data, `before-restore-${stamp}.jsonl.gz`);
      await backup(data, config, aside, now);
    }
    const tables = open.tables(openKeptFiles(config));
    const rows = await copyIn(engine, open.migrations, tables).catch(async (error: unknown) => {
      if (aside) await rm(aside, { force: true });
      throw error instanceof Unfit ? new ArchiveError('damaged', file) : error;
    });
    await finishAllDeletions(data.store.transact, () => now);
    return { rows, files: open.files(), made: open.made, aside };
  } finally {
    await open.close();
  }
}
