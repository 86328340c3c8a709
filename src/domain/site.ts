import type { Member } from '../store/member.ts';
import type { Writer } from '../store/open.ts';
import type { SiteSettings } from '../store/site.ts';
import { conflict, forbidden, invalid } from './errors.ts';
import { displayName, makeMember } from './member.ts';
import type { Viewer } from './viewer.ts';

const MOST_ON_FILM_PAGE = 20;

/** What the owner can set. */
export type OwnSettings = Pick<
  SiteSettings,
  'newcomers' | 'firstReviewWaits' | 'reviewsOnFilmPage' | 'timeZone' | 'language' | 'search' | 'training'
>;

/**
 * The name of a site as it is kept.
 *
 * @throws DomainError `invalid` with code `site-name`
 */
export function siteName(text: string): string {
  try {
    return displayName(text);
  } catch {
    throw invalid('site-name');
  }
}

/**
 * Makes the first owner and names the site: once, whoever comes first.
 *
 * @throws DomainError `conflict` with code `owned` when somebody was quicker
 */
export async function openHouse(
  writer: Writer,
  input: { siteName: string; accountId: string; name: string; username: string; language: string },
  now: number,
): Promise<Member> {
  // Two who send the form at once meet here: the second goes on when the first is done, and finds an owner.
  await writer.versions.raise('members', 'site');
  if (await writer.members.owner()) throw conflict('owned');
  await writer.site.set({ name: siteName(input.siteName), settings: { language: input.language } }, now);
  const { accountId, name, username } = input;
  const member = await makeMember(writer, { accountId, name, username, role: 'owner' }, now);
  await writer.versions.raise('films');
  return member;
}

/**
 * Changes the site's name and settings; every kept page is rendered anew.
 *
 * @throws DomainError `forbidden` for anybody but an owner; `invalid` with `site-name`, `shown` or `time-zone`
 */
export async function setSite(
  writer: Writer,
  change: { name: string; settings: OwnSettings },
  viewer: Viewer,
  now: number,
): Promise<void> {
  if (viewer.role !== 'owner') throw forbidden('owners-only');
  const { reviewsOnFilmPage: shown, timeZone } = change.settings;
  if (!Number.isInteger(shown) || shown < 1 || shown > MOST_ON_FILM_PAGE) throw invalid('shown');
  if (!isTimeZone(timeZone)) throw invalid('time-zone', { value: timeZone });
  await writer.site.set({ name: siteName(change.name), settings: change.settings }, now);
  await writer.versions.raise('site', 'films');
}

/** Whether a text names an IANA time zone. */
export function isTimeZone(text: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: text });
    return /^(UTC|[A-Za-z_]+\/[\w/+-]+)$/.test(text);
  } catch {
    return false;
  }
}
