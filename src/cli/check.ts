import type { Command } from 'commander';
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
    .description('look through the whole database for damage')
    .action(async (options: CommonOptions) =>
      finish(
        await withData(line, options, async ({ store: { engine } }) =>
          outcomeOf(wordsOf(line), engine.name, await engine.faults()),
        ),
      ),
    );
}

type Faults = Awaited<ReturnType<Parameters<Parameters<typeof withData>[2]>[0]['store']['engine']['faults']>>;

function outcomeOf(words: Words, engine: string, faults: Faults): Outcome {
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
