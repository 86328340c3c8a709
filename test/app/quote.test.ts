import { afterAll, beforeAll, expect, test } from 'vitest';
import { allowOnPosters, notePosterWord, setOnPosters } from '../../src/domain/poster-word.ts';
import { filmQuotes, makeQuote, type Quote, quoteById, removeQuote } from '../../src/domain/quote.ts';
import { READER, type Viewer } from '../../src/domain/viewer.ts';
import { describeOnBothEngines } from '../engines/store.ts';
import { openTestSite, type TestSite } from './site.ts';
import { addElsewhere, addFilm, publish, type Somebody } from './writing.ts';

const TODAY = '2026-11-25';
const WORDS = 'The ferry is late. Nobody minds. <i>I stayed</i> for the fog.';

describeOnBothEngines('a quote', (engine) => {
  let site: TestSite;
  let curator: Viewer;
  let film: string;
  let films = 0;
  const people: Record<string, Somebody> = {};
  const viewer = (who: Somebody, role: Viewer['role'] = 'member'): Viewer => ({
    memberId: who.memberId,
    authorId: who.authorId,
    role,
  });
  const write: TestSite['site']['store']['transact'] = (work) => site.site.store.transact(work);
  const make = (id: string, ...given: string[]) =>
    write((writer) => makeQuote(writer, id, given, curator, { now: site.clock.now, today: TODAY }));
  const look = (id: string): Promise<Quote> => quoteById(site.site.store.reader, id, curator, TODAY);
  /** A review of Ann's that she lets onto posters, and a quote of it. */
  const quoted = async (fields: Record<string, string> = {}) => {
    films += 1;
    film = await addFilm(site, `ferry-${films}`, 'Ferry');
    const ann = people.ann as Somebody;
    const fields_ = { text: WORDS, rating: '9', visibility: 'everyone', ...fields };
    const review = await publish(site, `ferry-${films}`, ann, fields_);
    await write((writer) => allowOnPosters(writer, review, true, viewer(ann), site.clock.now));
    return { review, slug: `ferry-${films}` };
  };
  const edit = (review: string, fields: Record<string, string>) =>
    site.post(
      `/review/${review}/edit`,
      { rating: '9', visibility: 'everyone', text: WORDS, ...fields },
      {
        cookie: people.ann?.cookie ?? '',
      },
    );

  beforeAll(async () => {
    site = await openTestSite({ engine });
    people.ann = await site.signedIn('ann');
    people.cleo = await site.signedIn('cleo', 'curator');
    curator = viewer(people.cleo, 'curator');
  });
  afterAll(() => site.close());

  test('is unbroken, or shows what is left out, with the stars of its review', async () => {
    const { review } = await quoted();
    const one = await look(await make(review, 'Nobody minds.', 'I stayed for the fog.'));
    expect(one).toMatchObject({ fallen: null, text: 'Nobody minds. I stayed for the fog.' });
    expect(one.review).toMatchObject({ rating: 9, authorName: 'ann' });
    const parted = await look(await make(review, 'The ferry is late. [...] I stayed'));
    expect(parted).toMatchObject({ text: 'The ferry is late. […] I stayed' });
    expect(await make(review, 'The ferry is late.', 'I stayed')).toBe(parted.id);
    const { quotes } = await filmQuotes(site.site.store.reader, film, curator, TODAY);
    expect(quotes.map(({ id }) => id)).toEqual([parted.id, one.id]);
  });

  test('is refused where its words are not in that one review, in order and whole', async () => {
    const other = await quoted({ text: 'Fog is all there is.' });
    const { review } = await quoted();
    for (const given of [
      ['Fog is all there is.'],
      ['The ferry is late.', 'Fog is all there is.'],
      ['Nobody minds.', 'The ferry is late.'],
      ['The ferry is not late.'],
    ])
      await expect(make(review, ...given)).rejects.toMatchObject({ kind: 'invalid', code: 'missing' });
    await expect(make(review, 'body minds.')).rejects.toMatchObject({ code: 'within' });
    await expect(make(review, ' […] ', '!')).rejects.toMatchObject({ code: 'no-words' });
    const long = await quoted({ text: 'Fog and fog. '.repeat(40) });
    await expect(make(long.review, 'Fog and fog. '.repeat(30))).rejects.toMatchObject({ code: 'too-long' });
    expect(await make(other.review, 'Fog is all')).toMatch(/^[0-9a-v]{26}$/);
  });

  test('tells no story: not of a sealed review, not of one nobody has settled, not of words within a line', async () => {
    const sealed = await quoted({ spoiler: 'yes' });
    await expect(make(sealed.review, 'Nobody minds.')).rejects.toMatchObject({ code: 'tells' });
    const elsewhere = await addElsewhere(site, film, 'Quite wonderful.');
    await write((writer) =>
      notePosterWord(writer, elsewhere, { word: 'by mail', until: null }, curator, site.clock.now),
    );
    await expect(make(elsewhere, 'Quite wonderful.')).rejects.toMatchObject({ code: 'tells' });
    const hushed = await quoted({ text: 'I knew. ||It sinks.|| Alas.' });
    for (const given of ['It sinks.', 'I knew. It sinks. Alas.', 'I knew. Alas.'])
      await expect(make(hushed.review, given)).rejects.toMatchObject({ code: 'missing' });
    expect(await look(await make(hushed.review, 'I knew.', 'Alas.'))).toMatchObject({
      text: 'I knew. […] Alas.',
    });
  });

  test('needs its author’s word, and only its author gives that where they are a member', async () => {
    const { review } = await quoted();
    const ann = viewer(people.ann as Somebody);
    const allow = (allowed: boolean) =>
      write((writer) => allowOnPosters(writer, review, allowed, ann, site.clock.now));
    const member = await site.site.store.reader.members.byUsername('ann');
    const all = (word: 'all' | 'none' | null) => write((writer) => setOnPosters(writer, member!, word));
    const id = await make(review, 'Nobody minds.');
    await allow(false);
    expect(await look(id)).toMatchObject({ fallen: 'no-word' });
    await expect(make(review, 'I stayed')).rejects.toMatchObject({ kind: 'forbidden', code: 'no-word' });
    await all('all');
    expect((await look(id)).fallen).toBeNull();
    await allow(true);
    await all('none');
    expect(await look(id)).toMatchObject({ fallen: 'no-word' });
    await all(null);
    expect((await look(id)).fallen).toBeNull();
    const note = (by: Viewer) =>
      write((writer) => notePosterWord(writer, review, { word: 'x', until: null }, by, site.clock.now));
    await expect(note(curator)).rejects.toMatchObject({ code: 'members-say-so-themselves' });
    await expect(note(ann)).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(
      write((writer) => allowOnPosters(writer, review, true, curator, site.clock.now)),
    ).rejects.toMatchObject({ kind: 'not-found' });
  });

  test('of somebody elsewhere needs the word a curator noted, as long as it holds', async () => {
    await quoted();
    const review = await addElsewhere(site, film, 'Quite wonderful, my friends.');
    await write((writer) => writer.entries.setSpoiler(review, 'no', site.clock.now));
    await expect(make(review, 'Quite wonderful')).rejects.toMatchObject({ code: 'no-word' });
    const note = (noted: { word: string; until: string | null } | null) =>
      write((writer) => notePosterWord(writer, review, noted, curator, site.clock.now));
    for (const wrong of [
      { word: ' ', until: null },
      { word: 'x'.repeat(501), until: null },
    ])
      await expect(note(wrong)).rejects.toMatchObject({ kind: 'invalid' });
    await expect(note({ word: 'by mail', until: '2026-13' })).rejects.toMatchObject({ code: 'until' });
    await note({ word: 'by mail', until: '2026-11-25' });
    const id = await make(review, 'Quite wonderful');
    expect((await look(id)).fallen).toBeNull();
    const { reader } = site.site.store;
    expect(await quoteById(reader, id, curator, '2026-11-26')).toMatchObject({ fallen: 'no-word' });
    await note(null);
    expect((await look(id)).fallen).toBe('no-word');
    const rights = { basis: 'permission', allowed: ['here', 'posters'], word: 'promised' } as const;
    await write((writer) =>
      writer.entries.setRights(review, { ...rights, givenBy: null, batchId: null }, site.clock.now),
    );
    expect((await look(id)).fallen, 'an import brought the word with it').toBeNull();
    await note(null);
    expect((await look(id)).fallen, 'and it is taken back like any other').toBe('no-word');
    expect(await reader.entries.rights(review)).toMatchObject({ allowed: '["here"]', word: 'promised' });
  });

  test('stands no longer once its words are edited away, and holds none of them for whoever looks', async () => {
    const { review } = await quoted();
    const id = await make(review, 'Nobody minds.');
    await edit(review, { text: 'Everybody minds.' });
    const fallen = await look(id);
    expect(fallen).toMatchObject({ fallen: 'changed' });
    expect(JSON.stringify(fallen)).not.toContain('Nobody');
    await edit(review, { text: 'At last: Nobody minds. I do not.' });
    expect(await look(id)).toMatchObject({ fallen: null, text: 'Nobody minds.' });
    await edit(review, { text: 'Everybody minds.' });
    const [former] = await site.site.store.reader.entries.versions(review);
    const forget = { forget: former?.id ?? '' };
    await site.post(`/review/${review}/versions`, forget, { cookie: people.ann?.cookie ?? '' });
    await expect(look(id)).rejects.toMatchObject({ kind: 'not-found' });
  });

  test('stands no longer where its review tells the story, is kept back or is deleted', async () => {
    const { review } = await quoted();
    const id = await make(review, 'Nobody minds.');
    for (const [fields, why] of [
      [{ spoiler: 'yes' }, 'tells'],
      [{ visibility: 'members' }, 'gone'],
      [{ visibility: 'me' }, 'gone'],
      [{ text: '' }, 'gone'],
      [{}, null],
    ] as const) {
      await edit(review, fields);
      expect((await look(id)).fallen).toBe(why);
    }
    await site.post(`/review/${review}/delete`, {}, { cookie: people.ann?.cookie ?? '' });
    const gone = await look(id);
    expect(gone).toMatchObject({ fallen: 'gone', review: null });
    expect(JSON.stringify(gone)).not.toContain('Nobody');
    await write(async (writer) => {
      await writer.deletions.finish(
        { id: review, filmId: film, memberId: null, asked: site.clock.now },
        site.clock.now,
      );
    });
    await expect(look(id)).rejects.toMatchObject({ kind: 'not-found' });
  });

  test('is made, seen and taken away by those who curate alone, and comes back', async () => {
    const { review } = await quoted();
    const id = await make(review, 'Nobody minds.');
    for (const nobody of [
      READER,
      viewer(people.ann as Somebody),
      viewer(people.ann as Somebody, 'moderator'),
    ]) {
      const { reader } = site.site.store;
      await expect(quoteById(reader, id, nobody, TODAY)).rejects.toMatchObject({ kind: 'forbidden' });
      await expect(filmQuotes(reader, film, nobody, TODAY)).rejects.toMatchObject({ kind: 'forbidden' });
      await expect(
        write((writer) => removeQuote(writer, id, true, nobody, site.clock.now)),
      ).rejects.toMatchObject({ kind: 'forbidden' });
    }
    await write((writer) => removeQuote(writer, id, true, curator, site.clock.now));
    expect((await look(id)).fallen).toBe('removed');
    expect((await filmQuotes(site.site.store.reader, film, curator, TODAY)).quotes).toEqual([]);
    await write((writer) => removeQuote(writer, id, false, curator, site.clock.now));
    expect((await look(id)).fallen).toBeNull();
    await write((writer) => removeQuote(writer, id, true, curator, site.clock.now));
    expect(await make(review, 'Nobody minds.')).toBe(id);
    expect((await look(id)).fallen).toBeNull();
  });
});
