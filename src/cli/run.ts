import { Command, CommanderError } from 'commander';
import { type Config, ConfigError, type Options, readConfig } from '../config.ts';
import { serve } from '../main.ts';

/**
 * Runs the command line.
 *
 * @param argv the words after `houselights`
 * @returns the exit code: 0 done, 1 refused or failed, 2 not understood
 */
export async function run(argv: string[]): Promise<number> {
  let code = 0;
  const program = new Command('houselights')
    .description('Film pages with the reviews people wrote, wherever they wrote them.')
    .exitOverride()
    .showHelpAfterError('(houselights --help shows every command)');
  where(program.command('serve'))
    .description('run the site')
    .option('--host <address>', 'the address to listen on')
    .option('--port <number>', 'the port to listen on')
    .option('--demo', 'fill an empty site with the demonstration')
    .action(async (options: Options) => {
      code = await serveCommand(readConfig(options, process.env));
    });
  try {
    await program.parseAsync(argv, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof ConfigError) {
      process.stderr.write(`${error.message}\n`);
      return 2;
    }
    throw error;
  }
}

/** The options every command takes. */
function where(command: Command): Command {
  return command
    .option('--data <folder>', 'where the site keeps what it has (./data)')
    .option('--database <url>', 'a PostgreSQL database instead of the embedded one');
}

async function serveCommand(config: Config): Promise<number> {
  const serving = await serve(config);
  process.stdout.write(`Houselights is at ${serving.url}\n`);
  const code = await serving.site.setupCode();
  if (code) process.stdout.write(`Nobody owns it yet. The code for setting it up: ${code}\n`);
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  await serving.stop();
  return 0;
}
