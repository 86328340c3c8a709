import type { Writer } from '../store/open.ts';
import { READER } from './viewer.ts';

export const WEBHOOK_JOB = 'webhook';

/** What one message is about: a review, or nothing but that messages arrive. */
export interface WebhookStep {
  webhook: string;
  /** The id of a review; null for a trial. */
  review: string | null;
}

/**
 * Has every address told of a review that everyone may read now, once in its life. Called where somebody writes,
 * publishes or lets one through: never by an import, which is silent.
 */
export async function announce(writer: Writer, entryId: string, now: number): Promise<void> {
  const review = await writer.reviews.byId(entryId, READER);
  if (!review || review.html === null) return;
  if (!(await writer.webhooks.announce(entryId))) return;
  for (const { id, state } of await writer.webhooks.list())
    if (state === 'on') await writer.jobs.enqueue(WEBHOOK_JOB, { webhook: id, review: entryId }, now);
}
