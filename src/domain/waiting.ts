import { createHash, createHmac, randomBytes } from 'node:crypto';
import type { Member } from '../store/member.ts';
import type { Writer } from '../store/open.ts';
import type { SiteSettings } from '../store/site.ts';
import type { WaitingReview } from '../store/waiting.ts';
import { type EntryInput, firstWaits, writeEntry } from './entry.ts';
import { DomainError, invalid } from './errors.ts';
import { memberOf } from './member.ts';

const DAY_MS = 86_400_000;
/** How long a mailed link is good, and how long words without an address are kept. */
export const WAITING_DAYS = 7;
/** How many reviews wait at most; beyond that no more are kept of people without an account. */
export const MOST_WAITING = 5_000;
/** When so many wait, those go first that have no address and are older than this. */
const ROOM_MS = DAY_MS;

/** How many links one address is mailed within an hour, of whatever kind. */
export const MOST_MAILS = 4;

/** What the address of a waiting review's own page, or a mailed link, is known by in the store. */
export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/**
 * Keeps what somebody without an account typed, from the first time they sent it. Sent again from the same
 * browser before it is published, it replaces what was kept.
 *
 * @param token the one it was kept under before; null the first time
 * @returns the token of its page, which is not kept here
 * @throws DomainError `too-many` (`too-many-waiting`) where very many wait already
 */
export async function keepWaiting(
  writer: Writer,
  typed: Pick<WaitingReview, 'filmId' | 'form' | 'language'>,
  token: string | null,
  now: number,
): Promise<string> {
  const expires = now + WAITING_DAYS * DAY_MS;
  const known = token === null ? null : await writer.waiting.byTokenHash(hashOf(token));
  if (token !== null && known && known.filmId === typed.filmId && known.entryId === null) {
    await writer.waiting.change(known.id, typed.form, expires);
    return token;
  }
  await findRoom(writer, now);
  const made = randomBytes(24).toString('base64url');
  await writer.waiting.add({ ...typed, tokenHash: hashOf(made), expires }, now);
  return made;
}

/** Somebody who sends forms without end fills a shelf, and not the disk. */
async function findRoom(writer: Writer, now: number): Promise<void> {
  if ((await writer.waiting.open()) < MOST_WAITING) return;
  await writer.waiting.sweep(now);
  await writer.waiting.forgetUnaddressed(now - ROOM_MS);
  if ((await writer.waiting.open()) >= MOST_WAITING) throw new DomainError('too-many', 'too-many-waiting');
}

/**
 * Notes who a waiting review is by, and makes the token of the link to mail. Asked again for the same address it
 * is the same link; a link to another address is good no more.
 *
 * @throws DomainError `invalid` (`too-many-mails`)
 */
export async function addressWaiting(
  writer: Writer,
  waiting: WaitingReview,
  to: { name: string; email: string },
  now: number,
): Promise<string> {
  const email = to.email.trim().toLowerCase();
  await noteMail(writer, email, now);
  const secret = await writer.site.secretMade('waiting');
  const token = createHmac('sha256', secret).update(`${waiting.id} ${email}`).digest('base64url');
  const expires = now + WAITING_DAYS * DAY_MS;
  await writer.waiting.address(waiting.id, { email, name: to.name, mailHash: hashOf(token), expires });
  return token;
}

/**
 * Notes that a link is asked for to an address, whether somebody here has it or not.
 *
 * @param email in small letters
 * @throws DomainError `invalid` (`too-many-mails`) where its letter box would be flooded
 */
export async function noteMail(writer: Writer, email: string, now: number): Promise<void> {
  if ((await writer.waiting.mailsTo(email, now - 3_600_000)) >= MOST_MAILS) throw invalid('too-many-mails');
  await writer.waiting.mailed(email, now);
}

/** What publishing needs to know beside the words. */
export interface Publishing {
  settings: SiteSettings;
  now: number;
  today: string;
}

/**
 * Publishes a waiting review under an account whose address was proven, or that is signed in; makes its member
 * where there is none. Of two who open the link at once one publishes.
 *
 * @returns the entry, and whose it is; null when it was published before
 */
export async function publishWaiting(
  writer: Writer,
  waiting: WaitingReview,
  input: EntryInput,
  account: { id: string; name: string; email: string },
  { settings, now, today }: Publishing,
): Promise<{ entryId: string; member: Member } | null> {
  if (!(await writer.waiting.hold(waiting.id))) return null;
  const member = await memberOf(writer, account, now);
  const waits = await firstWaits(writer, settings, member);
  const by = { authorId: member.authorId, memberId: member.id, now, today, waits };
  const entryId = await writeEntry(writer, waiting.filmId, input, by);
  await writer.waiting.became(waiting.id, entryId);
  return { entryId, member };
}
