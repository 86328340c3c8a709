import type { FurtherFilm } from '../domain/more-films.ts';
import type { Words } from '../words/words.ts';
import { type Fragment, html } from './html.ts';
import { smallPicture } from './picture.ts';

/** A row of further films, each with the reason why it stands there. */
export function moreFilms(films: readonly FurtherFilm[], { moreFilms: w }: Words): Fragment {
  if (films.length === 0) return null;
  const each = films.map(
    ({ id, slug, title, year, reason, person, poster }) =>
      html`<li><a href="/film/${slug}">${smallPicture({ id, poster })}<b dir="auto">${title}</b></a>${year !== null && html` <small>${year}</small>`} <small class="why">${w.reasons[reason]}${person !== null && html` <bdi>${person}</bdi>`}</small></li>\n`,
  );
  return html`
<section class="beside" aria-labelledby="more-films">
<h2 id="more-films">${w.title}</h2>
<ul class="strip">
${each}</ul>
</section>`;
}
