import { resolve } from 'node:path';
import type { Command } from 'commander';
import { readConfig } from '../config.ts';
import { backup, restore } from '../data.ts';
import { ArchiveError } from '../outside/archive.ts';
import {
  type CommandLine,
  type CommonOptions,
  type Outcome,
  withData,
  withJson,
  wordsOf,
} from './command-line.ts';

/** `houselights backup FILE`: everything the site keeps, in one file, while it runs. */
export function addBackup(program: Command, line: CommandLine, finish: (outcome: Outcome) => void): void {
  withJson(program.command('backup'))
    .description('write everything the site keeps into one file, while it runs')
    .argument('<file>', 'a new file, such as backup.jsonl.gz')
    .action(async (name: string, options: CommonOptions) => {
      const file = resolve(name);
      const config = readConfig(options, line.environment);
      const work = withData(line, options, (data) => backup(data, config, file));
      const outcome = work.then((made): Outcome => {
        const words = wordsOf(line).command.backup;
        return { code: 0, json: { file, ...made }, lines: [words.done(file, made.rows, made.files)] };
      });
      finish(await refusable(line, outcome));
    });
}

/** `houselights restore FILE`: puts back what a backup holds. */
export function addRestore(program: Command, line: CommandLine, finish: (outcome: Outcome) => void): void {
  withJson(program.command('restore'))
    .description('put back what a backup holds')
    .argument('<file>', 'the backup')
    .option('--replace', 'also where there is a site already; a backup of that is kept')
    .action(async (name: string, options: CommonOptions & { replace?: boolean }) => {
      const file = resolve(name);
      const config = readConfig(options, line.environment);
      const how = { replace: options.replace ?? false };
      const work = withData(line, options, (data) => restore(data, config, file, how));
      const outcome = work.then((done): Outcome => {
        const words = wordsOf(line).command.backup;
        const made = new Date(done.made).toUTCString();
        const lines = [words.restored(done.rows, done.files, made)];
        if (done.aside) lines.push(words.aside(done.aside));
        return { code: 0, json: { file, ...done }, lines };
      });
      finish(await refusable(line, outcome));
    });
}

async function refusable(line: CommandLine, outcome: Promise<Outcome>): Promise<Outcome> {
  try {
    return await outcome;
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error;
    const { code, details } = error;
    const message = wordsOf(line).command.backup.refused[code](details);
    return { code: 1, json: { error: { code, message } }, lines: [message] };
  }
}
