import type { Film } from '../domain/reader.ts';
import { type Fragment, type Html, html } from './html.ts';
import { type Frame, layout } from './layout.ts';
import { filmPicture } from './picture.ts';

/** What a page that is about a film needs to know of it. */
export type NamedFilm = Pick<Film, 'id' | 'title' | 'year' | 'slug' | 'poster'>;

/** The kind of `main` that stands beside a film's card. */
export const BESIDE = 'beside-film';

/** The line that leads back to the film. */
export function filmLine(film: Pick<NamedFilm, 'slug' | 'title' | 'year'>): Html {
  return html`<p class="of"><a href="/film/${film.slug}"><b dir="auto">${film.title}</b>${film.year !== null && html` (${film.year})`}</a></p>`;
}

/** The small card that stands beside whatever is said of the film. */
export function filmCard(film: NamedFilm): Html {
  return filmPicture(film);
}

/**
 * The head of a page about a film: its card, its name, and the page's own title.
 *
 * @param film null where whoever asks may not be told which film it is
 */
export function filmHead(film: NamedFilm | null, title: string, more?: Fragment): Html {
  return html`${film && html`${filmCard(film)}\n`}<div class="head">
${film && html`${filmLine(film)}\n`}<h1>${title}</h1>
${more}</div>
`;
}

/** A page that does something with a review of a film: its title beside the film's card, and what is to be done. */
export function besideFilm(frame: Frame, film: NamedFilm, title: string, main: Fragment): Html {
  return layout(frame, {
    title,
    style: 'review.css',
    kind: BESIDE,
    unlisted: true,
    main: html`${filmHead(film, title)}${main}`,
  });
}
