import type { Viewing } from '../store/diary.ts';
import type { Member } from '../store/member.ts';
import type { Reader, Writer } from '../store/open.ts';
import type { MemberCounts, Profile } from '../store/profile.ts';
import type { Review } from '../store/review.ts';
import type { Role } from '../store/schema.ts';
import { conflict, forbidden, invalid, notFound } from './errors.ts';
import { loggedAmong } from './logged.ts';
import { type ShownProfile, shownProfile } from './profile.ts';
import { type ShownReview, shown } from './review.ts';
import { RESERVED, usernameFor, username as usernameIn } from './slug.ts';
import type { Viewer } from './viewer.ts';

const LONGEST_NAME = 80;
const ENTRIES_ON_A_PAGE = 20;
const LATEST_REVIEWS = 4;
const LATEST_VIEWINGS = 10;

export const ROLES: readonly Role[] = ['owner', 'curator', 'moderator', 'member'];

/** Somebody who is about to be a member; `username` and `name` as typed. */
export interface NewMember {
  accountId: string | null;
  name: string;
  username: string;
  role: Role;
}

/**
 * A display name in any script as it is kept: in one line, without characters that cannot be seen or that turn
 * the direction of the page around them.
 *
 * @throws DomainError `invalid` with code `name`
 */
export function displayName(text: string): string {
  const name = text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ')
    .replace(/(?![\u200c\u200d])\p{Cf}/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
  if (!/[\p{L}\p{N}\p{S}]/u.test(name)) throw invalid('name');
  if ([...name].length > LONGEST_NAME) throw invalid('name-too-long', { most: LONGEST_NAME });
  return name;
}

/**
 * A username as it is kept. A member cannot take a name that would read as the site itself; whoever works for
 * the site may.
 *
 * @throws DomainError `invalid` with code `username` or `username-reserved`
 */
export function checkUsername(text: string, role: Role): string {
  const name = usernameIn(text.replace(/^\s*@/, ''));
  if (name === null) throw invalid('username');
  if (role === 'member' && RESERVED.has(name)) throw invalid('username-reserved', { username: name });
  return name;
}

/**
 * An e-mail address as it is kept. Whether it exists is found out by writing to it.
 *
 * @throws DomainError `invalid` with code `email`
 */
export function checkEmail(text: string): string {
  const email = text.trim().toLowerCase();
  if (email.length > 254 || !/^[^\s@<>"\p{C}]+@[^\s@<>"\p{C}]+$/u.test(email)) throw invalid('email');
  return email;
}

/**
 * Makes a member and the author they write as.
 *
 * @throws DomainError `conflict` with code `username-taken` when it is or was somebody's
 */
export async function makeMember(writer: Writer, input: NewMember, now: number): Promise<Member> {
  const name = displayName(input.name);
  const username = checkUsername(input.username, input.role);
  // Whoever makes a member at the same time waits here, so that no username is given twice.
  await writer.versions.raise('members');
  if (await writer.members.usernameTaken(username)) throw conflict('username-taken', { username });
  const author = { name, source: 'local' as const, key: `member:${username}` };
  const authorId = await writer.authors.add(author, now);
  const { accountId, role } = input;
  const id = await writer.members.add({ accountId, authorId, username, role }, now);
  if (role === 'owner') {
    await writer.site.secretSet('setup-code', null);
    await writer.versions.raise('site');
  }
  return { id, accountId, authorId, username, name, role, created: now };
}

/** The member of an account, made with a username like its name where it has none yet. */
export async function memberOf(
  writer: Writer,
  account: { id: string; name: string; email: string },
  now: number,
): Promise<Member> {
  await writer.versions.raise('members');
  const known = await writer.members.byAccount(account.id);
  if (known) return known;
  const name = nameOr(account.name, account.email.split('@')[0] ?? '');
  const username = await usernameFor(name, (wanted) => writer.members.usernameTaken(wanted));
  return makeMember(writer, { accountId: account.id, name, username, role: 'member' }, now);
}

function nameOr(name: string, otherwise: string): string {
  for (const text of [name, otherwise]) {
    try {
      return displayName(text);
    } catch {
      // The next one may be readable.
    }
  }
  return 'reviewer';
}

/** Gives somebody another display name; every page that shows it is rendered anew. */
export async function renameMember(writer: Writer, member: Member, name: string): Promise<void> {
  const kept = displayName(name);
  if (kept === member.name) return;
  await writer.authors.rename(member.authorId, kept);
  await writer.versions.raiseFilmsOf(member.authorId);
  await writer.versions.raise('films', member.id);
}

/**
 * Gives somebody another role. A site keeps at least one owner.
 *
 * @throws DomainError `forbidden` for anybody but an owner; `conflict` with code `last-owner`
 */
export async function setRole(writer: Writer, memberId: string, role: Role, viewer: Viewer): Promise<void> {
  if (viewer.role !== 'owner') throw forbidden('owners-only');
  await writer.versions.raise('members');
  const member = await writer.members.byId(memberId);
  if (!member) throw notFound('member');
  if (member.role === role) return;
  if (member.role === 'owner' && (await writer.members.owners()) < 2) throw conflict('last-owner');
  await writer.members.setRole(memberId, role);
  await writer.versions.raise('site', memberId);
}

/** Where a page of somebody's entries ended. */
export type EntryCursor = readonly [string, string];

/** An entry as it is shown away from its film's own pages. */
export type ShownEntry = ShownReview & { filmTitle: string; filmSlug: string; filmYear: number | null };

/** What every page of somebody's shows above. */
export interface MemberHead {
  member: Member;
  profile: Profile;
  counts: MemberCounts;
}

/**
 * The member who goes by a name.
 *
 * @returns the present member, and whether the name is a former one of theirs
 * @throws DomainError `not-found` when nobody goes by that name
 */
export async function memberNamed(
  reader: Reader,
  name: string,
): Promise<{ member: Member; formerly: boolean }> {
  const member = await reader.members.byUsername(name);
  if (member) return { member, formerly: false };
  const former = await reader.members.formerly(name);
  const now = former ? await reader.members.byId(former) : null;
  if (!now) throw notFound('member');
  return { member: now, formerly: true };
}

/** What somebody's own page shows. */
export interface MemberPage extends MemberHead {
  profile: ShownProfile;
  /** Their latest viewings. */
  viewings: Viewing[];
  /** Their latest reviews with words. */
  reviews: ShownEntry[];
}

/** A member's page for somebody: who they are, what they saw and wrote last. */
export async function memberPage(reader: Reader, head: MemberHead, viewer: Viewer): Promise<MemberPage> {
  const { authorId } = head.member;
  const rows = await reader.reviews.byAuthor(authorId, viewer, { withText: true }, null, LATEST_REVIEWS);
  return {
    ...head,
    profile: await shownProfile(reader, head.profile),
    viewings: await reader.diary.viewings(authorId, viewer, { after: null, limit: LATEST_VIEWINGS }),
    reviews: await shownElsewhere(reader, rows, viewer),
  };
}

/** A page of what somebody wrote and rated. */
export interface MemberReviews {
  entries: ShownEntry[];
  next: EntryCursor | null;
}

/** A page of what a member wrote, latest writing first; for themselves also what has neither words nor a day. */
export async function memberReviews(
  reader: Reader,
  member: Member,
  viewer: Viewer,
  after: EntryCursor | null,
): Promise<MemberReviews> {
  const most = ENTRIES_ON_A_PAGE;
  // Their own ratings without words are theirs to find and change; what has a day is found in the diary.
  const filter = { withText: true, orUndated: viewer.authorId === member.authorId };
  const rows = await reader.reviews.byAuthor(member.authorId, viewer, filter, after, most + 1);
  const entries = await shownElsewhere(reader, rows.slice(0, most), viewer);
  const last = entries.at(-1);
  return { entries, next: rows.length > most && last ? [last.writtenKey, last.id] : null };
}

/** Entries as somebody is shown them away from their films' own pages: what may tell the story is closed. */
export async function shownElsewhere<R extends Review>(
  reader: Reader,
  entries: readonly R[],
  viewer: Viewer,
): Promise<(R & ShownReview)[]> {
  const films = [...new Set(entries.map((entry) => entry.filmId))];
  const seen = await loggedAmong(reader, viewer, films);
  return entries.map((entry) =>
    shown(entry, entry.authorId === viewer.authorId || seen.has(entry.filmId), false),
  );
}
