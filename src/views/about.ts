import { type Html, html } from './html.ts';
import { type Frame, layout } from './layout.ts';
import { tmdbMark } from './tmdb-mark.ts';

const CATALOGUES = {
  wikidata: 'https://www.wikidata.org/',
  tmdb: 'https://www.themoviedb.org/',
  imdb: 'https://www.imdb.com/',
} as const;

/** What this site is, how it counts, by what right it shows what it shows. */
export function aboutView(
  frame: Frame,
  view: {
    url: string;
    languages: readonly { code: string; name: string }[];
    /** The catalogues that facts of films are from, which ask to be named. */
    catalogues: readonly ('wikidata' | 'tmdb' | 'imdb')[];
  },
): Html {
  const { about: w, fact, language } = frame.words;
  const part = (
    id: string,
    title: string,
    ...said: (string | Html)[]
  ) => html`<section class="part" aria-labelledby="${id}">
<h2 id="${id}">${title}</h2>
<div class="text">${said.map((one) => html`<p>${one}</p>`)}</div></section>
`;
  const links = view.languages.map(({ code, name }) =>
    code === language
      ? html`<b lang="${code}">${name}</b> `
      : html`<a href="/about?in=${code}" lang="${code}" hreflang="${code}">${name}</a> `,
  );
  const catalogues = view.catalogues.map(
    (one) =>
      html`${w.facts[one]} <a href="${CATALOGUES[one]}" rel="noopener">${one === 'tmdb' && tmdbMark}${fact.sources[one]}</a>`,
  );
  return layout(frame, {
    title: w.title(frame.siteName),
    style: 'home.css',
    canonical: view.url,
    main: html`<div class="welcome"><h1>${w.title(frame.siteName)}</h1>
<p>${w.lead}</p></div>
${part('ratings', w.ratings.title, w.ratings.marks, w.ratings.formula, w.ratings.five, w.ratings.apart, w.ratings.chosen)}${part('sources', w.sources.title, w.sources.own, w.sources.others, w.sources.spoilers, w.sources.trackers)}${catalogues.length > 0 && part('facts', w.facts.title, ...catalogues)}${part('removal', w.removal.title, w.removal.text, w.removal.report)}${part('names', w.names.title, w.names.letterboxd)}${part('languages', w.languages.title, html`${w.languages.text} ${links}`)}${part('software', w.software.title, w.software.houselights, w.software.fonts, html`<a href="/api">${frame.words.api.title}</a>`)}`,
  });
}

/** How a site gets an address, in short. */
export function putItOnlineView(frame: Frame): Html {
  const { putItOnline: w } = frame.words;
  const steps = w.steps.map(({ title, text }) => html`<li><b>${title}.</b> ${text}</li>\n`);
  return layout(frame, {
    title: w.title,
    style: 'home.css',
    unlisted: true,
    main: html`<div class="welcome"><h1>${w.title}</h1>
<p>${w.lead}</p></div>
<div class="text"><ol>
${steps}</ol></div>`,
  });
}
