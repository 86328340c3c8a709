import type { LookedUp } from '../domain/film-source.ts';
import type { FactSource, Lookups } from '../domain/reader.ts';
import type { Words } from '../words/words.ts';
import { office } from './admin.ts';
import { notice, textField } from './field.ts';
import { attributes, type Html, html } from './html.ts';
import type { Frame } from './layout.ts';

export type SourceDone = keyof Words['filmSource']['done'];
export type SourceWrong = keyof Words['filmSource']['wrong'];

/** An instant as clocks where the site is show it. */
export interface Clock {
  day: string;
  time: string;
}

/** How it goes with one source. */
export interface SourceState {
  source: LookedUp;
  on: boolean;
  lookups: Lookups;
}

/** What the owner sees and decides of where facts of films come from. */
export interface SourcesView {
  sources: readonly SourceState[];
  /** Whether the site shows the demonstration, whose films nobody else knows. */
  demonstration: boolean;
  /** Whether there is a key to TMDB, which itself is never shown; and the rest of its form as typed. */
  tmdb: { keyKept: boolean; use: 'private' | 'commercial' | null; agreement: boolean; countries: string };
  /** The sources in the order in which they are believed, but what is set by hand. */
  order: readonly FactSource[];
  clock: (instant: number) => Clock;
  done: SourceDone | null;
  wrong: SourceWrong | null;
}

/** Where facts of films come from, how that goes, and who is believed first. */
export function sourcesView(frame: Frame, view: SourcesView): Html {
  const { filmSource: w } = frame.words;
  return office(frame, 'facts', {
    title: w.title,
    lead: w.lead,
    done: view.done && w.done[view.done],
    inside: html`${view.wrong && notice(html`<b>${w.wrong[view.wrong]}</b>`, true)}${view.demonstration && html`<p>${w.demonstration}</p>\n`}${view.sources.map((one) => sourcePart(frame, view, one, firstDoor(view)))}${imdb(frame)}${order(frame, view.order)}`,
  });
}

/** The source whose door is the first thing to do here: one that is not asked yet. */
function firstDoor({ sources }: SourcesView): SourceState['source'] | null {
  return sources.find(({ on }) => !on)?.source ?? null;
}

function sourcePart(
  { words }: Frame,
  view: SourcesView,
  one: SourceState,
  lit: SourceState['source'] | null,
): Html {
  const { filmSource: w } = words;
  const { source, on } = one;
  const name = words.fact.sources[source];
  const act = (value: string, said: string, first = false) =>
    html`<button${attributes({ class: first ? 'door first' : 'door', name: 'do', value, 'aria-label': said.includes(name) ? null : w.of(said, name) })}>${said}</button> `;
  const keyed = source !== 'tmdb' || view.tmdb.keyKept;
  const doors = on
    ? html`${!view.demonstration && act('now', w.tryNow)}${act('off', w.pause)}`
    : keyed && act('on', w.begin[source], lit === source);
  return html`<section class="part" aria-labelledby="${source}"><h2 id="${source}">${name}</h2>
<p>${w.what[source]}</p>
${state(words, view, one)}${doors && html`<form class="hands" method="post" action="/admin/facts"><input type="hidden" name="source" value="${source}">${doors}</form>\n`}${source === 'tmdb' && tmdb(words, view, lit === 'tmdb' && !keyed)}</section>
`;
}

/** Whether a source is asked, what became of that, and its last trouble. */
function state(words: Words, { clock, demonstration }: SourcesView, { on, lookups }: SourceState): Html {
  const { filmSource: w } = words;
  const { counts, asked, failure, changes } = lookups;
  const at = (instant: number, said: (day: string, time: string) => string) => {
    const { day, time } = clock(instant);
    return html`<li><time datetime="${new Date(instant).toISOString()}">${said(day, time)}</time></li>`;
  };
  const states = (['waiting', 'done', 'none', 'gone', 'failed'] as const).filter((one) => counts[one] > 0);
  const error = failure?.error ?? changes?.error ?? null;
  return html`<p><b>${on && !demonstration ? w.on : w.off}</b></p>
<ul class="how-it-goes">${states.map((one) => html`<li>${w.counts[one](counts[one])}</li>`)}${asked !== null && at(asked, w.asked)}${changes && at(changes.read, w.changes)}${error && html`<li>${w.failure(error)}</li>`}</ul>
`;
}

/** The form in which the owner says what use is made of TMDB, and gives the key: folded away once there is one. */
function tmdb({ filmSource }: Words, { tmdb: given, wrong }: SourcesView, lit: boolean): Html {
  const w = filmSource.tmdb;
  const said = (code: SourceWrong) => (wrong === code ? filmSource.wrong[code] : null);
  const unanswered = said('tmdb-use') ?? said('tmdb-agreement');
  const radio = (value: 'private' | 'commercial', text: string) =>
    html`<label class="choice"><input${attributes({ type: 'radio', name: 'use', value, required: true, checked: given.use === value })}> <span>${text}</span></label>`;
  const form = html`<form method="post" action="/admin/facts/tmdb">
<fieldset${attributes({ 'aria-describedby': unanswered ? 'use-hint use-wrong' : 'use-hint' })}><legend>${w.use}</legend>
<span class="hint" id="use-hint">${w.useHint}</span>${radio('private', w.private)}${radio('commercial', w.commercial)}<label class="choice"><input${attributes({ type: 'checkbox', name: 'agreement', value: '1', checked: given.agreement })}> <span>${w.agreement}</span></label>${unanswered && html`<p class="wrong" id="use-wrong">${unanswered}</p>`}</fieldset>
${textField({ name: 'key', label: w.key, type: 'password', hint: given.keyKept ? w.kept : w.keyHint, wrong: said('tmdb-key'), autocomplete: 'off', required: !given.keyKept, more: { spellcheck: 'false' } })}${textField({ name: 'countries', label: w.countries, hint: w.countriesHint, value: given.countries, wrong: said('tmdb-countries'), autocomplete: 'off' })}<p class="doors"><button class="door${lit && ' first'}">${w.save}</button></p>
</form>
`;
  if (!given.keyKept) return form;
  return html`<details${attributes({ open: wrong?.startsWith('tmdb') ?? false })}><summary>${w.change}</summary>
${form}<form class="hands" method="post" action="/admin/facts"><input type="hidden" name="source" value="tmdb"><button class="door" name="do" value="forget">${w.forget}</button></form>
</details>
`;
}

function imdb({ words }: Frame): Html {
  const w = words.filmSource.imdb;
  return html`<section class="part" aria-labelledby="imdb"><h2 id="imdb">${words.fact.sources.imdb}</h2>
<p>${w.what}</p>
<p><code>${w.command}</code></p>
<p>${w.ratings}</p>
</section>
`;
}

/** The order in which sources are believed; each can be moved by a button, and is found again after it. */
function order({ words }: Frame, sources: readonly FactSource[]): Html {
  const { filmSource, fact } = words;
  const w = filmSource.order;
  const move = (way: 'up' | 'down', source: FactSource) =>
    html`<button${attributes({ class: 'door', id: `${way}-${source}`, name: way, value: source, 'aria-label': filmSource.of(w[way], fact.sources[source]) })}>${w[way]}</button>`;
  const lines = sources.map(
    (source, at) =>
      html`<li><span>${fact.sources[source]}</span> ${at > 0 && move('up', source)} ${at < sources.length - 1 && move('down', source)}</li>\n`,
  );
  return html`<section class="part" aria-labelledby="order"><h2 id="order">${w.title}</h2>
<p>${w.what}</p>
<form method="post" action="/admin/facts/order"><ol class="believed">
${lines}</ol></form>
</section>
`;
}
