import { randomBytes } from 'node:crypto';
import type { Member } from '../store/member.ts';
import type { Writer } from '../store/open.ts';
import type { Role } from '../store/schema.ts';
import type { Scope, Token } from '../store/token.ts';
import { conflict, invalid, notFound } from './errors.ts';
import { cleanLine } from './text/characters.ts';
import type { Viewer } from './viewer.ts';
import { hashOf } from './waiting.ts';

export type { Scope, Token };

/** What a token may be used for, the least first. Every token reads. */
export const SCOPES: readonly Scope[] = ['read', 'write', 'import', 'curate', 'admin'];

/** How long a token's name may be, in characters. */
export const LONGEST_NAME = 60;
/** So many tokens somebody may have. */
export const MOST_TOKENS = 50;
/** What every token begins with, so that one that was published by mistake is known for what it is. */
const BEGINNING = 'hl_';

/** The scopes that mean anything for somebody of a role. */
export function scopesOf(role: Role): Scope[] {
  const works: Record<Role, Scope[]> = {
    member: [],
    curator: ['curate'],
    moderator: ['admin'],
    owner: ['curate', 'admin'],
  };
  return ['read', 'write', 'import', ...works[role]];
}

/**
 * Makes a token for a member's programs.
 *
 * @returns the token itself, which is shown once and kept nowhere
 * @throws DomainError `invalid` `token-name` or `scope`; `conflict` `too-many-tokens`
 */
export async function makeToken(
  writer: Writer,
  member: Member,
  input: { name: string; scopes: readonly string[] },
  now: number,
): Promise<string> {
  const name = cleanLine(input.name);
  if (name === '' || [...name].length > LONGEST_NAME) throw invalid('token-name', { most: LONGEST_NAME });
  const allowed = scopesOf(member.role);
  if (input.scopes.some((scope) => !allowed.includes(scope as Scope))) throw invalid('scope');
  // Two forms sent at once are counted one after the other.
  await writer.versions.raise(member.id);
  if ((await writer.tokens.of(member.id)).length >= MOST_TOKENS)
    throw conflict('too-many-tokens', { most: MOST_TOKENS });
  const token = `${BEGINNING}${randomBytes(32).toString('base64url')}`;
  const scopes = allowed.filter((scope) => scope === 'read' || input.scopes.includes(scope));
  await writer.tokens.add({ memberId: member.id, name, hash: hashOf(token), scopes }, now);
  return token;
}

/**
 * Ends one of a member's tokens at once.
 *
 * @throws DomainError `not-found` `token`
 */
export async function revokeToken(writer: Writer, member: Member, id: string): Promise<void> {
  if (!(await writer.tokens.remove(member.id, id))) throw notFound('token');
}

/** A token as it stands in a header, by its hash; null for what is none of ours. */
export function tokenHash(token: string): string | null {
  return token.startsWith(BEGINNING) && token.length < 200 ? hashOf(token) : null;
}

/** A member as a token of theirs acts for them: with no more rights than it was given, and than they have now. */
export function viewerBy(member: Member, scopes: readonly Scope[]): Viewer {
  const { id, authorId, role } = member;
  const may = (scope: Scope) => scopes.includes(scope);
  const acts: Record<Role, Role> = {
    member: 'member',
    curator: may('curate') ? 'curator' : 'member',
    moderator: may('admin') ? 'moderator' : 'member',
    owner: may('admin') ? 'owner' : may('curate') ? 'curator' : 'member',
  };
  return { memberId: id, authorId, role: acts[role] };
}
