import { type Command, Option } from 'commander';
import { addMember, type Data } from '../data.ts';
import { DomainError, invalid } from '../domain/errors.ts';
import { ROLES } from '../domain/member.ts';
import type { Member } from '../domain/reader.ts';
import {
  type CommandLine,
  type CommonOptions,
  type Outcome,
  withData,
  withJson,
  wordsOf,
} from './command-line.ts';

interface UserOptions extends CommonOptions {
  email: string;
  name?: string;
  role: Member['role'];
}

/** `houselights user create USERNAME`: makes somebody who can sign in. */
export function addUser(program: Command, line: CommandLine, finish: (outcome: Outcome) => void): void {
  const user = program.command('user').description('the people of the site');
  withJson(user.command('create'))
    .description('make a member who can sign in')
    .argument('<username>', 'small letters, digits and underscores')
    .requiredOption('--email <address>', 'where they get mail, and how they sign in')
    .requiredOption('--password-stdin', 'read the password from standard input')
    .option('--name <name>', 'the name people read; the username unless said')
    .addOption(new Option('--role <role>', 'what they may do').choices(ROLES).default('member'))
    .action(async (username: string, options: UserOptions) =>
      finish(await withData(line, options, (data) => createUser(line, data, username, options))),
    );
}

async function createUser(
  line: CommandLine,
  data: Data,
  username: string,
  { email, role, name = username }: UserOptions,
): Promise<Outcome> {
  const words = wordsOf(line).command.user;
  try {
    const password = await passwordFrom(line.input);
    const member = await addMember(data, { username, name, email, password, role });
    return {
      code: 0,
      json: { id: member.id, username: member.username, role: member.role },
      lines: [words.made(member.username, words.role[member.role])],
    };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const message = words.refused[error.code] ?? error.code;
    return { code: 1, json: { error: { code: error.code, message } }, lines: [message] };
  }
}

const LONGEST_INPUT = 10_000;

/** The first line that comes in, whatever is in it but its end. */
async function passwordFrom(input: CommandLine['input']): Promise<string> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of input) {
    pieces.push(piece);
    size += piece.length;
    // Whoever types it ends it with a line, and not the input.
    if (size > LONGEST_INPUT || piece.includes(10)) break;
  }
  const [password = ''] = Buffer.concat(pieces).toString('utf8').split(/\r?\n/, 1);
  if (password === '') throw invalid('no-password');
  return password;
}
