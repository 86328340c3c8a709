import { type SqlBool, sql } from 'kysely';
import type { ReadDb, WriteDb } from './engines/engine.ts';
import { inSlices } from './engines/many.ts';
import { newId } from './ids.ts';
import { prepared } from './prepared.ts';
import type { ScreeningState, ScreeningsTable, Spoken } from './schema.ts';

/** A film shown once, at one place. `day` and `time` are what the venue's clocks show; `starts` is the instant. */
export interface Screening {
  id: string;
  filmId: string;
  venueId: string;
  day: string;
  time: string;
  starts: number;
  /** `HH:MM`; an end before the beginning is on the next day. */
  doors: string | null;
  ends: string | null;
  room: string | null;
  format: string | null;
  spoken: Spoken | null;
  /** BCP 47. */
  language: string | null;
  subtitles: string | null;
  tickets: string | null;
  note: string | null;
  series: string | null;
  state: ScreeningState;
  draft: boolean;
  /** By which a file names it; null for one entered by hand. */
  key: string | null;
}

export type ScreeningFacts = Omit<Screening, 'id'>;

/** A screening with the names it is shown under. */
export interface ScreeningLine extends Screening {
  filmSlug: string;
  filmTitle: string;
  filmPoster: string | null;
  filmYear: number | null;
  /** Minutes. */
  runtime: number | null;
  venueSlug: string;
  venueName: string;
  town: string | null;
  street: string | null;
  country: string | null;
  timeZone: string;
  /** Epoch milliseconds at which it was last changed. */
  updated: number;
}

/** Where a page of the programme ended. */
export type ScreeningCursor = readonly [starts: number, id: string];

/** Which screenings are asked for: from an instant on, in order of their beginning. */
export interface ScreeningQuery {
  from: number;
  /** Before this instant. */
  to?: number;
  venueId?: string | undefined;
  filmId?: string;
  after?: ScreeningCursor | null;
  /** Whether those are among them that only curators see. */
  drafts: boolean;
  limit: number;
}

type LineRow = Omit<ScreeningsTable, 'created'> &
  Pick<
    ScreeningLine,
    'filmSlug' | 'filmTitle' | 'filmPoster' | 'filmYear' | 'runtime' | 'venueSlug' | 'venueName'
  > &
  Pick<ScreeningLine, 'town' | 'street' | 'country' | 'timeZone'>;

function lines(db: ReadDb) {
  return db
    .selectFrom('screenings')
    .innerJoin('venues', 'venues.id', 'screenings.venue_id')
    .innerJoin('films', 'films.id', 'screenings.film_id')
    .select([
      'screenings.id',
      'screenings.film_id',
      'screenings.venue_id',
      'screenings.day',
      'screenings.time',
      'screenings.starts',
      'screenings.doors',
      'screenings.ends',
      'screenings.room',
      'screenings.format',
      'screenings.spoken',
      'screenings.language',
      'screenings.subtitles',
      'screenings.tickets',
      'screenings.note',
      'screenings.series',
      'screenings.state',
      'screenings.draft',
      'screenings.key',
      'screenings.updated',
      'films.slug as filmSlug',
      'films.title as filmTitle',
      'films.poster as filmPoster',
      'films.year as filmYear',
      'films.runtime',
      'venues.slug as venueSlug',
      'venues.name as venueName',
      'venues.town',
      'venues.street',
      'venues.country',
      'venues.time_zone as timeZone',
    ]);
}

export function screeningReader(db: ReadDb) {
  const coming = prepared<{ filmId: string; from: number }, LineRow & { total: number }>(db, (slot) =>
    lines(db)
      .select(sql<number>`count(*) over ()`.as('total'))
      .where('screenings.film_id', '=', slot('filmId'))
      .where('screenings.starts', '>', slot('from'))
      .where('screenings.draft', '=', 0)
      .orderBy('screenings.starts')
      .orderBy('screenings.id')
      .limit(FIRST),
  );
  return {
    /** The next few screenings of a film that everyone may see, after an instant, and how many there are in all. */
    async ofFilm(filmId: string, from: number): Promise<{ first: ScreeningLine[]; total: number }> {
      const rows = await coming({ filmId, from });
      return { first: rows.map(lineOf), total: Number(rows[0]?.total ?? 0) };
    },
    /** Screenings by their beginning. */
    async list(query: ScreeningQuery): Promise<ScreeningLine[]> {
      const { from, to, venueId, filmId, after, drafts, limit } = query;
      let asked = lines(db)
        .where('screenings.starts', '>', from)
        .orderBy('screenings.starts')
        .orderBy('screenings.id');
      if (to !== undefined) asked = asked.where('screenings.starts', '<', to);
      if (venueId !== undefined) asked = asked.where('screenings.venue_id', '=', venueId);
      if (filmId !== undefined) asked = asked.where('screenings.film_id', '=', filmId);
      if (!drafts) asked = asked.where('screenings.draft', '=', 0);
      if (after)
        asked = asked.where(sql<SqlBool>`(screenings.starts, screenings.id) > (${after[0]}, ${after[1]})`);
      return (await asked.limit(limit).execute()).map(lineOf);
    },
    async byId(id: string): Promise<ScreeningLine | null> {
      const row = await lines(db).where('screenings.id', '=', id).executeTakeFirst();
      return row ? lineOf(row) : null;
    },
    /** Screenings as they are stored, by id. */
    async rows(ids: readonly string[]): Promise<Map<string, Screening>> {
      if (ids.length === 0) return new Map();
      const rows = await db.selectFrom('screenings').selectAll().where('id', 'in', ids).execute();
      return new Map(rows.map((row) => [row.id, screeningOf(row)]));
    },
    /** All of a venue's screenings between two instants, both among them, with those that files brought. */
    async ofVenue(venueId: string, from: number, to: number): Promise<Screening[]> {
      const rows = await db
        .selectFrom('screenings')
        .selectAll()
        .where('venue_id', '=', venueId)
        .where('starts', '>=', from)
        .where('starts', '<=', to)
        .orderBy('starts')
        .execute();
      return rows.map(screeningOf);
    },
    /** A venue's screenings by the keys of a file. */
    async byKeys(venueId: string, keys: readonly string[]): Promise<Screening[]> {
      const found: Screening[] = [];
      await inSlices(keys, AT_ONCE, async (some) => {
        const rows = await db
          .selectFrom('screenings')
          .selectAll()
          .where('venue_id', '=', venueId)
          .where('key', 'in', some)
          .execute();
        found.push(...rows.map(screeningOf));
      });
      return found;
    },
    /** The films of screenings at a venue, whenever they are. */
    async filmsOfVenue(venueId: string): Promise<string[]> {
      const rows = await db
        .selectFrom('screenings')
        .select('film_id')
        .distinct()
        .where('venue_id', '=', venueId)
        .execute();
      return rows.map((row) => row.film_id);
    },
  };
}

export function screeningWriter(db: WriteDb) {
  return {
    async add(facts: ScreeningFacts, now: number): Promise<string> {
      return (await this.addAll([facts], now))[0] as string;
    },
    /** Adds screenings, some at a time, and answers their ids in the same order. */
    async addAll(all: readonly ScreeningFacts[], now: number): Promise<string[]> {
      const rows = all.map((one) => ({ id: newId(now), ...columns(one), created: now, updated: now }));
      await inSlices(rows, AT_ONCE, (some) => db.insertInto('screenings').values(some).execute());
      return rows.map(({ id }) => id);
    },
    async change(id: string, facts: ScreeningFacts, now: number): Promise<void> {
      await db
        .updateTable('screenings')
        .set({ ...columns(facts), updated: now })
        .where('id', '=', id)
        .execute();
    },
    async remove(ids: readonly string[]): Promise<void> {
      await inSlices(ids, AT_ONCE, (some) => db.deleteFrom('screenings').where('id', 'in', some).execute());
    },
  };
}

/** So many screenings stand on a film's page. */
const FIRST = 3;
const AT_ONCE = 100;

function columns(one: ScreeningFacts): Omit<ScreeningsTable, 'id' | 'created' | 'updated'> {
  const { filmId, venueId, draft, ...rest } = one;
  const { day, time, starts, doors, ends, room, format, spoken, language, subtitles } = rest;
  const { tickets, note, series, state, key } = rest;
  return {
    film_id: filmId,
    venue_id: venueId,
    day,
    time,
    starts,
    doors,
    ends,
    room,
    format,
    spoken,
    language,
    subtitles,
    tickets,
    note,
    series,
    state,
    draft: draft ? 1 : 0,
    key,
  };
}

function screeningOf(row: Omit<ScreeningsTable, 'created' | 'updated'>): Screening {
  const { id, day, time, starts, doors, ends, room, format, spoken, language, subtitles } = row;
  const { tickets, note, series, state, key } = row;
  return {
    id,
    filmId: row.film_id,
    venueId: row.venue_id,
    ...{ day, time, starts, doors, ends, room, format, spoken, language, subtitles },
    ...{ tickets, note, series, state, draft: row.draft === 1, key },
  };
}

function lineOf(row: LineRow): ScreeningLine {
  const { filmSlug, filmTitle, filmPoster, filmYear, runtime, venueSlug, venueName, town, street, country } =
    row;
  return {
    ...screeningOf(row),
    ...{ filmSlug, filmTitle, filmPoster, filmYear, runtime, venueSlug, venueName, town, street, country },
    timeZone: row.timeZone,
    updated: row.updated,
  };
}
