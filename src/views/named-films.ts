import type { NamedFilm, NamedPlace } from '../domain/mentions/names.ts';
import type { Words } from '../words/words.ts';
import { type Fragment, html, render } from './html.ts';
import { filmName } from './stars.ts';

/**
 * A stretch of stored HTML in which the words that name films lead to them. Only words without any markup become a
 * link, and only where they still stand as they were found; nothing else is touched.
 *
 * @param stored the whole of it, as the store keeps it
 */
export function linkNamed(stored: string, named: readonly NamedPlace[], from: number, to: number): string {
  let linked = '';
  let at = from;
  for (const { start, end, said, slug } of named) {
    if (start === null || end === null || start < at || end > to) continue;
    if (stored.slice(start, end) !== said || /[<>]/.test(said) || isWithin(stored, start)) continue;
    const [opening = '', closing = ''] = render(html`<a class="named" href="/film/${slug}">|</a>`).split('|');
    linked += stored.slice(at, start) + opening + said + closing;
    at = end;
  }
  return linked + stored.slice(at, to);
}

/** Whether a place lies within a link, within hidden words, or within a tag. */
function isWithin(stored: string, place: number): boolean {
  const open = (opening: string, closing: string) =>
    stored.lastIndexOf(opening, place) > stored.lastIndexOf(closing, place);
  return open('<a ', '</a>') || open('<span ', '</span>') || open('<', '>');
}

/** The films a review names in words that are not known to. */
export function alsoNamed(named: readonly NamedPlace[], { mention: w }: Words): Fragment {
  const films = named.filter(({ start }) => start === null);
  if (films.length === 0) return null;
  return html`<p class="foot also-named"><span>${w.also}</span>${films.map(
    ({ slug, title }) => html` <a href="/film/${slug}" dir="auto">${title}</a>`,
  )}</p>
`;
}

/** The films whose reviews name a film. */
export function mentionedIn(films: readonly Omit<NamedFilm, 'id'>[], { mention: w }: Words): Fragment {
  if (films.length === 0) return null;
  return html`<p class="mentioned"><span>${w.inReviewsOf}</span>${films.map(
    (film, index) =>
      html` <span><a href="/film/${film.slug}" dir="auto">${filmName(film)}</a>${index < films.length - 1 && ','}</span>`,
  )}</p>
`;
}
