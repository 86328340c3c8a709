/**
 * A list as Letterboxd exports it: a line that names the version (empty before 2023), a table of one record about
 * the list, an empty line, and the table of its films. Records run over lines, so both are read as CSV.
 */
import type { AccountRow } from '../../account/rows.ts';
import type { ExportFile } from '../../archive.ts';
import { type CsvRecord, readCsv } from '../../csv.ts';
import { Refusal } from '../../row.ts';
import { dayOf, lineOf, linkOf, tagsOf, wordsOf } from './cells.ts';
import { type Cells, type Columns, columnsOf, filmOf, LOST } from './rows.ts';

const LONGEST_TITLE = 300;
/** A place on a list beyond this is none. */
const LAST_POSITION = 1_000_000;

/** One of the two tables of a list file. */
interface Table {
  columns: Columns;
  of: 'list' | 'films';
}

/**
 * Reads one list file.
 *
 * @throws Refusal `wrong-columns` when it is none
 */
export async function* readList(
  file: ExportFile,
  list: string,
): AsyncGenerator<Pick<AccountRow, 'row' | 'record'>> {
  let table: Table | null = null;
  for await (const record of readCsv(file)) {
    const { line, cells } = record;
    if (cells.every((cell) => cell.trim() === '') || isVersion(record)) continue;
    const header = headerOf(cells);
    if (header && header.of !== table?.of) {
      table = header;
      continue;
    }
    if (!table)
      throw new Refusal('wrong-columns', { columns: cells.join(', ').slice(0, 200), missing: 'Name' });
    const read = table.columns(cells);
    const said = () => (table?.of === 'list' ? head(read, list) : item(read, list));
    yield { row: String(line), record: record.zeros ? LOST : refusable(said) };
  }
  if (!table) throw new Refusal('empty-file');
}

function isVersion({ cells }: CsvRecord): boolean {
  return cells.length === 1 && /^\ufeff?Letterboxd list export v\d+$/i.test(cells[0]?.trim() ?? '');
}

function headerOf(cells: readonly string[]): Table | null {
  const columns = columnsOf(cells);
  if (columns.has('position') && columns.has('name')) return { columns, of: 'films' };
  if (columns.has('date') && columns.has('name') && columns.has('tags')) return { columns, of: 'list' };
  return null;
}

function head(cells: Cells, list: string): AccountRow['record'] {
  const name = lineOf(cells('name'), LONGEST_TITLE);
  if (name === null) throw new Refusal('no-list-name');
  return {
    list: {
      list,
      name,
      made: dayOf(cells('date')),
      tags: tagsOf(cells('tags')),
      link: linkOf(cells('letterboxd uri')),
      description: wordsOf(cells('description').trim()),
    },
  };
}

function item(cells: Cells, list: string): AccountRow['record'] {
  const position = Number(cells('position'));
  return {
    film: filmOf(cells),
    item: {
      list,
      position: Number.isInteger(position) && position > 0 && position <= LAST_POSITION ? position : null,
      note: wordsOf(cells('description').trim()),
    },
  };
}

function refusable(read: () => AccountRow['record']): AccountRow['record'] {
  try {
    return read();
  } catch (error) {
    if (error instanceof Refusal) return { code: error.code, details: error.details };
    throw error;
  }
}
