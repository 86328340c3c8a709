import type { MarkedFilm, MarkedPage, MarkedSort } from '../domain/marks.ts';
import type { MemberHead } from '../domain/member.ts';
import { selectField } from './field.ts';
import { type Html, html } from './html.ts';
import type { Frame } from './layout.ts';
import { memberPageOf, pages, type Steps } from './member-head.ts';
import { smallPicture } from './picture.ts';
import { stars } from './stars.ts';

export interface MarkedView extends MemberHead, MarkedPage, Steps {
  own: boolean;
  url: string;
}

/** Somebody's films, or those they mean to see, as a wall of cards. */
export function markedView(frame: Frame, view: MarkedView): Html {
  const { marks: w } = frame.words;
  const { member, as } = view;
  return memberPageOf(frame, view, as === 'watched' ? 'films' : 'watchlist', {
    title: w.of[as](member.name),
    canonical: view.url,
    unlisted: view.first !== null,
    main:
      view.films.length === 0
        ? html`<p class="empty">${w.nothing[as](member.name)}</p>\n`
        : html`${sift(frame, view)}<ul class="wall">
${view.films.map((film) => card(frame, film))}</ul>
${pages(frame, view)}`,
  });
}

function sift({ words }: Frame, view: MarkedView): Html {
  const { marks: w } = words;
  const sorts: MarkedSort[] = [
    'added',
    'title',
    'year',
    ...(view.as === 'watched' ? ['rating' as const] : []),
  ];
  const room = view.as === 'watched' ? 'films' : 'watchlist';
  return html`<form class="sift" action="/@${view.member.username}/${room}">
${selectField({ name: 'sort', label: w.sort, options: sorts.map((sort) => [sort, w.sorts[sort]] as const), value: view.sort })}<button class="door">${w.show}</button>
</form>
`;
}

function card({ words }: Frame, film: MarkedFilm): Html {
  const { review, marks: w } = words;
  const rated =
    film.rating !== null &&
    html` <span class="stars" role="img" aria-label="${review.outOfFive(film.rating)}">${stars(film.rating)}</span>`;
  return html`<li><a href="/film/${film.slug}">${smallPicture(film)}<b dir="auto">${film.title}</b></a>${film.year !== null && html` <small>${film.year}</small>`}${rated}${film.liked && html` <small>${w.liked}</small>`}</li>\n`;
}
