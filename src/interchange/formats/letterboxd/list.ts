/**
 * A list as Letterboxd exports it: a line that names the version (empty before 2023), a table of one record about
 * the list, an empty line, and the table of its films. Records run over lines, so both are read as CSV.
 */
import type { AccountRow } from '../../account/rows.ts';
import type { ExportFile } from '../../archive.ts';
import { type CsvRecord, readCsv } from '../../csv.ts';
import { Refusal } from '../../row.ts';
import { type Cells, type Columns, columnsOf, dayOf, filmLink, filmOf, orNull, tagsOf } from './rows.ts';

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
    yield {
      row: String(line),
      record: refusable(() => (table?.of === 'list' ? head(read, list) : item(read, list))),
    };
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
  const name = cells('name').trim().normalize('NFC');
  if (name === '') throw new Refusal('no-list-name');
  return {
    list: {
      list,
      name,
      made: dayOf(cells('date')),
      tags: tagsOf(cells('tags')),
      link: orNull(cells('letterboxd uri')),
      description: orNull(cells('description')),
    },
  };
}

function item(cells: Cells, list: string): AccountRow['record'] {
  const position = Number(cells('position'));
  return {
    film: { ...filmOf(cells), id: filmLink(cells('letterboxd uri')) },
    item: {
      list,
      position: Number.isInteger(position) && position > 0 ? position : null,
      note: orNull(cells('description')),
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
