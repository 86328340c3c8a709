import type { FilmLine } from '../domain/reader.ts';
import type { FoundPart, FoundReview, Group, SearchResult } from '../domain/search.ts';
import { filmLink } from './films.ts';
import { type Fragment, type Html, html } from './html.ts';
import { type Frame, layout, searchBox } from './layout.ts';
import { heading } from './review-article.ts';
import { filmName } from './stars.ts';

/** The groups in the order they are shown. */
const GROUPS: readonly Group[] = ['films', 'people', 'members', 'lists', 'reviews'];

export interface SearchView extends SearchResult {
  /** The one group that is shown; all of them for null. */
  only: Group | null;
  /** The address of more of a group. */
  more: (group: Group) => string;
  /** The address of everything that was found. */
  all: string;
  /** Whether this is not the first page. */
  further: boolean;
  url: string;
}

/** What was found, group by group. */
export function searchView(frame: Frame, view: SearchView): Html {
  const { search: w } = frame.words;
  const title = view.text === '' ? w.title : w.found(view.text);
  const groups = GROUPS.map((group) => part(frame, view, group));
  const none = GROUPS.every((group) => view[group].found.length === 0);
  return layout(frame, {
    title,
    style: 'search.css',
    canonical: view.url,
    unlisted: true,
    looking: view.text,
    main: html`<div class="head"><h1>${title}</h1>${view.text === '' && html`\n<p class="soft">${w.ask}</p>`}</div>
${box(frame, view.text)}${groups}${view.text !== '' && none && html`<p class="empty">${view.further ? w.noMore : w.nothing(view.text)}</p>\n`}${view.only !== null && html`<nav class="pages" aria-label="${w.pages}"><a class="door" href="${view.all}">${w.everything}</a></nav>\n`}`,
  });
}

/** A thing that is offered while somebody types: its name, what it is, and where it lies. */
export interface Offer {
  text: string;
  note: string;
  href: string;
}

/** What is offered while somebody types. Plain text: what shows it escapes it. */
export function offered({ words }: Frame, { films, people, members, lists }: SearchResult): Offer[] {
  const { search: w } = words;
  return [
    ...films.found.map((film) => ({
      text: filmName(film),
      note: words.film.names(film.directors),
      href: `/film/${film.slug}`,
    })),
    ...people.found.map(({ name, slug }) => ({ text: name, note: w.person, href: `/person/${slug}` })),
    ...members.found.map(({ name, username }) => ({
      text: name,
      note: w.member(username),
      href: `/@${username}`,
    })),
    ...lists.found.map((list) => ({
      text: list.title,
      note: w.listBy(list.authorName, list.films),
      href: `/@${list.username}/list/${list.slug}`,
    })),
  ];
}

function box(frame: Frame, text: string): Html {
  const { search: w } = frame.words;
  return searchBox(
    frame,
    html`<form class="sift" role="search" action="/search">
<div class="field"><label for="q">${w.box}</label><input id="q" name="q" type="search" value="${text}" maxlength="200" dir="auto"></div>
<button class="door">${w.search}</button>
</form>
`,
  );
}

function part(frame: Frame, view: SearchView, group: Group): Fragment {
  const { search: w } = frame.words;
  const { found, more }: FoundPart<unknown> = view[group];
  if (found.length === 0) return null;
  return html`<section class="part" aria-labelledby="${group}">
<h2 id="${group}">${w.groups[group]}</h2>
${LINES[group](frame, view)}${more && html`<p><a class="door" href="${view.more(group)}">${w.more[group]}</a></p>\n`}</section>
`;
}

const LINES: Record<Group, (frame: Frame, view: SearchView) => Html> = {
  films: ({ words }, { films }) =>
    lines(films.found, (film) => html`${filmLink(film)}${directors(film, words.film.names)}`),
  people: (_, { people }) =>
    lines(people.found, (one) => html`<a href="/person/${one.slug}" dir="auto">${one.name}</a>`),
  members: (_, { members }) =>
    lines(
      members.found,
      (one) =>
        html`<a href="/@${one.username}" dir="auto">${one.name}</a> <span class="soft">@${one.username}</span>`,
    ),
  lists: ({ words }, { lists }) =>
    lines(
      lists.found,
      (one) =>
        html`<a href="/@${one.username}/list/${one.slug}" dir="auto">${one.title}</a> <span class="soft">${words.search.listBy(one.authorName, one.films)}</span>`,
    ),
  reviews: (frame, { reviews }) => html`${reviews.found.map((one) => review(frame, one))}`,
};

function lines<T>(found: readonly T[], line: (one: T) => Html): Html {
  return html`<ul class="found">
${found.map((one) => html`<li>${line(one)}</li>\n`)}</ul>
`;
}

function directors(film: FilmLine, names: (names: string[]) => Fragment): Fragment {
  return film.directors.length > 0 && html` <span class="soft">${names(film.directors)}</span>`;
}

/** A review that was found: whose it is, of which film, and the place; what tells the story stays closed. */
function review({ words, siteName }: Frame, one: FoundReview): Html {
  const film = { title: one.filmTitle, slug: one.filmSlug };
  const { before, after } = words.review.tells;
  return html`<article class="review h-review">
<p class="of">${filmLink({ slug: one.filmSlug, title: one.filmTitle, year: one.filmYear })}</p>
${heading(one, { words, film, siteName, level: 3 })}
${one.passage === null ? html`<p><a href="/review/${one.id}">${before}<b dir="auto">${one.filmTitle}</b>${after}</a></p>` : html`<p class="text" dir="auto"${one.language ? html` lang="${one.language}"` : ''}>${one.passage}</p>\n<p class="foot"><a href="/review/${one.id}">${words.review.permalink}</a></p>`}
</article>
`;
}
