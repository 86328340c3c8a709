import type { Command } from 'commander';
import { readConfig } from '../config.ts';
import type { Data } from '../data.ts';
import { damagedFiles } from '../outside/archive.ts';
import { openKeptFiles } from '../outside/kept-files.ts';
import type { Words } from '../words/words.ts';
import {
  type CommandLine,
  type CommonOptions,
  type Outcome,
  withData,
  withJson,
  wordsOf,
} from './command-line.ts';

/** `houselights check`: looks through the whole database. */
export function addCheck(program: Command, line: CommandLine, finish: (outcome: Outcome) => void): void {
  withJson(program.command('check'))
    .description('look through the whole database and the files for damage')
    .action(async (options: CommonOptions) => {
      const files = await damagedFiles(openKeptFiles(readConfig(options, line.environment)));
      const damaged = files.map((found): Fault => ({ kind: 'damaged', found }));
      finish(
        await withData(line, options, async ({ store: { engine } }) =>
          outcomeOf(wordsOf(line), engine.name, [...(await engine.faults()), ...damaged]),
        ),
      );
    });
}

type Fault = Awaited<ReturnType<Data['store']['engine']['faults']>>[number];

function outcomeOf(words: Words, engine: string, faults: readonly Fault[]): Outcome {
  const { check } = words.command;
  const problems = faults.map((fault) => ({
    ...fault,
    message:
      fault.kind === 'damaged'
        ? check.fault.damaged(fault.found)
        : check.fault.dangling(fault.table, fault.parent, fault.rows),
  }));
  const sound = problems.length === 0;
  return {
    code: sound ? 0 : 1,
    json: { engine, sound, problems },
    lines: sound
      ? [check.sound]
      : [check.wrong(problems.length), ...problems.map(({ message }) => `  ${message}`), check.advice],
  };
}
