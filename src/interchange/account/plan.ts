import type { Details, Outcome, ProblemCode } from '../../domain/import.ts';
import type { AccountLater } from './later.ts';
import type { AccountRow } from './rows.ts';

/** What one record does. */
export interface RecordPlan {
  row: AccountRow;
  /** Its number in the report, from 1. */
  number: number;
  outcome: Outcome;
  code: ProblemCode | null;
  details: Details;
  /** The thing it made or is about. */
  targetId: string | null;
  candidates: string[];
  later: AccountLater | null;
}

/** What is kept of a record that waits for a decision: all it takes to carry it out later. */
export interface WaitingRecord {
  candidates: string[];
  account: AccountRow;
  as: { authorId: string; memberId: string | null; saysRatings: boolean };
}

/** A record that does nothing yet, or that cannot be taken. */
export function idleRecord(row: AccountRow, number: number): RecordPlan {
  const { record } = row;
  const refused = 'code' in record ? record : null;
  return {
    row,
    number,
    outcome: refused ? 'rejected' : 'unchanged',
    code: refused?.code ?? null,
    details: refused?.details ?? {},
    targetId: null,
    candidates: [],
    later: null,
  };
}
