import type { ShownReview } from '../domain/review.ts';
import type { Words } from '../words/words.ts';
import { type Html, html, nothing, trusted } from './html.ts';
import { inlineSpoilers } from './inline-spoiler.ts';
import { alsoNamed, linkNamed } from './named-films.ts';
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
  /** Whether all around it is by the same person: then its film heads it, and nobody is named. */
  byThem?: boolean;
  /** What stands below its quiet line. */
  below?: Html | null;
  /** Whether nothing can be done with it where it stands: before it has an address, or where it is asked about. */
  onlyLook?: boolean;
  /** Whether the address's fragment may put the keyboard on it, as after it was moved. */
  focusable?: boolean;
}

/** One review: its heading line, its words, and the quiet line below. */
export function reviewArticle(review: ShownReview, options: ArticleOptions): Html {
  return html`<article class="review h-review${options.below && options.pinned ? ' pinned' : ''}" id="review-${review.id}"${options.focusable && html` tabindex="-1"`}>
${options.byThem ? filmHeading(review, options) : html`${options.named && filmOf(options)}${heading(review, options)}\n`}${body(review, options)}${foot(review, options)}
${options.below}</article>
`;
}

function filmOf({ film, onlyLook }: Pick<ArticleOptions, 'film' | 'onlyLook'>): Html {
  if (onlyLook) return html`<p class="of" dir="auto">${film.title}</p>\n`;
  return html`<p class="of"><a href="/film/${film.slug}" dir="auto">${film.title}</a></p>\n`;
}

/** The film as the heading of a review, the stars below it. */
function filmHeading(review: ShownReview, { words, film, level = 2 }: ArticleOptions): Html {
  const where = placeOf(review, words);
  const line = html`${starsOf(review, words)}${where}`;
  const named = html`<a href="/film/${film.slug}" dir="auto">${film.title}</a>`;
  return html`${level === 3 ? html`<h3 class="of">${named}</h3>` : html`<h2 class="of">${named}</h2>`}
${(review.rating !== null || where !== nothing) && html`<p class="line">${line}</p>\n`}`;
}

/** An entry that is a rating or a date alone. */
export function wordlessArticle(
  entry: ShownReview,
  options: Pick<ArticleOptions, 'words' | 'film' | 'byThem' | 'viewerAuthorId'>,
): Html {
  const { words, film, byThem } = options;
  const { review: w, member, tag } = words;
  const state = stateOf(entry, words);
  const name = entry.username
    ? html`<a dir="auto" href="/@${entry.username}">${entry.authorName}</a>`
    : html`<bdi>${entry.authorName}</bdi>`;
  const head = byThem
    ? html`<h2 class="of"><a href="/film/${film.slug}" dir="auto">${film.title}</a></h2>
<p class="line">${entry.rating === null ? member.watched : starsOf(entry, words)}</p>`
    : html`${filmOf(options)}<h2>${starsOf(entry, words)}${entry.rating === null ? tag.seenBy : tag.ratedBy} ${name}</h2>`;
  return html`<article class="review" id="review-${entry.id}">
${head}
${state && html`<p class="caution">${state}</p>\n`}<p class="foot">${seen(entry, words)}${entry.liked === 1 && html`<span>${w.liked}</span> `}<a href="/review/${entry.id}">${member.permalink}</a>${entry.authorId === options.viewerAuthorId && html` <a href="/review/${entry.id}/edit">${w.edit}</a>`}</p>
</article>
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
  const line = html`${starsOf(review, words)}${words.review.by} ${name}${placeOf(review, words)}`;
  return level === 1 ? html`<h1>${line}</h1>` : level === 2 ? html`<h2>${line}</h2>` : html`<h3>${line}</h3>`;
}

/** Where it still lives, when that is elsewhere. */
function placeOf({ livesOn, link }: ShownReview, words: Words): Html {
  if (livesOn === null) return nothing;
  return html` ${words.review.on} ${link ? html`<a rel="nofollow ugc noopener" dir="auto" href="${link}">${livesOn}</a>` : html`<bdi>${livesOn}</bdi>`}`;
}

function starsOf(review: ShownReview, words: Words): Html {
  if (review.rating === null) return nothing;
  return html`<span class="stars p-rating" role="img" aria-label="${words.review.outOfFive(review.rating)}">${stars(review.rating)}</span> `;
}

/** The title and the words, closed where they tell the story: a title may tell it too. */
function body(review: ShownReview, options: ArticleOptions): Html {
  const title = review.title && html`<p class="title p-name" dir="auto">${review.title}</p>\n`;
  const text = html`${title}${review.html !== null && words(review, options)}`;
  if (!review.closed || (review.html === null && review.title === null)) return text;
  const { before, after } = options.words.review.tells;
  return html`<details class="spoiler"><summary>${before}<b dir="auto">${options.film.title}</b>${after}</summary>${text}</details>
`;
}

function words(review: ShownReview, options: ArticleOptions): Html {
  const whole = review.html ?? '';
  const also = alsoNamed(review.named, options.words);
  if (!options.folds) return html`${textBlock(review, [0, whole.length], options)}${also}`;
  const end = review.cut ?? whole.length;
  const onward =
    review.cut === null
      ? nothing
      : html`<p class="onward"><a href="/review/${review.id}">${options.words.review.readWhole}</a></p>\n`;
  if (review.fold === null || review.fold >= end)
    return html`${textBlock(review, [0, end], options)}${also}${onward}`;
  const more = countWords(whole.slice(review.fold));
  return html`${textBlock(review, [0, review.fold], options)}<details class="rest"><summary>${options.words.review.readOn(more)}</summary>${textBlock(review, [review.fold, end], options)}${also}${onward}</details>
`;
}

/** A stretch of the stored words, from one offset to another. */
function textBlock(
  review: ShownReview,
  [from, to]: readonly [number, number],
  { words: w, onlyLook }: ArticleOptions,
): Html {
  const whole = review.html ?? '';
  const stored = onlyLook ? whole.slice(from, to) : linkNamed(whole, review.named, from, to);
  const text = review.open ? trusted(stored) : inlineSpoilers(stored, w.review.showHidden);
  return html`<div class="text e-content" dir="auto"${review.language ? html` lang="${review.language}"` : ''}>${text}</div>
`;
}

/** The quiet line: what kind of showing, when seen, when written, and what can be done. */
function foot(review: ShownReview, options: ArticleOptions): Html {
  const { words: w } = options;
  const state = stateOf(review, w);
  const first = review.firstWrittenOn;
  return html`${state && html`<p class="caution">${state}</p>\n`}${review.mayTell && !review.closed ? html`<p class="caution">${w.review.mayTell}</p>\n` : ''}${first && html`<p class="before">${w.review.firstWritten(first, review.written)}</p>\n`}<p class="foot">${options.pinned && html`<span class="pick">${w.review.chosenBy(options.siteName)}</span> `}${review.basis === 'excerpt' && html`<span>${w.review.quoted}</span> `}${review.score && html`<span>${w.review.score(review.score)}</span> `}${seen(review, w)}${review.written && !first && html`<span>${w.review.written} <time datetime="${review.written}">${w.review.day(review.written)}</time></span> `}${review.liked === 1 && html`<span>${w.review.liked}</span> `}${review.edited !== null && html`<span>${w.review.edited}</span> `}${!options.onlyLook && ways(review, options)}</p>`;
}

/** What can be done with a review, and where it is. */
function ways(review: ShownReview, { words: w, viewerAuthorId }: ArticleOptions): Html {
  const own = review.authorId === viewerAuthorId;
  return html`<a class="u-url" href="/review/${review.id}">${w.review.permalink}</a>${review.link && html` <a rel="nofollow ugc noopener" href="${review.link}">${w.review.original}</a>`}${own ? html` <a href="/review/${review.id}/edit">${w.review.edit}</a>` : html`${review.username === null && html` <a rel="nofollow" href="/review/${review.id}/mine">${w.review.mine}</a>`} <a rel="nofollow" href="/review/${review.id}/report">${w.review.report}</a>`}`;
}

/** Who can see an entry, where that is not everyone; null where it is. */
export function stateOf(
  { withheld, visibility }: Pick<ShownReview, 'withheld' | 'visibility'>,
  { review: w, reviews }: Words,
): string | null {
  if (withheld === 'hidden') return w.hidden;
  if (withheld === 'rights') return reviews.removed;
  if (visibility === 'draft') return w.draft;
  if (visibility === 'me' || visibility === 'followers') return w.onlyYou;
  if (withheld === 'awaiting') return w.awaiting;
  return visibility === 'members' ? w.onlyMembers : null;
}

/** When and where it was seen. */
export function seen(review: ShownReview, { review: w }: Words): Html {
  if (review.viewed === null) return nothing;
  return html`<span>${review.rewatch ? w.seenAgain : w.seen} <time datetime="${review.viewed}">${w.day(review.viewed)}</time>${review.venue && html` ${w.at(review.venue)}`}</span> `;
}

function countWords(stored: string): number {
  return stored
    .replace(/<[^<>]*>/g, ' ')
    .trim()
    .split(/\s+/u).length;
}
