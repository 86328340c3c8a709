import { conflict, forbidden, notFound } from '../../domain/errors.ts';
import type { Reader, Screening, ScreeningChange, ScreeningImport, Writer } from '../../domain/reader.ts';
import { programmeChanged } from '../../domain/screening.ts';
import { curates, type Viewer } from '../../domain/viewer.ts';
import { shownName } from '../file-name.ts';
import { Refusal } from '../row.ts';
import { readScreeningsCsv } from './csv.ts';
import { readCalendar } from './icalendar.ts';
import { planScreenings, type ScreeningPlan, type ScreeningReport, same, VENUE } from './plan.ts';
import type { ScreeningFile } from './row.ts';

/** The largest file taken, in bytes: a year of a house of twelve screens. */
export const MOST_BYTES = 2_000_000;
/** So many of the files that were brought in are told of. */
const LATEST = 20;
/** So many earlier decisions are remembered. */
const REMEMBERED = 30;

/**
 * Reads a file of screenings, a calendar or a table.
 *
 * @throws Refusal for what is neither, or cannot be read
 */
export async function readScreenings(bytes: Uint8Array, today: string, now: number): Promise<ScreeningFile> {
  if (bytes.length > MOST_BYTES) throw new Refusal('too-large', { most: MOST_BYTES });
  const beginning = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
  if (!/^(?:\xef\xbb\xbf)?\s*BEGIN:VCALENDAR/i.test(beginning)) return readScreeningsCsv(bytes, today);
  const text = new TextDecoder('utf-8').decode(bytes);
  return readCalendar(text, now);
}

/**
 * Keeps what a file says, to be looked at.
 *
 * @param name what whoever brought it calls it
 * @returns its id
 * @throws DomainError `forbidden` `curators-only`
 */
export async function bringScreenings(
  writer: Writer,
  file: { name: string; rows: ScreeningFile },
  viewer: Viewer,
  now: number,
): Promise<string> {
  if (!curates(viewer) || viewer.memberId === null) throw forbidden('curators-only');
  const name = shownName(file.name);
  return writer.screeningImports.add({ memberId: viewer.memberId, name, rows: file.rows }, now);
}

/**
 * The files that were brought in last, the latest first.
 *
 * @throws DomainError `forbidden` `curators-only`
 */
export async function latestImports(reader: Reader, viewer: Viewer) {
  if (!curates(viewer)) throw forbidden('curators-only');
  return reader.screeningImports.latest(LATEST);
}

/**
 * A file that was brought in.
 *
 * @throws DomainError `forbidden` `curators-only`; `not-found` `screening-import`
 */
export async function screeningImport(reader: Reader, id: string, viewer: Viewer): Promise<ScreeningImport> {
  if (!curates(viewer)) throw forbidden('curators-only');
  const one = await reader.screeningImports.byId(id);
  if (!one) throw notFound('screening-import');
  return one;
}

/** What a file would do now: by what was decided for earlier ones, for it, and by further answers. */
export async function planOf(
  reader: Reader,
  { rows, choices }: ScreeningImport,
  now: number,
  answers: Readonly<Record<string, string>> = {},
): Promise<ScreeningPlan> {
  const decided = { ...(await decidedBefore(reader)), ...choices, ...answers };
  return planScreenings(reader, rows as ScreeningFile, decided, now);
}

/** Which films were chosen for earlier files, so that nobody is asked the same twice. */
async function decidedBefore(reader: Reader): Promise<Record<string, string>> {
  const all = Object.assign({}, ...(await reader.screeningImports.choices(REMEMBERED)));
  // Where those took place says nothing of this one.
  delete all[VENUE];
  return all;
}

/**
 * Carries out a plan, once.
 *
 * @throws DomainError `forbidden`; `conflict` when the file was brought in already
 */
export async function commitScreenings(
  writer: Writer,
  one: ScreeningImport,
  plan: ScreeningPlan,
  choices: Record<string, string>,
  { viewer, now }: { viewer: Viewer; now: number },
): Promise<ScreeningReport> {
  if (!curates(viewer)) throw forbidden('curators-only');
  // Whoever sends the form twice at once waits here for their first.
  await writer.versions.raise('programme');
  const present = await writer.screeningImports.byId(one.id);
  if (!present) throw notFound('screening-import');
  if (present.state !== 'looked') throw conflict('imported');
  const added = plan.changes.filter(({ before }) => before === null);
  const ids = await writer.screenings.addAll(
    added.map(({ after }) => after),
    now,
  );
  const fresh = new Set(ids);
  const changed = plan.changes.filter(({ before }) => before !== null);
  const stored = await writer.screenings.rows(changed.map(({ after }) => after.id));
  const changes: ScreeningChange[] = [
    ...added.map(({ after }, index) => ({ before: null, after: { ...after, id: ids[index] ?? '' } })),
    ...changed.map(({ after }) => ({ before: stored.get(after.id) ?? null, after })),
  ].filter(({ before, after }) => before !== null || fresh.has(after.id));
  for (const { before, after } of changes)
    if (before !== null) await writer.screenings.change(after.id, after, now);
  await writer.screeningImports.set(one.id, { state: 'done', choices, report: plan.report, changes });
  await programmeChanged(writer, ...filmsOf(changes));
  return plan.report;
}

/**
 * Takes back what an import did, last first. What somebody changed since stays, and is counted.
 *
 * @throws DomainError `forbidden`; `conflict` when there is nothing to take back
 */
export async function undoScreenings(
  writer: Writer,
  id: string,
  { viewer, now }: { viewer: Viewer; now: number },
): Promise<number> {
  if (!curates(viewer)) throw forbidden('curators-only');
  await writer.versions.raise('programme');
  const one = await writer.screeningImports.byId(id);
  if (!one) throw notFound('screening-import');
  if (one.state !== 'done') throw conflict('undone');
  const present = new Map<string, Screening>();
  for (let start = 0; start < one.changes.length; start += 200)
    for (const [key, row] of await writer.screenings.rows(
      one.changes.slice(start, start + 200).map(({ after }) => after.id),
    ))
      present.set(key, row);
  let kept = 0;
  const gone: string[] = [];
  const standing = await writer.films.standing(filmsOf(one.changes));
  // Films may have been merged since: a screening is then of what its film is part of.
  const nowOf = <Of extends Screening>(of: Of) => ({ ...of, filmId: standing.get(of.filmId) ?? of.filmId });
  for (const change of [...one.changes].reverse()) {
    const [before, after] = [change.before && nowOf(change.before), nowOf(change.after)];
    const row = present.get(after.id);
    if (!row || !same(row, after)) kept += row || before ? 1 : 0;
    else if (before === null) gone.push(after.id);
    else await writer.screenings.change(after.id, before, now);
  }
  await writer.screenings.remove(gone);
  await writer.screeningImports.set(id, {
    state: 'undone',
    report: { ...(one.report as ScreeningReport), kept },
  });
  await programmeChanged(writer, ...filmsOf(one.changes), ...standing.values());
  return kept;
}

function filmsOf(changes: readonly ScreeningChange[]): string[] {
  return [...new Set(changes.flatMap(({ before, after }) => [before?.filmId, after.filmId]))].filter(
    (id) => id !== undefined,
  );
}
