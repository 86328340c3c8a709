import { takeFacts } from '../../domain/fact.ts';
import type { Reader, Store, Transact } from '../../domain/reader.ts';
import { factsOf, type Gathered, isNoFilm, nothingGathered, peopleIn } from './facts.ts';
import { rowsOf, TableError, type TableFault, type TableFile, type TableName, tableOf } from './table.ts';

/** What became of filling films from IMDb's files. */
export interface FilledReport {
  files: { name: string; table: TableName | null; fault: TableFault | null }[];
  /** Films here that have an id of IMDb, those of them that a file knows, and those of which it said anything new. */
  films: number;
  known: number;
  changed: number;
  /** Films here whose id is there something else than a film's. */
  others: number;
}

/** So many films are looked for in one reading of the files, which bounds what is held in memory. */
const FILMS_AT_ONCE = 25_000;
/** So many films are written at once: nobody waits long for the lock. */
const WRITTEN_AT_ONCE = 5;
const LICENCE = 'IMDb Data Sets';
const TABLES = ['basics', 'akas', 'crew', 'principals'] as const;

type Files = Map<TableName, TableFile>;

/**
 * Fills the films that are here, by their ids of IMDb, from files of its data sets. Ratings are never taken. What a
 * curator or an import says holds; what these files said before and no longer say goes where all of them are given.
 */
export async function fillFromImdb(
  store: Pick<Store, 'reader' | 'transact'>,
  given: readonly TableFile[],
  { now, progress }: { now: () => number; progress: (done: number, all: number) => void },
): Promise<FilledReport> {
  const { reader, transact } = store;
  const { files, report } = await readable(given);
  if (files.size === 0) return report;
  const all = await reader.filmSources.countKnownBy('imdb');
  for (let after = '', done = 0; ; ) {
    const films = await reader.filmSources.knownBy('imdb', after, FILMS_AT_ONCE);
    const last = films.at(-1);
    if (!last) break;
    const slice = await gather(films, files, report);
    const whole = TABLES.every((table) => files.has(table)) && files.has('names');
    await write(store, slice, { whole, now, report, written: (n) => progress(done + n, all) });
    done += films.length;
    report.films = done;
    after = last.value;
  }
  await noted(transact, now());
  return report;
}

/**
 * Takes back all that IMDb's files said.
 *
 * @returns of how many films
 */
export async function forgetImdb(
  { reader, transact }: { reader: Reader; transact: Transact },
  now: () => number,
): Promise<number> {
  let count = 0;
  for (let after = ''; ; ) {
    const films = await reader.facts.filmsSaidBy('imdb', after, FILMS_AT_ONCE);
    const last = films.at(-1);
    if (last === undefined) break;
    for (const filmId of films)
      await transact(async (writer) => {
        const nothing = { licence: null, link: null, fetched: now(), whole: true };
        await takeFacts(writer, filmId, 'imdb', [], nothing);
        await writer.facts.forgetFormer('imdb', now() + 1, filmId);
      });
    count += films.length;
    after = last;
  }
  await transact(async (writer) => {
    await writer.site.set({ settings: { imdbFiles: false } }, now());
    await writer.versions.raise('site');
  });
  return count;
}

/** The files that can be read, by what they are; of two of one table the later one. */
async function readable(given: readonly TableFile[]): Promise<{ files: Files; report: FilledReport }> {
  const files: Files = new Map();
  const report: FilledReport = { files: [], films: 0, known: 0, changed: 0, others: 0 };
  for (const file of given) {
    try {
      const table = await tableOf(file);
      const left = table === 'ratings' || table === 'episodes' ? table : null;
      report.files.push({ name: file.name, table, fault: left });
      if (!left) files.set(table, file);
    } catch (error) {
      if (!(error instanceof TableError)) throw error;
      report.files.push({ name: file.name, table: null, fault: error.fault });
    }
  }
  return { files, report };
}

interface Slice {
  gathered: Map<string, { filmId: string; said: Gathered }>;
  names: Map<string, string>;
}

/** What the files say of some films. Of a file that breaks nothing is taken. */
async function gather(
  films: readonly { filmId: string; value: string }[],
  files: Files,
  report: FilledReport,
): Promise<Slice> {
  const gathered = new Map(films.map(({ filmId, value }) => [value, { filmId, said: nothingGathered() }]));
  for (const table of TABLES) {
    const read = await rowsByTitle(files, table, gathered, report);
    for (const [id, rows] of read) {
      const said = gathered.get(id)?.said;
      if (!said) continue;
      if (table === 'basics' || table === 'crew') said[table] = rows[0] ?? null;
      else said[table] = rows;
    }
  }
  const people = new Set([...gathered.values()].flatMap(({ said }) => peopleIn(said)));
  const names = await rowsByTitle(files, 'names', people, report);
  return { gathered, names: new Map([...names].map(([id, [row]]) => [id, row?.[1] ?? ''])) };
}

async function rowsByTitle(
  files: Files,
  table: TableName,
  wanted: { has(id: string): boolean },
  report: FilledReport,
): Promise<Map<string, (readonly string[])[]>> {
  const rows = new Map<string, (readonly string[])[]>();
  const file = files.get(table);
  if (!file) return rows;
  try {
    for await (const row of rowsOf(file, (id) => wanted.has(id))) {
      const [id = ''] = row;
      const some = rows.get(id);
      if (some) some.push(row);
      else rows.set(id, [row]);
    }
    return rows;
  } catch (error) {
    if (!(error instanceof TableError)) throw error;
    files.delete(table);
    const line = report.files.find(({ name }) => name === file.name);
    if (line) line.fault = error.fault;
    return new Map();
  }
}

async function write(
  { transact }: Pick<Store, 'transact'>,
  { gathered, names }: Slice,
  {
    whole,
    now,
    report,
    written,
  }: { whole: boolean; now: () => number; report: FilledReport; written: (count: number) => void },
): Promise<void> {
  const films = [...gathered];
  for (let at = 0; at < films.length; at += WRITTEN_AT_ONCE) {
    const some = films.slice(at, at + WRITTEN_AT_ONCE).map(([id, { filmId, said }]) => {
      if (isNoFilm(said)) report.others += 1;
      return { filmId, id, facts: isNoFilm(said) ? [] : factsOf(said, names) };
    });
    const known = some.filter(({ facts }) => facts.length > 0);
    report.known += known.length;
    // It may be begun anew where somebody else was quicker: what it counts is what it returns.
    report.changed += await transact(async (writer) => {
      let changed = 0;
      for (const { filmId, id, facts } of known) {
        const given = { licence: LICENCE, link: `https://www.imdb.com/title/${id}/`, fetched: now(), whole };
        const taken = await takeFacts(writer, filmId, 'imdb', facts, given);
        if (taken.changed.length > 0) changed += 1;
      }
      return changed;
    });
    written(at + some.length);
  }
}

/** From now on the page about the site names IMDb. */
async function noted(transact: Transact, now: number): Promise<void> {
  await transact(async (writer) => {
    const { settings } = await writer.site.get();
    if (settings.imdbFiles) return;
    await writer.site.set({ settings: { imdbFiles: true } }, now);
    await writer.versions.raise('site');
  });
}
