import type { Programme } from '../domain/programme.ts';
import type { ScreeningLine } from '../domain/screening.ts';
import type { Venue } from '../domain/venue.ts';
import { BESIDE, filmHead, type NamedFilm } from './beside-film.ts';
import { selectField } from './field.ts';
import { type Fragment, type Html, html } from './html.ts';
import { countryName } from './language.ts';
import { type Frame, layout } from './layout.ts';
import { spaced } from './member-head.ts';
import { oembedLinks } from './oembed.ts';
import { beginning, byDay, inOrder, offClass, screeningData, type Whereabouts } from './screening.ts';

/** Addresses a page of the programme is made of, without which it knows none. */
interface Addressed extends Whereabouts {
  url: string;
  /** Whether the viewer may change what is shown. */
  curates: boolean;
}

export type ProgrammeView = Programme &
  Addressed & {
    /** The address of the next page; null on the last. */
    more: string | null;
    /** The address of the first page; null on it. */
    first: string | null;
    /** The month the list can be looked at by. */
    month: string;
  };

/** What is to come, day by day, at one venue or at all. */
export function programmeView(frame: Frame, view: ProgrammeView): Html {
  const { programme: w } = frame.words;
  const { venue, screenings } = view;
  const title = venue === null ? w.title : w.of(venue.name);
  return layout(frame, {
    title,
    style: 'programme.css',
    canonical: view.url,
    unlisted: view.first !== null,
    description: w.description(venue?.name ?? frame.siteName),
    head: html`${oembedLinks(view.url, title)}${screeningData(screenings, view)}`,
    main: html`<div class="head"><h1>${title}</h1></div>
${sift(frame, view, null)}${screenings.length === 0 ? html`<p class="empty">${w.nothing}</p>\n` : byDay(frame.words, screenings, { about: venue === null ? 'all' : 'venue', editable: view.curates })}${steps(frame, view)}${below(frame, view)}`,
  });
}

export type MonthView = Programme &
  Addressed & { month: string; before: string; after: string; today: string };

const WEEK = 7;
/** A Monday, by which the names of the days of the week are said. */
const MONDAY = Date.UTC(2026, 10, 30);
const DAY = 86_400_000;

/** A month of the programme as a calendar. */
export function monthView(frame: Frame, view: MonthView): Html {
  const { programme: w } = frame.words;
  const { venue, month } = view;
  const title = venue === null ? w.title : w.of(venue.name);
  const address = (one: string) =>
    `/programme?month=${one}${venue ? `&venue=${encodeURIComponent(venue.slug)}` : ''}`;
  const named = w.month(month);
  return layout(frame, {
    title: frame.words.layout.titled(named, title),
    style: 'programme.css',
    canonical: view.url,
    unlisted: true,
    main: html`<div class="head"><h1>${title}</h1></div>
${sift(frame, view, month)}<section aria-labelledby="month"><h2 id="month"><time datetime="${month}">${named}</time></h2>
${view.screenings.length === 0 && html`<p class="empty">${w.nothingInMonth}</p>\n`}${calendar(frame, view)}</section>
<nav class="pages" aria-label="${w.months}"><a class="door" rel="prev nofollow" href="${address(view.before)}">${w.before(w.month(view.before))}</a> <a class="door" rel="next nofollow" href="${address(view.after)}">${w.after(w.month(view.after))}</a></nav>
${below(frame, view)}`,
  });
}

function calendar({ words }: Frame, { month, screenings, today }: MonthView): Html {
  const { programme: w } = words;
  const first = Date.parse(`${month}-01T00:00:00Z`);
  const before = (new Date(first).getUTCDay() + 6) % WEEK;
  const [year = 0, number = 0] = month.split('-').map(Number);
  const days = new Date(Date.UTC(year, number, 0)).getUTCDate();
  const shown = Map.groupBy(inOrder(screenings), ({ day }) => day);
  const cell = (index: number): Html => {
    const date = index - before + 1;
    if (date < 1 || date > days) return html`<td class="no"></td>`;
    const day = `${month}-${String(date).padStart(2, '0')}`;
    const some = shown.get(day) ?? [];
    const lines = some.map(
      (one) =>
        html`<li${offClass(one)}>${beginning(words, one, one.time)} <a href="/film/${one.filmSlug}" dir="auto">${one.filmTitle}</a>${one.state !== 'on' && html` <strong>${words.screening.state[one.state]}</strong>`}</li>\n`,
    );
    return html`<td${some.length === 0 && html` class="none"`}${day === today && html` aria-current="date"`}><time class="date" datetime="${day}"><span class="weekday">${w.weekday(day)} </span>${date}</time>${lines.length > 0 && html`<ul>\n${lines}</ul>`}</td>`;
  };
  const weeks = Math.ceil((before + days) / WEEK);
  const rows = Array.from(
    { length: weeks },
    (_, week) => html`<tr>${Array.from({ length: WEEK }, (_, at) => cell(week * WEEK + at))}</tr>\n`,
  );
  const heads = Array.from(
    { length: WEEK },
    (_, at) =>
      html`<th scope="col">${w.weekday(new Date(MONDAY + at * DAY).toISOString().slice(0, 10))}</th>`,
  );
  return html`<table class="calendar" aria-labelledby="month">
<thead><tr>${heads}</tr></thead>
<tbody>
${rows}</tbody>
</table>
`;
}

function sift({ words }: Frame, view: Programme & { month: string }, month: string | null): Fragment {
  const { programme: w } = words;
  const { venues, venue } = view;
  const here = (one: string) => (month === null) === (one === 'days') && html` aria-current="page"`;
  const query = venue ? `venue=${encodeURIComponent(venue.slug)}` : '';
  const choices = [['', w.allVenues] as const, ...venues.map(({ slug, name }) => [slug, name] as const)];
  return html`<nav class="tabs" aria-label="${w.ways}"><ul><li><a href="/programme${query && `?${query}`}"${here('days')}>${w.byDay}</a></li> <li><a href="/programme?month=${view.month}${query && `&${query}`}"${here('month')}>${w.byMonth}</a></li></ul></nav>
${
  venues.length > 1 &&
  html`<form class="sift" action="/programme">${month !== null && html`<input type="hidden" name="month" value="${month}">`}
${selectField({ name: 'venue', label: w.venue, options: choices, value: venue?.slug ?? '' })}<button class="door">${w.show}</button>
</form>
`
}`;
}

function steps({ words }: Frame, { first, more }: ProgrammeView): Fragment {
  const { programme: w } = words;
  if (first === null && more === null) return null;
  return html`<nav class="pages" aria-label="${w.pages}">${first !== null && html`<a class="door" href="${first}">${w.first}</a> `}${more !== null && html`<a class="door" rel="next" href="${more}">${w.more}</a>`}</nav>
`;
}

function below({ words }: Frame, { venue }: { venue: Venue | null }): Html {
  const path = venue === null ? '/programme.ics' : `/venue/${venue.slug}/programme.ics`;
  return html`<p class="feeds">${venue && html`<a href="/venue/${venue.slug}" dir="auto">${venue.name}</a> `}<a href="${path}">${words.programme.subscribe}</a></p>
`;
}

export type VenueView = Addressed & { venue: Venue; screenings: readonly ScreeningLine[]; more: boolean };

/** A venue's own page: where it is, and what it shows next. */
export function venueView(frame: Frame, view: VenueView): Html {
  const { programme: w } = frame.words;
  const { venue, screenings } = view;
  const address: Fragment[] = [
    venue.street && html`<span class="p-street-address" dir="auto">${venue.street}</span>`,
    venue.town && html`<span class="p-locality" dir="auto">${venue.town}</span>`,
    venue.country &&
      html`<span class="p-country-name">${countryName(frame.words.language, venue.country)}</span>`,
    venue.website && html`<a class="u-url" rel="noopener" href="${venue.website}">${w.website}</a>`,
  ];
  const filter = `/programme?venue=${encodeURIComponent(venue.slug)}`;
  return layout(frame, {
    title: venue.name,
    style: 'programme.css',
    canonical: view.url,
    description: w.description(venue.name),
    head: screeningData(screenings, view),
    main: html`<div class="head h-card"><h1 class="p-name" dir="auto">${venue.name}</h1>
<p class="facts soft">${spaced(address)}</p>
${view.curates && html`<p class="doors"><a class="door" href="/admin/venue/${venue.id}">${w.venues.edit}</a></p>\n`}</div>
${screenings.length === 0 ? html`<p class="empty">${w.nothing}</p>\n` : byDay(frame.words, screenings, { about: 'venue', editable: view.curates })}${view.more && html`<p class="more"><a class="door" href="${filter}">${w.more}</a></p>\n`}<p class="feeds"><a href="/venue/${venue.slug}/programme.ics">${w.subscribe}</a></p>
`,
  });
}

export type FilmScreeningsView = Addressed & { film: NamedFilm; screenings: readonly ScreeningLine[] };

/** Everything that is to come of one film. */
export function filmScreeningsView(frame: Frame, view: FilmScreeningsView): Html {
  const { screening: w } = frame.words;
  const { film, screenings } = view;
  const enter =
    view.curates &&
    html`<p class="doors"><a class="door first" href="/film/${film.slug}/screenings/add">${w.enter}</a></p>\n`;
  return layout(frame, {
    title: w.of(film.title),
    style: 'programme.css',
    kind: BESIDE,
    canonical: view.url,
    head: screeningData(screenings, view),
    main: html`${filmHead(film, w.label)}<div>
${screenings.length === 0 ? html`<p class="empty">${w.none}</p>\n` : byDay(frame.words, screenings, { about: 'film', editable: view.curates })}${enter}<p class="feeds"><a href="/film/${film.slug}/screenings.ics">${w.subscribe}</a></p>
</div>`,
  });
}
