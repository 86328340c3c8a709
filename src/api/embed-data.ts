import type { ShownReview } from '../domain/review.ts';
import { html, render } from '../views/html.ts';
import { filmName, stars } from '../views/stars.ts';
import { filmAddress, pickedFrom, type StripView, safeWords } from '../views/strip.ts';
import { type ProgrammeStripView, programmeTitle } from '../views/strip-programme.ts';
import type { Words } from '../words/words.ts';

interface Place {
  words: Words;
  siteName: string;
  origin: string;
}

/** A film's strip as data, for a site that draws it itself. `picked` is to be printed with it. */
export function filmStripData({ words, siteName, origin }: Place, view: StripView) {
  const { film, here, elsewhere, options } = view;
  const url = filmAddress(origin, film);
  return {
    site: { name: siteName, url: origin },
    film: { title: film.title, year: film.year, name: filmName(film), url },
    average: {
      here: { outOfFive: here.average, ratings: here.count },
      elsewhere: { outOfFive: elsewhere.average, ratings: elsewhere.count },
    },
    count: film.reviews,
    picked:
      view.reviews.length === 0 ? words.film.reviewCount(film.reviews) : pickedFrom(words, siteName, view),
    reviews: view.reviews.map((review) => reviewData(review, { words, origin, title: film.title })),
    links: {
      add: { said: words.film.addReview, url: `${url}/review` },
      all: { said: words.film.seeAllReviews, url: `${url}/reviews` },
      more: { said: words.film.seeMoreFilms, url: `${origin}/films` },
    },
    language: words.language,
    problems: view.problems.map(({ option, value }) => words.strip.problem[option](value)),
    options: { show: options.show, n: options.count, from: options.sources },
  };
}

function reviewData(
  review: ShownReview,
  { words, origin, title }: { words: Words; origin: string; title: string },
) {
  const url = `${origin}/review/${review.id}`;
  const stored = review.html ?? '';
  const end = review.fold ?? review.cut ?? stored.length;
  return {
    url,
    author: {
      name: review.authorName,
      url: review.username ? `${origin}/@${review.username}` : review.authorLink,
    },
    on: review.livesOn,
    original: review.link,
    stars: review.rating === null ? null : stars(review.rating),
    outOfFive: review.rating === null ? null : review.rating / 2,
    said: review.rating === null ? null : words.review.outOfFive(review.rating),
    title: review.closed ? null : review.title,
    html: review.closed
      ? null
      : render(html`${safeWords(stored.slice(0, end), html`<a href="${url}">[${words.strip.hidden}]</a>`)}`),
    /** Why there are no words, to be printed in their place. */
    withheld: review.closed ? words.strip[review.mayTell ? 'mayTell' : 'tells'](title) : null,
    whole: !review.closed && end >= stored.length,
    language: review.language,
    written: review.written,
  };
}

/** A strip of the programme as data. */
export function programmeStripData({ words, siteName, origin }: Place, view: ProgrammeStripView) {
  const { venue, screenings } = view;
  return {
    site: { name: siteName, url: origin },
    title: programmeTitle(words, view),
    url: `${origin}/programme${venue ? `?venue=${encodeURIComponent(venue.slug)}` : ''}`,
    screenings: screenings.map((one) => ({
      film: {
        title: one.filmTitle,
        year: one.filmYear,
        url: filmAddress(origin, { slug: one.filmSlug }),
      },
      day: one.day,
      time: one.time,
      starts: new Date(one.starts).toISOString(),
      venue: {
        name: one.venueName,
        town: one.town,
        url: `${origin}/venue/${encodeURIComponent(one.venueSlug)}`,
      },
      room: one.room,
      format: one.format,
      language: one.language,
      subtitles: one.subtitles,
      state: one.state,
      tickets: one.tickets,
    })),
    language: words.language,
    problems: view.problems.map(({ option, value }) => words.strip.problem[option](value)),
  };
}
