import type { Film, FilmLine } from '../domain/reader.ts';
import type { SplitLook } from '../domain/split.ts';
import type { Words } from '../words/words.ts';
import { office } from './admin.ts';
import { labelOf, toldOf } from './fact.ts';
import { notice, textField } from './field.ts';
import { attributes, type Fragment, type Html, html } from './html.ts';
import type { Frame } from './layout.ts';
import { filmName, stars } from './stars.ts';

export type SplitWrong = keyof Words['split']['wrong'];

/** Asks to which film something of this one belongs. */
export function splitChooseView(
  frame: Frame,
  { film, asked, found }: { film: Film; asked: string; found: readonly FilmLine[] },
): Html {
  const { split: w, merge } = frame.words;
  const others = found.filter(({ id }) => id !== film.id);
  const line = (one: FilmLine) =>
    html`<li><a href="/film/${film.slug}/split?to=${one.id}" dir="auto"><b>${one.title}</b>${one.year !== null && html` (${one.year})`}</a>${one.directors.length > 0 && html` <small>${merge.choose.by(one.directors.join(', '))}</small>`}</li>\n`;
  return office(frame, 'films', {
    title: w.title,
    of: film,
    lead: w.lead,
    inside: html`<section class="part" aria-labelledby="which"><h2 id="which">${w.which}</h2>
<form method="get" action="/film/${film.slug}/split">
${textField({ name: 'q', label: w.label, type: 'search', value: asked, autocomplete: 'off', required: true })}<p class="doors"><button class="door first">${w.search}</button> <a class="door" href="/film/${film.slug}/split?to=new">${w.fresh}</a> <a class="door" href="/film/${film.slug}">${w.back}</a></p>
</form>
${others.length > 0 && html`<ul class="works">\n${others.map(line)}</ul>\n`}${asked !== '' && others.length === 0 && html`<p class="empty" role="status">${w.none(asked)}</p>\n`}</section>
`,
  });
}

export interface SplitView extends SplitLook {
  /** The film that gets what is ticked; null for a new one, with what was typed of it. */
  to: Film | null;
  typed: { title: string; year: string };
  /** What is ticked, as the form sends it. */
  ticked: ReadonlySet<string>;
  wrong: SplitWrong | null;
}

/** What of a film can be ticked as another's. */
export function splitView(frame: Frame, view: SplitView): Html {
  const { words } = frame;
  const { split: w } = words;
  const { film, to, typed, wrong } = view;
  const group = (title: string, boxes: readonly Html[], more?: Fragment) =>
    boxes.length > 0 && html`<fieldset><legend>${title}</legend>\n${boxes}${more}</fieldset>\n`;
  const box = (name: string, value: string, said: Fragment) =>
    html`<label class="choice"><input${attributes({ type: 'checkbox', name, value, checked: view.ticked.has(`${name} ${value}`) })}> <span>${said}</span></label>\n`;
  const fresh =
    to === null &&
    html`${textField({ name: 'title', label: w.newTitle, value: typed.title, autocomplete: 'off', required: true, wrong: wrong === 'title' ? w.wrong.title : null })}${textField({ name: 'year', label: w.newYear, value: typed.year, autocomplete: 'off', wrong: wrong === 'year' ? w.wrong.year : null, more: { inputmode: 'numeric' } })}`;
  const entries = view.entries.map((one) => box('entry', one.id, entry(words, one)));
  const lists = view.lists.map((one) => box('list', one.id, w.list(one.title, one.authorName)));
  const facts = view.facts.map((one) =>
    box(
      'fact',
      `${one.source} ${one.field}`,
      w.fact(
        labelOf(words, one),
        short(toldOf(words, one.name, one.text).replaceAll('\n', ', ')),
        words.fact.sources[one.source],
      ),
    ),
  );
  const ids = view.ids.map((one) => box('id', `${one.scheme} ${one.value}`, w.id(one.scheme, one.value)));
  return office(frame, 'films', {
    title: w.title,
    of: film,
    inside: html`${wrong && notice(html`<b>${w.wrong[wrong]}</b>`, true)}<form method="post" action="/film/${film.slug}/split">
<h2>${to === null ? w.toFresh : w.to(filmName(to))}</h2>
<input type="hidden" name="to" value="${to?.id ?? 'new'}">
${fresh}${group(w.entries, entries, view.more && html`<p class="soft">${w.entriesMore}</p>\n`) || html`<p class="soft">${w.noEntries}</p>\n`}${group(w.lists, lists)}${group(w.facts, facts)}${group(w.ids, ids)}<p class="soft">${w.marks} ${words.merge.look.undo}</p>
<p class="doors"><button class="door first">${w.button}</button> <a class="door" href="/film/${film.slug}/split">${w.another}</a></p>
</form>
`,
  });
}

/** A review in one line: whose it is, its stars, and how it begins where it tells nothing of the story. */
function entry({ split: w, review }: Words, one: SplitLook['entries'][number]): Html {
  const day = one.viewed ?? one.written;
  return html`<b>${w.entry(one.authorName, day === null ? null : review.day(day))}</b>${one.rating !== null && html` ${stars(one.rating)}`}${one.beginning !== null && html` <small><bdi>${one.beginning}</bdi></small>`}`;
}

const SHORT = 120;

function short(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  return [...line].length > SHORT ? `${[...line].slice(0, SHORT).join('')}…` : line;
}
