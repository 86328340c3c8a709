import type { NamedFilm } from './rows.ts';

/** Records that name one film, so that one answer is for all of them. */
export interface FilmGroup<Row> {
  title: string;
  year: number | null;
  link: string | null;
  rows: [Row, ...Row[]];
}

/** Puts a record to those that name the same film: by its link, else by title and year. */
export function addToGroups<Row>(groups: Map<string, FilmGroup<Row>>, named: NamedFilm, row: Row): void {
  const { title, year, id } = named;
  const link = id && `${id.scheme}:${id.value}`;
  const key = link ?? `${title}\0${year ?? ''}`;
  const group = groups.get(key);
  if (group) group.rows.push(row);
  else groups.set(key, { title, year, link, rows: [row] });
}

/**
 * Groups in the order they were met. Where one link alone bears a title and year, records that say only these mean
 * the same film; where several do, they are asked about apart.
 */
export function joinGroups<Row>(groups: ReadonlyMap<string, FilmGroup<Row>>): FilmGroup<Row>[] {
  const linked = new Map<string, FilmGroup<Row>[]>();
  const nameOf = ({ title, year }: FilmGroup<Row>) => `${title}\0${year ?? ''}`;
  for (const group of groups.values())
    if (group.link !== null) linked.set(nameOf(group), [...(linked.get(nameOf(group)) ?? []), group]);
  const joined: FilmGroup<Row>[] = [];
  for (const group of groups.values()) {
    const [one, another] = group.link === null ? (linked.get(nameOf(group)) ?? []) : [];
    if (one && !another) one.rows.push(...group.rows);
    else joined.push(group);
  }
  return joined;
}
