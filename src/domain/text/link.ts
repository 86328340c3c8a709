/** A longer address is no link: what is left of it is its words. */
const LONGEST = 4000;

/**
 * The address of a link as it may stand in our HTML, or null when it may not: absolute http, https or mailto,
 * no user name or password in it, and unchanged by being parsed once more (WHATWG URL), so that every reader
 * of it sees the same target.
 *
 * @param raw the attribute's value, entities already decoded
 */
export function safeHref(raw: string): string | null {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers skip these characters, so we must too
  const written = raw.replace(/^[\u0000- ]+|[\t\n\r]/g, '');
  if (/^mailto:/i.test(written)) {
    const address = `mailto:${written.slice(7).trimEnd()}`;
    return /^mailto:[^\s"'<>`\\(),;:]+@[^\s"'<>`\\(),;:@]+$/.test(address) && isStable(address)
      ? address
      : null;
  }
  if (!/^https?:\/\//i.test(written)) return null;
  const url = URL.parse(written);
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:')) return null;
  if (!url.hostname || url.username || url.password) return null;
  return isStable(url.href) ? url.href : null;
}

function isStable(href: string): boolean {
  return href.length <= LONGEST && URL.parse(href)?.href === href;
}
