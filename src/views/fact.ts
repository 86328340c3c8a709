import type { FactFault, FieldName } from '../domain/fact-field.ts';
import type { FactSource, Film, LookedUpAt } from '../domain/reader.ts';
import type { Words } from '../words/words.ts';
import { away } from './away.ts';
import { BESIDE, filmHead } from './beside-film.ts';
import { notice, selectField, textField } from './field.ts';
import { attributes, type Html, html, nothing } from './html.ts';
import { countryName, languageName } from './language.ts';
import { type Frame, layout } from './layout.ts';
import { filmName } from './stars.ts';

/** Something that is or was said, as it is read; dates are calendar dates where the site is. */
export interface SaidLine {
  source: FactSource;
  text: string;
  licence: string | null;
  link: string | null;
  from: string;
  /** When it was replaced; null while it is said. */
  to: string | null;
  /** Who set it by hand; null for sources, and for who has left. */
  by: string | null;
  /** Whether its source does not have the film any more; of an id, whether its catalogue has not. */
  gone: boolean;
}

/** How looking a film up at a source went, and on which day; null before the first time. */
export interface LookedUpLine extends Pick<LookedUpAt, 'state' | 'error'> {
  source: 'wikidata' | 'tmdb';
  day: string | null;
}

/** One field of a film with all that is said of it. */
export interface FieldLines {
  field: string;
  name: FieldName;
  of: string[];
  /** What is shown; null where nothing is. */
  holds: SaidLine | null;
  heldEmpty: boolean;
  /** Whether it is set by hand, so that one can go back to the sources. */
  byHand: boolean;
  also: SaidLine[];
  former: SaidLine[];
}

/** So many fields of one kind stand open. */
const MOST_OPEN = 4;

export type FactWrong = FactFault | 'last-title';

/** What somebody typed that could not be taken. `field` is null in the form for something more. */
export interface FactTyped {
  field: string | null;
  name: string;
  of: string;
  value: string;
  wrong: FactWrong;
}

export interface FactsView {
  film: Film;
  fields: FieldLines[];
  lookedUp: LookedUpLine[];
  /** Whether any source is asked, so that the film can be looked up again. */
  asks: boolean;
  done: keyof Words['fact']['done'] | null;
  typed: FactTyped | null;
}

/** All that is said of a film, by whom, and the forms by which a curator says what holds. */
export function factsView(frame: Frame, view: FactsView): Html {
  const { words } = frame;
  const { fact: w } = words;
  const { film, typed } = view;
  return layout(frame, {
    title: `${w.title}: ${filmName(film)}`,
    style: 'fact.css',
    kind: `${BESIDE} facts-of`,
    unlisted: true,
    main: html`${filmHead(film, w.title)}<div class="all">
${view.done && notice(w.done[view.done])}${typed && notice(html`<b>${w.wrong[typed.wrong]}</b>`, true)}<p>${w.lead}</p>
<p class="doors"><a class="door" href="/film/${film.slug}/merge">${words.merge.link}</a> <a class="door" href="/film/${film.slug}/split">${words.split.link}</a> <a class="door" href="/film/${film.slug}/address">${words.filmAddress.link}</a></p>
${lookedUp(words, view)}${sections(words, view)}${more(words, view)}</div>`,
  });
}

/** Where the film was looked up, and how to have that done again. */
function lookedUp({ filmSource, fact }: Words, { film, lookedUp: lines, asks }: FactsView): Html {
  if (lines.length === 0 && !asks) return nothing;
  const w = filmSource.film;
  const each = lines.map(({ source, state, day, error }) => {
    const name = fact.sources[source];
    if (day === null || state === 'waiting') return html`<li>${w.waiting(name)}</li>\n`;
    return html`<li>${state === 'failed' ? w.failed(name, day, error ?? '') : w[state](name, day)}</li>\n`;
  });
  return html`<section class="fact" aria-labelledby="looked-up"><h2 id="looked-up">${w.title}</h2>
${each.length > 0 && html`<ul>\n${each}</ul>\n`}${asks && html`<form method="post" action="/film/${film.slug}/facts"><p class="doors"><button class="door" name="do" value="look">${w.again}</button></p></form>\n`}</section>
`;
}

/** Fields of one kind are folded away where they are many: a film may come out in sixty countries. */
function sections(words: Words, view: FactsView): Html[] {
  const { fact: w } = words;
  const numbered = view.fields.map((one, at) => ({ one, at }));
  return [...Map.groupBy(numbered, ({ one }) => one.name)].map(([name, some]) => {
    const all = some.map(({ one, at }) => section(words, view, one, at));
    if (all.length <= MOST_OPEN) return html`${all}`;
    const open = some.some(({ one }) => one.field === view.typed?.field);
    return html`<details${attributes({ class: 'many', open })}><summary>${w.many(w.fields[name], all.length)}</summary>
${all}</details>
`;
  });
}

function section(words: Words, view: FactsView, one: FieldLines, at: number): Html {
  const { fact: w } = words;
  const label = labelOf(words, one);
  const shown = one.holds
    ? line(words, one.name, one.holds)
    : html`<p class="soft">${one.heldEmpty ? w.heldEmpty : w.nobody}</p>\n`;
  const also =
    one.also.length > 0 &&
    html`<p class="soft">${w.alsoSaid}</p>\n${one.also.map((said) => line(words, one.name, said))}`;
  const before =
    one.former.length > 0 &&
    html`<details><summary>${w.before(one.former.length)}</summary>
${one.former.map((said) => line(words, one.name, said))}</details>
`;
  return html`<section class="fact" aria-labelledby="fact-${at}">
<h2 id="fact-${at}">${label}</h2>
${shown}${also}${before}${
  isPicture(one.name)
    ? html`<p><a href="/film/${view.film.slug}/pictures">${words.picture.link}</a></p>
`
    : form(words, view, one, at)
}</section>
`;
}

/** A field by its name, with the language, country or part it is said for. */
export function labelOf(
  { fact: w, language, known }: Words,
  { name, of }: Pick<FieldLines, 'name' | 'of'>,
): string {
  const [first, kind] = of;
  if (first === undefined) return w.fields[name];
  const by =
    name === 'title' || name === 'synopsis'
      ? [languageName(language, first)]
      : name === 'release'
        ? [countryName(language, first), known.kinds[kind as keyof Words['known']['kinds']]]
        : name === 'certificate' || name === 'watch'
          ? [countryName(language, first)]
          : [first];
  return w.narrowed(w.fields[name], by);
}

/**
 * What is said of a field as it is read beside other facts: names in place of codes, and dates in words.
 *
 * @param text as somebody would type it, line by line
 */
export function toldOf(words: Words, name: FieldLines['name'], text: string): string {
  const { language, known } = words;
  const told = (one: string): string => {
    const [first = '', second] = one.split(' | ');
    switch (name) {
      case 'countries':
        return countryName(language, one);
      case 'languages':
        return languageName(language, one);
      case 'released':
      case 'release':
        return known.day(one);
      case 'credits':
        return second === undefined ? first : `${first} ${known.as} ${second}`;
      case 'runtimes':
        return second === undefined
          ? words.film.runtime(Number(first))
          : `${second} ${words.film.runtime(Number(first))}`;
      default:
        return one.replaceAll(' | ', ', ');
    }
  };
  return text === '' ? '' : text.split('\n').map(told).join('\n');
}

function line(words: Words, name: FieldName, said: SaidLine): Html {
  const { fact: w, picture } = words;
  const { licence, link, from, to, by } = said;
  const text = /^[0-9a-v]{26}$/.test(said.text) ? picture.oneHere : toldOf(words, name, said.text);
  const source = w.sources[said.source];
  const who =
    to !== null
      ? w.until(source, from, to)
      : said.source === 'curator'
        ? w.byHand(by ?? w.formerMember, from)
        : w.says(source, from);
  return html`<div class="said"><p class="value" dir="auto">${text}</p>
<p class="soft">${who}${licence && html`, ${w.licence(licence)}`}${said.gone && html`, ${w.gone}`}${link && html`, ${away(w.there, link)}`}</p></div>
`;
}

function form(words: Words, { film, typed }: FactsView, one: FieldLines, at: number): Html {
  const { fact: w } = words;
  const mine = typed?.field === one.field ? typed : null;
  const value = mine?.value ?? one.holds?.text ?? '';
  return html`<details${attributes({ open: mine !== null })}><summary>${w.change}<span class="heard">: ${labelOf(words, one)}</span></summary>
<form method="post" action="/film/${film.slug}/facts"><input type="hidden" name="field" value="${one.field}">
${area(words, { id: `value-${at}`, name: one.name, value, wrong: mine?.wrong ?? null })}<p class="doors"><button class="door" name="do" value="set">${w.set}</button>${one.name !== 'title' && html` <button class="door" name="do" value="empty">${w.empty}</button>`}${one.byHand && html` <button class="door" name="do" value="back">${w.back}</button>`}</p>
</form></details>
`;
}

/** The box in which a fact is typed, with a word on how it is written. */
function area(
  { fact: w }: Words,
  { id, name, value, wrong }: { id: string; name: FieldName | null; value: string; wrong: FactWrong | null },
): Html {
  const hint = name && hintOf(w, name);
  const described = [hint && `${id}-hint`, wrong && `${id}-wrong`].filter(Boolean).join(' ');
  const set = attributes({
    ...{ id, name: 'value', rows: name === 'synopsis' || name === 'credits' ? 6 : 2, dir: 'auto' },
    'aria-describedby': described || null,
    'aria-invalid': wrong ? 'true' : null,
  });
  return html`<div class="field"><label for="${id}">${w.value}</label>${hint && html`<span class="hint" id="${id}-hint">${hint}</span>`}<textarea${set}>
${value}</textarea>${wrong && html`<p class="wrong" id="${id}-wrong">${w.wrong[wrong]}</p>`}</div>
`;
}

/** Which picture stands is said on a page of its own. */
function isPicture(name: string): boolean {
  return name === 'poster' || name === 'still';
}

function hintOf({ hints }: Words['fact'], name: FieldName): string | null {
  switch (name) {
    case 'countries':
    case 'languages':
    case 'genres':
    case 'studios':
      return hints.list;
    case 'other-titles':
      return hints.titles;
    case 'credits':
    case 'runtimes':
    case 'watch':
    case 'trailer':
    case 'runtime':
      return hints[name];
    case 'released':
    case 'release':
      return hints.date;
    default:
      return null;
  }
}

/** The form for a field of which nothing is said yet. */
function more(words: Words, { film, typed }: FactsView): Html {
  const { fact: w } = words;
  const mine = typed?.field === null ? typed : null;
  const options = Object.entries(w.fields).filter(([name]) => !isPicture(name));
  const wrong = mine?.wrong ?? null;
  return html`<section class="fact" aria-labelledby="more"><h2 id="more">${w.add}</h2>
<form method="post" action="/film/${film.slug}/facts">
${selectField({ name: 'name', label: w.field, options, value: mine?.name ?? 'synopsis' })}${textField({ name: 'of', label: w.of, hint: w.ofHint, value: mine?.of ?? '', autocomplete: 'off', wrong: wrong === 'unknown-field' ? w.wrong[wrong] : null })}${area(words, { id: 'value', name: null, value: mine?.value ?? '', wrong: wrong === 'unknown-field' ? null : wrong })}<p class="doors"><button class="door first" name="do" value="add">${w.set}</button></p>
</form>
</section>
`;
}
