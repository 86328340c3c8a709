import { basename, resolve } from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Data } from '../data.ts';
import type { ImportReport } from '../domain/import.ts';
import type { AllowedUse, Member, Visibility } from '../domain/reader.ts';
import { USES_ELSEWHERE, usesSaid, wordFor } from '../domain/rights.ts';
import { importAccount, previewAccount } from '../interchange/account/import.ts';
import { type OpenAccount, openAccount } from '../interchange/account/open.ts';
import { COMMAND_LIMITS } from '../interchange/archive.ts';
import { importRead, preview, readFiles } from '../interchange/import.ts';
import { fileOnDisk, largestFile } from '../interchange/input.ts';
import { refusedReport } from '../interchange/report.ts';
import { Refusal } from '../interchange/row.ts';
import {
  type CommandLine,
  type CommonOptions,
  type Outcome,
  withData,
  withJson,
  wordsOf,
} from './command-line.ts';
import { progressBar } from './progress.ts';
import { reportJson, reportLines } from './report.ts';

interface ImportOptions extends CommonOptions {
  as?: string;
  format: (typeof FORMATS)[number];
  visibility: Visibility;
  allows: AllowedUse[];
  dryRun?: boolean;
  removed?: boolean;
}

const FORMATS = ['auto', 'jsonld', 'letterboxd'] as const;
const VISIBILITIES: readonly Visibility[] = ['everyone', 'members', 'followers', 'me'];

/** `houselights import FILE…`: brings in what people wrote elsewhere, as one import that can be undone. */
export function addImport(program: Command, line: CommandLine, finish: (outcome: Outcome) => void): void {
  withJson(program.command('import'))
    .description('bring in a Letterboxd export (a zip or a folder), or schema.org reviews from files')
    .argument('<file...>', 'the files, as one import')
    .option('--as <username>', 'the member whose they are, or who brings them')
    .addOption(new Option('--format <name>', 'what the files are').choices(FORMATS).default('auto'))
    .addOption(new Option('--visibility <who>', 'who may see them').choices(VISIBILITIES).default('everyone'))
    .addOption(
      new Option('--allows <uses>', 'where those who wrote them let them be shown: here,strips,posters')
        .argParser(readUses)
        .default(usesSaid([]), 'here'),
    )
    .option('--removed', 'of an export, also what its owner had deleted; only they see it')
    .option('--dry-run', 'tell what would happen, and write nothing')
    .addHelpText(
      'after',
      `\n${wordsOf(line).imports.commandTakes(COMMAND_LIMITS.files, COMMAND_LIMITS.inflated, largestFile())}`,
    )
    .action(async (files: string[], options: ImportOptions) =>
      finish(await withData(line, options, (data) => importFiles(line, data, files, options))),
    );
}

async function importFiles(
  line: CommandLine,
  data: Data,
  files: readonly string[],
  options: ImportOptions,
): Promise<Outcome> {
  const words = wordsOf(line).imports;
  const { visibility, allows: allowed, dryRun = false } = options;
  const report = await reportOn(line, data, files, options);
  const own = options.as !== undefined && report.format === 'letterboxd';
  // What stands in the way of the import itself stands in no file.
  const looked = dryRun && report.format !== null && report.problems.every(({ file }) => file !== '');
  const refused = report.batch === null && !looked;
  return {
    code: refused ? 1 : 0,
    json: reportJson(words, report),
    lines: reportLines(words, report, { visibility, allowed, own, dryRun, refused }),
  };
}

/** Whose import it is, and how it is done. */
interface How {
  as: string | null;
  /** The member it is imported as; null where nobody was named, or nobody goes by that name. */
  member: Member | null;
  /** What the report says of the import, whatever is imported. */
  common: {
    memberId: string | null;
    word: string;
    allowed: readonly AllowedUse[];
    visibility: Visibility;
    now: () => number;
    progress: (done: number, all: number) => void;
  };
  dryRun: boolean;
}

async function reportOn(
  line: CommandLine,
  data: Data,
  files: readonly string[],
  { as: named, format, visibility, allows: allowed, dryRun = false, removed = false }: ImportOptions,
): Promise<ImportReport> {
  const as = named ?? null;
  const { members } = data.store.reader;
  const member = as === null ? null : await members.byUsername(as.toLowerCase());
  const progress = progressBar(line);
  // The command is the owner's: whoever runs it on the site's own machine answers for the right to show.
  const { ownersWord, further } = wordsOf(line).imports;
  const word = wordFor(ownersWord, allowed, further);
  const memberId = (member ?? (await members.owner()))?.id ?? null;
  const common = { memberId, word, allowed, visibility, now: Date.now, progress: progress.at };
  const how: How = { as, member, common, dryRun };
  try {
    const account = format === 'jsonld' ? null : await onlyAccount(files, removed);
    if (account) return await reportOnAccount(data, account, how).finally(account.close);
    if (format !== 'letterboxd') return await reportOnFiles(data, files, how);
    const none = { code: 'unknown-format', details: { kind: 'no-letterboxd' } } as const;
    return refusedReport(null, 0, [{ file: nameOf(files), row: '', ...none }]);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { code, details } = error;
    return refusedReport(null, 0, [{ file: nameOf(files), row: '', code, details }]);
  } finally {
    progress.end();
  }
}

/** An account's export comes alone. */
async function onlyAccount(files: readonly string[], removed: boolean): Promise<OpenAccount | null> {
  return files.length === 1 ? openAccount(files[0] ?? '', COMMAND_LIMITS, { removed }) : null;
}

async function reportOnAccount(data: Data, { account }: OpenAccount, how: How): Promise<ImportReport> {
  const { as, member, common, dryRun } = how;
  // A name that nobody bears is no member's id either, and is refused as such with all its rows.
  const options = { ...common, asMember: member?.id ?? as };
  const report = await (dryRun ? previewAccount : importAccount)(data.store, account, options);
  const problems = report.problems.map((one) =>
    one.code === 'no-such-member' ? { ...one, details: { username: as ?? '' } } : one,
  );
  return { ...report, problems };
}

async function reportOnFiles(
  data: Data,
  files: readonly string[],
  { as, member, common, dryRun }: How,
): Promise<ImportReport> {
  const read = await readFiles(files.map(fileOnDisk));
  if (as !== null && !member) {
    const problem = { file: '', row: '', code: 'no-such-member', details: { username: as } } as const;
    return refusedReport(read.format, read.rows.length, [...read.problems, problem]);
  }
  return dryRun ? preview(data.store, read, common) : importRead(data.store, read, common);
}

/** Uses as they are typed, parted by commas, or said one after another. */
function readUses(typed: string, before: readonly AllowedUse[]): AllowedUse[] {
  const said = typed.split(',').map((use) => use.trim());
  const unknown = said.find((use) => use !== 'here' && !(USES_ELSEWHERE as readonly string[]).includes(use));
  if (unknown !== undefined) throw new InvalidArgumentError('Allowed choices are here, strips, posters.');
  return usesSaid([...before, ...said]);
}

function nameOf(files: readonly string[]): string {
  return files.length === 1 ? basename(resolve(files[0] ?? '')) : '';
}
