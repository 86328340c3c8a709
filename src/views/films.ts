import type { FilmsPage, ListedFilm, NamedTerm } from '../domain/films.ts';
import type { Words } from '../words/words.ts';
import { type SiftForm, siftForm, termName } from './film-sift.ts';
import { type Html, html } from './html.ts';
import { type Frame, layout } from './layout.ts';
import { type Pictured, smallPicture } from './picture.ts';
import { filmName, stars } from './stars.ts';

/** What was asked of the list, and what it answers. */
export interface FilmsView extends FilmsPage, SiftForm {
  /** The one term these films are found by, where the page is a term's own. */
  of: NamedTerm | null;
  /** The address of the next page; null on the last. */
  more: string | null;
  /** The address of the first page; null on it. */
  first: string | null;
  /** Whether films of somebody's own were asked for by somebody without any. */
  signInForMine: boolean;
  unlisted: boolean;
  url: string;
}

/** The list of films: See more films; also those of one genre, country, language, studio or decade. */
export function filmsView(frame: Frame, view: FilmsView): Html {
  const { films: w } = frame.words;
  const title = titleOf(frame.words, view);
  const adds = frame.member !== null && ['owner', 'curator'].includes(frame.member.role);
  return layout(frame, {
    title,
    style: 'films.css',
    canonical: view.url,
    unlisted: view.unlisted,
    ...(view.of ? { description: frame.words.term.more(title) } : {}),
    main: html`<div class="head"><h1>${title}</h1> <p class="soft">${w.count(view.count)}${adds && html` <a href="/films/new">${frame.words.fact.newFilm.link}</a>`}</p></div>
${siftForm(frame.words, view)}${view.signInForMine && html`<p class="notice">${w.signInForMine} <a href="/sign-in">${frame.words.layout.signIn}</a></p>\n`}${view.films.length === 0 ? none(frame, view) : view.as === 'table' ? table(frame, view.films) : wall(view.films)}${pages(frame, view)}`,
  });
}

function titleOf(words: Words, { of, sift }: FilmsView): string {
  if (of) return words.term.titles[of.kind](termName(words, of.kind, of.term, of.name));
  return sift.search === '' ? words.films.title : words.films.found(sift.search);
}

/** Films as a wall of cards. */
export function wall(
  films: readonly (Pictured & { slug: string; title: string; year: number | null })[],
): Html {
  const cards = films.map(
    (film) =>
      html`<li><a href="/film/${film.slug}">${smallPicture(film)}<b dir="auto">${film.title}</b></a>${film.year !== null && html` <small>${film.year}</small>`}</li>\n`,
  );
  return html`<ul class="wall">
${cards}</ul>
`;
}

function none({ words }: Frame, view: FilmsView): Html {
  const { films: w } = words;
  if (!view.unlisted && view.of === null) return html`<p class="empty">${w.nothingYet}</p>\n`;
  const { search, ...rest } = view.sift;
  const only = Object.values(rest).every((one) => !one || (Array.isArray(one) && one.length === 0));
  return html`<p class="empty">${only ? w.noneFound(search) : w.noneSifted} <a href="/films">${w.all}</a></p>\n`;
}

function table({ words }: Frame, films: readonly ListedFilm[]): Html {
  const { films: w, film: one, review } = words;
  const rows = films.map((film) => {
    const { average } = film.here;
    const halves = average === null ? null : Math.round(average * 2);
    return html`<tr><th scope="row"><a href="/film/${film.slug}" dir="auto">${film.title}</a></th><td class="number">${film.year}</td><td>${one.names(film.directors)}</td><td class="number">${film.reviews}</td><td>${halves === null ? html`<span class="soft">${w.noAverage}</span>` : html`<span class="stars" role="img" aria-label="${review.outOfFive(halves)}">${stars(halves)}</span> ${w.average(average ?? 0)}`}</td></tr>\n`;
  });
  const { columns: c } = w;
  return html`<section class="sideways" aria-label="${w.title}" tabindex="0">
<table>
<thead><tr><th scope="col">${c.title}</th><th scope="col" class="number">${c.year}</th><th scope="col">${c.directors}</th><th scope="col" class="number">${c.reviews}</th><th scope="col">${c.average}</th></tr></thead>
<tbody>
${rows}</tbody>
</table>
</section>
`;
}

function pages({ words }: Frame, view: FilmsView): Html | '' {
  const { films: w } = words;
  if (view.more === null && view.first === null) return '';
  const from = view.before + 1;
  return html`<nav class="pages" aria-label="${w.pages}">${view.first !== null && html`<a class="door" href="${view.first}">${w.first}</a> `}${view.more !== null && html`<a class="door" rel="next" href="${view.more}">${w.more}</a> `}<span>${w.span(from, view.before + view.films.length, view.count)}</span></nav>
`;
}

/** A film's name as a link to its page. */
export function filmLink(film: { slug: string; title: string; year: number | null }): Html {
  return html`<a href="/film/${film.slug}" dir="auto">${filmName(film)}</a>`;
}
