/**
 * What makes two mentions the same author. A profile link does; a name without one is an author of the film it
 * signs, on the place it signs there, and nobody else: two authors of a name without a shared proof are never one.
 */
export function authorKey(
  author: { name: string; link: string | null },
  signed: { filmId: string; place: string | null },
): string {
  if (author.link !== null) return `link:${normalLink(author.link)}`;
  return `film:${signed.filmId}:${signed.place ?? ''}:${author.name.normalize('NFC')}`;
}

/** A profile or page link so that its usual spellings are one: https, no `www.`, no fragment, no last slash. */
export function normalLink(link: string): string {
  const url = new URL(link);
  const host = url.hostname.replace(/^www\./, '');
  return `${host}${url.port ? `:${url.port}` : ''}${url.pathname.replace(/(?<!\/)\/+$/, '')}${url.search}`;
}

/** A link people may be sent to, or null: http and https only, and none that holds a name or a password. */
export function safeLink(text: string | null | undefined): string | null {
  if (!text || text.length > 2000) return null;
  const url = URL.canParse(text.trim()) ? new URL(text.trim()) : null;
  const open = url !== null && (url.protocol === 'https:' || url.protocol === 'http:');
  return open && url.username === '' && url.password === '' ? url.href : null;
}
