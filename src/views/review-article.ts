import type { ShownReview } from '../domain/review.ts';
import type { Words } from '../words/words.ts';
import { type Html, html, nothing, trusted } from './html.ts';
import { stars } from './stars.ts';

/** How a review is shown where it stands among others of its film. */
export interface ArticleOptions {
  words: Words;
  film: { title: string; slug: string };
  siteName: string;
  /** Whether a curator has chosen it. */
  pinned?: boolean;
  /** Whether a long text folds, and a very long one ends with a link to its own page. */
  folds?: boolean;
  /** The viewer's own author, who may edit it. */
  viewerAuthorId?: string | null;
  level?: 1 | 2 | 3;
  /** Whether the film is named above the line, as it must be away from the film's own pages. */
  named?: boolean;
  /** What stands below its quiet line. */
  below?: Html | null;
  /** Whether the address's fragment may put the keyboard on it, as after it was moved. */
  focusable?: boolean;
}

/** One review: its heading line, its words, and the quiet line below. */
export function reviewArticle(review: ShownReview, options: ArticleOptions): Html {
  return html`<article class="review h-review${options.below && options.pinned ? ' pinned' : ''}" id="review-${review.id}"${options.focusable && html` tabindex="-1"`}>
${options.named && html`<p class="of"><a href="/film/${options.film.slug}" dir="auto">${options.film.title}</a></p>\n`}${heading(review, options)}
${review.title ? html`<p class="title p-name" dir="auto">${review.title}</p>\n` : ''}${body(review, options)}${foot(review, options)}
${options.below}</article>
`;
}

/**
 * The heading line, whose text is exactly `★★★★½ review by NAME on PLACE`: without stars when unrated, without a
 * place for members.
 */
export function heading(review: ShownReview, { words, level = 2 }: ArticleOptions): Html {
  const name = review.username
    ? html`<a class="p-author h-card" dir="auto" href="/@${review.username}">${review.authorName}</a>`
    : review.authorLink
      ? html`<a class="p-author h-card" dir="auto" rel="nofollow ugc noopener" href="${review.authorLink}">${review.authorName}</a>`
      : html`<bdi class="p-author h-card">${review.authorName}</bdi>`;
  const place = review.livesOn;
  const where =
    place === null
      ? nothing
      : html` ${words.review.on} ${review.link ? html`<a rel="nofollow ugc noopener" dir="auto" href="${review.link}">${place}</a>` : html`<bdi>${place}</bdi>`}`;
  const line = html`${starsOf(review, words)}${words.review.by} ${name}${where}`;
  return level === 1 ? html`<h1>${line}</h1>` : level === 2 ? html`<h2>${line}</h2>` : html`<h3>${line}</h3>`;
}

function starsOf(review: ShownReview, words: Words): Html {
  if (review.rating === null) return nothing;
  return html`<span class="stars p-rating" role="img" aria-label="${words.review.outOfFive(review.rating)}">${stars(review.rating)}</span> `;
}

function body(review: ShownReview, options: ArticleOptions): Html {
  if (review.html === null) return nothing;
  const text = words(review, options);
  if (!review.closed) return text;
  const { before, after } = options.words.review.tells;
  return html`<details class="spoiler"><summary>${before}<b dir="auto">${options.film.title}</b>${after}</summary>${text}</details>
`;
}

function words(review: ShownReview, options: ArticleOptions): Html {
  const whole = review.html ?? '';
  if (!options.folds) return textBlock(review, whole);
  const shown = review.cut === null ? whole : whole.slice(0, review.cut);
  const onward =
    review.cut === null
      ? nothing
      : html`<p class="onward"><a href="/review/${review.id}">${options.words.review.readWhole}</a></p>\n`;
  if (review.fold === null || review.fold >= shown.length) return html`${textBlock(review, shown)}${onward}`;
  const more = countWords(whole.slice(review.fold));
  return html`${textBlock(review, shown.slice(0, review.fold))}<details class="rest"><summary>${options.words.review.readOn(more)}</summary>${textBlock(review, shown.slice(review.fold))}${onward}</details>
`;
}

function textBlock(review: ShownReview, stored: string): Html {
  return html`<div class="text e-content" dir="auto"${review.language ? html` lang="${review.language}"` : ''}>${trusted(stored)}</div>
`;
}

/** The quiet line: what kind of showing, when seen, when written, and what can be done. */
function foot(review: ShownReview, options: ArticleOptions): Html {
  const { words: w } = options;
  const own = review.authorId === options.viewerAuthorId;
  const state =
    review.withheld === 'awaiting'
      ? w.review.awaiting
      : review.withheld === 'hidden'
        ? w.review.hidden
        : review.withheld === 'rights'
          ? w.reviews.removed
          : review.visibility === 'draft'
            ? w.review.draft
            : review.visibility === 'members'
              ? w.review.onlyMembers
              : review.visibility === 'me'
                ? w.review.onlyYou
                : null;
  const first = review.firstWrittenOn;
  return html`${state && html`<p class="caution">${state}</p>\n`}${review.mayTell && !review.closed ? html`<p class="caution">${w.review.mayTell}</p>\n` : ''}${first && html`<p class="before">${w.review.firstWritten(first, review.written)}</p>\n`}<p class="foot">${options.pinned && html`<span class="pick">${w.review.chosenBy(options.siteName)}</span> `}${review.basis === 'excerpt' && html`<span>${w.review.quoted}</span> `}${review.score && html`<span>${w.review.score(review.score)}</span> `}${seen(review, w)}${review.written && !first && html`<span>${w.review.written} <time datetime="${review.written}">${w.review.day(review.written)}</time></span> `}${review.liked === 1 && html`<span>${w.review.liked}</span> `}${review.edited !== null && html`<span>${w.review.edited}</span> `}<a class="u-url" href="/review/${review.id}">${w.review.permalink}</a>${review.link && html` <a rel="nofollow ugc noopener" href="${review.link}">${w.review.original}</a>`}${own ? html` <a href="/review/${review.id}/edit">${w.review.edit}</a>` : html`${review.username === null && html` <a rel="nofollow" href="/review/${review.id}/mine">${w.review.mine}</a>`} <a rel="nofollow" href="/review/${review.id}/report">${w.review.report}</a>`}</p>`;
}

function seen(review: ShownReview, { review: w }: Words): Html {
  if (review.viewed === null) return nothing;
  return html`<span>${review.rewatch ? w.seenAgain : w.seen} <time datetime="${review.viewed}">${w.day(review.viewed)}</time>${review.venue && html` ${w.at(review.venue)}`}</span> `;
}

function countWords(stored: string): number {
  return stored
    .replace(/<[^>]*>/g, ' ')
    .trim()
    .split(/\s+/u).length;
}
