import type { FactSource, Reader } from '../domain/reader.ts';
import type { LookQuestion } from '../domain/upload.ts';
import { candidatesOf } from './account/look.ts';
import type { WaitingRecord } from './account/plan.ts';
import type { AccountRow, NamedFilm } from './account/rows.ts';
import { addToGroups, type FilmGroup, joinGroups } from './account/same-film.ts';
import type { ListedFilm } from './films/row.ts';
import type { WaitingFilm } from './films/settle.ts';
import type { FilmFacts, ReviewFacts } from './row.ts';

/** The most rows of one import that are looked at together. */
const MOST_WAITING = 5000;

/** Rows of an import that wait and name one film, which one decision is for. */
interface Group {
  /** Ids of the films they could mean. */
  candidates: string[];
  title: string;
  year: number | null;
}

/** Records of somebody's account. */
export interface AccountGroup extends Group {
  kind: 'account';
  rows: { number: number; file: string; row: string; account: AccountRow }[];
  as: WaitingRecord['as'];
}

/** Rows of one file of what others wrote. */
export interface FileGroup extends Group {
  kind: 'file';
  rows: { number: number; file: string; row: string; review: ReviewFacts | null }[];
  facts: FilmFacts;
  /** Of a row of a file of films, who says it; null where the rows are of reviews. */
  listed: WaitingFilm | null;
}

/**
 * What of an import waits for decisions, in the order of its files. Films that were merged since are offered as what
 * they are part of.
 */
export async function waitingGroups(reader: Reader, batchId: string): Promise<(AccountGroup | FileGroup)[]> {
  const groups = await groupsOf(reader, batchId);
  const standing = await reader.films.standing([...new Set(groups.flatMap(({ candidates }) => candidates))]);
  return groups.map((group) => ({
    ...group,
    candidates: [...new Set(group.candidates.map((id) => standing.get(id) ?? id))],
  }));
}

async function groupsOf(reader: Reader, batchId: string): Promise<(AccountGroup | FileGroup)[]> {
  const accounts = new Map<string, FilmGroup<AccountGroup['rows'][number] & { plan: WaitingRecord }>>();
  const files = new Map<string, FileGroup>();
  for (const { number, file, row, plan } of await reader.batches.waiting(batchId, MOST_WAITING)) {
    if ('account' in plan) {
      const waiting = plan as unknown as WaitingRecord;
      const { record } = waiting.account;
      const named: NamedFilm | null = 'film' in record ? record.film : null;
      if (named) addToGroups(accounts, named, { number, file, row, account: waiting.account, plan: waiting });
      continue;
    }
    const { record, candidates, source } = plan as unknown as {
      record: { film: FilmFacts; review: ReviewFacts | null };
      candidates: string[];
      source?: FactSource;
    };
    const listed = source ? { film: record.film as ListedFilm, source } : null;
    const key = JSON.stringify([file, record.film]);
    const group = files.get(key);
    const one = { number, file, row, review: record.review };
    if (group) group.rows.push(one);
    else {
      const { title, year } = record.film;
      const said = { facts: record.film, listed, candidates, title: title ?? '', year };
      files.set(key, { kind: 'file', rows: [one], ...said });
    }
  }
  const ofAccounts = joinGroups(accounts).map(({ title, year, rows }): AccountGroup => {
    const { candidates, as } = rows[0].plan;
    return { kind: 'account', rows, as, candidates, title, year };
  });
  return [...ofAccounts, ...files.values()];
}

/** A question that is asked after an import; `number` is the row by which it is answered. */
export type WaitingQuestion = LookQuestion & { number: number };

/** The first questions an import leaves open, and how many there are. */
export async function waitingQuestions(
  reader: Reader,
  batchId: string,
  most: number,
): Promise<{ questions: WaitingQuestion[]; total: number }> {
  const groups = await waitingGroups(reader, batchId);
  const questions: WaitingQuestion[] = [];
  for (const { title, year, rows, candidates } of groups.slice(0, most)) {
    const [first, ...also] = rows;
    if (!first) continue;
    questions.push({
      number: first.number,
      file: first.file,
      row: first.row,
      title,
      year,
      authorName: null,
      candidates: await candidatesOf(reader, candidates),
      also: also.map(({ file, row }) => `${file}#${row}`),
    });
  }
  return { questions, total: groups.length };
}
