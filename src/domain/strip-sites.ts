/** So many sites can be named. */
const MOST = 50;

/**
 * Reads the sites that may show strips, one a line: an origin is a scheme, a host and perhaps a port, and nothing
 * else, so that no other site can be made to look like it. A site is itself alone, without those below its name.
 *
 * @returns the origins as browsers write them, and the lines that are none
 */
export function readSites(typed: string): { sites: string[]; wrong: string[] } {
  const sites = new Set<string>();
  const wrong: string[] = [];
  for (const line of typed.split('\n').map((one) => one.trim())) {
    if (line === '') continue;
    const origin = originOf(line);
    if (origin === null || sites.size >= MOST) wrong.push(line.slice(0, 100));
    else sites.add(origin);
  }
  return { sites: [...sites], wrong };
}

function originOf(line: string): string | null {
  // A name alone is a word as likely as a site.
  const named = /^(?:[^:/]+\.[^:/]+|localhost)(?::\d+)?\/?$/.test(line);
  const address = named ? `https://${line}` : line;
  const url = URL.parse(address);
  if (!url || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') return null;
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '' || /[\s,;'"*\\?#@]/.test(line))
    return null;
  return /^[a-z0-9.-]+$|^\[[0-9a-f:]+\]$/.test(url.hostname) ? url.origin : null;
}
