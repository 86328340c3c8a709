/** The headers every answer carries. No inline script or style exists, so none is allowed. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; " +
    "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; object-src 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), interest-cohort=()',
};

/** Sent where the public address is https: a year of https only. */
export const HSTS = 'max-age=31536000; includeSubDomains';

/**
 * Whether a request that changes something comes from one of our own pages. Browsers say so in `Origin` and
 * `Sec-Fetch-Site`, and a page elsewhere cannot forge either; what sends neither is no browser and bears no cookie
 * that somebody else could lend it.
 *
 * @param origins the origins our pages are served from
 */
export function fromOurPages(headers: Headers, origins: ReadonlySet<string>): boolean {
  const origin = headers.get('origin');
  const site = headers.get('sec-fetch-site');
  if (site !== null && site !== 'same-origin' && site !== 'none') return false;
  if (origin === null) return true;
  if (origin === 'null') return site === 'same-origin';
  return origins.has(origin);
}

const LOOPBACK_NAMES = ['localhost', '127.0.0.1', '[::1]'];

/** The origins a browser may know us by: the public one, or where none is set those of this machine. */
export function originsOf(publicUrl: string | null, port: number): ReadonlySet<string> {
  if (publicUrl !== null) return new Set([publicUrl]);
  return new Set(LOOPBACK_NAMES.map((name) => `http://${name}${port === 80 ? '' : `:${port}`}`));
}

/** Whether an address is this very machine. */
export function isLoopback(address: string): boolean {
  return address === '::1' || /^(::ffff:)?127\./.test(address);
}
