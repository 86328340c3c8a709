import { StatementSync } from 'node:sqlite';
import pg from 'pg';
import { vi } from 'vitest';

/**
 * Counts the questions that `work` asks the database on this thread, at the drivers: whatever stands above them,
 * a question that is not counted here was not asked.
 *
 * @returns their texts, in order
 */
export async function questionsOf(work: () => Promise<unknown>): Promise<string[]> {
  const asked: string[] = [];
  const spies = (['all', 'get', 'iterate'] as const).map((way) => {
    const original = StatementSync.prototype[way] as (...values: unknown[]) => unknown;
    return vi.spyOn(StatementSync.prototype, way).mockImplementation(function (
      this: StatementSync,
      ...values: unknown[]
    ) {
      asked.push(this.sourceSQL);
      return original.apply(this, values) as never;
    });
  });
  const query = pg.Client.prototype.query as (...given: unknown[]) => unknown;
  const spy = vi.spyOn(pg.Client.prototype, 'query').mockImplementation(function (
    this: pg.Client,
    ...given: unknown[]
  ) {
    const [what] = given as [string | { text: string }];
    asked.push(typeof what === 'string' ? what : what.text);
    return query.apply(this, given) as never;
  });
  try {
    await work();
  } finally {
    for (const one of [...spies, spy]) one.mockRestore();
  }
  return asked;
}
