import sharp from 'sharp';
import { arrange } from '../../src/domain/arrange.ts';
import { type EntryInput, editEntry, reviewText, writeEntry } from '../../src/domain/entry.ts';
import { makeList } from '../../src/domain/list.ts';
import { allowOnPosters } from '../../src/domain/poster-word.ts';
import { makeQuote, removeQuote } from '../../src/domain/quote.ts';
import type { EntryFacts, Writer } from '../../src/domain/reader.ts';
import { askForMine, reportReview } from '../../src/domain/report.ts';
import { READER } from '../../src/domain/viewer.ts';
import { addressWaiting, hashOf, keepWaiting, WAITING_DAYS } from '../../src/domain/waiting.ts';
import { mergeFilms } from '../../src/interchange/films/merge.ts';
import { undo } from '../../src/interchange/undo.ts';
import { ACCOUNT, zipped } from '../store/letterboxd-files.ts';
import { seedFilm } from '../store/seed-film.ts';
import { type Served, type SignedIn, serveSite } from './served.ts';

const DAY_MS = 86_400_000;

/** The demonstration in the middle of its day: an owner, members, reviews in every state, things that wait. */
export interface House {
  served: Served;
  owner: SignedIn;
  member: SignedIn;
  /** A film with many reviews, one spoiler, one of 8,000 characters, pins, reviews from elsewhere. */
  film: { id: string; slug: string };
  /** A film with reviews of which none is anything special. */
  plainFilm: { id: string; slug: string };
  /** A film nobody has written about, with a title of several scripts. */
  bareFilm: { id: string; slug: string };
  /** The member's own review, which has former versions. */
  own: string;
  /** A member's review. */
  review: string;
  /** A review from elsewhere that may tell the story. */
  elsewhere: string;
  /** A quote of the member's own review, and one that was taken away. */
  quote: string;
  quoteAway: string;
  person: string;
  /** A screening of the film with many reviews, and where it is. */
  screening: string;
  venue: string;
  /** Addresses of files of screenings: one that is asked about, one that was brought in. */
  screeningsAsked: string;
  /** A table of films that was read. */
  filmsAsked: string;
  screeningsDone: string;
  /** Addresses of a merge that holds, and of one that was undone with something kept. */
  merged: string;
  mergeUndone: string;
  /** A film with a poster, a still, and a poster that was taken away. */
  picturedFilm: { slug: string };
  /** The token of a review that waits for its writer's name, and of one whose link was mailed. */
  waiting: string;
  mailed: string;
  /** Mailed links: one that is good, one that has run out. */
  welcome: string;
  late: string;
  signInLink: string;
  /** Addresses of imports: one that is asked about, one that was done, one that was undone. */
  asked: string;
  imported: string;
  undone: string;
  /** A member who has brought an account of their own: once imported, with a film left to decide, once asked about. */
  brings: SignedIn;
  accountAsked: string;
  accountImported: string;
}

const SAID: EntryInput = {
  rating: 7,
  liked: true,
  viewed: '2025-03',
  rewatch: false,
  tags: ['night', 'matinée'],
  title: null,
  text: 'The corridors do the acting.\n\nI went home by the long way, and it was raining there too.',
  format: 'lbml',
  spoiler: 'no',
  language: null,
  visibility: 'everyone',
};

/** Serves the demonstration and puts everything into it that a page can show. */
export async function openHouse(now = Date.now()): Promise<House> {
  const served = await serveSite({ demo: true, now });
  const { store, accounts } = served.site;
  const owner = await served.signedIn('house', 'Hélène Marchetti', 'owner');
  const member = await served.signedIn('ines', 'Ines Okafor');
  const newcomer = await served.signedIn('new_here', 'Someone with rather a long name, newly arrived');
  const today = new Date(now).toISOString().slice(0, 10);
  const by = (who: SignedIn, at = now) => ({ ...who, now: at, today, waits: false });
  const link = await accounts.linkToken('ines@example.org');
  const rest = await store.transact(async (writer) => {
    const film = await writer.films.key('in-the-mood-for-love-2000');
    const plainFilm = await writer.films.key('stalker-1979');
    if (!film || !plainFilm) throw new Error('The demonstration has lost its films.');
    const title = 'Über allem 夜 — Πάντα ρεῖ';
    const slug = 'über-allem-夜-πάντα-ρεῖ-2019';
    const bare = { title, slug, year: 2019, countries: ['GR'] };
    const bareFilm = { id: await seedFilm(writer, bare, now), slug };
    const own = await writeEntry(writer, plainFilm.id, SAID, by(member, now - DAY_MS));
    const better = { ...SAID, title: 'A second look', rating: 8 as const };
    await editEntry(writer, own, better, by(member));
    await writeEntry(writer, film.id, { ...SAID, text: 'Seen twice.', viewed: '2024' }, by(member));
    const tells = { ...SAID, spoiler: 'yes' as const, text: 'He whispers it into a wall, and that is all.' };
    const told = await writeEntry(writer, film.id, tells, by(owner));
    const waits = { ...by(newcomer), waits: true };
    await writeEntry(writer, film.id, { ...SAID, text: 'My first words here.' }, waits);
    await writeEntry(writer, plainFilm.id, { ...SAID, visibility: 'draft' }, by(member));
    const elsewhere = await fromElsewhere(writer, film.id, 'Tomasz', now);
    const claimed = await fromElsewhere(writer, film.id, 'Rosalind', now);
    await fromElsewhere(writer, film.id, 'مريم الخطيب', now);
    const films = [film, plainFilm, bareFilm].map(({ id }) => ({ filmId: id, note: 'Seen in *one* night.' }));
    const list = { title: 'Corridors', description: 'Long ones.', ranked: true, tags: ['night'], films };
    await makeList(writer, member.authorId, { ...list, visibility: 'everyone', format: 'lbml' }, now);
    const mark = await writer.marks.get(member.authorId, film.id);
    if (mark) await writer.marks.set({ ...mark, filmId: bareFilm.id, watched: null, watchlist: today });
    const words = { rating: '8', text: 'Half a noodle, twice.', visibility: 'everyone' };
    const typed = { filmId: film.id, form: words, language: 'en' };
    const waiting = await keepWaiting(writer, typed, null, now);
    const links: string[] = [];
    const mailed: string[] = [];
    for (const at of [now, now - (WAITING_DAYS + 1) * DAY_MS]) {
      const token = await keepWaiting(writer, typed, null, at);
      const row = await writer.waiting.byTokenHash(hashOf(token));
      if (!row) throw new Error('A waiting review was not kept.');
      mailed.push(token);
      links.push(await addressWaiting(writer, row, { email: 'late@example.org', name: 'Late' }, at));
    }
    const [credit] = await writer.films.credits(film.id);
    await writer.site.set({ name: 'The Regent' }, now);
    for (const { id } of [film, plainFilm, bareFilm]) await writer.films.reckon(id);
    await writer.versions.raise('site', 'films', film.id, plainFilm.id);
    return {
      film,
      plainFilm,
      bareFilm,
      own,
      told,
      elsewhere,
      claimed,
      person: credit?.personSlug ?? '',
      waiting,
      mailed: mailed[0] ?? '',
      welcome: links[0] ?? '',
      late: links[1] ?? '',
    };
  });
  const { claimed, told, ...known } = rest;
  const shown = await programmeOf(served, known.film.id, now);
  const page = await (await fetch(`${served.origin}/film/${known.film.slug}`)).text();
  const ids = [...page.matchAll(/ id="review-([0-9a-v]{26})"/g)].map((match) => match[1] ?? '');
  const review = ids.find((id) => id !== told && id !== known.elsewhere && id !== claimed) ?? '';
  const curator = { memberId: owner.memberId, authorId: owner.authorId, role: 'owner' as const };
  const quotes = await store.transact(async (writer) => {
    const author = { ...member, role: 'member' as const };
    await allowOnPosters(writer, known.own, true, author, now);
    const made: string[] = [];
    for (const words of ['The corridors do the acting.', 'I went home by the long way'])
      made.push(await makeQuote(writer, known.own, [words], curator, { now, today }));
    const [quote = '', quoteAway = ''] = made;
    await removeQuote(writer, quoteAway, true, curator, now);
    return { quote, quoteAway };
  });
  await store.transact(async (writer) => {
    for (const id of [told, review]) await arrange(writer, known.film.id, id, 'pin', curator);
    const rude = { message: 'Rude about the ending.', contact: null };
    await reportReview(writer, review, 'abuse', rude, READER, now);
    await askForMine(writer, claimed, 'remove', { message: '', contact: 'rosalind@example.org' }, now);
  });
  const brings = await served.signedIn('rosa', 'Rosa Weir');
  await store.transact(async (writer) => {
    const film = { title: 'Quiet Street', year: 1968 };
    for (const slug of ['quiet-street-1968', 'quiet-street-1968-2'])
      await seedFilm(writer, { ...film, slug }, now);
  });
  const accountImported = await importAsked(served, brings, await bringingAccount(served, brings), 'me');
  const accountAsked = await bringingAccount(served, brings);
  const imported = await importing(served, owner, 'ferry.jsonld', 'The Ferry');
  const undone = await importing(served, owner, 'tram.jsonld', 'The Tram');
  await send(served, owner, `${undone}/undo`, new URLSearchParams());
  const screeningsDone = await bringingScreenings(served, owner);
  await send(served, owner, screeningsDone, new URLSearchParams({ do: 'import' }));
  return {
    served,
    owner,
    screeningsDone,
    screeningsAsked: await bringingScreenings(served, owner),
    ...(await merging(served, owner, { ...by(member), memberId: member.memberId })),
    filmsAsked: await bringingFilms(served, owner),
    picturedFilm: await picturing(served, owner),
    member,
    ...known,
    ...shown,
    ...quotes,
    review,
    signInLink: link ?? '',
    asked: await bringing(served, owner, 'stalker.jsonld', 'Stalker'),
    imported,
    undone,
    brings,
    accountAsked,
    accountImported,
  };
}

/** Gives a film a poster and a still, and takes another poster away. */
async function picturing(served: Served, owner: SignedIn) {
  const { site } = served;
  const film = { title: 'The Pictured', slug: 'the-pictured', year: 1971 };
  const id = await site.store.transact((writer) => seedFilm(writer, film, Date.now()));
  for (const kind of ['poster', 'still', 'poster']) {
    const [width, height] = kind === 'poster' ? [400, 600] : [800, 450];
    const drawn = sharp({ create: { width, height, channels: 3, background: '#405468' } }).png();
    const form = new FormData();
    const said = { kind, licence: 'CC-BY-4.0', credit: 'Ann Ito', link: 'https://example.org/', alt: 'Fog' };
    for (const [name, value] of Object.entries(said)) form.append(name, value);
    form.append('file', new File([new Uint8Array(await drawn.toBuffer())], 'picture.png'));
    await send(served, owner, `/film/${film.slug}/pictures`, form);
  }
  const [first] = await site.store.reader.pictures.ofFilm(id);
  const act = { do: 'removed', picture: first?.id ?? '' };
  await send(served, owner, `/film/${film.slug}/pictures/choose`, new URLSearchParams(act));
  return film;
}

/** Makes films one: two that stay so, and two that are two again after somebody wrote on what they were. */
async function merging({ site }: Served, owner: SignedIn, by: Parameters<typeof writeEntry>[3]) {
  const { store } = site;
  const curator = { memberId: owner.memberId, authorId: owner.authorId, role: 'owner' as const };
  const addresses: string[] = [];
  for (const title of ['Two Weirs', 'Zwei Wehre · سدّان']) {
    const [from, into] = await store.transact(async (writer) => {
      const add = (slug: string) => seedFilm(writer, { title, slug, year: 1971 }, by.now);
      const films = [await add(`weirs-${addresses.length}`), await add(`weirs-${addresses.length}-too`)];
      for (const id of films) await writeEntry(writer, id, { ...SAID, text: `On ${id}.` }, by);
      return films;
    });
    const asked = { from: from ?? '', into: into ?? '' };
    const batch = await mergeFilms(store, asked, curator, () => by.now);
    if (addresses.length > 0) {
      await store.transact((writer) => writeEntry(writer, asked.into, { ...SAID, text: 'Since.' }, by));
      await undo(store, batch, () => by.now);
    }
    addresses.push(`/admin/films/${batch}`);
  }
  return { merged: addresses[0] ?? '', mergeUndone: addresses[1] ?? '' };
}

/** Has a film shown: five times with everything that can be said of a screening, one of them cancelled, one a draft. */
async function programmeOf({ site }: Served, filmId: string, now: number) {
  const said = {
    room: 'Big house',
    format: '35 mm',
    spoken: 'original' as const,
    language: 'zh',
    subtitles: 'en',
  };
  return site.store.transact(async (writer) => {
    const venue = (await writer.venues.list())[0]?.id ?? '';
    let screening = '';
    for (const number of [1, 2, 3, 4, 5]) {
      const starts = now + number * DAY_MS;
      const at = { day: new Date(starts).toISOString().slice(0, 10), time: '20:15', starts };
      screening = await writer.screenings.add(
        {
          ...{ filmId, venueId: venue, ...at, ...said, doors: '19:45', ends: '22:00', key: null },
          tickets: 'https://tickets.example/',
          note: 'Mit Einführung, auf دَرجَة',
          series: 'Corridors',
          state: number === 2 ? 'cancelled' : 'on',
          draft: number === 5,
        },
        now,
      );
    }
    await writer.versions.raise('programme', filmId);
    return { venue, screening };
  });
}

/** Brings a table of screenings: one that is clear, one that could be two films, one that cannot be read. */
async function bringingScreenings(served: Served, owner: SignedIn): Promise<string> {
  const form = new FormData();
  const rows = ['Stalker,1979,2027-03-01,20:15', 'Quiet Street,,2027-03-02,20:15', 'Stalker,1979,soon,20:15'];
  const table = [
    'title,year,date,time,venue',
    ...rows.map((row) => `${row},Cine Farol`),
    'M,1931,2027-03-03,20:15,',
  ];
  form.append('file', new File([table.join('\n')], 'week.csv'));
  return send(served, owner, '/admin/programme/import', form);
}

/** Brings a table of films with one that cannot be taken, and one that was not asked for. */
async function bringingFilms(served: Served, owner: SignedIn): Promise<string> {
  const form = new FormData();
  const rows = ['Title,Year,Type', 'Saltmarsh,1971,movie', 'מים,1980,', ',1990,', 'One Lamp,1999,video'];
  form.append('file', new File([rows.join('\n')], 'films.csv'));
  form.append('kind', 'movie');
  return send(served, owner, '/admin/films/load', form);
}

/** Brings an account of which one film could be two of the site's. */
async function bringingAccount(served: Served, as: SignedIn): Promise<string> {
  const form = new FormData();
  form.append('files', new File([await zipped(ACCOUNT)], 'letterboxd-rosa_w-2024-05-01-10-00-utc.zip'));
  return send(served, as, '/import?own=1', form);
}

async function importing(served: Served, owner: SignedIn, name: string, film: string): Promise<string> {
  return importAsked(served, owner, await bringing(served, owner, name, film), 'everyone');
}

/** Answers all that is asked of what was brought, and gives the address of its report. */
async function importAsked(served: Served, as: SignedIn, path: string, visibility: string): Promise<string> {
  await send(served, as, path, new URLSearchParams({ do: 'import', visibility, word: '1' }));
  const headers = { cookie: as.cookie };
  const answer = await fetch(`${served.origin}${path}`, { headers, redirect: 'manual' });
  const batch = answer.headers.get('location');
  if (batch === null) throw new Error(`${path} is not imported: ${await answer.text()}`);
  return batch;
}

/** Brings a file of a film with one good review and one that says nothing of its author. */
async function bringing(served: Served, owner: SignedIn, name: string, film: string): Promise<string> {
  const good = {
    '@type': 'Review',
    author: { '@type': 'Person', name: 'Ada Quill' },
    reviewBody: 'The tide does the acting.',
    reviewRating: { '@type': 'Rating', ratingValue: 4 },
  };
  const nobodys = { '@type': 'Review', reviewBody: 'Nobody says who I am.' };
  const document = {
    '@context': 'https://schema.org',
    '@type': 'Movie',
    name: film,
    review: [good, nobodys],
  };
  const form = new FormData();
  form.append('files', new File([JSON.stringify(document)], name));
  return send(served, owner, '/import', form);
}

/** Sends a form as one of the site's own pages would; answers where it leads. */
export async function send(
  { origin, site }: Served,
  as: SignedIn,
  path: string,
  body: FormData | URLSearchParams,
): Promise<string> {
  const headers = { cookie: as.cookie, origin };
  const answer = await fetch(`${origin}${path}`, { method: 'POST', body, headers, redirect: 'manual' });
  if (answer.status !== 303) throw new Error(`${path} answers ${answer.status}: ${await answer.text()}`);
  await site.work.settled();
  return answer.headers.get('location') ?? '';
}

/** A review as an import brings it: nobody has said whether it tells the story. */
async function fromElsewhere(writer: Writer, filmId: string, name: string, now: number): Promise<string> {
  const place = 'Letterboxd';
  const link = `https://letterboxd.com/${encodeURIComponent(name)}/`;
  const key = `house:${name}`;
  const text = `${name} saw it in a cinema that is a car park now.\n\nThe dresses alone.`;
  const authorId = await writer.authors.add({ name, source: 'jsonld', key, place, link }, now);
  const facts: EntryFacts = {
    filmId,
    authorId,
    source: 'jsonld',
    key,
    link: `${link}film/`,
    place,
    viewed: '2014-05',
    rating: 9,
    score: '90/100',
    liked: false,
    rewatch: true,
    venue: 'the Alderman',
    tags: [],
    title: null,
    language: 'en',
    spoiler: 'unknown',
    visibility: 'everyone',
    withheld: null,
    basis: 'permission',
    counted: true,
    written: '2014-05-03',
    writtenKey: '2014-05-03/1',
    viewedKey: '2014-05',
  };
  return writer.entries.add(facts, reviewText(text, 'plain'), now);
}
