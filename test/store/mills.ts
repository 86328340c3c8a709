import { arrange } from '../../src/domain/arrange.ts';
import { writeEntry } from '../../src/domain/entry.ts';
import { makeList } from '../../src/domain/list.ts';
import { sayStanding } from '../../src/domain/mark.ts';
import { makeMember } from '../../src/domain/member.ts';
import { insertFilms, type NewFilm } from '../../src/domain/new-film.ts';
import type { FactSource, Visibility } from '../../src/domain/reader.ts';
import { addScreenings } from '../../src/domain/screening.ts';
import { saveVenue } from '../../src/domain/venue.ts';
import { READER, type Viewer } from '../../src/domain/viewer.ts';
import { mergeFilms } from '../../src/interchange/films/merge.ts';
import { type EngineName, freshStore } from '../engines/store.ts';
import { clock } from './importing.ts';

/** Goes on by itself. */
export const now = clock(Date.UTC(2026, 10, 26));
export const curator: Viewer = { memberId: 'curator', authorId: null, role: 'curator' };

/** Two films that are one, another beside them, and people who said everything there is to say of them. */
export type Mills = Awaited<ReturnType<typeof openMills>>;

export async function openMills(engine: EngineName) {
  const { store, drop } = await freshStore(engine);
  const make = async (source: FactSource, facts: NewFilm['facts']) =>
    (await store.transact((w) => insertFilms(w, [{ facts }], { source, batchId: null, now: now() })))[0] ??
    '';
  const write = (
    filmId: string,
    by: { id: string; authorId: string } | undefined,
    text: string,
    {
      rating = null as 3 | 8 | null,
      day = null as string | null,
      visibility = 'everyone' as Visibility,
    } = {},
  ) =>
    store.transact((writer) =>
      writeEntry(
        writer,
        filmId,
        {
          ...{
            rating,
            liked: false,
            viewed: day,
            rewatch: false,
            tags: [],
            title: null,
            text,
            format: 'lbml',
          },
          ...{ spoiler: 'no', language: null, visibility },
        } as const,
        {
          authorId: by?.authorId ?? '',
          memberId: by?.id ?? '',
          now: now(),
          today: '2026-11-25',
          waits: false,
        },
      ),
    );
  const mark = (filmId: string, authorId = '') => store.reader.marks.get(authorId, filmId);
  const reviewsOf = async (filmId: string) =>
    (
      await store.reader.reviews.ofFilm(filmId, READER, {
        sort: 'newest',
        filter: {},
        after: null,
        limit: 50,
      })
    ).reviews.map(({ html }) => html);

  const members = [];
  for (const [name, role] of [
    ['Ana', 'member'],
    ['Ben', 'member'],
    ['Eve', 'curator'],
  ] as const)
    members.push(
      await store.transact((writer) =>
        makeMember(writer, { accountId: null, name, username: name.toLowerCase(), role }, now()),
      ),
    );
  const [ana, ben, eve] = members;
  const from = await make('import', [
    { field: 'title', value: 'The Tide Mill' },
    { field: 'year', value: 1961 },
    { field: 'title:fr', value: 'Le Moulin à marée' },
    { field: 'title:de', value: 'Die Gezeitenmühle' },
    { field: 'credits:director', value: [{ name: 'Inge Vang' }] },
    { field: 'genres', value: ['Drama'] },
    { field: 'runtime', value: 93 },
    { field: 'id:imdb', value: 'tt0999301' },
  ]);
  const into = await make('wikidata', [
    { field: 'title', value: 'Tidevandsmøllen' },
    { field: 'year', value: 1961 },
    { field: 'title:sv', value: 'Tidvattenskvarnen' },
    { field: 'title:da', value: 'Tidevandsmøllen' },
    { field: 'credits:director', value: [{ name: 'I. Vang' }] },
    { field: 'credits:actor', value: [{ name: 'Ebbe Lund', character: 'Miller' }] },
    { field: 'id:wikidata', value: 'Q999301' },
  ]);
  const other = await make('import', [{ field: 'title', value: 'Other Water' }]);
  const merge = (a = from, b = into) => mergeFilms(store, { from: a, into: b }, curator, now, 500);
  /** Everything that can hang on a film, on both. */
  async function fill() {
    const first = await write(from, ana, 'The wheel turns twice a day.', { rating: 8, day: '2020-03-01' });
    await write(from, ben, 'For me alone.', { rating: 3, day: '2019-01-01', visibility: 'me' });
    await write(into, ben, 'Salt on the boards.', { rating: 8, day: '2021-05-01' });
    const naming = await write(other, ana, 'Better than The Tide Mill.');
    await store.transact(async (writer) => {
      const days = { rating: null, day: '2018-02-02' };
      const eveOf = (filmId: string) => ({ authorId: eve?.authorId ?? '', filmId });
      await sayStanding(writer, eveOf(from), [{ state: 'rated', day: '2022-02-02', rating: 8 }], 'everyone');
      await sayStanding(
        writer,
        eveOf(into),
        [
          { state: 'rated', day: '2021-01-01', rating: 3 },
          { state: 'liked', ...days },
        ],
        'everyone',
      );
      for (const filmId of [from, into]) await writer.films.reckon(filmId);
      await arrange(writer, from, first, 'pin', curator);
      await writer.mentions.put(naming, {
        filmId: from,
        state: 'found',
        start: 3,
        end: 9,
        said: 'x',
        score: 50,
      });
      const list = (title: string, films: string[], visibility: Visibility = 'everyone') =>
        makeList(
          writer,
          ben?.authorId ?? '',
          {
            ...{ title, description: '', ranked: true, tags: [], visibility, format: 'lbml' },
            films: films.map((filmId, at) => ({ filmId, note: `Note ${at + 1}` })),
          },
          now(),
        );
      await list('Both', [from, other, into]);
      await list('One', [other, from], 'me');
      const venue = {
        name: 'The Regent',
        street: '',
        town: '',
        country: '',
        timeZone: 'Europe/Copenhagen',
        website: '',
      };
      await saveVenue(writer, null, venue, curator, now());
      const [{ id: venueId } = { id: '' }] = await writer.venues.list();
      const details = { doors: '', ends: '', room: '', format: '', spoken: '', language: '', subtitles: '' };
      await addScreenings(
        writer,
        {
          ...{ filmId: from, venueId, showings: [{ day: '2027-01-01', time: '20:00' }] },
          details: { ...details, tickets: '', note: '', series: '', state: 'on', draft: false },
        },
        curator,
        now(),
      );
    });
  }
  await fill();
  return { store, drop, ana, ben, eve, from, into, other, write, mark, merge, reviewsOf };
}
