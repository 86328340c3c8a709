import { createHash } from 'node:crypto';
import type { Transact } from '../domain/reader.ts';
import type { Input } from './input.ts';
import type { Call, Operation, Outcome } from './operation.ts';
import type { ApiParts } from './parts.ts';
import { ApiProblem } from './problem.ts';
import type { Asker } from './token.ts';

/** How long an answer is kept, and how long whoever makes one is taken to be alive, in milliseconds. */
const KEPT_MS = 86_400_000;
const LEASE_MS = 120_000;

/** A request that came with a key: whose it is, and by what it is known. */
export interface Keyed {
  owner: string;
  key: string;
  now: number;
}

/**
 * The key of a request, where it brings one and is a POST; others may be sent twice as they are.
 *
 * @throws ApiProblem `bad-request` for a key that is none
 */
export function keyOf(one: Operation, asker: Asker, headers: Headers, now: number): Keyed | null {
  const key = headers.get('idempotency-key');
  if (one.method !== 'POST' || key === null) return null;
  if (!/^[\x21-\x7e]{1,200}$/.test(key)) throw new ApiProblem('bad-request', { code: 'idempotency-key' });
  return { owner: asker.member?.id ?? 'anyone', key, now };
}

/**
 * Carries a request out once, however often it is sent within a day: the same again is answered as it was the
 * first time. That a change was made is noted in the change's own transaction, so that one whose answer was lost
 * is not made again.
 *
 * @throws ApiProblem `key-used` for another request under the same key; `in-flight` while the first is under way, or
 * where its answer was lost
 */
export async function once(
  parts: Pick<ApiParts, 'reader' | 'transact' | 'services'>,
  { owner, key, now }: Keyed,
  input: Input,
  call: Call,
  one: Operation,
): Promise<Outcome> {
  const fingerprint = createHash('sha256')
    .update(JSON.stringify([one.id, input.params, input.query, input.body]))
    .digest('base64url');
  const { reader, transact } = parts;
  const begun = await transact(async (writer) => {
    const known = await writer.idempotency.get(owner, key);
    const over =
      known && (now - known.created >= KEPT_MS || (known.state === 'running' && known.lease < now));
    if (over) await writer.idempotency.forget(owner, key);
    return writer.idempotency.begin(owner, key, fingerprint, now, now + LEASE_MS);
  });
  if (!begun) {
    const known = await reader.idempotency.get(owner, key);
    if (one.body === 'files') await release(parts, input);
    if (known && known.fingerprint !== fingerprint) throw new ApiProblem('key-used');
    if (known?.state !== 'answered' || known.status === null)
      throw new ApiProblem('in-flight', { code: known?.state === 'written' ? 'answer-lost' : 'under-way' });
    const { body, headers } = JSON.parse(known.answer ?? '{}') as Omit<Outcome, 'status'>;
    const again = { ...headers, 'idempotent-replayed': 'true' };
    return { status: known.status, headers: again, ...(body === undefined ? {} : { body }) };
  }
  return carriedOut(parts, { owner, key, now }, call, one);
}

async function carriedOut(
  { transact }: Pick<ApiParts, 'transact'>,
  { owner, key }: Keyed,
  call: Call,
  one: Operation,
): Promise<Outcome> {
  let changed = false;
  const noted: Transact = (work) =>
    transact(async (writer) => {
      const value = await work(writer);
      await writer.idempotency.written(owner, key);
      writer.afterCommit(() => {
        changed = true;
      });
      return value;
    });
  try {
    const outcome = await one.handler({ ...call, transact: noted });
    const answer = JSON.stringify({ body: outcome.body, headers: outcome.headers });
    await transact((writer) => writer.idempotency.answered(owner, key, outcome.status, answer));
    return outcome;
  } catch (error) {
    // Where nothing was changed, it may be asked again under the same key, mended or not.
    if (!changed) await transact((writer) => writer.idempotency.forget(owner, key)).catch(() => undefined);
    throw error;
  }
}

async function release({ services }: Pick<ApiParts, 'services'>, { body }: Input): Promise<void> {
  await services.files.release((body as { hash: string }[]).map(({ hash }) => hash));
}
