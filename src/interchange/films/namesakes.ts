/** An id of a film in another catalogue. */
export interface FilmId {
  scheme: string;
  value: string;
}

export function keyOfId({ scheme, value }: FilmId): string {
  return `${scheme}:${value}`;
}

/** Films of one title. */
export interface Namesakes<Film> {
  /** @param year the one it goes by under this title */
  add(film: Film, year: number | null): void;
  /** Those a row may mean: of its year where it says one, and none that has another id where the row has one. */
  fitting(year: number | null, ids: readonly FilmId[]): Film[];
}

/**
 * Keeps films of one title by their years and by which telling ids they have: of ten thousand films called
 * "Untitled" those a row cannot mean are never looked at.
 *
 * @param telling schemes in which a film has one id at most
 */
export function namesakesAmong<Film extends { ids: ReadonlyMap<string, string> }>(
  telling: readonly string[],
): Namesakes<Film> {
  const years = new Map<number | null, Map<number, Set<Film>>>();
  const bitsOf = (has: (scheme: string) => boolean) =>
    telling.reduce((bits, scheme, at) => (has(scheme) ? bits | (1 << at) : bits), 0);
  return {
    add(film, year) {
      const ofYear = years.get(year) ?? new Map<number, Set<Film>>();
      years.set(year, ofYear);
      const bits = bitsOf((scheme) => film.ids.has(scheme));
      ofYear.set(bits, (ofYear.get(bits) ?? new Set()).add(film));
    },
    fitting(year, ids) {
      const said = bitsOf((scheme) => ids.some((id) => id.scheme === scheme));
      const some = year === null ? [...years.values()] : [years.get(year) ?? []];
      const films = some.flatMap((ofYear) =>
        [...ofYear].flatMap(([bits, alike]) => ((bits & said) === 0 ? [...alike] : [])),
      );
      // One may have been given an id since it was added.
      const differs = ({ ids: own }: Film) =>
        ids.some(({ scheme }) => telling.includes(scheme) && own.has(scheme));
      return [...new Set(films)].filter((film) => !differs(film));
    },
  };
}
