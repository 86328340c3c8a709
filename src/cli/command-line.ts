import type { Command } from 'commander';
import { type Options, readConfig } from '../config.ts';
import { type Data, openData } from '../data.ts';
import { type Words, wordsFor } from '../words/words.ts';

/** What surrounds a command: what it reads, where it prints, and whom it speaks to. */
export interface CommandLine {
  environment: Readonly<Record<string, string | undefined>>;
  input: AsyncIterable<Uint8Array>;
  out(text: string): void;
  err(text: string): void;
  /** Whether somebody watches standard error at a terminal. */
  terminal: boolean;
}

/** How a command ended: its exit code, what `--json` prints, and what people read. */
export interface Outcome {
  /** 0 done, 1 refused; what was not understood (2) never gets as far as an outcome. */
  code: 0 | 1;
  json: object;
  lines: readonly string[];
}

/** The options every command takes, as typed. */
export interface CommonOptions extends Options {
  json?: boolean;
}

/** Makes known to a command what every command takes. */
export function withCommonOptions(command: Command): Command {
  return command
    .option('--data <folder>', 'where the site keeps what it has (./data)')
    .option('--database <url>', 'a PostgreSQL database instead of the embedded one');
}

/** Makes known to a command what it takes when it does one thing and ends. */
export function withJson(command: Command): Command {
  return withCommonOptions(command).option('--json', 'print one JSON object and nothing else');
}

/** The language of whoever sits at the command line, as the environment tells it; English unless it says more. */
export function wordsOf({ environment }: CommandLine): Words {
  const locale = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || '';
  return wordsFor(locale.split(/[.@]/, 1)[0]?.replace('_', '-'), 'en');
}

/**
 * Does something with a site's data, and lets go of them whatever happens.
 *
 * @param how.bulk whether very much is to be written
 */
export async function withData<T>(
  line: CommandLine,
  options: CommonOptions,
  work: (data: Data) => Promise<T>,
  how: { bulk?: boolean } = {},
): Promise<T> {
  const data = await openData(readConfig(options, line.environment), Date.now, how);
  try {
    return await work(data);
  } finally {
    await data.close();
  }
}
