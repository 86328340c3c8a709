import { StatementSync } from 'node:sqlite';
import pg from 'pg';
import { vi } from 'vitest';

/** One question to the database. */
export interface Question {
  text: string;
  values: readonly unknown[];
}

/**
 * Collects the questions that `work` asks the database on this thread, at the drivers: whatever stands above them,
 * a question that is not here was not asked.
 *
 * @returns their texts and values, in order
 */
export async function questionsOf(work: () => Promise<unknown>): Promise<Question[]> {
  const asked: Question[] = [];
  const spies = (['all', 'get', 'iterate'] as const).map((way) => {
    const original = StatementSync.prototype[way] as (...values: unknown[]) => unknown;
    return vi.spyOn(StatementSync.prototype, way).mockImplementation(function (
      this: StatementSync,
      ...values: unknown[]
    ) {
      asked.push({ text: this.sourceSQL, values });
      return original.apply(this, values) as never;
    });
  });
  const query = pg.Client.prototype.query as (...given: unknown[]) => unknown;
  const spy = vi.spyOn(pg.Client.prototype, 'query').mockImplementation(function (
    this: pg.Client,
    ...given: unknown[]
  ) {
    const [what, values] = given as [string | { text: string; values?: unknown[] }, unknown];
    if (typeof what === 'string') asked.push({ text: what, values: Array.isArray(values) ? values : [] });
    else asked.push({ text: what.text, values: what.values ?? [] });
    return query.apply(this, given) as never;
  });
  try {
    await work();
  } finally {
    for (const one of [...spies, spy]) one.mockRestore();
  }
  // Work in the background looks for what is due whenever its time comes; no page asks for it.
  return asked.filter(({ text }) => !/\bfrom "jobs"/.test(text));
}

/** Questions as a failure names them. */
export function said(questions: readonly Question[]): string {
  return questions.map(({ text }) => text).join('\n');
}
