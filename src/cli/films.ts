import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Data } from '../data.ts';
import { genreTerm } from '../domain/genre.ts';
import type { LoadReport } from '../domain/import.ts';
import { COMMAND_LIMITS, type ExportFile } from '../interchange/archive.ts';
import { loadFilms, previewLoad } from '../interchange/films/load.ts';
import { readList } from '../interchange/films/read.ts';
import { FILM_KINDS, type FilmKind } from '../interchange/films/row.ts';
import type { Sift } from '../interchange/films/sift.ts';
import { Refusal } from '../interchange/row.ts';
import {
  type CommandLine,
  type CommonOptions,
  type Outcome,
  withData,
  withJson,
  wordsOf,
} from './command-line.ts';
import { addFilmFacts } from './film-facts.ts';
import { progressBar } from './progress.ts';
import { loadLines, reportJson } from './report.ts';

interface LoadCommand extends CommonOptions {
  types: FilmKind[];
  from?: number;
  to?: number;
  genre?: string[];
  adult?: boolean;
  licensed?: boolean;
  dryRun?: boolean;
}

/** So much of the bar is for reading the files; the rest for what is made of them. */
const READING = 0.3;

/** `houselights films load FILE…`: films by the file, as one load that can be undone. */
export function addFilms(program: Command, line: CommandLine, finish: (outcome: Outcome) => void): void {
  const films =
    program.commands.find((command) => command.name() === 'films') ??
    program.command('films').description('the films of the site');
  withJson(films.command('load'))
    .description(
      "load films from files: CSV, JSON-LD, IMDb's title.basics.tsv(.gz), lists made from Wikipedia",
    )
    .argument('<file...>', 'the files, as one load')
    .addOption(
      new Option('--types <kinds>', `what is taken, of ${FILM_KINDS.join(', ')}`)
        .argParser(kindsIn)
        .default(['movie', 'short'], 'movie,short'),
    )
    .option('--from <year>', 'no films before it', yearIn)
    .option('--to <year>', 'no films after it', yearIn)
    .option('--genre <genres>', 'only films of any of these, with commas between them', namesIn)
    .option('--adult', 'pornography too')
    .option('--licensed', "for IMDb's data set: I have a licence or this is private")
    .option('--dry-run', 'tell what would happen, and write nothing')
    .action(async (files: string[], options: LoadCommand) =>
      finish(await withData(line, options, (data) => load(line, data, files, options), { bulk: true })),
    );
  addFilmFacts(films, line, finish);
}

function namesIn(text: string, before: string[] = []): string[] {
  const names = text.split(',').map((name) => name.trim());
  return [...before, ...names.filter((name) => name !== '')];
}

function kindsIn(text: string): FilmKind[] {
  return namesIn(text).map((name) => {
    const kind = FILM_KINDS.find((one) => one.toLowerCase() === name.toLowerCase());
    if (!kind) throw new InvalidArgumentError(`Known are ${FILM_KINDS.join(', ')}.`);
    return kind;
  });
}

function yearIn(text: string): number {
  if (!/^\d{4}$/.test(text)) throw new InvalidArgumentError('A year has four digits.');
  return Number(text);
}

async function load(
  line: CommandLine,
  data: Data,
  paths: readonly string[],
  options: LoadCommand,
): Promise<Outcome> {
  const words = wordsOf(line);
  const { dryRun = false } = options;
  const report = await reportOn(line, data, paths, options);
  // What stands in the way of the load itself stands in no file.
  const looked = dryRun && report.format !== null && report.problems.every(({ file }) => file !== '');
  const refused = report.batch === null && !looked;
  return {
    code: refused ? 1 : 0,
    json: reportJson(words.imports, report),
    lines: loadLines(words, report, { dryRun, refused }),
  };
}

async function reportOn(
  line: CommandLine,
  { store }: Data,
  paths: readonly string[],
  { types, from, to, genre = [], adult = false, licensed = false, dryRun }: LoadCommand,
): Promise<LoadReport> {
  const sift: Sift = {
    kinds: new Set(types),
    from: from ?? null,
    to: to ?? null,
    genres: new Set(genre.map(genreTerm)),
    adult,
  };
  const bar = progressBar(line);
  const files = await filesAt(paths, (share) => bar.at(share * READING, 1));
  const read = await readList(store.reader, files, { sift, licensed, limits: COMMAND_LIMITS });
  try {
    if (dryRun) return await previewLoad(store.reader, read, Date.now);
    const { load } = wordsOf(line);
    return await loadFilms(store, read, {
      memberId: (await store.reader.members.owner())?.id ?? null,
      sourceName: files.length > 1 ? `${files[0]?.path} +${files.length - 1}` : (files[0]?.path ?? ''),
      word: licensed ? load.licence : load.ownWord,
      now: Date.now,
      progress: (done, all) => bar.at(READING + (1 - READING) * (done / all), 1),
    });
  } finally {
    bar.end();
    read.close();
  }
}

/** Files of this machine; of two with one name each is told by where it lies. */
async function filesAt(paths: readonly string[], read: (share: number) => void): Promise<ExportFile[]> {
  const sizes = await Promise.all(
    paths.map((path) =>
      stat(path).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  );
  const all = sizes.reduce((sum, size) => sum + size, 0);
  const met = paths.map(() => 0);
  const names = paths.map((path) => basename(path) || path);
  return paths.map((path, at) => ({
    path: names.filter((name) => name === names[at]).length > 1 ? path : (names[at] ?? path),
    async *pieces() {
      met[at] = 0;
      for await (const piece of bytesOf(path)) {
        met[at] = (met[at] ?? 0) + piece.length;
        if (all > 0) read(met.reduce((sum, bytes) => sum + bytes, 0) / all);
        yield piece;
      }
    },
  }));
}

/** @throws Refusal `unreadable-file` */
async function* bytesOf(path: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(path) as AsyncIterable<Uint8Array>;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const reason = code === 'ENOENT' ? 'missing' : code === 'EISDIR' ? 'folder' : (code ?? 'unknown');
    throw new Refusal('unreadable-file', { reason });
  }
}
