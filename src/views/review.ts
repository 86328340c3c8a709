import type { Arranged } from '../domain/arrange.ts';
import type { Film, LetsOut, Review } from '../domain/reader.ts';
import type { ShownReview } from '../domain/review.ts';
import type { ReviewPage } from '../domain/reviews.ts';
import type { FormerVersion } from '../domain/version.ts';
import type { Words } from '../words/words.ts';
import { canLead, hands } from './arrange.ts';
import { BESIDE, besideFilm, filmCard, filmLine } from './beside-film.ts';
import { dataBlock, type Fragment, type Html, html } from './html.ts';
import { type Frame, layout } from './layout.ts';
import { oembedLinks } from './oembed.ts';
import { reviewArticle } from './review-article.ts';
import { filmName, stars } from './stars.ts';
import { tagLink } from './tag.ts';
import { versionBody } from './version.ts';

export interface ReviewView extends ReviewPage {
  viewerAuthorId: string | null;
  /** Whether the viewer may say if it tells the story. */
  settles: boolean;
  /** Whether the viewer may say which films it names. */
  names: boolean;
  /** Whether the viewer decides who sees it. */
  decides: boolean;
  /** Whether the viewer may see its former versions. */
  sees: boolean;
  arranged: Arranged | null;
  /** What its author said of posters: of all they wrote, and of this; null for everybody else. */
  onPosters: { all: LetsOut | null; this: boolean } | null;
  /** The page's public address. */
  url: string;
  /** The film's public address. */
  filmUrl: string;
}

/** One review on a page of its own: all of it, and what its author thought of the film at other times. */
export function reviewView(frame: Frame, view: ReviewView): Html {
  const { words, siteName } = frame;
  const { film, review } = view;
  const own = review.authorId === view.viewerAuthorId;
  const place = (view.pins?.indexOf(review.id) ?? -1) + 1;
  const rated = review.rating === null ? '' : `${stars(review.rating)} `;
  return layout(frame, {
    title: `${rated}${words.reviews.single(filmName(film), review.authorName)}`,
    style: 'review.css',
    kind: `${BESIDE} single`,
    canonical: view.url,
    thing: 'article',
    card: review.visibility === 'everyone' && review.withheld === null,
    description: words.reviews.description(filmName(film), review.authorName),
    unlisted: review.username === null || review.visibility !== 'everyone' || review.withheld !== null,
    head: html`${oembedLinks(view.url, words.reviews.single(filmName(film), review.authorName))}${structuredData(view)}`,
    main: html`${filmCard(film)}
${filmLine(film)}
${reviewArticle(review, {
  words,
  film,
  siteName,
  level: 1,
  pinned: place > 0,
  viewerAuthorId: view.viewerAuthorId,
  focusable: view.pins !== null,
  below: html`${tags(review, words)}${view.pins !== null && canLead(review) && hands({ words, film, review, pinned: place > 0 ? { place, of: view.pins?.length ?? 0 } : null, back: `/review/${review.id}`, arranged: view.arranged, moves: false })}`,
})}${also(view, words)}${settle(view, words)}${posters(view, words)}${decide(view, words)}<p class="doors"><a class="door" href="/film/${film.slug}/reviews">${words.film.seeAllReviews}</a>${view.sees && html` <a class="door" href="/review/${review.id}/versions">${words.reviews.versions}</a>`}${view.names && html` <a class="door" href="/review/${review.id}/films">${words.mention.link}</a>`}${view.pins !== null && canLead(review) && html` <a class="door" href="/review/${review.id}/quote">${words.quote.make.link}</a>`}${own && html` <a class="door" href="/review/${review.id}/delete">${words.reviews.delete}</a>`}</p>`,
  });
}

function tags(review: ShownReview, { reviews: w }: Words): Fragment {
  if (review.tagList.length === 0) return null;
  return html`<p class="foot tags"><span>${w.tags}:</span>${review.tagList.map((tag) => html` ${tagLink(tag, review.username)}`)}</p>
`;
}

function also({ others, review }: ReviewView, { reviews: w, review: one }: Words): Fragment {
  if (others.length === 0) return null;
  const occasion = (other: Review) => {
    const rated =
      other.rating === null
        ? w.unrated
        : html`<span class="stars" role="img" aria-label="${one.outOfFive(other.rating)}">${stars(other.rating)}</span>`;
    const date = other.viewed ?? other.written;
    return html`<li><a href="/review/${other.id}">${rated}${date && html` ${w.on(date)}`}</a></li>`;
  };
  return html`<section class="also" aria-labelledby="also"><h2 id="also">${w.also(review.authorName)}</h2>
<ul>${others.map(occasion)}</ul></section>
`;
}

/** Buttons that say whether the words tell the story, while nobody has, or for those who may change it. */
function settle({ settles, review }: ReviewView, { reviews: w }: Words): Fragment {
  if (!settles || review.html === null) return null;
  const button = (tells: 'yes' | 'no', said: string) =>
    html` <button class="door" name="tells" value="${tells}">${said}</button>`;
  return html`<form class="hands" method="post" action="/review/${review.id}/spoiler"><span>${w.settle}</span>${review.spoiler !== 'yes' && button('yes', w.tells)}${review.spoiler !== 'no' && button('no', w.tellsNot)}</form>
`;
}

/** Where its author says whether words of it may stand on posters. */
function posters({ onPosters, review }: ReviewView, { quote: { own: w } }: Words): Fragment {
  if (onPosters === null) return null;
  const { all, this: allowed } = onPosters;
  if (all !== null)
    return html`<p class="hands"><span>${w[all]}</span> <a href="/settings">${w.settings}</a></p>
`;
  const [act, said] = allowed ? ['take-back', w.takeBack] : ['allow', w.allow];
  return html`<form class="hands" method="post" action="/review/${review.id}/posters"><span>${allowed ? w.on : w.off}</span> <button class="door" name="do" value="${act}">${said}</button></form>
`;
}

/** The button of a moderator that hides it or shows it again. */
function decide({ decides, review }: ReviewView, { admin: w }: Words): Fragment {
  if (!decides) return null;
  const [act, said] = review.withheld === null ? ['hide', w.hide] : ['show', w.show];
  return html`<form class="hands" method="post" action="/admin/review/${review.id}"><button class="door" name="do" value="${act}">${said}</button></form>
`;
}

/** schema.org/Review for what members wrote; its words are on the page and not repeated here. */
function structuredData({ review, film, url, filmUrl }: ReviewView): Fragment {
  if (review.username === null || review.visibility !== 'everyone' || review.withheld !== null) return null;
  return dataBlock('application/ld+json', {
    '@context': 'https://schema.org',
    '@type': 'Review',
    '@id': url,
    url,
    author: { '@type': 'Person', name: review.authorName },
    itemReviewed: {
      '@type': 'Movie',
      '@id': filmUrl,
      name: film.title,
      ...(film.year === null ? {} : { datePublished: String(film.year) }),
    },
    ...(review.title && review.spoiler === 'no' ? { name: review.title } : {}),
    ...(review.written ? { datePublished: review.written } : {}),
    ...(review.language ? { inLanguage: review.language } : {}),
    ...(review.rating === null
      ? {}
      : {
          reviewRating: {
            '@type': 'Rating',
            ratingValue: review.rating / 2,
            bestRating: 5,
            worstRating: 0.5,
          },
        }),
  });
}

/** Asks once more before a review is deleted. */
export function deleteView(frame: Frame, view: { film: Film; review: ShownReview; days: number }): Html {
  const { deleting: w } = frame.words.reviews;
  const { film, review } = view;
  return besideFilm(
    frame,
    film,
    w.title,
    html`<p>${w.text(view.days)}</p>
${reviewArticle(review, { words: frame.words, film, siteName: frame.siteName, viewerAuthorId: review.authorId })}<form method="post" action="/review/${review.id}/delete"><p class="doors"><button class="door first">${w.yes}</button> <a class="door" href="/review/${review.id}">${w.no}</a></p></form>`,
  );
}

/** What the author of a deleted review finds where it was. */
export function deletedView(frame: Frame, view: { film: Film; id: string; days: number }): Html {
  const { deleted: w } = frame.words.reviews;
  return besideFilm(
    frame,
    view.film,
    w.title,
    html`<p>${w.text(view.days)}</p>
<form method="post" action="/review/${view.id}/restore"><button class="door first">${w.back}</button></form>`,
  );
}

/** The former versions of a review; `date` and `time` are those of the site's clock when each was replaced. */
export function versionsView(
  frame: Frame,
  view: {
    film: Film;
    review: ShownReview;
    versions: readonly (FormerVersion & { date: string; time: string })[];
  },
): Html {
  const { history: w } = frame.words.reviews;
  const { film, review, versions } = view;
  const version = ({ id, was, date, time }: (typeof versions)[number]) =>
    was === null
      ? html`<p class="soft">${w.forgotten(date, time)}</p>\n`
      : html`<details><summary>${w.until(date, time)}</summary>
${versionBody(was, frame.words)}<form class="hands" method="post" action="/review/${review.id}/versions"><button class="door" name="forget" value="${id}">${w.forget}</button></form></details>\n`;
  return besideFilm(
    frame,
    film,
    w.title,
    html`<section class="versions"><p class="soft">${w.seenBy}</p>
${versions.length === 0 && html`<p>${w.none}</p>\n`}${versions.map(version)}</section>
<p class="doors"><a class="door" href="/review/${review.id}">${w.back}</a></p>`,
  );
}
