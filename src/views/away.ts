import { type Html, html } from './html.ts';

/** A link to another site, which learns of the reader only when they follow it. */
export function away(said: string, link: string): Html {
  return html`<a href="${link}" rel="nofollow noopener noreferrer" dir="auto">${said}</a>`;
}

/** The host a link leads to, as one says it. */
export function hostOf(link: string): string {
  return URL.parse(link)?.hostname.replace(/^www\./, '') ?? link;
}
