import { randomBytes } from 'node:crypto';
import { hashed } from './hashed.ts';
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

/** The account a link belongs to; null when it is spent, too old, or none. */
export async function linkFor({ adapter }: Context, token: string, now: number): Promise<string | null> {
  const found = await adapter.findOne<{ value: string; expiresAt: Date }>({
    model: 'verification',
    where: [{ field: 'identifier', value: hashed(token) }],
  });
  return found && found.expiresAt.getTime() >= now ? found.value : null;
}

/** Uses a link up; false for all but one of several who do so at once. */
export async function spendLink({ adapter }: Context, token: string): Promise<boolean> {
  const where = [{ field: 'identifier', value: hashed(token) }];
  return (await adapter.deleteMany({ model: 'verification', where })) > 0;
}
