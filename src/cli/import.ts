import { basename } from 'node:path';
import { type Command, Option } from 'commander';
import type { ImportReport, Problem } from '../domain/import.ts';
import type { Member, Visibility } from '../domain/reader.ts';
import { importAccount, previewAccount } from '../interchange/account/import.ts';
import { isArchive, type OpenAccount, openAccount } from '../interchange/account/open.ts';
import { COMMAND_LIMITS } from '../interchange/archive.ts';
import { importRead, preview, readFiles } from '../interchange/import.ts';
import { fileOnDisk } from '../interchange/input.ts';
import { refusedReport } from '../interchange/report.ts';
import { Refusal } from '../interchange/row.ts';
import type { Data } from '../main.ts';
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
  visibility: Visibility;
  dryRun?: boolean;
  removed?: boolean;
}

const FORMATS = ['auto', 'jsonld', 'letterboxd'];
const VISIBILITIES: readonly Visibility[] = ['everyone', 'members', 'followers', 'me'];

/** `houselights import FILE…`: brings in what people wrote elsewhere, as one import that can be undone. */
export function addImport(program: Command, line: CommandLine, finish: (outcome: Outcome) => void): void {
  withJson(program.command('import'))
    .description('bring in reviews: schema.org JSON-LD, web pages that hold some, or a Letterboxd export')
    .argument('<file...>', 'the files, as one import; an export is one zip or one folder')
    .option('--as <username>', 'the member who brings them')
    .addOption(new Option('--format <name>', 'what the files are').choices(FORMATS).default('auto'))
    .addOption(new Option('--visibility <who>', 'who may see them').choices(VISIBILITIES).default('everyone'))
    .option('--removed', 'of an export, also what its owner had deleted; only they see it')
    .option('--dry-run', 'tell what would happen, and write nothing')
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
  const { visibility, dryRun = false } = options;
  const { report, taken } = await reportOn(line, data, files, options);
  const refused = report.batch === null && !(dryRun && taken && !isUnknown(report));
  return {
    code: refused ? 1 : 0,
    json: reportJson(words, report),
    lines: reportLines(words, report, { visibility, dryRun, refused }),
  };
}

/** What became of the import, and whether anything of it could be read. */
interface Reported {
  report: ImportReport;
  taken: boolean;
}

async function reportOn(
  line: CommandLine,
  data: Data,
  files: readonly string[],
  options: ImportOptions,
): Promise<Reported> {
  const { as } = options;
  const { members } = data.store.reader;
  const member = as === undefined ? await members.owner() : await members.byUsername(as.toLowerCase());
  const [first = ''] = files;
  if (files.length === 1 && (await isArchive(first)))
    return accountReport(line, data, first, member, options);
  const read = await readFiles(files.map(fileOnDisk));
  if (as !== undefined && !member)
    return { report: unknownMember(as, read.format, read.rows.length, read.problems), taken: read.taken };
  const { visibility, dryRun } = options;
  if (dryRun) return { report: await preview(data.store, read, { visibility }), taken: read.taken };
  const report = await withProgress(line, (progress) =>
    importRead(data.store, read, {
      // The command is the owner's: whoever runs it on the site's own machine answers for the right to show.
      memberId: member?.id ?? null,
      word: wordsOf(line).imports.ownersWord,
      visibility,
      now: Date.now,
      progress,
    }),
  );
  return { report, taken: read.taken };
}

async function accountReport(
  line: CommandLine,
  { store }: Data,
  path: string,
  member: Member | null,
  { as, visibility, dryRun, removed = false }: ImportOptions,
): Promise<Reported> {
  let account: OpenAccount;
  try {
    account = await openAccount(path, COMMAND_LIMITS, { removed });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const problem = { file: basename(path), row: '', code: error.code, details: error.details };
    return { report: refusedReport(null, 0, [problem]), taken: false };
  }
  try {
    if (as !== undefined && !member) return { report: unknownMember(as, 'letterboxd', 0, []), taken: true };
    const settings = {
      asMember: as === undefined ? null : (member?.id ?? null),
      memberId: member?.id ?? null,
      word: wordsOf(line).imports.ownersWord,
      visibility,
      now: Date.now,
    };
    if (dryRun) return { report: await previewAccount(store, account, settings), taken: true };
    const report = await withProgress(line, (progress) =>
      importAccount(store, account, { ...settings, progress }),
    );
    return { report, taken: true };
  } finally {
    await account.close();
  }
}

async function withProgress<T>(
  line: CommandLine,
  work: (progress: (done: number, all: number) => void) => Promise<T>,
): Promise<T> {
  const progress = progressBar(line);
  try {
    return await work(progress.at);
  } finally {
    progress.end();
  }
}

function unknownMember(
  username: string,
  format: string | null,
  rows: number,
  problems: readonly Problem[],
): ImportReport {
  const problem = { file: '', row: '', code: 'no-such-member', details: { username } } as const;
  return refusedReport(format, rows, [...problems, problem]);
}

function isUnknown(report: ImportReport): boolean {
  return report.problems.some(({ code }) => code === 'no-such-member');
}
