import type { PersonFilm, PersonPage, PersonPartPage } from '../domain/person.ts';
import type { Words } from '../words/words.ts';
import { type Fragment, type Html, html } from './html.ts';
import { type Frame, layout } from './layout.ts';
import { pages, type Steps } from './member-head.ts';
import { smallPicture } from './picture.ts';

/** A maker's films, by the part they had. */
export function personView(frame: Frame, view: PersonPage & { url: string }): Html {
  const { words } = frame;
  const { person: w } = words;
  const { person, names, parts } = view;
  const sections = parts.map(
    ({ role, films, total }, index) => html`<section class="part" aria-labelledby="part-${index}">
<h2 id="part-${index}">${w.part(role)} <small>${w.count(total)}</small></h2>
${filmography(words, films)}${total > films.length && html`<p class="more"><a class="door" href="/person/${person.slug}?part=${encodeURIComponent(role)}">${w.all(total)}</a></p>\n`}</section>
`,
  );
  return layout(frame, {
    title: person.name,
    style: 'person.css',
    canonical: view.url,
    description: w.description(person.name),
    main: html`<div class="head"><h1 dir="auto">${person.name}</h1>
${names.length > 0 && html`<p class="soft">${w.alsoCalled} ${names.map((name, at) => html`${at > 0 && ', '}<bdi>${name}</bdi>`)}</p>\n`}</div>
${parts.length === 0 ? html`<p class="empty">${w.nothing}</p>\n` : sections}`,
  });
}

/** What the view of one part needs beside its films. */
export interface PersonPartView extends PersonPartPage, Steps {
  url: string;
}

/** A page of the films in which somebody had one part. */
export function personPartView(frame: Frame, view: PersonPartView): Html {
  const { words } = frame;
  const { person: w } = words;
  const { person, role } = view;
  return layout(frame, {
    title: w.partOf(person.name, w.part(role)),
    style: 'person.css',
    canonical: view.url,
    unlisted: view.first !== null,
    main: html`<div class="head"><p class="of"><a href="/person/${person.slug}" dir="auto">${person.name}</a></p>
<h1>${w.part(role)}</h1></div>
${filmography(words, view.films)}${pages(frame, view)}`,
  });
}

/** Films as a wall of cards, with the part played in each and what people gave it. */
function filmography(words: Words, films: readonly PersonFilm[]): Html {
  const cards = films.map(
    (film) =>
      html`<li><a href="/film/${film.slug}">${smallPicture({ id: film.filmId, poster: film.poster })}<b dir="auto">${film.title}</b></a>${film.year !== null && html` <small>${film.year}</small>`}${film.character !== null && html` <small class="as">${words.known.as} <bdi>${film.character}</bdi></small>`}${given(words, film)}</li>\n`,
  );
  return html`<ul class="wall">
${cards}</ul>
`;
}

/** The average here, else the one elsewhere; nothing under five ratings. */
function given({ person: w, films }: Words, { here, elsewhere }: PersonFilm): Fragment {
  const [average, where] = here.average === null ? [elsewhere.average, w.elsewhere] : [here.average, w.here];
  if (average === null) return null;
  return html` <small class="given"><span role="img" aria-label="${w.average(average)}">★ ${films.average(average)}</span> ${where}</small>`;
}
