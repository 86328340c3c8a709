import { createHash } from 'node:crypto';
import type { Reader } from '../../domain/reader.ts';
import { Refusal } from '../row.ts';
import type { ProfileFacts } from './rows.ts';

/** Whose account an export is: an author of the store, or one to be made. */
export interface Owner {
  authorId: string;
  /** The member they are; null for somebody who has not claimed what they wrote. */
  memberId: string | null;
  /** Who they are where they wrote it, as keys of what they wrote name them. */
  signature: string;
  name: string;
  /** Their page there; null for a member who brings their own. */
  link: string | null;
  key: string;
  /** Whether this import makes the author. */
  made: boolean;
}

/** The place an account is exported from. */
export interface Place {
  /** In plain text: "Letterboxd". */
  name: string;
  source: 'letterboxd';
  /** The page of somebody there. */
  page: (username: string) => string;
}

export const LETTERBOXD: Place = {
  name: 'Letterboxd',
  source: 'letterboxd',
  page: (username) => `https://letterboxd.com/${username}/`,
};

/**
 * Finds whose an export is: the member it is imported as, else whoever its profile or its file's name says.
 *
 * @param fileName the name of the zip or folder: `letterboxd-<username>-<date>…`
 * @throws Refusal `no-profile` when nobody is named
 */
export async function ownerOf(
  reader: Reader,
  place: Place,
  of: { asMember: string | null; profile: ProfileFacts | null; fileName: string },
  mint: () => string,
): Promise<Owner> {
  if (of.asMember !== null) {
    const member = await reader.members.byId(of.asMember);
    if (!member) throw new Refusal('no-such-member', { username: '' });
    const { authorId, id, name } = member;
    return { authorId, memberId: id, signature: authorId, name, link: null, key: '', made: false };
  }
  const named = /letterboxd-([a-z0-9_]{2,40})-\d{4}-\d{2}-\d{2}/i.exec(of.fileName)?.[1];
  const username = (of.profile?.username ?? named ?? '').toLowerCase();
  if (!/^[a-z0-9_]{1,40}$/.test(username)) throw new Refusal('no-profile');
  const link = place.page(username);
  const key = `account:${place.source}:${username}`;
  const [known] = await reader.batches.known.authors([key]);
  const authorId = known?.canonicalId ?? mint();
  return {
    authorId,
    memberId: known?.memberId ?? null,
    signature: authorId,
    name: of.profile?.name ?? username,
    link,
    key,
    made: known === undefined,
  };
}

/** The key of something somebody brought, the same each time it comes and never another's. */
export function keyOf(owner: Owner, place: Place, kind: string, said: readonly unknown[]): string {
  const digest = createHash('sha256').update(JSON.stringify(said)).digest('base64url').slice(0, 27);
  return `${place.source}:${owner.signature}:${kind}:${digest}`;
}
