import type { CompiledQuery } from 'kysely';
import { type Ask, directWay } from './engines/direct.ts';
import type { ReadDb } from './engines/engine.ts';

/**
 * A hot query whose text is built once, and which a reading connection keeps ready: building and sending it
 * through Kysely costs several times what SQLite takes to answer.
 *
 * `build` writes the query with `slot(name)` where a value goes; the returned function takes the values. A limit
 * is no slot: SQLite plans better when it knows it.
 */
export function prepared<Values extends Record<string, unknown>, Row>(
  db: ReadDb,
  build: (slot: <Name extends keyof Values>(name: Name) => Values[Name]) => { compile(): CompiledQuery<Row> },
): (values: Values) => Promise<Row[]> {
  let made: { sources: readonly unknown[]; ask: Ask } | undefined;
  return (values) => {
    if (!made) {
      const compiled = build((name) => new Slot(name as string) as never).compile();
      made = {
        sources: compiled.parameters,
        ask: directWay(db)?.prepare(compiled.sql) ?? through(db, compiled),
      };
    }
    const { sources, ask } = made;
    const given: unknown[] = [];
    for (const source of sources) given.push(source instanceof Slot ? values[source.name] : source);
    return ask(given) as Promise<Row[]>;
  };
}

/** Within a transaction, a question waits its turn among the others of that transaction. */
function through(db: ReadDb, compiled: CompiledQuery): Ask {
  return async (parameters) =>
    (await db.executeQuery<Record<string, unknown>>({ ...compiled, parameters } as CompiledQuery<never>))
      .rows;
}

class Slot {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}
