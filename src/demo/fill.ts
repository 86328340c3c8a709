import { pageChanged, writeEntry } from '../domain/entry.ts';
import { makeList } from '../domain/list.ts';
import { type Standing, sayStanding } from '../domain/mark.ts';
import { reckonMoreFilms } from '../domain/more-films.ts';
import { insertFilms } from '../domain/new-film.ts';
import { saveProfile } from '../domain/profile.ts';
import type { Rating } from '../domain/rating.ts';
import type { Reader, Transact, Writer } from '../domain/reader.ts';
import { programmeChanged } from '../domain/screening.ts';
import { slugOf } from '../domain/slug.ts';
import { dayIn } from '../domain/viewing-date.ts';
import { daysLater, instantOf } from '../domain/zoned-time.ts';
import { entries, films, lists, marks, people, screenings, venues } from './catalogue.ts';
import type { DemoEntry, DemoFilm, DemoList, DemoMarks, DemoScreening } from './shape.ts';

const DAY = 86_400_000;

/** Ids by the slugs of films. */
type Ids = ReadonlyMap<string, string>;
/** By username. */
type Members = ReadonlyMap<string, { memberId: string; authorId: string }>;

/**
 * Fills an empty site with the demonstration: films, the people who write about them, what they wrote, their lists,
 * and what three houses show in the next fortnight. Does nothing on a site that has films already.
 *
 * @param now epoch milliseconds
 * @returns whether anything was put in
 */
export async function fillDemonstration(
  store: { reader: Reader; transact: Transact },
  now: number,
): Promise<boolean> {
  const filled = await store.transact(async (writer) => {
    if ((await writer.films.count()) > 0) return false;
    const filmIds = new Map<string, string>();
    const made = await insertFilms(
      writer,
      films.map((film) => ({
        facts: factsOf(film),
        ids: Object.entries(film.ids ?? {}).map(([scheme, value]) => ({ scheme, value })),
      })),
      { source: 'demonstration', batchId: null, now },
    );
    for (const [at, film] of films.entries()) filmIds.set(film.slug, made[at] ?? '');
    const members = await addPeople(writer, filmIds, now);
    await addMarks(writer, members, filmIds);
    for (const [index, entry] of entries.entries()) {
      const filmId = filmIds.get(entry.film);
      const member = members.get(entry.person);
      if (filmId && member)
        await addEntry(writer, filmId, member, entry, now - (entries.length - index) * DAY);
    }
    for (const list of lists) await addList(writer, list, members, filmIds);
    await addProgramme(writer, filmIds, now);
    await writer.site.set({ settings: { demonstration: true, programme: true } }, now);
    await writer.versions.raise('site', 'films');
    return true;
  });
  // Whoever looks at it first sees all of it.
  if (filled) await reckonMoreFilms(store.transact, () => now);
  return filled;
}

/** What the demonstration says of a film, field by field. */
function factsOf(film: DemoFilm): { field: string; value: unknown }[] {
  const facts: [field: string, value: unknown][] = [
    ['title', film.title],
    ['original-title', film.originalTitle],
    ['year', film.year],
    ['runtime', film.runtime],
    ['countries', film.countries],
    ['languages', film.languages],
    ['genres', film.genres],
    [`synopsis:${film.synopsisLanguage}`, film.synopsis],
    ['credits:director', film.directors.map((name) => ({ name }))],
    ['credits:actor', film.cast],
  ];
  return facts
    .filter(([, value]) => (value ?? null) !== null && !(Array.isArray(value) && value.length === 0))
    .map(([field, value]) => ({ field, value }));
}

async function addPeople(writer: Writer, filmIds: Ids, now: number): Promise<Members> {
  const members = new Map<string, { memberId: string; authorId: string }>();
  for (const { username, name, bio = '', place = null, favourites = [], onPosters } of people) {
    const since = firstWritten(username) ?? now;
    const authorId = await writer.authors.add({ name, source: 'local', key: `member:${username}` }, since);
    const memberId = await writer.members.add({ accountId: null, authorId, username, role: 'member' }, since);
    if (onPosters) await writer.members.setLetsOut(memberId, 'posters', 'all');
    members.set(username, { memberId, authorId });
    const profile = {
      bio,
      format: 'plain' as const,
      location: place,
      website: null,
      pronoun: null,
      favourites: favourites.flatMap((slug) => filmIds.get(slug) ?? []),
    };
    await saveProfile(writer, authorId, profile, now);
  }
  return members;
}

/** The instant of the first entry somebody wrote, which is when they came; none where no entry says. */
function firstWritten(username: string): number | undefined {
  const days = entries.flatMap(({ person, written }) => (person === username && written ? [written] : []));
  const [first] = days.sort();
  return first === undefined ? first : noonOf(first);
}

/** The instant that stands for a calendar date on which something was written. */
function noonOf(day: string): number {
  return Date.parse(`${day}T12:00:00Z`);
}

/** Marks go in before the entries, which say the same and more. */
async function addMarks(writer: Writer, members: Members, filmIds: Ids): Promise<void> {
  const marked = new Set<string>();
  for (const some of marks) {
    const authorId = members.get(some.person)?.authorId;
    for (const [slug, said] of standings(some)) {
      const filmId = filmIds.get(slug);
      if (!authorId || !filmId) continue;
      await sayStanding(writer, { authorId, filmId }, said, 'everyone');
      marked.add(filmId);
    }
  }
  for (const filmId of marked) await pageChanged(writer, filmId);
}

async function addEntry(
  writer: Writer,
  filmId: string,
  by: { memberId: string; authorId: string },
  entry: DemoEntry,
  otherwise: number,
): Promise<void> {
  const instant = entry.written ? noonOf(entry.written) : otherwise;
  const input = {
    rating: entry.rating ?? null,
    liked: entry.liked ?? false,
    viewed: entry.viewed ?? null,
    rewatch: entry.rewatch ?? false,
    tags: entry.tags ?? [],
    title: entry.title ?? null,
    text: entry.text ?? '',
    format: 'lbml' as const,
    spoiler: entry.spoiler ?? ('no' as const),
    language: entry.language ?? null,
    visibility: 'everyone' as const,
    venue: entry.venue ?? null,
  };
  const today = new Date(instant).toISOString().slice(0, 10);
  await writeEntry(writer, filmId, input, { ...by, now: instant, today, waits: false });
}

/** By the slugs of films, what somebody's marks say of each. */
function standings({ day, rated, watched, liked, watchlist }: DemoMarks): Map<string, Standing[]> {
  const all = new Map<string, Standing[]>();
  const say = (slugs: string, standing: Omit<Standing, 'day'>) => {
    for (const slug of slugs.split(' ')) all.set(slug, [...(all.get(slug) ?? []), { ...standing, day }]);
  };
  say(watched, { state: 'watched', rating: null });
  for (const [rating, slugs] of Object.entries(rated))
    say(slugs, { state: 'rated', rating: Number(rating) as Rating });
  say(liked, { state: 'liked', rating: null });
  say(watchlist, { state: 'watchlist', rating: null });
  return all;
}

async function addList(writer: Writer, list: DemoList, members: Members, filmIds: Ids): Promise<void> {
  const authorId = members.get(list.person)?.authorId;
  if (!authorId) return;
  const { title, description, ranked = false, tags, written } = list;
  const listed = list.films.flatMap(({ film, note = '' }) => {
    const filmId = filmIds.get(film);
    return filmId ? [{ filmId, note }] : [];
  });
  const input = { title, description, ranked, tags, films: listed };
  const now = noonOf(written);
  await makeList(writer, authorId, { ...input, visibility: 'everyone', format: 'lbml' }, now);
}

/** Houses and what they show, counted from the day it is now where each of them stands. */
async function addProgramme(writer: Writer, filmIds: Ids, now: number): Promise<void> {
  for (const { key, ...facts } of venues) {
    const venueId = await writer.venues.add(facts, slugOf(facts.name), now);
    const today = dayIn(facts.timeZone, now);
    for (const some of screenings.filter(({ venue }) => venue === key))
      await addShowings(writer, some, { venueId, filmId: filmIds.get(some.film), today, ...facts }, now);
  }
  await programmeChanged(writer, ...filmIds.values());
}

async function addShowings(
  writer: Writer,
  some: DemoScreening,
  at: { venueId: string; filmId: string | undefined; today: string; timeZone: string },
  now: number,
): Promise<void> {
  const { venueId, filmId, today, timeZone } = at;
  if (!filmId) return;
  for (const one of some.at.split(', ')) {
    const [days = '0', time = ''] = one.split(' ');
    const day = daysLater(today, Number(days));
    const { instant: starts } = instantOf({ day, time }, timeZone);
    await writer.screenings.add(
      {
        ...{
          filmId,
          venueId,
          day,
          time,
          starts,
          doors: null,
          ends: null,
          tickets: null,
          draft: false,
          key: null,
        },
        room: some.room ?? null,
        format: some.format ?? null,
        spoken: some.spoken ?? null,
        language: some.language ?? null,
        subtitles: some.subtitles ?? null,
        note: some.note ?? null,
        series: some.series ?? null,
        state: some.state ?? 'on',
      },
      now,
    );
  }
}
