import type { Lookups } from '../domain/reader.ts';
import { attributes, type Html, html } from './html.ts';
import type { Frame } from './layout.ts';

/** Whether films are looked up elsewhere, and how that goes. */
export interface LookupsView {
  wikidata: boolean;
  /** Whether the site shows the demonstration, whose films nobody else knows. */
  demonstration: boolean;
  lookups: Lookups;
}

/** The part of the site's settings in which looking films up is allowed. */
export function lookupsPart(
  { words }: Frame,
  { wikidata, demonstration, lookups: { counts, failure } }: LookupsView,
): Html {
  const { admin, review } = words;
  const w = admin.facts;
  const day = failure && new Date(failure.asked).toISOString().slice(0, 10);
  const states = (['waiting', 'done', 'none', 'gone', 'failed'] as const).filter(
    (state) => counts[state] > 0,
  );
  return html`<section class="part" aria-labelledby="facts"><h2 id="facts">${w.title}</h2>
<p>${w.what}</p>
${demonstration && html`<p>${w.demonstration}</p>\n`}<form method="post" action="/admin/facts">
<label class="choice"><input${attributes({ type: 'checkbox', name: 'wikidata', value: '1', checked: wikidata })}> <span>${w.wikidata}</span></label>
<p class="doors"><button class="door">${w.save}</button></p>
</form>
${states.length > 0 && html`<ul>${states.map((state) => html`<li>${w.counts[state](counts[state])}</li>`)}</ul>\n`}${failure && day && html`<p>${w.failure(failure.error)} <small><time datetime="${day}">${review.day(day)}</time></small></p>\n`}</section>
`;
}
