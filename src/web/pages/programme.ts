import { BY_NUMBER, cursorIn, cursorText } from '../../domain/cursor.ts';
import { notFound } from '../../domain/errors.ts';
import {
  monthAsked,
  programme,
  programmeOfMonth,
  screeningsForFeed,
  screeningsOfFilm,
} from '../../domain/programme.ts';
import type { ScreeningLine } from '../../domain/screening.ts';
import { curates } from '../../domain/viewer.ts';
import { daysLater, isoWithOffset } from '../../domain/zoned-time.ts';
import { calendarOf } from '../../interchange/formats/icalendar-feed.ts';
import { filmScreeningsView, monthView, programmeView, venueView } from '../../views/programme.ts';
import { toldPlainly, type Whereabouts } from '../../views/screening.ts';
import { type Answer, body, moved, page, type Visit } from '../route.ts';

/** So many screenings stand on a venue's own page. */
const ON_VENUE_PAGE = 40;
const CALENDAR = 'text/calendar; charset=utf-8';

/** What is to come, day by day or as a month. */
export async function showProgramme(visit: Visit): Promise<Answer> {
  const { reader, viewer, frame, now, today, url, origin } = visit;
  const venue = url.searchParams.get('venue') || null;
  const query = venue ? `venue=${encodeURIComponent(venue)}` : '';
  const common = { ...addresses(visit), url: `${origin}/programme${query && `?${query}`}` };
  const month = monthAsked(url.searchParams.get('month'));
  if (month !== null) {
    const shown = await programmeOfMonth(reader, viewer, { venue, month });
    const before = daysLater(`${month}-01`, -1).slice(0, 7);
    const after = daysLater(`${month}-01`, 31).slice(0, 7);
    return page(monthView(frame, { ...common, ...shown, before, after, today }));
  }
  const after = cursorIn(url.searchParams.get('after'), BY_NUMBER);
  const shown = await programme(reader, viewer, { venue, after, now });
  const address = (cursor: string | null) => {
    const all = [query, cursor && `after=${cursor}`].filter(Boolean).join('&');
    return `/programme${all && `?${all}`}`;
  };
  return page(
    programmeView(frame, {
      ...common,
      ...shown,
      month: (shown.screenings[0]?.day ?? today).slice(0, 7),
      first: after ? address(null) : null,
      more: shown.next ? address(cursorText(shown.next)) : null,
    }),
  );
}

/** A venue's own page. */
export async function showVenue(visit: Visit): Promise<Answer> {
  const { reader, viewer, frame, now, params, origin } = visit;
  const venue = await reader.venues.bySlug(params.slug ?? '');
  if (!venue) throw notFound('venue');
  const rows = await reader.screenings.list({
    from: now,
    venueId: venue.id,
    drafts: curates(viewer),
    limit: ON_VENUE_PAGE + 1,
  });
  return page(
    venueView(frame, {
      ...addresses(visit),
      url: `${origin}/venue/${encodeURIComponent(venue.slug)}`,
      venue,
      screenings: rows.slice(0, ON_VENUE_PAGE),
      more: rows.length > ON_VENUE_PAGE,
    }),
  );
}

/** Everything that is to come of one film; a former slug leads to the present one. */
export async function showFilmScreenings(visit: Visit): Promise<Answer> {
  const { reader, viewer, frame, now, params, film: key } = visit;
  if (!key) throw notFound('film');
  if (key.slug !== params.slug) return moved(`/film/${key.slug}/screenings`);
  const film = await reader.films.byId(key.id);
  if (!film) throw notFound('film');
  const screenings = await screeningsOfFilm(reader, viewer, film.id, now);
  const common = addresses(visit);
  return page(
    filmScreeningsView(frame, {
      ...common,
      url: `${common.filmUrl(film.slug)}/screenings`,
      film,
      screenings,
    }),
  );
}

/** The programme for a calendar elsewhere. */
export async function showCalendar(visit: Visit): Promise<Answer> {
  const { reader, site, now } = visit;
  return calendar(visit, site.name, await screeningsForFeed(reader, {}, now));
}

/** A venue's programme for a calendar elsewhere. */
export async function showVenueCalendar(visit: Visit): Promise<Answer> {
  const { reader, params, now } = visit;
  const venue = await reader.venues.bySlug(params.slug ?? '');
  if (!venue) throw notFound('venue');
  return calendar(visit, venue.name, await screeningsForFeed(reader, { venueId: venue.id }, now));
}

/** A film's screenings for a calendar elsewhere. */
export async function showFilmCalendar(visit: Visit): Promise<Answer> {
  const { reader, film: key, params, now } = visit;
  if (!key) throw notFound('film');
  if (key.slug !== params.slug) return moved(`/film/${key.slug}/screenings.ics`);
  const film = await reader.films.byId(key.id);
  if (!film) throw notFound('film');
  return calendar(visit, film.title, await screeningsForFeed(reader, { filmId: film.id }, now));
}

function calendar(visit: Visit, name: string, screenings: readonly ScreeningLine[]): Answer {
  const { filmUrl } = addresses(visit);
  const events = screenings.map((screening) => ({
    screening,
    description: toldPlainly(visit.words, screening),
    url: `${filmUrl(screening.filmSlug)}/screenings`,
  }));
  return body(calendarOf(name, events), CALENDAR);
}

function addresses(visit: Visit) {
  return { ...whereabouts(visit), curates: curates(visit.viewer) };
}

/** How views write addresses of the site's pages, and when a screening begins. */
export function whereabouts({ origin }: Visit): Whereabouts {
  return {
    origin,
    filmUrl: (slug) => `${origin}/film/${encodeURIComponent(slug)}`,
    startDate: ({ timeZone, starts }) => isoWithOffset(timeZone, starts),
  };
}
