import type { StatementSync } from 'node:sqlite';

const KEPT = 200;

/** Keeps the most recently used prepared statements of one connection: Kysely sends each query as text. */
export function cachedStatements(prepare: (sql: string) => StatementSync): (sql: string) => StatementSync {
  const kept = new Map<string, StatementSync>();
  return (sql) => {
    const known = kept.get(sql);
    if (known) return known;
    const made = prepare(sql);
    if (kept.size >= KEPT) {
      const oldest = kept.keys().next().value;
      if (oldest !== undefined) kept.delete(oldest);
    }
    kept.set(sql, made);
    return made;
  };
}
