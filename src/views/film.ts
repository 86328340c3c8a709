import type { Arranged } from '../domain/arrange.ts';
import type { FilmPage } from '../domain/film.ts';
import type { Words } from '../words/words.ts';
import { canLead, hands, sayArranged } from './arrange.ts';
import { filmFacts, linkedNames, synopsisFor } from './film-facts.ts';
import { histogram, type RatingCounts } from './histogram.ts';
import { dataBlock, type Html, html, nothing } from './html.ts';
import { knownLanguageName } from './language.ts';
import { type Frame, layout } from './layout.ts';
import { moreFilms } from './more-films.ts';
import { mentionedIn } from './named-films.ts';
import { oembedLinks } from './oembed.ts';
import { filmPicture, largest, posterAlt, posterOf } from './picture.ts';
import { reviewArticle } from './review-article.ts';
import { nextScreenings, screeningData, type Whereabouts } from './screening.ts';
import { filmName } from './stars.ts';

/** What the view needs beside the page itself. */
export interface FilmView extends FilmPage {
  /** The viewer's own author; null for readers. */
  viewerAuthorId: string | null;
  /** Whether the viewer may arrange the reviews. */
  arranges: boolean;
  /** What the viewer has just done to which review. */
  arranged: Arranged | null;
  /** The page's public address. */
  url: string;
  whereabouts: Whereabouts;
}

/** A film's own page. */
export function filmView(frame: Frame, view: FilmView): Html {
  const { words } = frame;
  const { film } = view;
  const synopsis = synopsisFor(film, words.language);
  return layout(frame, {
    title: filmName(film),
    style: view.arranges ? 'arrange.css' : 'film.css',
    kind: view.arranges ? 'film h-entry arranging' : 'film h-entry',
    canonical: view.url,
    feedOf: `/film/${film.slug}`,
    thing: 'video.movie',
    card: true,
    description: synopsis?.text ?? words.film.description(filmName(film), film.reviews),
    head: html`${oembedLinks(view.url, words.strip.of(filmName(film)))}${structuredData(view)}${screeningData(view.screenings.first, view.whereabouts)}`,
    main: html`${filmPicture(film, posterAlt(film, words))}
<div class="lead">
<h1${sizeOf(film.title)}><span dir="auto">${film.title}</span>${film.year !== null && html` <span class="year">${film.year}</span>`}</h1>
${facts(view, words)}
${nextScreenings(words, film, view.screenings)}${frame.programme && view.arranges && html`<p class="doors"><a class="door" href="/film/${film.slug}/screenings/add">${words.screening.enter}</a></p>\n`}${synopsis && html`<p class="synopsis" dir="auto"${synopsis.language && html` lang="${synopsis.language}"`}>${synopsis.text}</p>\n`}<p class="doors"><a class="door first" href="/film/${film.slug}/review">${words.film.addReview}</a> <a class="door" href="/films">${words.film.seeMoreFilms}</a></p>
</div>
<div class="reviews">
${reviews(frame, view)}${mentionedIn(view.namedIn, words)}</div>
${score(view, words)}${filmFacts(words, view, view.arranges)}${moreFilms(view.more, words)}`,
  });
}

/** A long title is set smaller, so that the synopsis is still in sight. */
function sizeOf(title: string): Html {
  const length = [...title].length;
  return length > 60 ? html` class="longer"` : length > 24 ? html` class="long"` : nothing;
}

function facts({ film, directors }: FilmView, words: Words): Html {
  const names = linkedNames(words, directors);
  const spoken = film.languages
    .map((code) => knownLanguageName(words.language, code))
    .filter((name) => name !== null);
  return html`<p class="facts">${directors.length > 0 && html`<span>${words.film.directedBy} <b>${names}</b></span> `}${film.originalTitle && film.originalTitle !== film.title && html`<span>${words.film.originally} <i dir="auto">${film.originalTitle}</i></span> `}${film.runtime !== null && html`<span>${words.film.runtime(film.runtime)}</span> `}${spoken.length > 0 && html`<span>${spoken.join(', ')}</span>`}</p>`;
}

function reviews(frame: Frame, view: FilmView): Html {
  const { words, siteName } = frame;
  const { film } = view;
  const all = html`<a class="door" href="/film/${film.slug}/reviews">${words.film.seeAllReviews}</a>`;
  if (view.reviews.length === 0)
    return html`<p class="empty">${words.film.empty} ${words.film.emptyFirst}</p>
<p class="more">${all}</p>
`;
  const articles = view.reviews.map((review, index) =>
    reviewArticle(review, {
      words,
      film,
      siteName,
      pinned: index < view.pinned,
      folds: true,
      viewerAuthorId: view.viewerAuthorId,
      focusable: view.arranges,
      below:
        view.arranges && canLead(review)
          ? hands({
              words,
              film,
              review,
              pinned: index < view.pinned ? { place: index + 1, of: view.pinned } : null,
              back: `/film/${film.slug}`,
              arranged: view.arranged,
              moves: true,
            })
          : null,
    }),
  );
  const count =
    view.pinned > 0
      ? words.film.chosen(view.pinned, siteName, film.reviews)
      : words.film.reviewCount(film.reviews);
  // A review that was taken down may stand on this page no more.
  const gone =
    view.arranged !== null && !view.reviews.some((review) => review.id === view.arranged?.id)
      ? html`<p class="notice" role="status">${sayArranged(view.arranged, null, words)}</p>\n`
      : nothing;
  return html`${gone}${articles}<p class="more">${all} <span>${count}</span></p>
`;
}

function score({ here, elsewhere }: FilmView, { film: w }: Words): Html {
  if (here.count + elsewhere.count === 0)
    return html`<aside class="score" aria-label="${w.ratings}"><p>${w.unrated}</p></aside>`;
  const lead = here.average !== null ? here : elsewhere;
  const bars =
    lead.histogram &&
    html`${histogram(lead.histogram as RatingCounts, w.bars(lead.histogram))}
<div class="ends" aria-hidden="true"><span>½</span><span>★★★★★</span></div>
`;
  const line = (average: number, said: string) =>
    html`<p><b>${w.outOfFive(average)}</b> ${said} <a href="/about#ratings">${w.howCounted}</a></p>\n`;
  const first =
    here.average !== null
      ? line(here.average, w.fromHere(here.count))
      : elsewhere.average !== null
        ? line(elsewhere.average, w.onlyElsewhere(elsewhere.count))
        : nothing;
  return html`<aside class="score" aria-label="${w.ratings}">
${first}${bars}${here.average === null && here.count > 0 ? html`<p>${w.tooFew(here.count)}</p>\n` : ''}${here.average !== null && elsewhere.average !== null ? html`<p>${w.fromElsewhere(elsewhere.average, elsewhere.count)}</p>\n` : ''}${elsewhere.average === null && elsewhere.count > 0 ? html`<p>${w.tooFewElsewhere(elsewhere.count)}</p>\n` : ''}</aside>`;
}

/** A country by its two letters, which schema.org takes for its name. */
const country = (name: string) => ({ '@type': 'Country', name });

/** schema.org/Movie with what members here wrote; search engines forbid marking up what others did. */
function structuredData(view: FilmView): Html {
  const { film, here } = view;
  const poster = posterOf(film.poster);
  const local = view.reviews.filter(
    (review) => review.username !== null && review.spoiler === 'no' && canLead(review),
  );
  return dataBlock('application/ld+json', {
    '@context': 'https://schema.org',
    '@type': 'Movie',
    '@id': view.url,
    url: view.url,
    name: film.title,
    ...(film.originalTitle ? { alternateName: film.originalTitle } : {}),
    ...(film.released || film.year ? { datePublished: film.released ?? String(film.year) } : {}),
    ...(film.runtime ? { duration: `PT${film.runtime}M` } : {}),
    ...(poster ? { image: new URL(largest(poster), view.url).href } : {}),
    ...(film.synopsis ? { description: film.synopsis } : {}),
    ...(film.genres.length > 0 ? { genre: film.genres } : {}),
    ...(film.countries.length > 0 ? { countryOfOrigin: film.countries.map(country) } : {}),
    ...(film.languages.length > 0 ? { inLanguage: film.languages } : {}),
    director: view.directors.map(({ name }) => ({ '@type': 'Person', name })),
    actor: view.credits
      .filter(({ role }) => role === 'actor')
      .slice(0, 12)
      .map(({ name }) => ({ '@type': 'Person', name })),
    ...(here.average === null
      ? {}
      : {
          aggregateRating: {
            '@type': 'AggregateRating',
            ratingValue: here.average,
            ratingCount: here.count,
            bestRating: 5,
            worstRating: 0.5,
          },
        }),
    review: local.map((review) => ({
      '@type': 'Review',
      author: { '@type': 'Person', name: review.authorName },
      ...(review.written ? { datePublished: review.written } : {}),
      ...(review.rating
        ? {
            reviewRating: {
              '@type': 'Rating',
              ratingValue: review.rating / 2,
              bestRating: 5,
              worstRating: 0.5,
            },
          }
        : {}),
    })),
  });
}
