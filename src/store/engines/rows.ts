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
  let named: Naming | null = null;
  return (values) => {
    const rows = statement.all(...(values as SQLInputValue[])) as unknown as unknown[][];
    if (rows.length === 0) return [];
    // A `select *` has more columns once another process has brought the schema up to date.
    if (rows[0]?.length !== names.length) [names, named] = [namesOf(statement), null];
    named ??= namingOf(names);
    return rows.map(named);
  };
}

type Naming = (row: readonly unknown[]) => Row;

function namesOf(statement: StatementSync): string[] {
  return statement.columns().map((column) => column.name);
}

const namings = new Map<string, Naming>();
const MOST_NAMINGS = 2000;

/**
 * The way to make an object of a row with these columns. It is written as the literal it is: setting properties by
 * name, one after another, takes half as long as SQLite needs to find the row.
 */
function namingOf(names: readonly string[]): Naming {
  const each = names.map((name, at) => `${JSON.stringify(name)}: row[${at}]`);
  const text = `return { ${each.join(', ')} }`;
  const known = namings.get(text);
  if (known) return known;
  const made = new Function('row', text) as Naming;
  if (namings.size >= MOST_NAMINGS) namings.clear();
  namings.set(text, made);
  return made;
}
