import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * The token of a request's session cookie, where it was signed by us: `token.signature`, the signature an
 * HMAC-SHA256 in Base64, percent-encoded, as better-auth writes it.
 */
export function sessionToken(headers: Headers, name: string, secret: string): string | null {
  const value = cookieOf(headers, name);
  const dot = value.lastIndexOf('.');
  if (dot < 1) return null;
  const token = value.slice(0, dot);
  const signed = Buffer.from(value.slice(dot + 1));
  const own = Buffer.from(createHmac('sha256', secret).update(token).digest('base64'));
  return signed.length === own.length && timingSafeEqual(signed, own) ? token : null;
}

/** Whether a request brings a cookie of this name with something in it. */
export function holds(headers: Headers, name: string): boolean {
  return cookieOf(headers, name) !== '';
}

function cookieOf(headers: Headers, name: string): string {
  for (const cookie of (headers.get('cookie') ?? '').split(';')) {
    const [key = '', ...value] = cookie.trim().split('=');
    if (key === name) return decoded(value.join('='));
  }
  return '';
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
