import { WEBHOOK_JOB, type WebhookStep } from '../domain/announce.ts';
import type { Reader, Transact } from '../domain/reader.ts';
import { announced } from '../domain/webhook.ts';
import type { Fetch } from '../outside/fetch.ts';
import { FetchError } from '../outside/fetch-error.ts';
import { sendMessage } from '../outside/webhook.ts';
import type { JobHandler } from './work.ts';

export interface WebhookParts {
  reader: Reader;
  transact: Transact;
  fetch: Fetch;
  /** The site's public address, without a last slash. */
  origin: () => string;
  now: () => number;
}

/** Told so, an address wants nothing more. */
const GONE = 410;

/** The handler of the work that tells addresses elsewhere of new reviews. */
export function webhookHandlers(parts: WebhookParts): Readonly<Record<string, JobHandler>> {
  return { [WEBHOOK_JOB]: (payload) => tell(parts, payload as unknown as WebhookStep) };
}

/** Tells one address. Done twice it is told twice, by the same id. */
async function tell(parts: WebhookParts, step: WebhookStep): Promise<void> {
  const { reader, transact, fetch, now } = parts;
  const webhook = await reader.webhooks.byId(step.webhook);
  if (!webhook || (webhook.state === 'off' && step.review !== null)) return;
  const data = step.review === null ? {} : await reviewData(parts, step.review);
  if (data === null) return;
  const type = step.review === null ? 'trial' : 'review.published';
  const body = JSON.stringify({ type, timestamp: new Date(now()).toISOString(), data });
  const id = step.review === null ? `trial-${webhook.id}-${now()}` : `review-${step.review}`;
  const keep = (how: { status: number | null; fault: string | null }, stops = false) =>
    transact(async (writer) => {
      await writer.webhooks.told(webhook.id, how, now());
      if (stops) await writer.webhooks.setState(webhook.id, 'off');
    });
  let status: number;
  try {
    status = await sendMessage(fetch, { url: webhook.url, secret: webhook.secret, id, body }, now());
  } catch (error) {
    if (!(error instanceof FetchError) || error.kind === 'stopped') throw error;
    await keep({ status: null, fault: error.kind });
    // Somebody waits for what a trial says; nobody does for more.
    if (step.review === null || error.kind === 'forbidden-address') return;
    throw error;
  }
  await keep({ status, fault: null }, status === GONE);
  const taken = status >= 200 && status < 300;
  if (!taken && status !== GONE && step.review !== null) throw new Error(`It was answered ${status}.`);
}

/** What is told of a review. `rating` in half-stars, 1–10. */
async function reviewData({ reader, origin }: WebhookParts, id: string) {
  const review = await announced(reader, id);
  if (!review) return null;
  const at = origin();
  return {
    id: review.id,
    url: `${at}/review/${review.id}`,
    film: {
      title: review.filmTitle,
      year: review.filmYear,
      url: `${at}/film/${encodeURIComponent(review.filmSlug)}`,
    },
    author: {
      name: review.authorName,
      url: review.username === null ? review.authorLink : `${at}/@${review.username}`,
    },
    rating: review.rating,
    title: review.closed ? null : review.title,
    html: review.closed || review.html?.includes('class="spoiler"') ? null : review.html,
    spoiler: review.spoiler,
    language: review.language,
    written: review.written,
    viewed: review.viewed,
  };
}
