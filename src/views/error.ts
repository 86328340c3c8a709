import type { FilmName } from '../domain/near.ts';
import { filmLink } from './films.ts';
import type { Fragment, Html } from './html.ts';
import { html } from './html.ts';
import { type Frame, layout } from './layout.ts';

/** A page that says what happened, what is safe and what to do. */
export function errorView(
  frame: Frame,
  said: {
    title: string;
    text: string;
    quiet?: string;
    /** Offers a search for a film, with these words in it. */
    search?: string | null;
    /** Films that may have been meant. */
    near?: readonly FilmName[];
    film?: { slug: string; title: string } | null;
  },
): Html {
  const { errors, film } = frame.words;
  const near: Fragment =
    said.near !== undefined &&
    said.near.length > 0 &&
    html`<section class="near" aria-labelledby="near"><h2 id="near">${errors.notFound.near}</h2>
<ul>${said.near.map((one) => html`<li>${filmLink(one)}</li>`)}</ul></section>\n`;
  const look: Fragment =
    typeof said.search === 'string' &&
    html`<form class="look" action="/films"><label for="q">${errors.notFound.search}</label> <input id="q" name="q" type="search" value="${said.search}" maxlength="200" dir="auto"> <button class="door">${errors.notFound.searchButton}</button></form>\n`;
  return layout(frame, {
    title: said.title,
    style: 'error.css',
    kind: 'amiss',
    unlisted: true,
    main: html`<h1>${said.title}</h1>
<p>${said.text}</p>
${near}${look}<p class="doors">${said.film ? html`<a class="door first" href="/film/${said.film.slug}" dir="auto">${said.film.title}</a> ` : ''}<a class="door${said.film ? '' : ' first'}" href="/films">${film.seeMoreFilms}</a></p>
${said.quiet && html`<p class="soft">${said.quiet}</p>`}`,
  });
}
