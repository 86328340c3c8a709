import type { FactFault } from '../domain/fact-field.ts';
import type { Film } from '../domain/reader.ts';
import { office } from './admin.ts';
import { notice, textField } from './field.ts';
import { filmLink } from './films.ts';
import { attributes, type Html, html } from './html.ts';
import type { Frame } from './layout.ts';

/** The fields of the form, as typed. */
export const NEW_FILM_FIELDS = [
  'title',
  'original-title',
  'year',
  'directors',
  'runtime',
  'countries',
  'languages',
  'genres',
  'synopsis',
  'synopsisLanguage',
] as const;

export type NewFilmField = (typeof NEW_FILM_FIELDS)[number];

export interface NewFilmView {
  typed: Partial<Record<NewFilmField, string>>;
  wrong: { field: NewFilmField; fault: FactFault } | null;
  /** Films of the same name, one of which may be meant. */
  namesakes: readonly Film[];
}

/** The form for a film by hand; a title is enough. */
export function newFilmView(frame: Frame, { typed, wrong, namesakes }: NewFilmView): Html {
  const { fact: w } = frame.words;
  const said = (name: NewFilmField) => (wrong?.field === name ? w.wrong[wrong.fault] : null);
  const line = (name: NewFilmField, label: string, hint?: string) =>
    textField({
      ...{ name, label, value: typed[name] ?? '', wrong: said(name), autocomplete: 'off' },
      ...(hint ? { hint } : {}),
      required: name === 'title',
    });
  const area = (name: NewFilmField, label: string, hint: string | null) => {
    const fault = said(name);
    const described = [hint && `${name}-hint`, fault && `${name}-wrong`].filter(Boolean).join(' ');
    const set = attributes({
      ...{ class: 'short', id: name, name, rows: 2, dir: 'auto', 'aria-describedby': described || null },
      'aria-invalid': fault ? 'true' : null,
    });
    return html`<div class="field"><label for="${name}">${label}</label>${hint && html`<span class="hint" id="${name}-hint">${hint}</span>`}<textarea${set}>
${typed[name] ?? ''}</textarea>${fault && html`<p class="wrong" id="${name}-wrong">${fault}</p>`}</div>
`;
  };
  const same =
    namesakes.length > 0 &&
    html`${notice(html`<p>${w.newFilm.there}</p><ul>${namesakes.map((film) => html`<li>${filmLink(film)}</li>`)}</ul>`, true)}`;
  const another =
    namesakes.length > 0 &&
    html`<label class="choice"><input type="checkbox" name="another" value="1"> <span>${w.newFilm.another}</span></label>
`;
  return office(frame, 'load', {
    title: w.newFilm.title,
    lead: w.newFilm.lead,
    inside: html`${same}<form method="post" action="/films/new">
${line('title', w.fields.title)}${another}${line('year', w.fields.year)}${line('original-title', w.fields['original-title'])}${area('directors', w.newFilm.directors, w.hints.list)}${line('runtime', w.fields.runtime, w.hints.runtime)}${area('countries', w.fields.countries, w.hints.list)}${area('languages', w.fields.languages, w.hints.list)}${area('genres', w.fields.genres, w.hints.list)}${area('synopsis', w.fields.synopsis, null)}${line('synopsisLanguage', w.newFilm.synopsisLanguage)}<p class="doors"><button class="door first">${w.newFilm.save}</button></p>
</form>
`,
  });
}
