import type { PersonPage } from '../domain/person.ts';
import { wall } from './films.ts';
import { type Html, html } from './html.ts';
import { type Frame, layout } from './layout.ts';

/** A maker's films, by the part they had. */
export function personView(frame: Frame, view: PersonPage & { url: string }): Html {
  const { person: w } = frame.words;
  const { person, parts } = view;
  const sections = parts.map(
    ({ role, films }, index) => html`<section class="part" aria-labelledby="part-${index}">
<h2 id="part-${index}">${w.part(role)}</h2>
${wall(films.map(({ filmId, slug, title, year }) => ({ id: filmId, slug, title, year })))}</section>
`,
  );
  return layout(frame, {
    title: person.name,
    style: 'home.css',
    canonical: view.url,
    description: w.description(person.name),
    main: html`<div class="head"><h1 dir="auto">${person.name}</h1></div>
${parts.length === 0 ? html`<p class="empty">${w.nothing}</p>\n` : sections}`,
  });
}
