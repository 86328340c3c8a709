import { type ScreeningInput, screeningDetails } from '../../domain/screening.ts';
import { readDate, readTime } from '../../domain/showings.ts';
import { cleanLine } from '../../domain/text/characters.ts';
import type { WallTime } from '../../domain/zoned-time.ts';
import { readCsv } from '../csv.ts';
import { Refusal } from '../row.ts';
import { MOST_ROWS, type RejectedRow, type ScreeningFile, type ScreeningRow } from './row.ts';
import { voicesIn } from './voices.ts';

/** Our columns, each with the other names it goes by; compared without marks, capitals and spaces. */
const COLUMNS = {
  filmId: 'film id, film slug, slug, imdb',
  title: 'title, film, movie, titel, filmtitel, titre, titulo, titolo, summary, event, name',
  year: 'year, jahr, annee, ano, anno',
  date: 'date, datum, tag, day, jour, fecha, data, start date, startdate',
  time: 'time, uhrzeit, zeit, beginn, heure, hora, ora, start time, starttime',
  start: 'start, starts, dtstart, begin, startzeit, datetime',
  venue: 'venue, cinema, kino, ort, spielort, spielstatte, location, lieu, salle de cinema, cine, luogo',
  room: 'room, screen, auditorium, saal, salle, sala',
  doors: 'doors, einlass, doors open',
  ends: 'ends, end, ende, end time, fin',
  format: 'format, projection',
  version: 'version, fassung, sprachfassung',
  language: 'language, sprache, langue, idioma, lingua',
  subtitles: 'subtitles, untertitel, sous-titres, subtitulos, sottotitoli',
  tickets: 'tickets, ticket, karten, ticket link, url, link, booking',
  note: 'note, notes, hinweis, bemerkung, remarque, comment',
  series: 'series, reihe, programme, programm, program, festival, serie, section',
  state: 'state, status, stand',
  key: 'id, uid, key, external id',
} as const;

type Column = keyof typeof COLUMNS;

const STATES: Readonly<Record<string, ScreeningRow['state']>> = {
  on: 'on',
  confirmed: 'confirmed',
  'sold out': 'sold-out',
  'sold-out': 'sold-out',
  soldout: 'sold-out',
  ausverkauft: 'sold-out',
  complet: 'sold-out',
  cancelled: 'cancelled',
  canceled: 'cancelled',
  abgesagt: 'cancelled',
  'fallt aus': 'cancelled',
  annule: 'cancelled',
};

/**
 * Reads a CSV of screenings, `;` or `,`, by our columns or names like them.
 *
 * @param today the date before which no date without a year is meant
 * @throws Refusal `no-columns` for a file without a title and a date, and as `readCsv`
 */
export async function readScreeningsCsv(bytes: Uint8Array, today: string): Promise<ScreeningFile> {
  const file: ScreeningFile = { format: 'csv', rows: [], rejected: [], series: [] };
  let columns: Map<Column, number> | null = null;
  const pieces = async function* () {
    yield bytes;
  };
  for await (const { line, cells } of readCsv({ path: 'screenings.csv', pieces })) {
    if (cells.every((cell) => cell.trim() === '')) continue;
    if (columns === null) {
      columns = columnsIn(cells);
      continue;
    }
    if (file.rows.length + file.rejected.length >= MOST_ROWS)
      throw new Refusal('too-large', { most: MOST_ROWS });
    const at = columns;
    const read = rowOf(`${line}`, (name) => cleanLine(cells[at.get(name) ?? -1] ?? ''), today);
    if ('code' in read) file.rejected.push(read);
    else file.rows.push(read);
  }
  if (columns === null) throw new Refusal('unknown-format', {});
  return file;
}

function columnsIn(cells: readonly string[]): Map<Column, number> {
  const names = cells.map(plain);
  const columns = new Map<Column, number>();
  for (const [column, others] of Object.entries(COLUMNS) as [Column, string][]) {
    const known = [column, ...others.split(', ')].map(plain);
    const at = names.findIndex((name) => known.includes(name));
    if (at >= 0 && ![...columns.values()].includes(at)) columns.set(column, at);
  }
  const dated = columns.has('start') || columns.has('date');
  if (!dated || !(columns.has('title') || columns.has('filmId'))) throw new Refusal('unknown-format', {});
  return columns;
}

function rowOf(row: string, cell: (name: Column) => string, today: string): ScreeningRow | RejectedRow {
  const titled = /^(.*\S)\s*\((\d{4})\)$/.exec(cell('title'));
  const title = titled?.[1] ?? cell('title');
  const film = cell('filmId') || null;
  const said = [title, cell('date') || cell('start'), cell('time')].filter(Boolean).join(', ').slice(0, 200);
  if (title === '' && film === null) return { row, said, code: 'no-title' };
  const when = whenOf(cell, today);
  if (when === null) return { row, said, code: 'no-time' };
  const voices = voicesIn(cell('version'));
  const text = (name: Column & keyof ScreeningInput) => cell(name);
  try {
    const { draft, state, ...details } = screeningDetails({
      doors: text('doors'),
      ends: endOf(text('ends')),
      room: text('room'),
      format: text('format'),
      tickets: text('tickets'),
      note: text('note'),
      series: text('series'),
      spoken: voices.spoken,
      language: text('language') || voices.language,
      subtitles: text('subtitles') || voices.subtitles,
      state: '',
      draft: false,
    });
    const year = /^\d{4}$/.test(cell('year')) ? Number(cell('year')) : Number(titled?.[2] ?? 0) || null;
    const said = STATES[plain(cell('state'))] ?? null;
    const key = cell('key').slice(0, 200) || null;
    return { row, title, year, film, venue: cell('venue') || null, when, key, state: said, details };
  } catch {
    return { row, said, code: 'details' };
  }
}

/** Date and time in columns of their own, or both in one: `2026-12-04T20:15`, an offset or `Z` behind it or not. */
function whenOf(cell: (name: Column) => string, today: string): WallTime | number | null {
  const start = cell('start') || (cell('time') === '' ? cell('date') : '');
  const match = /^(\S.*?)(?:T|,?\s+)(\d{1,2}[:.h]\d{2})(?::\d{2})?\s*(?:Uhr)?\s*(Z|[+-]\d{2}:?\d{2})?$/i.exec(
    start,
  );
  const day = readDate(match?.[1] ?? (cell('date') || start), today);
  const time = readTime(match?.[2] ?? cell('time').replace(/\s*Uhr$/i, ''));
  if (day === null || time === null) return null;
  if (match?.[3] === undefined) return { day, time };
  const instant = Date.parse(`${day}T${time}:00${match[3].toUpperCase()}`);
  return Number.isNaN(instant) ? null : instant;
}

/** Only the time of day of an end. */
function endOf(written: string): string {
  return /(\d{1,2}[:.h]\d{2})(?::\d{2})?(?:\s*Uhr)?$/.exec(written)?.[1] ?? written;
}

function plain(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s_]+/g, ' ')
    .trim();
}
