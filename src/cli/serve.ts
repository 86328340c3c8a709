import type { Command } from 'commander';
import { type Options, readConfig } from '../config.ts';
import { type CommandLine, withCommonOptions, wordsOf } from './command-line.ts';

/** `houselights serve`: runs the site until it is told to stop. */
export function addServe(program: Command, line: CommandLine): void {
  withCommonOptions(program.command('serve'))
    .description('run the site')
    .option('--host <address>', 'the address to listen on')
    .option('--port <number>', 'the port to listen on')
    .option('--demo', 'fill an empty site with the demonstration')
    .action(async (options: Options) => {
      const words = wordsOf(line).command.serve;
      // Other commands start sooner without all that makes pages.
      const { serve } = await import('../main.ts');
      const serving = await serve(readConfig(options, line.environment));
      line.out(`${words.ready(serving.url)}\n`);
      const code = await serving.site.setupCode();
      if (code) line.out(`${words.code(code)}\n`);
      await new Promise<void>((resolve) => {
        for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
      });
      await serving.stop();
    });
}
