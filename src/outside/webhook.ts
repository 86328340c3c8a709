import { createHmac } from 'node:crypto';
import type { Fetch } from './fetch.ts';

/** A message to an address elsewhere. */
export interface Message {
  url: string;
  /** `whsec_` and base64. */
  secret: string;
  /** The same for every try, so that whoever gets it twice can tell. */
  id: string;
  /** JSON. */
  body: string;
}

/**
 * Sends a message, signed as standardwebhooks.com has it: HMAC-SHA256 over id, time and body.
 *
 * @param now epoch milliseconds
 * @returns the status it was answered with
 * @throws FetchError
 */
export async function sendMessage(fetch: Fetch, message: Message, now: number): Promise<number> {
  const { url, id, body } = message;
  const seconds = Math.floor(now / 1000);
  const headers = {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': `${seconds}`,
    'webhook-signature': signatureOf(message, seconds),
  };
  return (await fetch.post(url, { body, headers })).status;
}

/** What a message says of itself, to be held against what its reader reckons. `seconds` since 1970. */
export function signatureOf({ secret, id, body }: Omit<Message, 'url'>, seconds: number): string {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  return `v1,${createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64')}`;
}
