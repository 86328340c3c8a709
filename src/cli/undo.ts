import type { Command } from 'commander';
import type { Data } from '../data.ts';
import { DomainError } from '../domain/errors.ts';
import { undo } from '../interchange/undo.ts';
import {
  type CommandLine,
  type CommonOptions,
  type Outcome,
  withData,
  withJson,
  wordsOf,
} from './command-line.ts';
import { undoLines } from './report.ts';

/** `houselights undo BATCH`: takes an import back. */
export function addUndo(program: Command, line: CommandLine, finish: (outcome: Outcome) => void): void {
  withJson(program.command('undo'))
    .description('take an import back')
    .argument('<import>', 'the name its report gave it')
    .action(async (batch: string, options: CommonOptions) =>
      finish(await withData(line, options, (data) => undoBatch(line, data, batch))),
    );
}

async function undoBatch(line: CommandLine, { store }: Data, batch: string): Promise<Outcome> {
  const words = wordsOf(line).imports;
  try {
    const report = await undo(store, batch, Date.now);
    return { code: 0, json: { batch, ...report }, lines: undoLines(words, report) };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const message = words.undo.refused[error.code] ?? error.code;
    return { code: 1, json: { batch, error: { code: error.code, message } }, lines: [message] };
  }
}
