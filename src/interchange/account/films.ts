import type { NamedFilmRow } from '../../domain/import.ts';
import type { Reader } from '../../domain/reader.ts';
import { NEW_FILM } from '../../domain/upload.ts';
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

/**
 * A film somebody chose for a record that could mean several is told by its id; by this and SCHEME:VALUE where only
 * this import makes it; or is `NEW_FILM`.
 */
const BY_LINK = 'link:';

/** A film this import makes, as somebody is asked about it. */
export interface MadeFilm {
  title: string;
  year: number | null;
  /** How a decision names it; null for one without a link. */
  choice: string | null;
  link: { scheme: string; value: string } | null;
}

/** What resolving a slice of records found. */
export interface Resolved {
  of(named: NamedFilm): Meant;
  /** Films to be made, which no slice before had. */
  fresh: AccountFilm[];
  /** Links by which films are known from now on. */
  links: { filmId: string; scheme: string; value: string }[];
}

export interface AccountFilms {
  /** @param chosen the films that somebody chose for some of them */
  resolve(names: readonly NamedFilm[], chosen?: ReadonlyMap<NamedFilm, string>): Promise<Resolved>;
  /** A film this import makes; null for those of the store. */
  made(id: string): MadeFilm | null;
  /** Lets go of what is kept outside memory. */
  close(): void;
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
  /** The films this import makes, and those it gives a link; however many, they take no memory. */
  const kept = reader.batches.known.openKeptFilms();
  /** Of these the ones a slice can mean, by link and by title; those of the store are asked for anew with each. */
  let byLink = new Map<string, Known>();
  let byTitle = new Map<string, Known[]>();
  /** The ids of films that were decided to be new ones, by title and year. */
  const decidedNew = new Map<string, string>();
  /**
   * Films the export names otherwise than they are known here, by title and year as it names them: its entries, which
   * have no links of films, do so too.
   */
  const otherwise = new Map<string, Known[]>();

  return {
    async resolve(names, chosen = new Map()) {
      recall(names, [...chosen.values()]);
      const touched = new Set<Known>();
      const found = await known(names);
      const choice = await chosenFilms([...new Set(chosen.values())]);
      const fresh: AccountFilm[] = [];
      const links: Resolved['links'] = [];
      const meant = new Map<string, Meant>();
      const own = ({ id }: NamedFilm): Known | undefined =>
        id === null ? undefined : (byLink.get(linkOf(id)) ?? found.byLink.get(linkOf(id)));
      const settle = (named: NamedFilm): Meant => {
        const linked = own(named);
        if (linked) return { film: linked };
        // A link alone makes no film.
        if (named.title === '') return { code: 'two-films', candidates: [] };
        const alike = alikeIn(found.byTitle, named);
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
        touched.add(film);
        (film.links as Map<string, string>).set(id.scheme, id.value);
      };
      const make = (named: NamedFilm): Known => {
        const { title, year } = named;
        const film: Known = { id: mint(), title, year, made: true, links: new Map() };
        fresh.push(film);
        touched.add(film);
        byTitle.set(title, [...(byTitle.get(title) ?? []), film]);
        if (named.id) tie(film, named.id);
        return film;
      };
      /** One new film for all that were decided to mean a new one of this name, but for those with their own links. */
      const anew = (named: NamedFilm): Known => {
        const decided = named.id === null ? decidedNew.get(titleOf(named)) : undefined;
        const before = byTitle.get(named.title)?.find(({ id }) => id === decided);
        const film = before ?? make(named);
        decidedNew.set(titleOf(named), film.id);
        return film;
      };
      const choose = (named: NamedFilm, wanted: string): Known | null => {
        if (wanted === NEW_FILM) return own(named) ?? anew(named);
        if (wanted.startsWith(BY_LINK)) return byLink.get(wanted.slice(BY_LINK.length)) ?? null;
        const film = choice.get(wanted);
        if (!film) return null;
        const namesake = found.byTitle.get(named.title)?.find(({ id }) => id === film.id);
        // What somebody chose once need not be asked about again.
        if (namesake && named.id && !own(named) && !namesake.links.has(named.id.scheme))
          tie(namesake, named.id);
        return namesake ?? ofStore({ ...film, links: [] });
      };
      const decided = new Map<NamedFilm, Known>();
      for (const named of names) {
        const wanted = chosen.get(named);
        const film = wanted === undefined ? null : choose(named, wanted);
        if (film) decided.set(named, film);
        else if (!meant.has(nameOf(named))) meant.set(nameOf(named), settle(named));
      }
      kept.put(touched);
      const of = (named: NamedFilm): Meant => {
        const film = decided.get(named);
        return film ? { film } : (meant.get(nameOf(named)) as Meant);
      };
      return { fresh, links, of };
    },
    made(id) {
      const film = kept.byId(id);
      if (!film?.made) return null;
      const [link] = [...film.links].map(([scheme, value]) => ({ scheme, value }));
      const choice = link ? `${BY_LINK}${linkOf(link)}` : null;
      return { title: film.title, year: film.year, choice, link: link ?? null };
    },
    close: kept.close,
  };

  /** Brings back those of the films kept so far that a slice can mean, by its names or by what was chosen. */
  function recall(names: readonly NamedFilm[], chosen: readonly string[]): void {
    byLink = new Map();
    byTitle = new Map();
    const links = names.flatMap(({ id }) => (id ? linkOf(id) : []));
    for (const one of chosen) if (one.startsWith(BY_LINK)) links.push(one.slice(BY_LINK.length));
    for (const film of kept.find(links, [...new Set(names.map(({ title }) => title))])) {
      for (const [scheme, value] of film.links) byLink.set(linkOf({ scheme, value }), film);
      if (film.made) byTitle.set(film.title, [...(byTitle.get(film.title) ?? []), film]);
    }
  }

  /** Films somebody chose, by the ids they were chosen by; in place of merged ones those they are part of. */
  async function chosenFilms(ids: readonly string[]) {
    const standing = await reader.films.standing(ids);
    const films = await reader.films.byIds([...new Set(standing.values())]);
    const byId = new Map(films.map((film) => [film.id, film]));
    return new Map(ids.map((id) => [id, byId.get(standing.get(id) ?? '') ?? null]));
  }

  async function known(names: readonly NamedFilm[]) {
    const ids = names.flatMap(({ id }) => (id && !byLink.has(linkOf(id)) ? id : []));
    const owners = await reader.batches.known.namedByLink(ids);
    const linked = new Map(owners.map((film) => [linkOf(film.link), ofStore(film)]));
    const titles = new Set(names.flatMap(({ id, title }) => (id && linked.has(linkOf(id)) ? [] : title)));
    const rows = await reader.batches.known.namedByTitle([...titles]);
    const grouped = new Map<string, Known[]>();
    for (const row of rows) grouped.set(row.title, [...(grouped.get(row.title) ?? []), ofStore(row)]);
    for (const named of names) if (named.id) noteOtherwise(named, linked);
    const several = names
      .filter(({ id }) => id === null)
      .map((named) => alikeIn(grouped, named).filter(({ made }) => !made))
      .filter((films) => films.length > 0)
      .flatMap((films) => films.map(({ id }) => id));
    const theirs = new Set(several.length > 0 ? await marked([...new Set(several)]) : []);
    // Whose film it is, the export says here, before there is a mark.
    for (const { id } of names)
      if (id) theirs.add((byLink.get(linkOf(id)) ?? linked.get(linkOf(id)))?.id ?? '');
    return { byLink: linked, byTitle: grouped, marked: theirs };
  }

  /** Keeps how the export names a film, where that is not how it is named here. */
  function noteOtherwise(named: NamedFilm, linked: ReadonlyMap<string, Known>): void {
    const link = linkOf(named.id as NonNullable<NamedFilm['id']>);
    const film = byLink.get(link) ?? linked.get(link);
    if (!film || named.title === '' || (film.title === named.title && film.year === named.year)) return;
    const names = otherwise.get(titleOf(named)) ?? [];
    if (!names.some(({ id }) => id === film.id)) otherwise.set(titleOf(named), [...names, film]);
  }

  /** The films a record can mean by its title and year: of this import, of the store, and by the export's own name. */
  function alikeIn(stored: ReadonlyMap<string, Known[]>, named: NamedFilm): Known[] {
    const all = [...(byTitle.get(named.title) ?? []), ...(stored.get(named.title) ?? [])];
    const renamed = named.id === null ? (otherwise.get(titleOf(named)) ?? []) : [];
    const alike = [...all.filter((film) => fits(film, named)), ...renamed];
    return [...new Map(alike.map((film) => [film.id, film])).values()];
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
