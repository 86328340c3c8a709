import type { Film, Venue } from '../domain/reader.ts';
import type { StripOptions, StripProblem } from '../domain/strip.ts';
import type { StripLines } from '../domain/strip-lines.ts';
import type { Words } from '../words/words.ts';
import { filmLine } from './beside-film.ts';
import { notice, selectField, textField } from './field.ts';
import { type Fragment, type Html, html } from './html.ts';
import { languageName } from './language.ts';
import { type Frame, layout } from './layout.ts';
import { filmName, stars } from './stars.ts';

/** A strip as it is being made: what was asked for, and the lines that give it. */
export interface BuilderView {
  film: Pick<Film, 'slug' | 'title' | 'year'>;
  options: StripOptions;
  problems: readonly StripProblem[];
  lines: StripLines;
  /** The site's public address. */
  origin: string;
  /** The address of the frame that shows it, without the origin. */
  preview: string;
  /** The film's public address, which oEmbed reads. */
  url: string;
  /** Languages its reviews are written in. */
  written: readonly string[];
  /** Languages the strip can speak. */
  spoken: readonly (readonly [code: string, name: string])[];
}

/** Where a film's strip is made: its options, what it looks like, and the lines to paste. Works without a script. */
export function builderView(frame: Frame, view: BuilderView): Html {
  const { words, siteName } = frame;
  const { builder: w, problem } = words.strip;
  const { film, options, problems } = view;
  const named = filmName(film);
  const language = (code: string) => [code, languageName(words.language, code)] as const;
  return layout(frame, {
    title: w.title(named),
    style: 'embed-builder.css',
    unlisted: true,
    main: html`<div class="head">${filmLine(film)}
<h1>${w.start}</h1>
<p>${w.lead}</p></div>
${
  problems.length > 0 &&
  notice(
    problems.map(({ option, value }) => html`<p>${problem[option](value)}</p>`),
    true,
  )
}<div class="make">
<form class="options" action="/film/${film.slug}/embed">
${among('show', w.show, { chosen: w.chosen(siteName), newest: w.newest }, options.show)}${textField({ name: 'n', label: w.n, type: 'number', value: String(options.count), more: { min: 1, max: 12 } })}${among('from', w.from, { all: w.anywhere, here: w.here, elsewhere: w.elsewhere }, options.sources)}${choice('least', w.least, [['', w.anyStars], ...LEAST.map((halves) => [String(halves / 2), stars(halves)] as const)], options.least === null ? '' : String(options.least / 2))}${choice('in', w.in, [['', w.anyLanguage], ...view.written.map(language)], options.language ?? '')}${looks(words, view)}${among('empty', w.empty, { line: w.line, nothing: w.nothing }, options.empty)}<p class="doors"><button class="door first">${w.update}</button></p>
</form>
<section class="shown" aria-labelledby="shown"><h2 id="shown">${w.preview}</h2>
<iframe src="${view.preview}" title="${w.previewOf(words.strip.of(named))}"></iframe>
<p class="hint">${w.few}</p></section>
</div>
${lines(words, view, view.url)}`,
  });
}

const LEAST = [2, 4, 5, 6, 7, 8, 9, 10];

function looks(
  { strip: { builder: w } }: Words,
  { options, spoken }: Pick<BuilderView, 'options' | 'spoken'>,
): Html {
  return html`${among('theme', w.theme, { auto: w.auto, light: w.light, dark: w.dark }, options.theme)}${choice('lang', w.lang, [['', w.reader], ...spoken], options.words ?? '')}`;
}

/** A choice among the values an option has. */
function among<Value extends string>(
  name: string,
  label: string,
  values: Readonly<Record<Value, string>>,
  value: Value,
): Html {
  return choice(name, label, Object.entries<string>(values), value);
}

function choice(
  name: string,
  label: string,
  options: readonly (readonly [value: string, said: string])[],
  value: string,
): Html {
  return selectField({ name, label, options, value });
}

/** The lines to paste, the likeliest first; `url` is what oEmbed reads, where there is such an address. */
function lines(
  { strip: { builder: w } }: Words,
  { lines: all, origin }: { lines: StripLines; origin: string },
  url: string | null,
): Html {
  const line = (way: keyof Words['strip']['builder']['ways'], code: string) =>
    html`<section aria-labelledby="way-${way}"><h3 id="way-${way}">${w.ways[way]}</h3>
<pre tabindex="0" aria-labelledby="way-${way}" role="group"><code>${code}</code></pre></section>
`;
  return html`<section class="lines" aria-labelledby="lines"><h2 id="lines">${w.lines}</h2>
<p>${w.height}</p>
${line('element', all.element)}${line('frame', all.frame)}${url && line('oembed', url)}${line('wordpress', all.wordpress)}${line('ghost', all.ghost)}${line('hugo', all.hugo)}${line('eleventy', all.eleventy)}${line('php', all.php)}${line('plain', all.plain)}${line('json', all.json)}<p class="hint">${w.note}</p>
<p class="hint">${w.policy(origin)}</p>
</section>
`;
}

/** Where it begins: a whole site, the programme, or one film. */
export interface BuilderStartView {
  /** What was looked for; '' when nothing was. */
  search: string;
  found: readonly Pick<Film, 'slug' | 'title' | 'year'>[];
  whole: string;
  programme: {
    lines: StripLines;
    preview: string;
    venues: readonly Venue[];
    venue: string;
    options: StripOptions;
  } | null;
  spoken: readonly (readonly [code: string, name: string])[];
  /** The site's public address. */
  origin: string;
}

/** The page that says how reviews get onto another site. */
export function builderStartView(frame: Frame, view: BuilderStartView): Html {
  const { words } = frame;
  const { builder: w } = words.strip;
  const { search, found, programme } = view;
  const films = found.map(
    (film) => html`<li><a href="/film/${film.slug}/embed" dir="auto">${filmName(film)}</a></li>\n`,
  );
  const answer: Fragment =
    search === ''
      ? null
      : found.length === 0
        ? html`<p>${w.noFilm(search)}</p>\n`
        : html`<p>${w.found(search)}</p>\n<ul>\n${films}</ul>\n`;
  return layout(frame, {
    title: w.start,
    style: 'embed-builder.css',
    unlisted: true,
    main: html`<div class="head"><h1>${w.start}</h1>
<p>${w.lead}</p></div>
<section aria-labelledby="one"><h2 id="one">${w.oneFilm}</h2>
<form action="/embed">${textField({ name: 'film', label: w.whichFilm, hint: w.oneFilmHint, value: search, type: 'search', required: true })}<p class="doors"><button class="door first">${w.find}</button></p></form>
${answer}</section>
<section class="lines" aria-labelledby="whole"><h2 id="whole">${w.whole}</h2>
<p>${w.wholeLead}</p>
<pre tabindex="0" aria-labelledby="whole" role="group"><code>${view.whole}</code></pre></section>
${
  programme &&
  html`<section aria-labelledby="programme"><h2 id="programme">${w.programme}</h2>
<div class="make"><form class="options" action="/embed">${choice('venue', w.venue, [['', words.programme.allVenues], ...programme.venues.map(({ slug, name }) => [slug, name] as const)], programme.venue)}${looks(words, { ...view, options: programme.options })}<p class="doors"><button class="door">${w.update}</button></p></form>
<div class="shown"><iframe src="${programme.preview}" title="${w.previewOf(w.programme)}"></iframe></div></div></section>
${lines(words, { ...programme, origin: view.origin }, null)}`
}`,
  });
}
