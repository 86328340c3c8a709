import type { FilmName } from '../domain/near.ts';
import type { ScreeningLine } from '../domain/screening.ts';
import type { Venue, VenueInput } from '../domain/venue.ts';
import type { Words } from '../words/words.ts';
import { office } from './admin.ts';
import { notice, textField } from './field.ts';
import { type Html, html } from './html.ts';
import type { Frame } from './layout.ts';
import { byDay } from './screening.ts';
import { filmName } from './stars.ts';

export type VenueWrong = keyof Words['programme']['venues']['wrong'];

/** A form for a venue, values as typed. */
export interface VenueFormView {
  /** The venue that is changed; null for a new one. */
  venue: Venue | null;
  values: VenueInput;
  wrong: VenueWrong | null;
  /** That it could not be removed, because films were shown there. */
  inUse: boolean;
}

/** All venues, and a form for another. */
export function venuesView(
  frame: Frame,
  view: VenueFormView & { venues: readonly Venue[]; done: 'saved' | 'removed' | null },
): Html {
  const { venues: w } = frame.words.programme;
  const lines = view.venues.map(
    ({ id, slug, name, town, timeZone }) =>
      html`<li><a href="/venue/${slug}" dir="auto"><b>${name}</b></a>${town && html` <bdi>${town}</bdi>`} <small>${timeZone}</small> <a class="deed" href="/admin/venue/${id}" aria-label="${w.change(name)}">${w.edit}</a></li>\n`,
  );
  return office(frame, 'programme', {
    title: w.title,
    done: view.done && w[view.done],
    inside: html`${lines.length === 0 ? html`<p class="empty">${w.none}</p>\n` : html`<ul class="plain-list">\n${lines}</ul>\n`}<section class="part" aria-labelledby="add"><h2 id="add">${w.add}</h2>
${venueForm(frame, view)}</section>
`,
  });
}

/** One venue's form. */
export function venueEditView(frame: Frame, view: VenueFormView & { venue: Venue }): Html {
  const { venues: w } = frame.words.programme;
  return office(frame, 'programme', {
    title: w.change(view.venue.name),
    inside: html`${view.inUse && notice(w.inUse, true)}${venueForm(frame, view)}`,
  });
}

function venueForm(frame: Frame, { venue, values, wrong }: VenueFormView): Html {
  const { venues: w } = frame.words.programme;
  const said = (code: VenueWrong) => (wrong === code ? w.wrong[code] : null);
  const action = venue === null ? '/admin/venues' : `/admin/venue/${venue.id}`;
  const text = (name: VenueWrong, label: string, hint?: string) =>
    textField({
      name,
      label,
      value: values[name],
      wrong: said(name),
      autocomplete: 'off',
      required: name === 'name' || name === 'timeZone',
      ...(hint ? { hint } : {}),
      ...(name === 'website' ? { more: { inputmode: 'url' } } : {}),
    });
  return html`${wrong && notice(html`<b>${frame.words.account.failed}</b>`, true)}<form method="post" action="${action}">
${text('name', w.name)}${text('street', w.street)}<div class="row">
${text('town', w.town)}${text('country', w.country, w.countryHint)}</div>
${text('timeZone', w.timeZone, w.timeZoneHint)}${text('website', w.website)}<p class="doors"><button class="door first" name="do" value="save">${w.save}</button>${venue !== null && html` <button class="door" name="do" value="remove" formnovalidate>${w.remove}</button>`}</p>
</form>
`;
}

export interface ProgrammeDeskView {
  venues: readonly Venue[];
  screenings: readonly ScreeningLine[];
  /** What was looked for, and the films found. */
  search: string;
  films: readonly FilmName[];
  done: 'removed' | null;
}

/** The room of the desk in which the programme is made. */
export function programmeDeskView(frame: Frame, view: ProgrammeDeskView): Html {
  const { programme, screening } = frame.words;
  const w = programme.desk;
  const found = view.films.map(
    (film) => html`<li><a href="/film/${film.slug}/screenings/add" dir="auto">${filmName(film)}</a></li>\n`,
  );
  const films =
    view.search === ''
      ? null
      : found.length === 0
        ? html`<p class="empty" role="status">${w.noFilm(view.search)}</p>\n`
        : html`<p role="status">${w.found(view.search)}</p>
<ul class="plain-list">
${found}</ul>
`;
  return office(frame, 'programme', {
    title: w.title,
    done: view.done && screening.form.removed,
    inside: html`<p class="doors"><a class="door" href="/admin/venues">${programme.venues.title}</a> <a class="door" href="/admin/programme/import">${programme.import.title}</a> <a href="/programme">${programme.whole}</a></p>
<section class="part" aria-labelledby="enter"><h2 id="enter">${screening.enter}</h2>
<form class="sift" action="/admin/programme">
${textField({ name: 'film', label: w.films, hint: w.filmsHint, value: view.search, type: 'search', required: true, more: { maxlength: 200 } })}<button class="door">${w.find}</button>
</form>
${films}</section>
<section class="part" aria-labelledby="coming"><h2 id="coming">${w.coming}</h2>
${view.screenings.length === 0 ? html`<p class="empty">${w.nothing}</p>\n` : byDay(frame.words, view.screenings, { about: 'all', editable: true, level: 3 })}</section>
`,
  });
}
