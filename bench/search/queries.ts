import { readFileSync } from 'node:fs';

/** Something somebody types, and the film meant; any of the titles will do, and any year where none is said. */
export interface Query {
  kind: string;
  typed: string;
  titles: string[];
  year: number | null;
}

/** The test set: what kind of query, what is typed, the titles of the film meant, its year. */
export function readQueries(file = new URL('../../test/search/queries.tsv', import.meta.url)): Query[] {
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => {
      const [kind = '', typed = '', titles = '', year = ''] = line.split('\t');
      return { kind, typed, titles: titles.split(' | '), year: year === '' ? null : Number(year) };
    });
}

/** Whether a film is the one that was meant. */
export function isMeant({ titles, year }: Query, film: { title: string; year: number | null }): boolean {
  return titles.includes(film.title) && (year === null || film.year === year);
}
