import type { Logger } from 'pino';
import { forbidden } from '../domain/errors.ts';
import type { Member, Reader, Scope, Token, Transact } from '../domain/reader.ts';
import { tokenHash, viewerBy } from '../domain/token.ts';
import { curates, moderates, READER, type Viewer } from '../domain/viewer.ts';
import type { Operation } from './operation.ts';
import { ApiProblem } from './problem.ts';

/** When a token was used is noted this often, so that reading does not write each time. */
const NOTED_EVERY = 3_600_000;

/** Who asks: a member, by a token, or anybody. */
export interface Asker {
  viewer: Viewer;
  member: Member | null;
  token: Token | null;
}

/**
 * Who asks, by the bearer token of RFC 6750 alone: cookies are not looked at.
 *
 * @throws ApiProblem `bad-token` for one that is none, or none any more
 */
export async function askerOf(
  parts: { reader: Reader; transact: Transact; log: Logger },
  headers: Headers,
  now: number,
): Promise<Asker> {
  const authorization = headers.get('authorization');
  if (authorization === null) return { viewer: READER, member: null, token: null };
  const [, written = ''] = /^Bearer +([\x21-\x7e]+) *$/i.exec(authorization) ?? [];
  const hash = tokenHash(written);
  const known = hash === null ? null : await parts.reader.tokens.byHash(hash);
  if (known === null) throw new ApiProblem('bad-token');
  const { token, member } = known;
  if (token.used === null || now - token.used >= NOTED_EVERY)
    // Nobody waits for it: a database that is locked keeps no reader out.
    void parts
      .transact((writer) => writer.tokens.used(token.id, now))
      .catch(() => parts.log.warn('the use of a token could not be noted'));
  return { viewer: viewerBy(member, token.scopes), member, token };
}

/** Who may ask by a scope, whatever else the token allows: its member may do less today than when it was made. */
const MAY: { [Of in Scope]?: readonly [(viewer: Viewer) => boolean, string] } = {
  curate: [curates, 'curators-only'],
  admin: [moderates, 'moderators-only'],
};

/**
 * Whether somebody may ask for an operation at all; what of it is theirs is told by the domain.
 *
 * @throws ApiProblem `no-token`; DomainError `forbidden` `scope`, `curators-only`, `moderators-only` or `owners-only`,
 * or `elsewhere` for a change without a token that a page of another site asks for
 */
export function mayAsk(one: Operation, asker: Asker, headers: Headers, origin: string): void {
  const { scope, method, who } = one;
  if (asker.token === null) {
    if (scope !== null) throw new ApiProblem('no-token');
    if (method !== 'GET' && fromElsewhere(headers, origin)) throw forbidden('elsewhere');
    return;
  }
  if (scope === null) return;
  if (!asker.token.scopes.includes(scope)) throw forbidden('scope', { scope });
  const [may, code] = MAY[scope] ?? [];
  if (may && code && !may(asker.viewer)) throw forbidden(code);
  if (who === 'owner' && asker.viewer.role !== 'owner') throw forbidden('owners-only');
}

/** Whether a browser sends a request for a page that is not ours. */
function fromElsewhere(headers: Headers, ours: string): boolean {
  const origin = headers.get('origin');
  const site = headers.get('sec-fetch-site');
  if (site !== null && site !== 'same-origin' && site !== 'none') return true;
  return origin !== null && origin !== ours;
}
