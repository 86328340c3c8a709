import {
  type Counts,
  type Details,
  type ImportReport,
  MOST_PROBLEMS,
  type Outcome,
  type Problem,
  type ProblemCode,
} from '../domain/import.ts';

/** What was found so far: how many rows end in each way, and what stands in the way of some. */
export interface Tally {
  counts: Counts;
  problems: Problem[];
  problemsTotal: number;
}

export function emptyTally(problems: readonly Problem[] = []): Tally {
  const tally: Tally = {
    counts: { created: 0, updated: 0, unchanged: 0, unmatched: 0, rejected: 0 },
    problems: [],
    problemsTotal: 0,
  };
  for (const problem of problems) addProblem(tally, problem);
  return tally;
}

/** What a plan says of its row's end. */
export interface Ended {
  row: { file: string; row: string };
  outcome: Outcome;
  code: ProblemCode | null;
  details: Details;
}

/** Counts planned rows. */
export function count(tally: Tally, plans: readonly Ended[]): void {
  for (const { outcome, row, code, details } of plans) {
    tally.counts[outcome] += 1;
    if (code !== null) addProblem(tally, { file: row.file, row: row.row, code, details });
  }
}

export function addProblem(tally: Tally, problem: Problem): void {
  tally.problemsTotal += 1;
  if (tally.problems.length < MOST_PROBLEMS) tally.problems.push(problem);
}

/** The report of an import, in the order other programs read it. */
export function reportOf(format: string | null, batch: string | null, tally: Tally): ImportReport {
  const { created, updated, unchanged, unmatched, rejected } = tally.counts;
  const rows = created + updated + unchanged + unmatched + rejected;
  const { problems, problemsTotal } = tally;
  return { format, batch, rows, created, updated, unchanged, unmatched, rejected, problems, problemsTotal };
}

/** The report of an import that was refused as a whole: every row that was read counts as rejected. */
export function refusedReport(
  format: string | null,
  rows: number,
  problems: readonly Problem[],
): ImportReport {
  const tally = emptyTally(problems);
  tally.counts.rejected = rows;
  return reportOf(format, null, tally);
}
