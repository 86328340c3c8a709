import { createHash, randomBytes } from 'node:crypto';
import type { Library } from './library.ts';

const LINK_MINUTES = 15;

type Context = Pick<Library['context'], 'adapter' | 'internalAdapter'>;

/** Makes the token of a link that proves an account's address once; only its hash is kept. */
export async function makeLink(
  { adapter, internalAdapter }: Context,
  accountId: string,
  now: number,
): Promise<string> {
  const past = [{ field: 'expiresAt', operator: 'lt' as const, value: new Date(now) }];
  await adapter.deleteMany({ model: 'verification', where: past });
  const token = randomBytes(32).toString('base64url');
  await internalAdapter.createVerificationValue({
    identifier: hashed(token),
    value: accountId,
    expiresAt: new Date(now + LINK_MINUTES * 60_000),
  });
  return token;
}

/** The account a link belongs to, which is used up by it; null when it is spent, too old, or none. */
export async function takeLink({ adapter }: Context, token: string, now: number): Promise<string | null> {
  const where = [{ field: 'identifier', value: hashed(token) }];
  const found = await adapter.findOne<{ value: string; expiresAt: Date }>({ model: 'verification', where });
  if (!found) return null;
  // Whoever deletes the row has the link: of several at once only one does.
  const taken = await adapter.deleteMany({ model: 'verification', where });
  return taken === 0 || found.expiresAt.getTime() < now ? null : found.value;
}

function hashed(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
