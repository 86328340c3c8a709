import type { CompiledQuery } from 'kysely';
import type { ReadDb } from './engines/engine.ts';

/**
 * A hot query whose text is built once: building costs more than SQLite takes to answer.
 *
 * `build` writes the query with `slot(name)` where a value goes; the returned function takes the values.
 */
export function prepared<Values extends Record<string, unknown>, Row>(
  db: ReadDb,
  build: (slot: <Name extends keyof Values>(name: Name) => Values[Name]) => { compile(): CompiledQuery<Row> },
): (values: Values) => Promise<Row[]> {
  let made: { compiled: CompiledQuery<Row>; sources: readonly unknown[] } | undefined;
  return async (values) => {
    if (!made) {
      const compiled = build((name) => new Slot(name as string) as never).compile();
      made = { compiled, sources: compiled.parameters };
    }
    const parameters = made.sources.map((source) => (source instanceof Slot ? values[source.name] : source));
    return (await db.executeQuery<Row>({ ...made.compiled, parameters })).rows;
  };
}

class Slot {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}
