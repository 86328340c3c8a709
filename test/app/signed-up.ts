import { hashPassword } from '../../src/accounts/scrypt.ts';
import type { Site } from '../../src/main.ts';
import { newId } from '../../src/store/ids.ts';
import type { Role } from '../../src/store/schema.ts';

/** The password of everybody in tests. */
export const PASSWORD = 'a long enough password';

/** A hash takes a tenth of a second on purpose, and hundreds of people sign up: all have the same. */
let hash: Promise<string> | undefined;

/**
 * Makes somebody with an account, as a sign-up leaves them: with a password, with a session that no mailed link
 * began, and an address that nobody has proven.
 *
 * @param now epoch milliseconds
 * @returns their ids, and the cookies that sign them in as `name=value`
 */
export async function signedUp(
  { accounts, store }: Site,
  { username, name, role }: { username: string; name: string; role: Role },
  now: number,
): Promise<{ memberId: string; authorId: string; cookies: string[] }> {
  hash ??= hashPassword(PASSWORD);
  const account = await accounts.create({ email: `${username}@example.org`, name });
  const { cookies } = await accounts.signInProven(account.id, new Headers());
  const at = new Date().toISOString();
  const way = { id: newId(), userId: account.id, accountId: account.id, providerId: 'credential' };
  const { write } = store.engine;
  await write
    .insertInto('sign_ins' as never)
    .values({ ...way, password: await hash, createdAt: at, updatedAt: at } as never)
    .execute();
  await write.updateTable('accounts').set({ emailVerified: 0 }).where('id', '=', account.id).execute();
  await write.updateTable('sessions').set({ linkOpened: 0 }).where('userId', '=', account.id).execute();
  const ids = await store.transact(async (writer) => {
    const author = { name, source: 'local' as const, key: `member:${username}` };
    const authorId = await writer.authors.add(author, now);
    const member = { accountId: account.id, authorId, username, role };
    return { authorId, memberId: await writer.members.add(member, now) };
  });
  return { ...ids, cookies: cookies.map((cookie) => cookie.split(';')[0] ?? '') };
}
