import type { ScreeningInput } from '../domain/screening.ts';
import type { Venue } from '../domain/venue.ts';
import type { Words } from '../words/words.ts';
import { BESIDE, filmHead, type NamedFilm } from './beside-film.ts';
import { notice, selectField, textField } from './field.ts';
import { attributes, type Fragment, type Html, html } from './html.ts';
import { type Frame, layout } from './layout.ts';

export type ScreeningWrong = Exclude<keyof Words['screening']['form']['wrong'], 'unread' | 'skipped'>;

/** What is wrong with a form: a field by its code, lines that could not be read, or a time no clock shows. */
export interface ScreeningFormWrong {
  code: ScreeningWrong | null;
  unread: readonly string[];
  skipped: { day: string; time: string } | null;
}

/** A form for screenings, values as typed. */
export interface ScreeningFormView {
  film: NamedFilm;
  venues: readonly Venue[];
  /** The screening that is changed; null where new ones are entered. */
  id: string | null;
  venueId: string;
  /** The lines of dates and times; for one screening its date and time. */
  showings: string;
  day: string;
  time: string;
  details: ScreeningInput;
  wrong: ScreeningFormWrong | null;
  done: string | null;
}

const FORMATS = ['35 mm', '70 mm', '16 mm', 'DCP', '4K', 'IMAX', '3D'];

/** The form in which a cinema's person types what is shown when. */
export function screeningFormView(frame: Frame, view: ScreeningFormView): Html {
  const { words } = frame;
  const w = words.screening.form;
  const { film, venues, id } = view;
  const title = id === null ? w.title : w.change;
  const action = id === null ? `/film/${film.slug}/screenings/add` : `/screening/${id}/edit`;
  return layout(frame, {
    title: words.layout.titled(title, film.title),
    style: 'programme.css',
    kind: BESIDE,
    unlisted: true,
    main: html`${filmHead(film, title)}<div>
${view.done && notice(view.done)}${view.wrong && notice(html`<b>${words.account.failed}</b>`, true)}${
  venues.length === 0
    ? html`<p class="empty">${w.noVenue}</p>
<p class="doors"><a class="door first" href="/admin/venues">${w.addVenue}</a></p>
`
    : html`<form method="post" action="${action}">
${fields(words, view)}<p class="doors"><button class="door first" name="do" value="save">${id === null ? w.add : w.save}</button>${id !== null && html` <button class="door" name="do" value="remove" formnovalidate>${w.remove}</button>`}</p>
${id !== null && html`<p class="hint">${w.removeHint}</p>\n`}</form>
`
}<p class="feeds"><a href="/film/${film.slug}/screenings">${words.screening.label}</a> <a href="/admin/programme">${words.programme.desk.title}</a></p>
</div>`,
  });
}

function fields(words: Words, view: ScreeningFormView): Fragment {
  const w = words.screening.form;
  const { details: d, wrong, id } = view;
  const said = (code: ScreeningWrong) => (wrong?.code === code ? w.wrong[code] : null);
  const text = (
    name: keyof ScreeningInput & ScreeningWrong,
    label: string,
    more: { hint?: string; list?: string } = {},
  ) =>
    textField({
      name,
      label,
      value: String(d[name]),
      wrong: said(name),
      autocomplete: 'off',
      ...(more.hint ? { hint: more.hint } : {}),
      ...(more.list ? { more: { list: more.list } } : {}),
    });
  const venues = view.venues.map(
    ({ id: venueId, name, town }) => [venueId, town ? `${name}, ${town}` : name] as const,
  );
  return html`${selectField({ name: 'venue', label: w.venue, options: venues, value: view.venueId })}${id === null ? showings(words, view) : oneShowing(words, view)}${id === null && html`<h2>${w.details}</h2>\n`}<div class="row">
${text('format', w.format, { hint: w.formatHint, list: 'formats' })}${text('room', w.room)}</div>
<datalist id="formats">${FORMATS.map((one) => html`<option value="${one}"></option>`)}</datalist>
<div class="row">
${selectField({ name: 'spoken', label: w.spoken, options: Object.entries(w.spokenAs), value: d.spoken })}${text('language', w.language, { hint: w.languageHint })}${text('subtitles', w.subtitles, { hint: w.languageHint })}</div>
<div class="row">
${text('doors', w.doors)}${text('ends', w.ends)}</div>
${textField({ name: 'tickets', label: w.tickets, value: d.tickets, wrong: said('tickets'), autocomplete: 'off', more: { inputmode: 'url' } })}${text('series', w.series)}${text('note', w.note, { hint: w.noteHint })}${selectField({ name: 'state', label: w.state, options: Object.entries(words.screening.state), value: d.state })}<label class="choice"><input${attributes({ type: 'checkbox', name: 'draft', value: '1', checked: d.draft })}> <span>${w.draft}</span></label>
`;
}

function showings(words: Words, { showings: typed, wrong }: ScreeningFormView): Html {
  const w = words.screening.form;
  const why = wrong ? whyNot(words, wrong) : [];
  const set = attributes({
    id: 'showings',
    name: 'showings',
    rows: 6,
    required: true,
    'aria-describedby': why.length > 0 ? 'showings-hint showings-wrong' : 'showings-hint',
    'aria-invalid': why.length > 0 ? 'true' : null,
  });
  return html`<div class="field"><label for="showings">${w.showings}</label><span class="hint" id="showings-hint">${w.showingsHint}</span><textarea${set}>
${typed}</textarea>${why.length > 0 && html`<div id="showings-wrong">${why.map((one) => html`<p class="wrong">${one}</p>`)}</div>`}</div>
`;
}

function oneShowing(words: Words, { day, time, wrong }: ScreeningFormView): Html {
  const w = words.screening.form;
  const [why] = wrong ? whyNot(words, wrong) : [];
  return html`<div class="row">
${textField({ name: 'day', label: w.day, value: day, wrong: why, required: true, autocomplete: 'off' })}${textField({ name: 'time', label: w.time, hint: w.timeHint, value: time, required: true, autocomplete: 'off' })}</div>
`;
}

/** What is wrong with dates and times, as sentences. */
function whyNot({ screening: { form: w } }: Words, { code, unread, skipped }: ScreeningFormWrong): string[] {
  if (skipped) return [w.wrong.skipped(skipped.day, skipped.time)];
  if (unread.length > 0) return unread.slice(0, 5).map((line) => w.wrong.unread(line));
  return code === 'no-showings' || code === 'when' ? [w.wrong[code]] : [];
}
