import type { PageSays, StripDesk, WaitingPage } from '../domain/host-page.ts';
import type { Words } from '../words/words.ts';
import { office } from './admin.ts';
import { textField } from './field.ts';
import { attributes, type Html, html } from './html.ts';
import type { Frame } from './layout.ts';
import { filmName } from './stars.ts';

export interface StripDeskView extends StripDesk {
  /** As typed, one site a line. */
  sites: string;
  /** Lines that are no site. */
  wrong: readonly string[];
  /** The page for which a film was named that is not here. */
  wrongFilm: string | null;
  done: 'saved' | 'chosen' | null;
}

/** Which sites may show strips, and pages whose film the owner has to choose. */
export function stripDeskView(frame: Frame, view: StripDeskView): Html {
  const { desk: w } = frame.words.strip;
  const { sites, wrong, waiting, decided } = view;
  const said = wrong.length > 0 ? w.wrongSites(wrong) : null;
  const typed = attributes({
    class: 'short',
    id: 'sites',
    name: 'sites',
    rows: 4,
    spellcheck: 'false',
    'aria-describedby': said ? 'sites-hint sites-wrong' : 'sites-hint',
    'aria-invalid': said ? 'true' : null,
  });
  return office(frame, 'strips', {
    title: w.title,
    lead: html`${w.lead} <a href="/embed">${w.builder}</a>`,
    done: view.done && w[view.done],
    inside: html`<form method="post" action="/admin/strips">
<div class="field"><label for="sites">${w.sites}</label><span class="hint" id="sites-hint">${w.sitesHint}</span><textarea${typed}>
${sites}</textarea>${said && html`<p class="wrong" id="sites-wrong">${said}</p>`}</div>
<p class="doors"><button class="door first">${w.save}</button></p>
</form>
<section class="part" aria-labelledby="waiting"><h2 id="waiting">${w.waiting}</h2>
${waiting.length === 0 ? html`<p class="empty">${w.nothingWaits}</p>\n` : waiting.map((page) => asked(frame, page, view.wrongFilm))}</section>
${
  decided.length > 0 &&
  html`<section class="part" aria-labelledby="decided"><h2 id="decided">${w.decided}</h2>
${decided.map(
  (page) =>
    html`<form class="hands" method="post" action="/admin/strips/${page.id}"><p><bdi>${page.address}</bdi>: <bdi>${page.film ? filmName(page.film) : w.noFilm}</bdi> <button class="plain" name="film" value="again">${w.again}</button></p></form>\n`,
)}</section>
`
}`,
  });
}

function asked({ words }: Frame, page: WaitingPage, wrongFilm: string | null): Html {
  const { desk: w } = words.strip;
  const films = page.candidates.map(
    (film) =>
      html`<button class="door" name="film" value="${film.id}"><bdi>${filmName(film)}</bdi></button> `,
  );
  return html`<section class="asked" aria-labelledby="page-${page.id}">
<h3 id="page-${page.id}"><a href="${page.address}" rel="nofollow noopener noreferrer" dir="auto">${page.address}</a></h3>
<p>${w.says}: ${sayings(words, page.says)}</p>
<form class="hands" method="post" action="/admin/strips/${page.id}"><p class="doors">${films}<button class="door" name="film" value="none">${w.none}</button></p></form>
<form method="post" action="/admin/strips/${page.id}">${textField({ name: `film-${page.id}`, label: w.other, wrong: wrongFilm === page.id ? w.wrongFilm : null, autocomplete: 'off', required: true })}<p class="doors"><button class="door">${w.choose}</button></p></form>
</section>
`;
}

function sayings({ strip: { desk: w } }: Words, { title, year, director, imdb, tmdb }: PageSays): Html {
  const named = title === null ? null : w.film(title, year);
  const all = [named, director && w.director(director), imdb, tmdb && `TMDB ${tmdb}`].filter((one) => one);
  return html`<bdi>${all.join(', ')}</bdi>`;
}
