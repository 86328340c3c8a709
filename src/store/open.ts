import { mkdirSync } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { dirname } from 'node:path';
import { authorReader, authorWriter } from './author.ts';
import { batchReader, batchWriter } from './batch.ts';
import { creditReader, creditWriter } from './credit.ts';
import { deletionReader, deletionWriter } from './deletion.ts';
import { diaryReader } from './diary.ts';
import { doubleReader, doubleWriter } from './doubles.ts';
import { Busy, type Engine, type ReadDb, type WriteDb } from './engines/engine.ts';
import { isPostgres } from './engines/reads.ts';
import { openSqlite } from './engines/sqlite.ts';
import { entryReader, entryWriter } from './entry.ts';
import { factReader, factWriter } from './fact.ts';
import { fileReader, fileWriter } from './file.ts';
import { filmReader, filmWriter } from './film.ts';
import { filmAddressReader, filmAddressWriter } from './film-address.ts';
import { filmIdReader, filmIdWriter } from './film-ids.ts';
import { filmMoveReader, filmMoveWriter } from './film-moves.ts';
import { filmRemovalReader, filmRemovalWriter } from './film-removal.ts';
import { filmShapeWriter } from './film-shape.ts';
import { filmSourceReader, filmSourceWriter } from './film-source.ts';
import { filmTallyWriter } from './film-tally.ts';
import { filmsReader } from './films.ts';
import { historyReader, historyWriter } from './history.ts';
import { hostPageReader, hostPageWriter } from './host-page.ts';
import { idempotencyReader, idempotencyWriter } from './idempotency.ts';
import { jobReader, jobWriter } from './job.ts';
import { listReader, listWriter } from './list.ts';
import { markReader, markWriter } from './mark.ts';
import { marksReader } from './marks.ts';
import { memberReader, memberWriter } from './member.ts';
import { mentionReader, mentionWriter } from './mention.ts';
import { migrate } from './migrations/migrate.ts';
import { moreFilmsReader, moreFilmsWriter } from './more-films.ts';
import { moreQueueWriter } from './more-queue.ts';
import { nameableReader, nameableWriter } from './nameable.ts';
import { nearReader } from './near.ts';
import { personReader, personWriter } from './person.ts';
import { pictureReader, pictureWriter } from './picture.ts';
import { pinReader, pinWriter } from './pin.ts';
import { posterWordReader, posterWordWriter } from './poster-word.ts';
import { profileReader, profileWriter } from './profile.ts';
import { quoteReader, quoteWriter } from './quote.ts';
import { reportReader, reportWriter } from './report.ts';
import { reviewReader } from './review.ts';
import { reviewsReader } from './reviews.ts';
import { rightsReader, rightsWriter } from './rights.ts';
import { screeningReader, screeningWriter } from './screening.ts';
import { screeningImportReader, screeningImportWriter } from './screening-import.ts';
import { indexChanged } from './search/index-changed.ts';
import { openSearch, type Search } from './search/search.ts';
import { siteReader, siteWriter } from './site.ts';
import { sitemapReader } from './sitemap.ts';
import { stripReader } from './strip.ts';
import { taggedReader } from './tagged.ts';
import { tokenReader, tokenWriter } from './token.ts';
import { uploadReader, uploadWriter } from './upload.ts';
import { venueReader, venueWriter } from './venue.ts';
import { versionReader, versionWriter } from './version.ts';
import { waitingReader, waitingWriter } from './waiting.ts';
import { webhookReader, webhookWriter } from './webhook.ts';

/** Everything that can be asked of the store. */
export type Reader = ReturnType<typeof readerOf>;
/** What can be asked and changed inside `transact()`; there is no other way to one. */
export type Writer = ReturnType<typeof writerOf> & {
  /** Runs something once the transaction has committed; never when it fails. */
  afterCommit(effect: () => void): void;
};
export type Transact = <T>(work: (writer: Writer) => Promise<T>) => Promise<T>;

export interface Store {
  readonly engine: Engine;
  readonly reader: Reader;
  readonly transact: Transact;
  close(): Promise<void>;
}

export { Busy };

/**
 * Opens a database, brings its schema up to date, and gives the ways to read and to write it.
 *
 * @param where a PostgreSQL URL, or the path of an SQLite file, which is made when missing
 * @param options.mapped whether an SQLite file is mapped into memory, as suits a server of pages
 * @param options.bulk whether this process writes very much
 */
export async function openStore(where: string, { mapped = false, bulk = false } = {}): Promise<Store> {
  const engine = await openEngine(where, { mapped, bulk });
  const search = openSearch(where);
  try {
    await migrateWithPatience(engine);
    await indexRest(engine);
  } catch (error) {
    await engine.close();
    throw error;
  }
  return {
    engine,
    reader: readerOf(engine.read, search),
    transact: (work) => transact(engine, search, work),
    close: async () => {
      await search.close();
      await engine.close();
    },
  };
}

async function openEngine(where: string, options: { mapped: boolean; bulk: boolean }): Promise<Engine> {
  if (isPostgres(where)) {
    const { openPostgres } = await import('./engines/postgres.ts');
    return openPostgres(where);
  }
  mkdirSync(dirname(where), { recursive: true });
  const engine = await openSqlite(where, options);
  await chmod(where, 0o600);
  return engine;
}

/** Two processes may start on the same empty database: the second finds the first's work done. */
async function migrateWithPatience(engine: Engine): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await migrate(engine);
    } catch (error) {
      // A migration that the database refuses will be refused again.
      if (attempt === 20 || engine.refused(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50 * attempt * Math.random()));
    }
  }
}

async function transact<T>(engine: Engine, search: Search, work: (writer: Writer) => Promise<T>): Promise<T> {
  let effects: (() => void)[] = [];
  const value = await engine.transact(async (db) => {
    effects = [];
    const done = await work({
      ...writerOf(db, engine, search),
      afterCommit: (effect) => effects.push(effect),
    });
    await indexChanged(db, engine.search);
    return done;
  });
  for (const effect of effects) effect();
  return value;
}

/** What was there before a migration by which things are found is indexed in short transactions. */
async function indexRest(engine: Engine): Promise<void> {
  for (let some = 1; some > 0; )
    some = await engine.transact((db) => indexChanged(db, engine.search, INDEXED_AT_ONCE));
}

const INDEXED_AT_ONCE = 1000;

function readerOf(db: ReadDb, search: Search) {
  return {
    search,
    site: siteReader(db),
    webhooks: webhookReader(db),
    sitemap: sitemapReader(db),
    versions: versionReader(db),
    films: filmsOf(db),
    facts: factReader(db),
    filmSources: filmSourceReader(db),
    filmMoves: { ...filmMoveReader(db), ...filmRemovalReader(db) },
    doubles: doubleReader(db),
    people: personReader(db),
    authors: authorReader(db),
    members: memberReader(db),
    entries: entriesOf(db),
    reviews: reviewsOf(db),
    mentions: { ...mentionReader(db), ...nameableReader(db) },
    marks: { ...markReader(db), ...marksReader(db) },
    strips: stripReader(db),
    posterWords: posterWordReader(db),
    quotes: quoteReader(db),
    diary: diaryReader(db),
    moreFilms: moreFilmsReader(db),
    lists: listReader(db),
    profiles: profileReader(db),
    waiting: waitingReader(db),
    deletions: deletionReader(db),
    reports: reportReader(db),
    batches: batchReader(db),
    files: fileReader(db),
    uploads: uploadReader(db),
    pictures: pictureReader(db),
    jobs: jobReader(db),
    hostPages: hostPageReader(db),
    venues: venueReader(db),
    screenings: screeningReader(db),
    screeningImports: screeningImportReader(db),
    tokens: tokenReader(db),
    idempotency: idempotencyReader(db),
  };
}

function writerOf(db: WriteDb, engine: Engine, search: Search) {
  return {
    search,
    site: { ...siteReader(db), ...siteWriter(db) },
    versions: { ...versionReader(db), ...versionWriter(db) },
    films: {
      ...filmsOf(db),
      ...filmWriter(db),
      ...filmAddressWriter(db),
      ...filmIdWriter(db),
      ...filmTallyWriter(db),
    },
    facts: { ...factReader(db), ...factWriter(db) },
    credits: creditWriter(db),
    filmSources: { ...filmSourceReader(db), ...filmSourceWriter(db) },
    filmMoves: { ...filmMoveWriter(db), ...filmShapeWriter(db), ...filmRemovalWriter(db) },
    doubles: { ...doubleReader(db), ...doubleWriter(db) },
    people: { ...personReader(db), ...personWriter(db) },
    authors: { ...authorReader(db), ...authorWriter(db) },
    members: { ...memberReader(db), ...memberWriter(db) },
    entries: { ...entriesOf(db), ...entryWriter(db), ...historyWriter(db), ...rightsWriter(db) },
    reviews: reviewsOf(db),
    pins: pinWriter(db),
    mentions: {
      ...mentionReader(db),
      ...nameableReader(db),
      ...mentionWriter(db),
      ...nameableWriter(db),
    },
    marks: { ...markReader(db), ...marksReader(db), ...markWriter(db) },
    strips: stripReader(db),
    posterWords: { ...posterWordReader(db), ...posterWordWriter(db) },
    quotes: { ...quoteReader(db), ...quoteWriter(db) },
    webhooks: { ...webhookReader(db), ...webhookWriter(db) },
    sitemap: sitemapReader(db),
    diary: diaryReader(db),
    moreFilms: { ...moreFilmsReader(db), ...moreFilmsWriter(db), ...moreQueueWriter(db) },
    lists: { ...listReader(db), ...listWriter(db) },
    profiles: { ...profileReader(db), ...profileWriter(db) },
    waiting: { ...waitingReader(db), ...waitingWriter(db) },
    deletions: { ...deletionReader(db), ...deletionWriter(db, engine.search) },
    reports: { ...reportReader(db), ...reportWriter(db) },
    batches: batchWriter(db),
    files: fileWriter(db),
    uploads: { ...uploadReader(db), ...uploadWriter(db) },
    pictures: { ...pictureReader(db), ...pictureWriter(db) },
    jobs: { ...jobReader(db), ...jobWriter(db) },
    hostPages: { ...hostPageReader(db), ...hostPageWriter(db) },
    venues: { ...venueReader(db), ...venueWriter(db) },
    screenings: { ...screeningReader(db), ...screeningWriter(db) },
    screeningImports: { ...screeningImportReader(db), ...screeningImportWriter(db) },
    tokens: { ...tokenReader(db), ...tokenWriter(db) },
    idempotency: { ...idempotencyReader(db), ...idempotencyWriter(db) },
  };
}

function filmsOf(db: ReadDb) {
  return {
    ...filmReader(db),
    ...filmAddressReader(db),
    ...filmIdReader(db),
    ...creditReader(db),
    ...filmsReader(db),
    ...nearReader(db),
  };
}

function entriesOf(db: ReadDb) {
  return { ...entryReader(db), ...historyReader(db), ...rightsReader(db) };
}

function reviewsOf(db: ReadDb) {
  return { ...reviewReader(db), ...reviewsReader(db), ...pinReader(db), ...taggedReader(db) };
}
