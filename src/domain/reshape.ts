import type { Fact } from '../store/fact.ts';
import type { Reader, Writer } from '../store/open.ts';
import type { FactSource, FilmsTable } from '../store/schema.ts';
import { peopleOf } from './credit.ts';
import { DEFAULT_ORDER, type FilmShape, shapeOf } from './film-shape.ts';
import { askForFilms } from './mentions/work.ts';
import { creditRows, termRows, titleRows } from './new-film.ts';
import { picturesHere } from './picture-wait.ts';
import { titleKey } from './slug.ts';

/** Who is believed before whom on this site. */
export async function orderOf(reader: Reader): Promise<readonly FactSource[]> {
  const { settings } = await reader.site.get();
  return settings.factOrder ?? DEFAULT_ORDER;
}

/** Brings a film in line with its facts after some of them were taken back, and the one it is part of. */
export async function reshape(writer: Writer, filmId: string, now: number): Promise<boolean> {
  await writer.facts.hold(filmId);
  const film = await writer.facts.row(filmId);
  if (!film) return false;
  const shown = await bringInLine(writer, film, await writer.facts.of(filmId), { batchId: null, now });
  return film.canonical_id === null ? shown : reshape(writer, film.canonical_id, now);
}

/** Brings a film's row, titles, terms, credits and ids in line with its facts. */
export async function bringInLine(
  writer: Writer,
  film: FilmsTable,
  facts: readonly Fact[],
  { batchId, now }: { batchId: string | null; now: number },
): Promise<boolean> {
  const shape = shapeOf(mayHold(facts, film.id), await orderOf(writer), await picturesHere(writer, film.id));
  const title = shape.columns.title ?? film.title;
  const columns: Partial<FilmsTable> = { ...shape.columns, title, title_key: titleKey(title) };
  const differ = Object.entries(columns).some(([name, value]) => film[name as keyof FilmsTable] !== value);
  const updated = Math.max(film.created, ...facts.map(({ fetched }) => fetched));
  if (differ || updated !== film.updated) await writer.facts.setColumns(film.id, { ...columns, updated });
  let shown = differ;
  const titles = titleRows(film.id, shape);
  if (titles.length > 0 && !alike(titles, await writer.facts.titles(film.id), TITLE)) {
    await writer.facts.removeTitles(film.id);
    await writer.facts.putTitles(titles);
    await askForFilms(writer, [{ id: film.id, titles: titles.map((one) => one.title) }], now);
    shown = true;
  }
  const terms = termRows(film.id, shape).sort((a, b) => (termOf(a) < termOf(b) ? -1 : 1));
  if (!alike(terms, await writer.facts.terms(film.id), TERM)) {
    await writer.facts.removeTerms(film.id);
    await writer.facts.putTerms(terms);
    shown = true;
  }
  if (await credit(writer, film.id, shape, { batchId, now })) shown = true;
  for (const [scheme, value] of shape.ids) await writer.films.addExternalId(film.id, scheme, value, null);
  return shown;
}

/** What may hold of a film: all that is said of it and of films merged into it, but for how those were called. */
export function mayHold(facts: readonly Fact[], filmId: string): Fact[] {
  return facts.filter((fact) => fact.filmId === filmId || fact.field !== 'title');
}

const TITLE = ['title', 'language', 'kind', 'title_key'] as const;
const TERM = ['kind', 'term', 'name'] as const;

function termOf({ kind, term }: { kind: string; term: string }): string {
  return `${kind} ${term}`;
}

function alike<Column extends string>(
  some: readonly Record<Column, unknown>[],
  others: readonly Record<Column, unknown>[],
  columns: readonly Column[],
): boolean {
  return (
    some.length === others.length &&
    some.every((row, at) => columns.every((column) => row[column] === others[at]?.[column]))
  );
}

/** Brings a film's credits in line. Those that stay keep their ids. */
async function credit(
  writer: Writer,
  filmId: string,
  shape: FilmShape,
  making: { batchId: string | null; now: number },
): Promise<boolean> {
  const people = await peopleOf(writer, shape.credits, making);
  const wanted = creditRows(filmId, shape, people);
  const keyOf = (row: { person_id: string; role: string; character: string | null }) =>
    JSON.stringify([row.person_id, row.role, row.character]);
  const there = Map.groupBy(await writer.credits.ofFilm(filmId), keyOf);
  const added: typeof wanted = [];
  let moved = false;
  for (const row of wanted) {
    const known = there.get(keyOf(row))?.shift();
    if (!known) added.push(row);
    else if (known.position !== row.position) {
      await writer.credits.move(known.id, row.position);
      moved = true;
    }
  }
  const gone = [...there.values()].flat();
  await writer.credits.remove(gone.map(({ id }) => id));
  await writer.credits.put(added, making.now);
  const changed = moved || added.length + gone.length > 0;
  if (changed) await writer.moreFilms.note(filmId);
  return changed;
}
