import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import type { Command } from 'commander';
import type { Data } from '../data.ts';
import { type FilledReport, fillFromImdb, forgetImdb } from '../interchange/imdb/fill.ts';
import type { TableFile } from '../interchange/imdb/table.ts';

import type { Words } from '../words/words.ts';
import {
  type CommandLine,
  type CommonOptions,
  type Outcome,
  withData,
  withJson,
  wordsOf,
} from './command-line.ts';
import { progressBar } from './progress.ts';

interface FactsCommand extends CommonOptions {
  licensed?: boolean;
  forget?: boolean;
}

/** `houselights films facts FILE…`: fills the films that are here from files of IMDb's data sets. */
export function addFilmFacts(films: Command, line: CommandLine, finish: (outcome: Outcome) => void): void {
  const command = withJson(films.command('facts'));
  command
    .description(
      "fill the films that are here from IMDb's data sets: title.basics, .akas, .crew, .principals, names",
    )
    .argument('[file...]', 'the files, packed as they come or not')
    .option('--licensed', 'I have a licence or this is private')
    .option('--forget', 'take back all that such files said')
    .action(async (paths: string[], options: FactsCommand) => {
      if (options.forget && paths.length > 0) command.error('error: --forget takes no files');
      if (!options.forget && paths.length === 0) command.error('error: give it the files to take facts from');
      if (!options.forget && !options.licensed)
        command.error(
          'error: IMDb licenses its data sets for private use, and sells licences for others. Say --licensed where you have a licence or this is private',
        );
      finish(
        await withData(line, options, (data) =>
          options.forget ? forget(line, data) : fill(line, data, paths),
        ),
      );
    });
}

async function fill(line: CommandLine, { store }: Data, paths: readonly string[]): Promise<Outcome> {
  const bar = progressBar(line);
  try {
    const files = paths.map(
      (path): TableFile => ({ name: basename(path), pieces: () => createReadStream(path) }),
    );
    const report = await fillFromImdb(store, files, { now: Date.now, progress: bar.at });
    const used = report.files.some(({ fault }) => fault === null);
    return { code: used ? 0 : 1, json: report, lines: linesOf(wordsOf(line), report, used) };
  } finally {
    bar.end();
  }
}

async function forget(line: CommandLine, { store }: Data): Promise<Outcome> {
  const films = await forgetImdb(store, Date.now);
  return { code: 0, json: { films }, lines: [wordsOf(line).command.imdb.forgotten(films)] };
}

function linesOf({ command }: Words, { files, films, known, changed, others }: FilledReport, used: boolean) {
  const w = command.imdb;
  const left = files.flatMap(({ name, fault }) => (fault === null ? [] : `${name}: ${w.fault[fault]}`));
  if (!used) return [...left, w.none];
  return [...left, w.filled(films, known, changed), ...(others > 0 ? [w.others(others)] : [])];
}
