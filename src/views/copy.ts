import { type Html, html } from './html.ts';
import { type Frame, layout } from './layout.ts';

/** A title in the lists of a copy. `note` says who made the film. */
export interface TitleLine {
  text: string;
  note: string;
  href: string;
}

/** A page of titles that begin alike, of a copy of the site in files. */
export interface TitlesView {
  /** What they begin with; '' for the page of the search, '#' for titles without letters. */
  prefix: string;
  titles: readonly TitleLine[];
  further: readonly { prefix: string; href: string; count: number }[];
}

/** The search of a copy: a box that a script answers, and all titles by how they begin for whoever has none. */
export function titlesView(frame: Frame, view: TitlesView): Html {
  const { search: s, copy: w } = frame.words;
  const whole = view.prefix === '';
  const named = view.prefix === '#' ? w.others : w.title(asTitle(view.prefix));
  const title = whole ? s.title : named;
  return layout(frame, {
    title,
    style: 'search.css',
    unlisted: true,
    ...(whole ? { looking: '' } : {}),
    scripts: whole ? ['copy-search.js'] : [],
    main: html`<div class="head"><h1>${title}</h1>${whole && html`\n<p class="soft">${w.ask}</p>`}</div>
${whole && box(frame)}${whole && html`<section class="part" aria-labelledby="titles"><h2 id="titles">${w.titles}</h2>\n`}${view.titles.length > 0 && lines(view.titles)}${view.further.length > 0 && beginnings(frame, view)}${whole && html`</section>\n`}${!whole && html`<nav class="pages" aria-label="${s.pages}"><a class="door" href="/search">${w.all}</a></nav>\n`}`,
  });
}

/** A beginning with its first letter as titles have it. */
function asTitle(prefix: string): string {
  const [first = '', ...rest] = prefix;
  return first.toUpperCase() + rest.join('');
}

function box({ words: { search: s, copy: w } }: Frame): Html {
  return html`<form class="sift" role="search" action="/search">
<div class="field"><label for="q">${s.box}</label><input id="q" name="q" type="search" maxlength="200" dir="auto"></div>
<button class="door">${s.search}</button>
</form>
<p class="empty" id="found-none" hidden>${w.none}</p>
<ul class="found" id="found-titles" hidden></ul>
`;
}

function lines(titles: readonly TitleLine[]): Html {
  return html`<ul class="found">${titles.map(
    ({ text, note, href }) =>
      html`<li><a href="${href}" dir="auto">${text}</a> <small dir="auto">${note}</small></li>\n`,
  )}</ul>
`;
}

function beginnings({ words: { copy: w } }: Frame, { further }: TitlesView): Html {
  return html`<ul class="found">${further.map(
    ({ prefix, href, count }) =>
      html`<li><a href="${href}" dir="auto">${prefix === '#' ? w.others : asTitle(prefix)}</a> <small>${w.films(count)}</small></li>\n`,
  )}</ul>
`;
}
