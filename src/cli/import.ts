import { type Command, Option } from 'commander';
import type { ImportReport } from '../domain/import.ts';
import type { Visibility } from '../domain/reader.ts';
import { importRead, preview, type ReadFiles, readFiles } from '../interchange/import.ts';
import { fileOnDisk } from '../interchange/input.ts';
import { refusedReport } from '../interchange/report.ts';
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
}

const FORMATS = ['auto', 'jsonld'];
const VISIBILITIES: readonly Visibility[] = ['everyone', 'members', 'followers', 'me'];

/** `houselights import FILE…`: brings in what people wrote elsewhere, as one import that can be undone. */
export function addImport(program: Command, line: CommandLine, finish: (outcome: Outcome) => void): void {
  withJson(program.command('import'))
    .description('bring in reviews from files: schema.org JSON-LD, or web pages that hold some')
    .argument('<file...>', 'the files, as one import')
    .option('--as <username>', 'the member who brings them')
    .addOption(new Option('--format <name>', 'what the files are').choices(FORMATS).default('auto'))
    .addOption(new Option('--visibility <who>', 'who may see them').choices(VISIBILITIES).default('everyone'))
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
  const read = await readFiles(files.map(fileOnDisk));
  const report = await reportOn(line, data, read, options);
  const refused = report.batch === null && !(dryRun && read.taken && !isUnknown(report));
  return {
    code: refused ? 1 : 0,
    json: reportJson(words, report),
    lines: reportLines(words, report, { visibility, dryRun, refused }),
  };
}

async function reportOn(
  line: CommandLine,
  data: Data,
  read: ReadFiles,
  { as, visibility, dryRun }: ImportOptions,
): Promise<ImportReport> {
  const { members } = data.store.reader;
  const member = as === undefined ? await members.owner() : await members.byUsername(as.toLowerCase());
  if (as !== undefined && !member) {
    const problem = { file: '', row: '', code: 'no-such-member', details: { username: as } } as const;
    return refusedReport(read.format, read.rows.length, [...read.problems, problem]);
  }
  if (dryRun) return preview(data.store, read, { visibility });
  const progress = progressBar(line);
  try {
    return await importRead(data.store, read, {
      // The command is the owner's: whoever runs it on the site's own machine answers for the right to show.
      memberId: member?.id ?? null,
      word: wordsOf(line).imports.ownersWord,
      visibility,
      now: Date.now,
      progress: progress.at,
    });
  } finally {
    progress.end();
  }
}

function isUnknown(report: ImportReport): boolean {
  return report.problems.some(({ code }) => code === 'no-such-member');
}
