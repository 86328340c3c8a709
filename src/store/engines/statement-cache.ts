const KEPT = 200;

/** Keeps the most recently used prepared statements of one connection: Kysely sends each query as text. */
export function cachedStatements<S>(prepare: (sql: string) => S): (sql: string) => S {
  const kept = new Map<string, S>();
  return (sql) => {
    const known = kept.get(sql);
    if (known !== undefined) return known;
    const made = prepare(sql);
    if (kept.size >= KEPT) {
      const oldest = kept.keys().next().value;
      if (oldest !== undefined) kept.delete(oldest);
    }
    kept.set(sql, made);
    return made;
  };
}
