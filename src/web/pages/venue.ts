import { DomainError, notFound } from '../../domain/errors.ts';
import { filmsMeant } from '../../domain/programme.ts';
import { removeVenue, saveVenue, type Venue, type VenueInput } from '../../domain/venue.ts';
import { programmeDeskView, type VenueWrong, venueEditView, venuesView } from '../../views/venue.ts';
import { field } from '../form.ts';
import { type Answer, page, redirect, type Visit } from '../route.ts';

const FOUND = 20;
const COMING = 200;

/** The room of the desk in which the programme is made. */
export async function showProgrammeDesk(visit: Visit): Promise<Answer> {
  const { reader, frame, now, url } = visit;
  const search = (url.searchParams.get('film') ?? '').trim().slice(0, 200);
  const venues = await reader.venues.list();
  const screenings = await reader.screenings.list({ from: now, drafts: true, limit: COMING });
  const films = await filmsMeant(reader, search, FOUND);
  const done = url.searchParams.get('done') === 'removed' ? 'removed' : null;
  return page(programmeDeskView(frame, { venues, screenings, search, films, done }));
}

/** The venues, and a form for another. */
export async function showVenues(visit: Visit): Promise<Answer> {
  const asked = visit.url.searchParams.get('done');
  const done = asked === 'saved' || asked === 'removed' ? asked : null;
  return page(await venuesPage(visit, { values: empty(visit), wrong: null, done }));
}

/** Adds a venue. */
export async function postVenue(visit: Visit): Promise<Answer> {
  const values = valuesIn(await visit.form());
  try {
    await visit.transact((writer) => saveVenue(writer, null, values, visit.viewer, visit.now));
    return redirect('/admin/venues?done=saved');
  } catch (error) {
    return page(await venuesPage(visit, { values, wrong: wrongIn(error), done: null }), 400);
  }
}

/** One venue's form. */
export async function showEditVenue(visit: Visit): Promise<Answer> {
  const venue = await venueOf(visit);
  const values = { ...empty(visit), ...said(venue) };
  return page(venueEditView(visit.frame, { venue, values, wrong: null, inUse: false }));
}

/** Changes a venue, or removes one at which nothing was shown. */
export async function postEditVenue(visit: Visit): Promise<Answer> {
  const venue = await venueOf(visit);
  const sent = await visit.form();
  const { transact, viewer, now, frame } = visit;
  const values = valuesIn(sent);
  if (field(sent, 'do') === 'remove') {
    try {
      await transact((writer) => removeVenue(writer, venue.id, viewer));
      return redirect('/admin/venues?done=removed');
    } catch (error) {
      if (!(error instanceof DomainError && error.code === 'venue-in-use')) throw error;
      const kept = { ...empty(visit), ...said(venue) };
      return page(venueEditView(frame, { venue, values: kept, wrong: null, inUse: true }), 409);
    }
  }
  try {
    await transact((writer) => saveVenue(writer, venue.id, values, viewer, now));
    return redirect('/admin/venues?done=saved');
  } catch (error) {
    return page(venueEditView(frame, { venue, values, wrong: wrongIn(error), inUse: false }), 400);
  }
}

async function venuesPage(
  visit: Visit,
  given: { values: VenueInput; wrong: VenueWrong | null; done: 'saved' | 'removed' | null },
) {
  const venues = await visit.reader.venues.list();
  return venuesView(visit.frame, { venue: null, venues, inUse: false, ...given });
}

async function venueOf({ reader, params }: Visit): Promise<Venue> {
  const venue = await reader.venues.byId(params.id ?? '');
  if (!venue) throw notFound('venue');
  return venue;
}

/** A new venue's clocks probably go as the site's do. */
function empty({ site }: Visit): VenueInput {
  return { name: '', street: '', town: '', country: '', timeZone: site.settings.timeZone, website: '' };
}

function said({ name, street, town, country, timeZone, website }: Venue): VenueInput {
  const text = (value: string | null) => value ?? '';
  return {
    name,
    street: text(street),
    town: text(town),
    country: text(country),
    timeZone,
    website: text(website),
  };
}

function valuesIn(sent: FormData): VenueInput {
  const text = (name: string) => field(sent, name).slice(0, 5000);
  return {
    name: text('name'),
    street: text('street'),
    town: text('town'),
    country: text('country'),
    timeZone: text('timeZone'),
    website: text('website'),
  };
}

function wrongIn(error: unknown): VenueWrong {
  if (!(error instanceof DomainError && error.kind === 'invalid')) throw error;
  return error.code as VenueWrong;
}
