import type { NamedFilmRow } from '../../domain/import.ts';
import type { Reader } from '../../domain/reader.ts';
import type { NamedFilm } from './rows.ts';

/** A film of an account's export: one of the store, or one to be made. It has its id from the beginning. */
export interface AccountFilm {
  id: string;
  title: string;
  year: number | null;
  /** Whether this import makes it. */
  made: boolean;
}

/** Which film is meant: one, or several that could be. */
export type Meant = { film: AccountFilm } | { code: 'two-films'; candidates: string[] };

/** What resolving a slice of records found. */
export interface Resolved {
  of(named: NamedFilm): Meant;
  /** Films to be made, which no slice before had. */
  fresh: AccountFilm[];
  /** Links by which films are known from now on. */
  links: { filmId: string; scheme: string; value: string }[];
}

export interface AccountFilms {
  /** @param chosen the ids of films that somebody chose for some of them */
  resolve(names: readonly NamedFilm[], chosen?: ReadonlyMap<NamedFilm, string>): Promise<Resolved>;
}

type Known = AccountFilm & { links: ReadonlyMap<string, string> };

/**
 * Settles which films an account's export means, slice by slice: by the film's own link, else by exact title and
 * year. Films that have a link of the same kind which differs are other films. Where several are left, the one
 * its author has marked is meant, and none is guessed.
 *
 * @param marked of these films, those the author has marked
 */
export function accountFilms(
  reader: Reader,
  mint: () => string,
  marked: (filmIds: readonly string[]) => Promise<ReadonlySet<string>>,
): AccountFilms {
  /** Films this import makes, by link and by title; those of the store are asked for anew with each slice. */
  const byLink = new Map<string, Known>();
  const byTitle = new Map<string, Known[]>();

  return {
    async resolve(names, chosen = new Map()) {
      const found = await known(names);
      const choice = new Map(
        (await reader.films.byIds([...new Set(chosen.values())])).map((film) => [film.id, film]),
      );
      const fresh: AccountFilm[] = [];
      const links: Resolved['links'] = [];
      const meant = new Map<string, Meant>();
      const settle = (named: NamedFilm): Meant => {
        const own = named.id && (byLink.get(linkOf(named.id)) ?? found.byLink.get(linkOf(named.id)));
        if (own) return { film: own };
        // A link alone makes no film.
        if (named.title === '') return { code: 'two-films', candidates: [] };
        const all = [...(byTitle.get(named.title) ?? []), ...(found.byTitle.get(named.title) ?? [])];
        const alike = all.filter((film) => fits(film, named));
        const [first, second] = alike;
        if (first && !second) {
          if (named.id && !first.links.has(named.id.scheme)) tie(first, named.id);
          return { film: first };
        }
        if (first) {
          const theirs = alike.filter((film) => film.made || found.marked.has(film.id));
          if (theirs.length === 1 && theirs[0] && named.id === null) return { film: theirs[0] };
          return { code: 'two-films', candidates: alike.map((film) => film.id) };
        }
        return { film: make(named) };
      };
      const tie = (film: Known, id: NonNullable<NamedFilm['id']>) => {
        links.push({ filmId: film.id, ...id });
        byLink.set(linkOf(id), film);
        (film.links as Map<string, string>).set(id.scheme, id.value);
      };
      const make = (named: NamedFilm): Known => {
        const { title, year } = named;
        const film: Known = { id: mint(), title, year, made: true, links: new Map() };
        fresh.push(film);
        byTitle.set(title, [...(byTitle.get(title) ?? []), film]);
        if (named.id) tie(film, named.id);
        return film;
      };
      const chosenFor = (named: NamedFilm): Meant | null => {
        const film = choice.get(chosen.get(named) ?? '');
        return film ? { film: { id: film.id, title: film.title, year: film.year, made: false } } : null;
      };
      for (const named of names) {
        const key = nameOf(named);
        if (!meant.has(key) && !chosenFor(named)) meant.set(key, settle(named));
      }
      const of = (named: NamedFilm) => chosenFor(named) ?? (meant.get(nameOf(named)) as Meant);
      return { fresh, links, of };
    },
  };

  async function known(names: readonly NamedFilm[]) {
    const ids = names.flatMap(({ id }) => (id && !byLink.has(linkOf(id)) ? id : []));
    const owners = await reader.batches.known.namedByLink(ids);
    const linked = new Map(owners.map((film) => [linkOf(film.link), ofStore(film)]));
    const titles = new Set(names.flatMap(({ id, title }) => (id && linked.has(linkOf(id)) ? [] : title)));
    const rows = await reader.batches.known.namedByTitle([...titles]);
    const grouped = new Map<string, Known[]>();
    const several: string[] = [];
    for (const row of rows) {
      const same = grouped.get(row.title) ?? [];
      grouped.set(row.title, [...same, ofStore(row)]);
      if (same.length > 0) several.push(row.id, ...same.map(({ id }) => id));
    }
    const theirs = several.length > 0 ? await marked([...new Set(several)]) : new Set<string>();
    return { byLink: linked, byTitle: grouped, marked: theirs };
  }
}

/** Whether a film can be the one that is named: same year where both say one, and no other link of its kind. */
function fits(film: Known, { year, id }: NamedFilm): boolean {
  if (year !== null && film.year !== year) return false;
  const link = id && film.links.get(id.scheme);
  return !link || link === id?.value;
}

function ofStore({ id, title, year, links }: NamedFilmRow): Known {
  return { id, title, year, made: false, links: new Map(links.map(({ scheme, value }) => [scheme, value])) };
}

function linkOf(id: { scheme: string; value: string }): string {
  return `${id.scheme}:${id.value}`;
}

function titleOf({ title, year }: Pick<NamedFilm, 'title' | 'year'>): string {
  return `${title}\0${year ?? ''}`;
}

function nameOf(named: NamedFilm): string {
  return named.id ? linkOf(named.id) : titleOf(named);
}
