import type { ImportReport, LoadReport, Outcome, Problem, UndoReport } from '../domain/import.ts';
import type { AllowedUse, Visibility } from '../domain/reader.ts';
import { USES_ELSEWHERE } from '../domain/rights.ts';
import type { Words } from '../words/words.ts';

type ImportWords = Words['imports'];

/** How much of a long list people are shown; `--json` has more. */
const MOST_LINES = 40;

/** An import's report as other programs read it; the shape is a promise. */
export function reportJson(words: ImportWords, report: ImportReport): object {
  const problems = report.problems.map(({ file, row, code, details }) => ({
    file,
    row,
    code,
    message: words.problem[code](details),
  }));
  return { ...report, problems };
}

/** How an import was asked for, as far as its report says it. */
interface Asked {
  visibility: Visibility;
  /** Where the word that was given lets it be shown. */
  allowed: readonly AllowedUse[];
  /** Whether it is a member's own account, who says in their settings where else it is shown. */
  own: boolean;
  dryRun: boolean;
  refused: boolean;
}

/** An import's report as people read it. */
export function reportLines(
  words: ImportWords,
  report: ImportReport,
  { visibility, allowed, own, dryRun, refused }: Asked,
): string[] {
  const lines: string[] = [];
  if (refused) lines.push(words.refused);
  else if (dryRun) lines.push(words.onlyLooked);
  if (!refused) {
    lines.push(report.rows === 0 ? words.nothing : `${words.rows(report.rows)}: ${counted(words, report)}`);
    lines.push(dryRun ? words.wouldBe[visibility] : words.visibility[visibility]);
    const further = USES_ELSEWHERE.filter((use) => allowed.includes(use)).map((use) => words.further[use]);
    if (further.length > 0) lines.push(further.join(' '));
    else if (!own) lines.push(words.hereAlone);
  }
  return [...lines, ...behind(words, report)];
}

/** The report of a load of films, as people read it. */
export function loadLines(
  { imports, load }: Words,
  report: LoadReport,
  { dryRun, refused }: { dryRun: boolean; refused: boolean },
): string[] {
  const lines: string[] = [];
  if (refused) lines.push(load.refused);
  else if (dryRun) lines.push(load.onlyLooked);
  if (!refused)
    lines.push(
      report.rows === 0 ? load.nothingIn : `${imports.rows(report.rows)}: ${counted(imports, report)}`,
    );
  if (report.leftOut > 0) lines.push(load.leftOut(report.leftOut));
  return [...lines, ...behind(imports, report)];
}

/** What stands behind the counts: how to take it back, and what there is to look at. */
function behind(words: ImportWords, report: ImportReport): string[] {
  const lines = report.batch ? [words.undoBy(`houselights undo ${report.batch}`)] : [];
  if (report.problemsTotal === 0) return lines;
  const problems = listed(
    words,
    `${words.problems(report.problemsTotal)}:`,
    report.problems.map((one) => problemLine(words, one)),
    report.problemsTotal,
  );
  return [...lines, ...problems];
}

/** What an undo did, as people read it. */
export function undoLines(words: ImportWords, { removed, restored, kept, keptTotal }: UndoReport): string[] {
  const { undo } = words;
  const done = undo.done({ removed, restored });
  if (keptTotal === 0) return [done];
  const lines = kept.map(({ what, name, why }) => undo.keptLine(undo.what[what], name, undo.why[why]));
  return [done, ...listed(words, `${undo.kept(keptTotal)}:`, lines, keptTotal)];
}

function counted(words: ImportWords, report: ImportReport): string {
  const outcomes: Outcome[] = ['created', 'updated', 'unchanged', 'unmatched', 'rejected'];
  return outcomes
    .filter((outcome) => report[outcome] > 0)
    .map((outcome) => words.counted(words.outcome[outcome], report[outcome]))
    .join(', ');
}

function problemLine(words: ImportWords, { file, row, code, details }: Problem): string {
  return [words.where(file, row), words.problem[code](details)].filter(Boolean).join(': ');
}

function listed(words: ImportWords, heading: string, lines: readonly string[], total: number): string[] {
  const shown = lines.slice(0, MOST_LINES);
  const rest = total - shown.length;
  return [heading, ...shown, ...(rest > 0 ? [words.more(rest)] : [])].map((line, index) =>
    index === 0 ? line : `  ${line}`,
  );
}
