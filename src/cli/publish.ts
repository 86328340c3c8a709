import { resolve } from 'node:path';
import type { Command } from 'commander';
import { readConfig } from '../config.ts';
import { type CommandLine, type CommonOptions, type Outcome, withJson, wordsOf } from './command-line.ts';
import { progressBar } from './progress.ts';

/** `houselights publish DIR`: the whole public site as files, of which only those that changed are written. */
export function addPublish(program: Command, line: CommandLine, finish: (outcome: Outcome) => void): void {
  withJson(program.command('publish'))
    .description('write the public site into a folder, as files for any server')
    .argument('<folder>', 'a new or an empty folder, or the one it was published into before')
    .action(async (name: string, options: CommonOptions) => {
      const folder = resolve(name);
      const words = wordsOf(line).command.publish;
      // Other commands start sooner without all that makes pages.
      const { publish, PublishError } = await import('../main.ts');
      const bar = progressBar(line);
      try {
        const { owned, ...done } = await publish(readConfig(options, line.environment), folder, bar.at);
        bar.end();
        const more = [...(owned ? [] : [words.ownerless]), ...done.left.map(words.left)];
        finish({ code: 0, json: { folder, ...done }, lines: [words.done(folder, done), ...more] });
      } catch (error) {
        bar.end();
        if (!(error instanceof PublishError)) throw error;
        const message = words.refused[error.code](error);
        finish({ code: 1, json: { error: { code: error.code, message } }, lines: [message] });
      }
    });
}
