import { randomBytes } from 'node:crypto';
import type { Reader, Writer } from '../store/open.ts';
import type { ReviewWithFilm } from '../store/review.ts';
import type { Webhook } from '../store/webhook.ts';
import { WEBHOOK_JOB } from './announce.ts';
import { conflict, forbidden, invalid, notFound } from './errors.ts';
import { type ShownReview, shown } from './review.ts';
import { READER, type Viewer } from './viewer.ts';

export type { Webhook };

export const MOST_WEBHOOKS = 10;
const LONGEST_ADDRESS = 500;
const SECRET_BYTES = 32;

/** A review as it is told of: what tells the story stays behind. Null when not everyone may read it any more. */
export async function announced(
  reader: Reader,
  entryId: string,
): Promise<(ReviewWithFilm & ShownReview) | null> {
  const [review] = await reader.reviews.byIds([entryId], READER);
  return review ? shown(review, false, false) : null;
}

/**
 * Has an address told of new reviews from now on.
 *
 * @returns what messages to it are signed with, to be shown this once
 * @throws DomainError `forbidden`; `invalid` `webhook-address`; `conflict` `webhook-known`, `too-many-webhooks`
 */
export async function addWebhook(
  writer: Writer,
  address: string,
  viewer: Viewer,
  now: number,
): Promise<{ id: string; secret: string }> {
  if (viewer.role !== 'owner') throw forbidden('owners-only');
  const url = webhookAddress(address);
  await writer.versions.raise('webhooks');
  const known = await writer.webhooks.list();
  if (known.some((one) => one.url === url)) throw conflict('webhook-known');
  if (known.length >= MOST_WEBHOOKS) throw conflict('too-many-webhooks', { most: MOST_WEBHOOKS });
  const secret = `whsec_${randomBytes(SECRET_BYTES).toString('base64')}`;
  return { id: await writer.webhooks.add(url, secret, now), secret };
}

/** An address that can be told, as it is kept. Whether it lies on the public internet is asked each time it is told. */
function webhookAddress(typed: string): string {
  const text = typed.trim();
  const url = text.length <= LONGEST_ADDRESS && URL.canParse(text) ? new URL(text) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password)
    throw invalid('webhook-address');
  url.hash = '';
  return url.href;
}

/** What the owner can do with an address. */
export type WebhookDeed = 'try' | 'stop' | 'go-on' | 'remove';

/**
 * Does with an address what the owner wants.
 *
 * @throws DomainError `forbidden`; `not-found` `webhook`
 */
export async function changeWebhook(
  writer: Writer,
  id: string,
  deed: WebhookDeed,
  viewer: Viewer,
  now: number,
): Promise<void> {
  if (viewer.role !== 'owner') throw forbidden('owners-only');
  await writer.versions.raise('webhooks');
  if (!(await writer.webhooks.byId(id))) throw notFound('webhook');
  if (deed === 'remove') await writer.webhooks.remove(id);
  else if (deed === 'try') await writer.jobs.enqueue(WEBHOOK_JOB, { webhook: id, review: null }, now);
  else await writer.webhooks.setState(id, deed === 'stop' ? 'off' : 'on');
}
