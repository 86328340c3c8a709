import type { SQLInputValue, StatementSync } from 'node:sqlite';

type Row = Record<string, unknown>;

/**
 * Asks a statement for all its rows. They come as arrays and are named here: the objects that node:sqlite makes
 * are dictionaries without a shape, which are twice as slow to make, and slow again at each look into them.
 */
export function askedForRows(statement: StatementSync): (values: readonly unknown[]) => Row[] {
  // The Node 22 of somebody's machine may be older than this.
  if (typeof statement.setReturnArrays !== 'function')
    return (values) => statement.all(...(values as SQLInputValue[])) as Row[];
  statement.setReturnArrays(true);
  let names = namesOf(statement);
  return (values) => {
    const rows = statement.all(...(values as SQLInputValue[])) as unknown as unknown[][];
    // A `select *` has more columns once another process has brought the schema up to date.
    if (rows.length > 0 && rows[0]?.length !== names.length) names = namesOf(statement);
    return rows.map((row) => named(names, row));
  };
}

function namesOf(statement: StatementSync): string[] {
  return statement.columns().map((column) => column.name);
}

function named(names: readonly string[], row: readonly unknown[]): Row {
  const made: Row = {};
  for (let at = 0; at < names.length; at += 1) made[names[at]!] = row[at];
  return made;
}
