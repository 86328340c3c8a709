import { makeList } from '../../src/domain/list.ts';
import { saveProfile } from '../../src/domain/profile.ts';
import { cleanLine } from '../../src/domain/text/characters.ts';
import type { Store } from '../../src/store/open.ts';
import type { TestSite } from '../app/site.ts';
import { importing, movie, review } from '../store/importing.ts';

/** Everybody who acts in these tests. */
export interface Cast {
  site: TestSite;
  owner: string;
  member: { cookie: string; memberId: string; authorId: string };
}

/** A film about which the same words were said in every place where words can be said. */
export interface World {
  film: { id: string; slug: string };
  /** The member's own review, and those that came in a file. */
  own: string | null;
  imported: string[];
  person: string | null;
  /** The last part of the address of the member's list. */
  list: string;
  /** Where the film is shown, and the screening. */
  venue: { id: string; slug: string };
  screening: string;
  /** The page of the review that waits for its writer's address. */
  waiting: string | null;
  /** The address that everything of this world comes from: limits count by it. */
  from: string;
}

let number = 0;

/** Opens the house: an owner and a member. */
export async function castOf(site: TestSite): Promise<Cast> {
  const owner = await site.signedIn('the_owner', 'owner');
  const member = await site.signedIn('a_member');
  return { site, owner: owner.cookie, member };
}

/** Says the same words wherever words can be said: by an import, by every form, as a member and as a stranger. */
export async function sayEverywhere(cast: Cast, words: string): Promise<World> {
  const { site, owner, member } = cast;
  const film = await bringIn(site.site.store, words);
  const from = `10.${number >> 16}.${(number >> 8) & 255}.${number & 255}`;
  const name = lineFrom(words, 60);
  await site.post('/admin/site', siteForm(name), { cookie: owner, from });
  await site.post('/settings/name', { name }, { cookie: member.cookie, from });
  const form = `/film/${film.slug}/review`;
  const said = { rating: '7', text: words, title: lineFrom(words, 250), tags: lineFrom(words, 90) };
  const own = idIn(await site.post(form, said, { cookie: member.cookie, from }));
  const first = own ?? idIn(await site.post(form, { rating: '7' }, { cookie: member.cookie, from }));
  if (first)
    await site.post(
      `/review/${first}/edit`,
      { ...said, text: `${words} again` },
      { cookie: member.cookie, from },
    );
  const { read } = site.site.store.engine;
  const entries = await read
    .selectFrom('entries')
    .select('id')
    .where('film_id', '=', film.id)
    .where('source', '=', 'jsonld')
    .orderBy('id')
    .execute();
  await atVenue(site.site.store, film.id, name);
  const imported = entries.map((entry) => entry.id);
  if (imported[0])
    await site.post(
      `/review/${imported[0]}/report`,
      { choice: 'other', message: words.slice(0, 1900), contact: `a@${number}.example` },
      { from },
    );
  const credit = await read
    .selectFrom('credits')
    .innerJoin('people', 'people.id', 'credits.person_id')
    .select('people.slug')
    .where('film_id', '=', film.id)
    .where('role', '=', 'director')
    .executeTakeFirst();
  const stranger = await site.post(form, said, { from });
  const waiting = stranger.status === 303 ? stranger.headers.get('location') : null;
  // A stranger's name that reads as a link is not taken; then another one is mailed the link.
  for (const one of waiting ? [name, 'A stranger'] : [])
    await site.post(waiting ?? '', { name: one, email: `s${number}@example.org` }, { from });
  const list = await ofOneself(cast, film.id, words);
  const shown = await shownSomewhere(cast, film.id, words);
  return { film, own: first, list, ...shown, imported, person: credit?.slug ?? null, waiting, from };
}

/** A venue and a screening of which every text holds the words. */
async function shownSomewhere({ site, owner }: Cast, filmId: string, words: string) {
  const line = cleanLine(lineFrom(words, 50));
  const place = {
    name: line,
    street: line,
    town: line,
    timeZone: 'Europe/Berlin',
    website: 'https://ok.example/',
  };
  const { store, clock } = { store: site.site.store, clock: site.clock };
  const [known] = await store.reader.venues.list();
  await site.post(known ? `/admin/venue/${known.id}` : '/admin/venues', place, { cookie: owner });
  const [venue] = await store.reader.venues.list();
  if (!venue) throw new Error('The venue was not taken.');
  const starts = clock.now + 86_400_000;
  const screening = await store.transact(async (writer) => {
    await writer.versions.raise('programme', filmId);
    // Each world is looked at by itself.
    const earlier = await writer.screenings.ofVenue(venue.id, 0, starts);
    await writer.screenings.remove(earlier.map(({ id }) => id));
    return writer.screenings.add(
      {
        ...{
          filmId,
          venueId: venue.id,
          day: '2026-11-26',
          time: '13:00',
          starts,
          doors: '12:30',
          ends: '15:00',
        },
        ...{ room: line, format: line, note: line, series: line, key: line, tickets: 'https://ok.example/t' },
        ...{ spoken: 'original', language: 'fr', subtitles: 'de', state: 'on', draft: false },
      },
      clock.now,
    );
  });
  return { venue: { id: venue.id, slug: venue.slug }, screening };
}

/** What a member says of themselves, and in a list. No form asks for it yet; it is shown all the same. */
async function ofOneself({ site, member }: Cast, filmId: string, words: string): Promise<string> {
  const line = cleanLine(lineFrom(words, 90));
  const { now } = site.clock;
  const about = { location: line, pronoun: line, website: words, favourites: [filmId] };
  const id = await site.site.store.transact(async (writer) => {
    await saveProfile(writer, member.authorId, { bio: words, format: 'lbml', ...about }, now);
    return makeList(
      writer,
      member.authorId,
      {
        title: line,
        description: words,
        ranked: true,
        tags: [line],
        visibility: 'everyone',
        films: [{ filmId, note: words }],
        format: 'lbml',
      },
      now,
    );
  });
  const lists = site.site.store.engine.read.selectFrom('lists').select('slug');
  return (await lists.where('id', '=', id).executeTakeFirstOrThrow()).slug;
}

/** The pages on which the words of a world are shown. */
export function pagesOf(world: World): { path: string; as: 'reader' | 'member' | 'owner' }[] {
  const { film, own, imported, person } = world;
  const entries = [...(own ? [own] : []), ...imported.slice(0, 1)];
  return [
    ...['reader', 'member', 'owner'].map((as) => ({ path: `/film/${film.slug}`, as })),
    { path: `/film/${film.slug}/reviews`, as: 'reader' },
    { path: `/film/${film.slug}/about`, as: 'reader' },
    { path: `/film/${film.slug}/facts`, as: 'owner' },
    { path: `/film/${film.slug}/merge`, as: 'owner' },
    { path: `/film/${film.slug}/address`, as: 'owner' },
    { path: `/film/${film.slug}/embed`, as: 'reader' },
    { path: `/embed/film/${film.slug}?n=12`, as: 'reader' },
    { path: `/film/${film.slug}/split?to=new`, as: 'owner' },

    ...entries.map((id) => ({ path: `/review/${id}`, as: 'reader' })),
    ...(own ? ['edit', 'delete', 'versions'] : []).map((page) => ({
      path: `/review/${own}/${page}`,
      as: 'member',
    })),
    ...(imported[0] ? ['mine', 'report'] : []).map((page) => ({
      path: `/review/${imported[0]}/${page}`,
      as: 'reader',
    })),
    ...(person ? [{ path: `/person/${person}`, as: 'reader' }] : []),
    ...(world.waiting ? [{ path: world.waiting, as: 'reader' }] : []),
    { path: `/film/${film.slug}/review`, as: 'member' },
    { path: '/', as: 'reader' },
    { path: '/films?sort=newest', as: 'reader' },
    { path: '/films?sort=newest&as=table', as: 'reader' },
    { path: '/@a_member', as: 'reader' },
    { path: '/@a_member', as: 'member' },
    ...['diary', 'reviews', 'films', 'lists', 'watchlist', `list/${encodeURIComponent(world.list)}`].map(
      (page) => ({ path: `/@a_member/${page}`, as: 'reader' }),
    ),
    { path: '/lists', as: 'reader' },
    { path: `/film/${film.slug}/screenings`, as: 'reader' },
    { path: `/venue/${encodeURIComponent(world.venue.slug)}`, as: 'reader' },
    { path: '/programme', as: 'reader' },
    { path: '/programme?month=2026-11', as: 'owner' },
    { path: `/screening/${world.screening}/edit`, as: 'owner' },
    { path: `/admin/venue/${world.venue.id}`, as: 'owner' },
    { path: '/admin/venues', as: 'owner' },
    { path: '/admin/programme', as: 'owner' },
    { path: '/settings', as: 'member' },
    { path: '/admin', as: 'owner' },
    { path: '/admin/members', as: 'owner' },
    { path: '/admin/site', as: 'owner' },
    { path: '/about', as: 'reader' },
  ] as { path: string; as: 'reader' | 'member' | 'owner' }[];
}

/** Words on one line that every form takes; with a letter, so that they can be a name. */
export function lineFrom(words: string, most: number): string {
  return `${[...words].slice(0, most - 6).join('')} seen`;
}

/** A film as a file says it: every field holds the words, and `address` wherever an address can be. */
export function filmFile(words: string, address: string, imdb: string): object {
  const line = lineFrom(words, 150);
  const person = (more = {}) => ({
    '@type': 'Person',
    name: line,
    url: address,
    sameAs: [address],
    '@id': address,
    ...more,
  });
  const by = (author: object, more = {}) => ({ ...review('', words), author, inLanguage: 'en', ...more });
  return movie(
    line,
    [
      by(person(), {
        url: address,
        '@id': address,
        isBasedOn: address,
        name: line,
        publisher: { '@type': 'Organization', name: line },
      }),
      by(person({ url: `https://ok.example/people/${imdb}`, '@id': `urn:person:${imdb}` }), {
        url: `https://ok.example/reviews/${imdb}`,
        datePublished: '2020-05-03',
        publisher: { '@type': 'Organization', name: line },
        reviewRating: { '@type': 'Rating', ratingValue: 4, bestRating: 5 },
      }),
      by(
        { '@type': 'Person', name: 'Somebody' },
        { reviewRating: { '@type': 'Rating', ratingValue: words } },
      ),
    ],
    {
      sameAs: `https://www.imdb.com/title/${imdb}/`,
      alternateName: line,
      description: words,
      director: [person(), { '@type': 'Person', name: 'A Second Director' }],
      actor: person(),
      // A genre of many words, or one that is an address, is none.
      genre: `kind ${lineFrom(words, 50)}`,
      datePublished: '1999',
      image: address,
    },
  );
}

/** Imports a film whose every field holds the words, and `address` wherever an address can be. */
export async function bringIn(store: Store, words: string, address = words): Promise<World['film']> {
  number += 1;
  const imdb = `tt${String(number).padStart(7, '0')}`;
  const report = await importing(store, filmFile(words, address, imdb));
  const row = await store.engine.read
    .selectFrom('films')
    .innerJoin('external_ids', 'external_ids.thing_id', 'films.id')
    .select(['films.id', 'films.slug'])
    .where('external_ids.value', '=', imdb)
    .executeTakeFirst();
  if (!row) throw new Error(`The film was not taken: ${JSON.stringify(report)}`);
  return row;
}

/**
 * Brings files by the import's pages, as the owner: one that can be read and one that cannot, named and filled
 * with the words; then imports and undoes them.
 *
 * @returns every page on the way, by its name
 */
export async function bringByPages(
  { site, owner }: Cast,
  words: string,
  language = 'en',
): Promise<Map<string, Response>> {
  number += 1;
  const from = `10.11.${number >> 8}.${number & 255}`;
  const ask = { cookie: owner, from, headers: { 'accept-language': language } };
  const name = lineFrom(words, 60).replaceAll(/[/\\\0\r\n]/g, ' ');
  const imdb = `tt${String(number).padStart(7, '0')}`;
  const form = new FormData();
  const row = {
    '@type': 'Review',
    name: words,
    reviewBody: words,
    itemReviewed: { '@type': words, name: words },
  };
  const film = filmFile(words, words, imdb) as { review: unknown[] };
  film.review.push({ '@type': 'Review', reviewBody: words }, row);
  form.append('files', new File([JSON.stringify(film)], `${name}.jsonld`));
  form.append('files', new File([words], `${name}.txt`));
  const seen = new Map<string, Response>();
  const at = (response: Response) => response.headers.get('location') ?? '/none';
  // Files are read, imported and taken away by jobs; each is waited for.
  const start = at(await site.post('/import', form, ask));
  await site.mailedLinks();
  seen.set('preview', await site.get(start, ask));
  seen.set('preview, unanswered', await site.post(start, { do: 'import' }, ask));
  await site.post(start, { do: 'import', visibility: 'everyone', word: '1' }, ask);
  await site.mailedLinks();
  const done = at(await site.get(start, ask));
  seen.set('report', await site.get(done, ask));
  seen.set('undo', await site.get(`${done}/undo`, ask));
  await site.post(`${done}/undo`, {}, ask);
  await site.mailedLinks();
  seen.set('undone', await site.get(done, ask));
  seen.set('all imports', await site.get('/import', ask));
  return seen;
}

/** No form and no file of today says a venue or a film's original title; they are shown all the same. */
async function atVenue(store: Store, filmId: string, said: string): Promise<void> {
  const words = said.replaceAll('\0', '').toWellFormed();
  await store.engine.write
    .updateTable('entries')
    .set({ venue: words, score: words, viewed: '2020-05-02' })
    .where('film_id', '=', filmId)
    .execute();
  await store.engine.write
    .updateTable('films')
    .set({ original_title: `${words} ` })
    .where('id', '=', filmId)
    .execute();
  await store.transact((writer) => writer.versions.raise(filmId, 'films'));
}

function siteForm(name: string): Record<string, string> {
  return { name, newcomers: '1', shown: '5', zone: 'UTC', language: 'en' };
}

function idIn(response: Response): string | null {
  return /(?:#review-|\/review\/)([0-9a-v]{26})$/.exec(response.headers.get('location') ?? '')?.[1] ?? null;
}
