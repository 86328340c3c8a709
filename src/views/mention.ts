import type { NamedFilm, NamedFilmsPage } from '../domain/mention.ts';
import { besideFilm } from './beside-film.ts';
import { notice, textField } from './field.ts';
import { type Fragment, type Html, html } from './html.ts';
import type { Frame } from './layout.ts';
import { filmName } from './stars.ts';

/** The films a review names, each to be removed, and others to be added by their titles. */
export function namedFilmsView(frame: Frame, view: NamedFilmsPage & { asked: string }): Html {
  const { mention: w } = frame.words;
  const { film, review, named, offered, asked } = view;
  const path = `/review/${review.id}/films`;
  const line = (one: NamedFilm, does: 'add' | 'remove', said: string, spoken: string) =>
    html`<li><a href="/film/${one.slug}" dir="auto">${filmName(one)}</a> <form method="post" action="${path}"><button class="door" name="${does}" value="${one.id}" aria-label="${spoken}">${said}</button></form></li>\n`;
  const list = (films: readonly NamedFilm[], does: 'add' | 'remove'): Fragment =>
    html`<ul class="named-films">
${films.map((one) =>
  does === 'add'
    ? line(one, does, w.add, w.addOne(filmName(one)))
    : line(one, does, w.remove, w.removeOne(filmName(one))),
)}</ul>
`;
  return besideFilm(
    frame,
    film,
    w.title,
    html`${named.length === 0 ? html`<p>${w.none}</p>\n` : list(named, 'remove')}<form method="get" action="${path}">
${textField({ name: 'title', label: w.another, hint: w.hint, value: asked, type: 'search', required: true })}<p class="doors"><button class="door first">${w.find}</button></p>
</form>
${offered && (offered.length === 0 ? notice(w.noneCalled) : html`<h2>${w.which}</h2>\n${list(offered, 'add')}`)}<p class="doors"><a class="door" href="/review/${review.id}">${w.back}</a></p>`,
  );
}
