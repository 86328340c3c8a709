import type { KnownPage } from '../domain/known.ts';
import { away, hostOf } from './away.ts';
import { BESIDE, filmHead } from './beside-film.ts';
import {
  certificates,
  inRow,
  lines,
  person,
  played,
  releases,
  row,
  sources,
  termLinks,
  title,
  versions,
  watch,
} from './film-facts.ts';
import { type Html, html, nothing } from './html.ts';
import { languageName } from './language.ts';
import { type Frame, layout } from './layout.ts';
import { stillPicture } from './picture.ts';
import { filmName } from './stars.ts';

export interface KnownView extends KnownPage {
  url: string;
  /** Whether the viewer may say what holds. */
  curates: boolean;
}

const EVERY = 10_000;
/** Where films stand in other catalogues, by scheme. */
const CATALOGUES: Readonly<Record<string, { name: string; at: (value: string) => string }>> = {
  imdb: { name: 'IMDb', at: (value) => `https://www.imdb.com/title/${value}/` },
  tmdb: { name: 'TMDB', at: (value) => `https://www.themoviedb.org/movie/${value}` },
  wikidata: { name: 'Wikidata', at: (value) => `https://www.wikidata.org/wiki/${value}` },
};

/** All that is known of a film: everybody who made it, every title, date and synopsis. */
export function knownView(frame: Frame, view: KnownView): Html {
  const { words } = frame;
  const { known: w } = words;
  const { film } = view;
  const said = [dates(frame, view), people(frame, view), synopses(frame, view)];
  const none = said.every((one) => one === nothing);
  return layout(frame, {
    title: w.all(filmName(film)),
    style: 'about-film.css',
    kind: `${BESIDE} known`,
    canonical: view.url,
    description: w.all(filmName(film)),
    main: html`${filmHead(film, w.title)}<div class="all">
${film.details.still && stillPicture(words, film.details.still)}${none ? html`<p class="empty">${w.nothing}</p>\n` : said}${sources(words, film)}<p class="doors"><a class="door" href="/film/${film.slug}">${w.back}</a>${view.curates && html` <a class="door" href="/film/${film.slug}/facts">${words.fact.link}</a> <a class="door" href="/film/${film.slug}/pictures">${words.picture.link}</a>`} <a class="door" href="/film/${film.slug}/embed">${words.strip.builder.link}</a></p>
</div>`,
  });
}

function dates({ words }: Frame, { film, titles, ids, terms }: KnownView): Html {
  const { known: w } = words;
  const { details } = film;
  const rows = [
    row(w.original, lines(titles.filter(({ kind }) => kind === 'original').map((one) => title(words, one)))),
    row(w.titles, lines(titles.filter(({ kind }) => kind === 'other').map((one) => title(words, one)))),
    row(w.genres, inRow(termLinks(words, terms, 'genre'))),
    row(w.countries, inRow(termLinks(words, terms, 'country'))),
    row(w.languages, inRow(termLinks(words, terms, 'language'))),
    row(w.studios, inRow(termLinks(words, terms, 'studio'))),
    row(w.released, releases(words, film, EVERY)),
    row(w.certificates, certificates(words, film, EVERY)),
    row(w.length, film.runtime !== null && words.film.runtime(film.runtime)),
    row(w.versions, versions(words, film)),
    row(
      w.watch,
      (details.watch ?? []).length > 0 && html`<div id="watch">${watch(words, film, EVERY)}</div>`,
    ),
    row(w.trailer, details.trailer && away(w.opens(hostOf(details.trailer.link)), details.trailer.link)),
    row(w.website, details.website && away(hostOf(details.website), details.website)),
    row(
      w.ids,
      inRow(
        ids.flatMap(({ scheme, value }) => {
          const there = CATALOGUES[scheme];
          return there ? away(there.name, there.at(encodeURIComponent(value))) : [];
        }),
      ),
    ),
  ].filter((one) => one !== nothing);
  return rows.length === 0 ? nothing : html`<dl>\n${rows}</dl>\n`;
}

function people({ words }: Frame, { credits }: KnownView): Html {
  const { known: w } = words;
  if (credits.length === 0) return nothing;
  const rows = [...Map.groupBy(credits, ({ role }) => role)].map(([role, some]) =>
    row(
      w.part(role),
      role === 'actor' ? lines(some.map((one) => played(w, one))) : inRow(some.map((one) => person(one))),
    ),
  );
  return html`<section aria-labelledby="people"><h2 id="people">${w.cast}</h2>
<dl>
${rows}</dl>
</section>
`;
}

function synopses({ words }: Frame, { film }: KnownView): Html {
  if (film.synopsis === null) return nothing;
  const said = [{ text: film.synopsis, language: film.synopsisLanguage }, ...(film.details.synopses ?? [])];
  // In the reader's language first.
  const mine = said.filter(({ language }) => language?.split('-')[0] === words.language);
  const all = [...mine, ...said.filter((one) => !mine.includes(one))];
  // One alone says by itself what it is written in.
  const named = all.length > 1;
  const each = all.map(
    ({ text, language }) =>
      html`${named && language && html`<h3 id="synopsis-${language}">${languageName(words.language, language)}</h3>\n`}<p class="synopsis" dir="auto"${language && html` lang="${language}"`}>${text}</p>
`,
  );
  return html`<section aria-labelledby="synopses"><h2 id="synopses">${words.known.synopses}</h2>
${each}</section>
`;
}
