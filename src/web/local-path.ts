/** Stands for our own host while an address is read; no page goes there. */
const HERE = 'http://here.invalid';

/**
 * Where to go on to after signing in: a path of this site, and nothing else. Whatever a browser might read as
 * another site (`//evil.example`, `/\evil.example`, `https:…`, or what becomes one of them when dots are taken
 * out) leads home instead.
 */
export function localPath(text: string | null): string {
  if (text === null || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(text) || text.length > 2000) return '/';
  const url = URL.canParse(text, HERE) ? new URL(text, HERE) : null;
  if (url?.origin !== HERE) return '/';
  const path = `${url.pathname}${url.search}${url.hash}`;
  return /^\/(?![/\\]|%5c|%2f)/i.test(path) ? path : '/';
}
