/**
 * A whole account as Letterboxd exports it: a zip, the same zip packed again with a folder inside, or a folder.
 * The files and their headers are those of exports from 2017 to 2026.
 */
import type { AccountRow, FileProblem, ProfileFacts } from '../../account/rows.ts';
import { type ExportFile, type ExportFolder, isBeside } from '../../archive.ts';
import { readCsv } from '../../csv.ts';
import { Refusal } from '../../row.ts';
import { readList } from './list.ts';
import { type Columns, columnsOf, KINDS, type Kind, LOST } from './rows.ts';

export interface LetterboxdOptions {
  /** Whether to read what the account's owner had deleted, and what lost its film. */
  removed: boolean;
}

/** The files of an export, by what they are, in the order in which they are read. */
export interface LetterboxdExport {
  files: { file: ExportFile; name: string; kind: Kind | 'list'; removed: boolean }[];
  /** Files that are part of an export, and of which nothing is taken. */
  left: FileProblem[];
}

/**
 * The kinds in reading order: the films come before what refers to them by their titles, and reviews before the
 * diary, which says the same of an occasion but for its words.
 */
const ORDER: readonly (Kind | 'list')[] = [
  'watched',
  'ratings',
  'likes',
  'watchlist',
  'reviews',
  'diary',
  'list',
  'comments',
  'profile',
];

/** What an export holds of other people's, which is not its owner's to bring. */
const OTHERS = /^likes\/(reviews|lists)\.csv$/;

const REMOVED = /^(deleted|orphaned)\//;

/**
 * Finds a Letterboxd export among files, however deep the folder it lies in.
 *
 * @returns null when these files are none
 */
export function findLetterboxd(folder: ExportFolder, options: LetterboxdOptions): LetterboxdExport | null {
  const files = folder.files.filter(({ path }) => !isBeside(path));
  const top = topOf(files.map(({ path }) => path));
  if (top === null) return null;
  const found: LetterboxdExport = { files: [], left: [] };
  for (const file of files) {
    if (!file.path.startsWith(top)) continue;
    const name = file.path.slice(top.length);
    const removed = REMOVED.test(name);
    const kind = kindOf(name.replace(REMOVED, ''));
    if (OTHERS.test(name)) found.left.push({ file: name, code: 'others-words', details: {} });
    else if (kind === null) continue;
    else if (removed && !options.removed) found.left.push({ file: name, code: 'left-out', details: {} });
    else found.files.push({ file, name, kind, removed });
  }
  const place = ({ removed, kind }: LetterboxdExport['files'][number]) =>
    (removed ? 100 : 0) + ORDER.indexOf(kind);
  found.files.sort((a, b) => place(a) - place(b) || (a.name < b.name ? -1 : 1));
  return found;
}

/** Whose export it is, as its profile says; null without a profile that can be read. */
export async function profileIn(found: LetterboxdExport): Promise<ProfileFacts | null> {
  const file = found.files.find(({ kind, removed }) => kind === 'profile' && !removed);
  if (!file) return null;
  try {
    for await (const { record } of readRows(file.file, file.name, 'profile'))
      if ('profile' in record) return record.profile;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
  return null;
}

/**
 * Reads an export, record by record. A file that cannot be read to its end is one problem; what stood before
 * the fault is kept.
 */
export async function* readLetterboxd(found: LetterboxdExport): AsyncGenerator<AccountRow | FileProblem> {
  yield* found.left;
  for (const { file, name, kind, removed } of found.files) {
    try {
      const records = kind === 'list' ? readList(file, name) : readRows(file, name, kind);
      for await (const { row, record } of records) yield { file: name, row, removed, record };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      yield { file: name, code: error.code, details: error.details };
    }
  }
}

async function* readRows(
  file: ExportFile,
  name: string,
  kind: Kind,
): AsyncGenerator<Pick<AccountRow, 'row' | 'record'>> {
  const { required, read } = KINDS[kind];
  let columns: Columns | null = null;
  for await (const { line, cells, zeros } of readCsv(file)) {
    if (cells.every((cell) => cell.trim() === '')) continue;
    if (columns) {
      yield { row: String(line), record: zeros ? LOST : read(columns(cells), name) };
      continue;
    }
    columns = columnsOf(cells);
    const missing = required.filter((column) => !columns?.has(column));
    if (missing.length > 0)
      throw new Refusal('wrong-columns', {
        columns: cells.join(', ').slice(0, 200),
        missing: missing.join(', '),
      });
  }
  if (!columns) throw new Refusal('empty-file');
}

function kindOf(name: string): Kind | 'list' | null {
  const [, kind] = /^(?:likes\/)?([a-z]+)\.csv$/.exec(name) ?? [];
  if (name === 'likes/films.csv') return 'likes';
  if (/^lists\/[^/]+\.csv$/.test(name)) return 'list';
  return kind && kind !== 'likes' && !name.startsWith('likes/') && Object.hasOwn(KINDS, kind)
    ? (kind as Kind)
    : null;
}

/** Files that only an account's export has by these names, of which two together are one. */
const TELLING = ['watched.csv', 'diary.csv', 'ratings.csv', 'reviews.csv', 'watchlist.csv', 'profile.csv'];

/** The folder in which the export's files lie, with its slash; empty when they lie at the top. */
function topOf(paths: readonly string[]): string | null {
  const found = new Map<string, number>();
  for (const path of paths) {
    const cut = path.lastIndexOf('/') + 1;
    const folder = path.slice(0, cut);
    if (TELLING.includes(path.slice(cut)) && !/(^|\/)(deleted|orphaned)\/$/.test(folder))
      found.set(folder, (found.get(folder) ?? 0) + 1);
  }
  const [best] = [...found].sort(([a, m], [b, n]) => n - m || a.length - b.length);
  return best && best[1] >= 2 ? best[0] : null;
}
