import { Command, CommanderError } from 'commander';
import manifest from '../../package.json' with { type: 'json' };
import { ConfigError } from '../config.ts';
import { addBackup, addRestore } from './backup.ts';
import { addCheck } from './check.ts';
import { type CommandLine, type Outcome, wordsOf } from './command-line.ts';
import { sentenceOf } from './failure.ts';
import { addFilms } from './films.ts';
import { addImport } from './import.ts';
import { addPublish } from './publish.ts';
import { addServe } from './serve.ts';
import { addUndo } from './undo.ts';
import { addUser } from './user.ts';

/**
 * Runs the command line. With `--json`, standard output holds exactly one JSON object, whatever happens.
 *
 * @param argv the words after `houselights`
 * @returns the exit code: 0 done, 1 refused or failed, 2 not understood
 */
export async function run(argv: readonly string[], line: CommandLine = ofThisProcess()): Promise<number> {
  const words = wordsOf(line);
  const ends = argv.indexOf('--');
  const json = (ends < 0 ? argv : argv.slice(0, ends)).includes('--json');
  let code = 0;
  let said = '';
  const finish = (outcome: Outcome) => {
    code = outcome.code;
    if (json) return line.out(jsonLine(outcome.json));
    const print = code === 0 ? line.out : line.err;
    for (const one of outcome.lines) print(`${inOneLine(one)}\n`);
  };
  const fail = (kind: string, message: string, exit: 1 | 2): number => {
    if (json) line.out(jsonLine({ error: { code: kind, message } }));
    return exit;
  };

  const program = new Command('houselights')
    .description('Film pages with the reviews people wrote, wherever they wrote them.')
    .version(manifest.version, '-V, --version', 'say which version this is')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => line.out(json ? jsonLine({ text: text.trim() }) : text),
      writeErr: (text) => {
        said ||= text;
        line.err(text);
      },
    })
    .showHelpAfterError('(houselights --help shows every command)');
  addServe(program, line);
  addImport(program, line, finish);
  addFilms(program, line, finish);
  addUndo(program, line, finish);
  addUser(program, line, finish);
  addBackup(program, line, finish);
  addRestore(program, line, finish);
  addPublish(program, line, finish);
  addCheck(program, line, finish);
  try {
    await program.parseAsync(argv, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError)
      return error.exitCode === 0 ? 0 : fail('usage', said.replace(/^error: /, '').trim(), 2);
    const message = error instanceof ConfigError ? error.message : sentenceOf(error, words);
    line.err(`${inOneLine(words.command.failed(message))}\n`);
    if (/^(debug|trace)$/.test(line.environment.LOG_LEVEL ?? '')) line.err(`${(error as Error).stack}\n`);
    return error instanceof ConfigError ? fail('setting', message, 2) : fail('failed', message, 1);
  }
}

/** What does something to a terminal, breaks a line or turns its direction: no part of anybody's words. */
const TURNING = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e]/gu;

/** A line that may repeat what stands in somebody's file. */
function inOneLine(text: string): string {
  return text.replace(TURNING, '');
}

/** The same for other programs, which are given it whole: escaped, as JSON allows for every letter. */
function jsonLine(value: object): string {
  const escaped = (letter: string) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return `${JSON.stringify(value).replace(TURNING, escaped)}\n`;
}

function ofThisProcess(): CommandLine {
  return {
    environment: process.env,
    input: process.stdin,
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    terminal: process.stderr.isTTY,
  };
}
