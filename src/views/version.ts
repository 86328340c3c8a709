import type { Was } from '../domain/version.ts';
import type { Words } from '../words/words.ts';
import { type Html, html, trusted } from './html.ts';
import { stars } from './stars.ts';

/** How a review was at some time: everything its author had said, open, for whoever may see its history. */
export function versionBody(was: Was, { review: w, reviews, form }: Words): Html {
  const date =
    was.viewed !== null &&
    html`<span>${was.rewatch ? w.seenAgain : w.seen} <time datetime="${was.viewed}">${w.day(was.viewed)}</time></span> `;
  const tags =
    was.tags.length > 0 &&
    html`<span>${reviews.tags}: ${was.tags.map((tag, at) => html`${at > 0 && ', '}<bdi>${tag}</bdi>`)}</span> `;
  const quiet = html`${date}${was.liked && html`<span>${w.liked}</span> `}${was.spoiler === 'yes' && html`<span>${form.spoiler}</span> `}${tags}`;
  return html`${was.rating !== null && html`<p><span class="stars" role="img" aria-label="${w.outOfFive(was.rating)}">${stars(was.rating)}</span></p>\n`}${was.title && html`<p class="title" dir="auto">${was.title}</p>\n`}${was.html === null ? html`<p class="soft">${reviews.history.noWords}</p>\n` : html`<div class="text" dir="auto">${trusted(was.html)}</div>\n`}<p class="foot">${quiet}</p>
`;
}
