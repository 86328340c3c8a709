import type { Film } from '../domain/reader.ts';
import type { ShownReview } from '../domain/review.ts';
import type { Strip, StripOptions, StripProblem } from '../domain/strip.ts';
import type { Words } from '../words/words.ts';
import { type Fragment, type Html, html, trusted } from './html.ts';
import { languageName } from './language.ts';
import { filmName, stars } from './stars.ts';

/**
 * Strips of reviews for pages elsewhere. Every address is whole, every class begins with `fr-` so that it meets none
 * of the page's own, and nothing is marked up for machines: the reviews are not that page's.
 */
export interface StripFrame {
  words: Words;
  siteName: string;
  /** The site's public address, without a last slash. */
  origin: string;
  /** Of the strip's own heading: 1 where it is a page by itself. */
  level: 1 | 2;
}

export interface StripView extends Strip {
  options: StripOptions;
  problems: readonly StripProblem[];
}

/** A film's strip. */
export function filmStripView(frame: StripFrame, view: StripView): Html {
  const { words, siteName, origin } = frame;
  const { film, reviews, options } = view;
  const address = filmAddress(origin, film);
  const add = html`<a class="fr-door fr-first" part="door first-door" href="${address}/review">${words.film.addReview}</a>`;
  if (reviews.length === 0) {
    if (isNothing(frame, options)) return html`${problems(frame, view.problems)}`;
    const said =
      film.reviews === 0
        ? words.strip.none(siteName)
        : html`<a href="${address}/reviews">${words.strip.noneHere(film.reviews, siteName)}</a>`;
    return whole(
      words,
      options,
      words.strip.of(filmName(film)),
      html`${line(frame, said, add)}${problems(frame, view.problems)}`,
    );
  }
  return whole(
    words,
    options,
    words.strip.of(filmName(film)),
    html`${heading(frame, address, film)}${score(frame, view)}${reviews.map((review) => article(frame, film, review))}<p class="fr-more"><a class="fr-door" part="door" href="${address}/reviews">${words.film.seeAllReviews}</a></p>
<p class="fr-doors" part="doors">${add} <a class="fr-door" part="door" href="${origin}/films">${words.film.seeMoreFilms}</a></p>
${problems(frame, view.problems)}`,
  );
}

/** A strip of one review. */
export function reviewStripView(
  frame: StripFrame,
  {
    film,
    review,
    options,
  }: { film: Pick<Film, 'slug' | 'title' | 'year'>; review: ShownReview; options: StripOptions },
): Html {
  const { words, origin } = frame;
  const address = filmAddress(origin, film);
  return whole(
    words,
    options,
    words.strip.of(filmName(film)),
    html`${heading(frame, address, film)}${article(frame, film, review)}<p class="fr-more"><a class="fr-door" part="door" href="${address}/reviews">${words.film.seeAllReviews}</a></p>\n`,
  );
}

/** What stands where a film, a review or a venue is not known: a sentence, with a way to the site. */
export function unknownStripView(
  frame: StripFrame,
  options: StripOptions,
  what: 'unknown' | 'unknownReview' | 'unknownVenue',
): Html {
  const { words, siteName, origin } = frame;
  return whole(
    words,
    options,
    null,
    line(frame, html`<a href="${origin}/films">${words.strip[what](siteName)}</a>`),
  );
}

/** The strip itself, named for whoever hears the page. */
export function whole(
  words: Words,
  { theme }: StripOptions,
  title: string | null,
  inside: Fragment,
  open = words.strip.open,
): Html {
  const label = title !== null && html` aria-label="${title}"`;
  return html`<section class="fr fr-${theme}" part="strip"${label} lang="${words.language}" dir="${words.direction}" data-open="${open}" data-rest="${words.strip.rest}">
${inside}</section>
`;
}

/** Whether nothing stands where there is nothing to show. A frame is never left empty: it is there all the same. */
export function isNothing({ level }: StripFrame, { empty }: StripOptions): boolean {
  return empty === 'nothing' && level !== 1;
}

/** All there is to say, in one line; where the strip is a page by itself, its heading. */
export function line({ level }: StripFrame, said: Fragment, door: Fragment = null): Html {
  const sentence = level === 1 ? html`<h1>${said}</h1>` : html`<p>${said}</p>`;
  return html`<div class="fr-line">${sentence} ${door}</div>\n`;
}

function heading(frame: StripFrame, address: string, film: Pick<Film, 'title' | 'year'>): Html {
  const year = film.year !== null && html` <span class="fr-year">${film.year}</span>`;
  return titled(frame, html`<a href="${address}" dir="auto">${film.title}</a>${year}`);
}

/** What a strip is called: on a page of its own the page's heading. */
export function titled({ level }: StripFrame, said: Fragment): Html {
  return level === 1
    ? html`<h1 class="fr-title" part="title">${said}</h1>\n`
    : html`<h2 class="fr-title" part="title">${said}</h2>\n`;
}

/**
 * The averages of everybody, however few of the reviews are shown, and how those were picked. It stands before them
 * as bare text beside the averages, so that no little room cuts it off, and whoever would style it away takes those
 * along.
 */
function score({ words, siteName }: StripFrame, view: StripView): Html {
  const { film: w } = words;
  const { here, elsewhere } = view;
  const parts: Html[] = [];
  if (here.average !== null) parts.push(html`<b>${w.outOfFive(here.average)}</b> ${w.fromHere(here.count)}`);
  else if (elsewhere.average !== null)
    parts.push(html`<b>${w.outOfFive(elsewhere.average)}</b> ${w.onlyElsewhere(elsewhere.count)}`);
  if (here.average === null && here.count > 0) parts.push(html`${w.tooFew(here.count)}`);
  if (here.average !== null && elsewhere.average !== null)
    parts.push(html`${w.fromElsewhere(elsewhere.average, elsewhere.count)}.`);
  if (elsewhere.average === null && elsewhere.count > 0)
    parts.push(html`${w.tooFewElsewhere(elsewhere.count)}`);
  return html`<p class="fr-score">${parts.map((part) => html`${part} `)}${pickedFrom(words, siteName, view)}.</p>\n`;
}

/** How the reviews were picked from all. */
export function pickedFrom(words: Words, site: string, view: Strip & { options: StripOptions }): string {
  const { strip: w, film: f } = words;
  const { film, reviews, chosen, options } = view;
  const { least, sources, language } = options;
  const limits = [
    least !== null && w.limits.least(stars(least)),
    sources !== 'all' && w.limits[sources],
    language !== null && w.limits.language(languageName(words.language, language)),
  ].filter((limit) => limit !== false);
  if (limits.length === 0 && chosen === 0 && reviews.length === film.reviews)
    return f.reviewCount(film.reviews);
  const newest = options.show === 'newest';
  return w.picked({ shown: reviews.length, chosen, all: film.reviews, site, newest, limits });
}

type Named = Pick<Film, 'title' | 'slug'>;

/** One review: its line, and its words where they are safe to be met unasked. */
function article(frame: StripFrame, film: Named, review: ShownReview): Html {
  return html`<article class="fr-review" part="review">
${byLine(frame, review)}${words(frame, film, review)}</article>
`;
}

function byLine({ words: { review: w }, origin, level }: StripFrame, review: ShownReview): Html {
  const link = review.username ? `${origin}/@${review.username}` : review.authorLink;
  const name = link
    ? html`<a class="fr-name"${!review.username && html` rel="nofollow ugc noopener"`} href="${link}" dir="auto">${review.authorName}</a>`
    : html`<bdi class="fr-name">${review.authorName}</bdi>`;
  const place = review.livesOn;
  const where =
    place !== null &&
    html` ${w.on} ${review.link ? html`<a rel="nofollow ugc noopener" href="${review.link}" dir="auto">${place}</a>` : html`<bdi>${place}</bdi>`}`;
  const rated =
    review.rating !== null &&
    html`<span class="fr-stars" part="stars" role="img" aria-label="${w.outOfFive(review.rating)}">${stars(review.rating)}</span> `;
  const said = html`${rated}${w.by} ${name}${where}`;
  return level === 1
    ? html`<h2 class="fr-by" part="by">${said}</h2>\n`
    : html`<h3 class="fr-by" part="by">${said}</h3>\n`;
}

function words({ words: w, origin }: StripFrame, film: Named, review: ShownReview): Html {
  const address = `${origin}/review/${review.id}`;
  if (review.closed)
    return html`<p class="fr-tells">${w.strip[review.mayTell ? 'mayTell' : 'tells'](film.title)} <a href="${address}">${w.strip.readThere}</a></p>\n`;
  const stored = review.html ?? '';
  const end = review.fold ?? review.cut ?? stored.length;
  const text = safeWords(stored.slice(0, end), html`<a href="${address}">[${w.strip.hidden}]</a>`);
  const title = review.title && html`<p class="fr-named" dir="auto">${review.title}</p>\n`;
  const more =
    end < stored.length && html`<p class="fr-onward"><a href="${address}">${w.review.readWhole}</a></p>\n`;
  return html`${title}<div class="fr-text" part="text" dir="auto"${review.language && html` lang="${review.language}"`}>${text}</div>
${more}`;
}

const HIDDEN = /<span class="spoiler">[\s\S]*?<\/span>/;

/**
 * Stored words without those that their author hid within a line, a link in the place of each: a page elsewhere may
 * style nothing, and then nothing is hidden.
 */
export function safeWords(stored: string, instead: Html): Fragment {
  const pieces = stored.split(HIDDEN).map(trusted);
  return pieces.map((piece, at) => (at === 0 ? piece : html`${instead}${piece}`));
}

/** What could not be done as asked, for whoever keeps the page the strip stands on. */
export function problems({ words: { strip: w } }: StripFrame, all: readonly StripProblem[]): Fragment {
  return all.map(({ option, value }) => html`<p class="fr-problem">${w.problem[option](value)}</p>\n`);
}

/** Where a film is. */
export function filmAddress(origin: string, { slug }: { slug: string }): string {
  return `${origin}/film/${encodeURIComponent(slug)}`;
}
