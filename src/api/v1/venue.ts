import { z } from 'zod';
import type { Venue } from '../../domain/reader.ts';
import { removeVenue, saveVenue } from '../../domain/venue.ts';
import { created, done, ok, operation } from '../operation.ts';
import { id, key, sent, slug, taken, url } from '../schema.ts';
import { venueAt } from './screening.ts';

const venue = sent(
  'Venue',
  z.strictObject({
    id,
    slug,
    name: z.string(),
    url,
    street: z.string().nullable(),
    town: z.string().nullable(),
    country: z.string().nullable().meta({ description: 'ISO 3166-1 alpha-2' }),
    timeZone: z.string().meta({ description: 'IANA' }),
    website: url.nullable(),
  }),
  'a place where films are shown',
);

const line = z.string().max(2000).optional();
const venueInput = taken(
  'VenueInput',
  z.strictObject({
    name: z.string().max(2000),
    timeZone: z.string().max(200),
    street: line,
    town: line,
    country: line,
    website: line,
  }),
  'a venue',
  { name: 'The Regent', timeZone: 'Europe/Lisbon', town: 'Lisbon', country: 'PT' },
);
const atVenue = z.object({ venue: key.meta({ description: 'a venue, by its slug or id' }) });

const listVenues = operation({
  id: 'listVenues',
  method: 'GET',
  path: '/venues',
  tag: 'programme',
  summary: 'where films are shown',
  scope: null,
  answers: {
    200: {
      description: 'all venues, by name',
      schema: sent('Venues', z.strictObject({ items: z.array(venue) }), 'the venues of a site'),
    },
  },
  kept: 'programme',
  handler: async ({ reader, origin }) =>
    ok({ items: (await reader.venues.list()).map((one) => venueOf(origin, one)) }),
});

const getVenue = operation({
  id: 'getVenue',
  method: 'GET',
  path: '/venues/{venue}',
  tag: 'programme',
  summary: 'a venue',
  scope: null,
  params: atVenue,
  answers: { 200: { description: 'the venue', schema: venue } },
  problems: ['not-found'],
  kept: 'programme',
  handler: async ({ reader, params, origin }) => ok(venueOf(origin, await venueAt(reader, params.venue))),
});

const addVenue = operation({
  id: 'addVenue',
  method: 'POST',
  path: '/venues',
  tag: 'programme',
  summary: 'add a venue',
  scope: 'curate',
  body: venueInput,
  answers: { 201: { description: 'the venue', schema: venue } },
  problems: ['invalid'],
  async handler({ reader, transact, body, viewer, now, origin }) {
    const made = await transact((writer) => saveVenue(writer, null, factsIn(body), viewer, now));
    return created(`/venues/${encodeURIComponent(made)}`, venueOf(origin, await venueAt(reader, made)));
  },
});

const replaceVenue = operation({
  id: 'replaceVenue',
  method: 'PUT',
  path: '/venues/{venue}',
  tag: 'programme',
  summary: 'change a venue',
  description: 'Where its clocks turn out to be in another zone, every time stays as it was written.',
  scope: 'curate',
  params: atVenue,
  body: venueInput,
  match: { of: getVenue, must: true },
  answers: { 200: { description: 'the venue as it is now', schema: venue } },
  problems: ['not-found', 'invalid'],
  async handler(call) {
    const { reader, transact, params, body, viewer, now, origin } = call;
    const { id } = await venueAt(reader, params.venue);
    await transact((writer) => saveVenue(writer, id, factsIn(body), viewer, now));
    return ok(venueOf(origin, await venueAt(reader, id)));
  },
});

const dropVenue = operation({
  id: 'deleteVenue',
  method: 'DELETE',
  path: '/venues/{venue}',
  tag: 'programme',
  summary: 'remove a venue at which nothing was ever shown',
  scope: 'curate',
  params: atVenue,
  match: { of: getVenue },
  answers: { 204: { description: 'it is gone' } },
  problems: ['not-found', 'conflict'],
  async handler(call) {
    const { reader, transact, params, viewer } = call;
    const { id } = await venueAt(reader, params.venue);
    await transact((writer) => removeVenue(writer, id, viewer));
    return done;
  },
});

function venueOf(origin: string, of: Venue): z.output<typeof venue> {
  const { id, slug, name, street, town, country, timeZone, website } = of;
  const at = `${origin}/venue/${encodeURIComponent(slug)}`;
  return { id, slug, name, url: at, street, town, country, timeZone, website };
}

function factsIn({
  name,
  timeZone,
  street = '',
  town = '',
  country = '',
  website = '',
}: z.output<typeof venueInput>) {
  return { name, timeZone, street, town, country, website };
}

export const VENUES = [listVenues, getVenue, addVenue, replaceVenue, dropVenue];
