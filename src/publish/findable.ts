import type { CopyRecords, Reader } from '../domain/reader.ts';
import { type MappedRow, sitemapPages } from '../domain/sitemap.ts';
import { addNames, addTitles, type Said } from './titles.ts';

/** What has a page of its own and is found by its name, besides films. */
export const FOUND_BY_NAME = ['people', 'members', 'lists'] as const;

/** How what is found is called in the index. */
export interface Saying {
  film: (film: { slug: string; title: string; year: number | null; directors: readonly string[] }) => Said;
  other: (kind: (typeof FOUND_BY_NAME)[number], row: MappedRow) => Said;
}

const FILMS_AT_ONCE = 500;

/**
 * Takes into a copy's index all that its search finds, and meets the page of each.
 *
 * @param to.meet gives the record of a page; null where it is not in the copy
 * @param to.writtenOf is told of the page of each film of which somebody wrote
 */
export async function addFindable(
  { reader, records, said }: { reader: Reader; records: CopyRecords; said: Saying },
  to: { meet: (address: string) => number | null; writtenOf: (address: string) => void },
): Promise<void> {
  let after: Parameters<Reader['films']['list']>[0]['after'] = null;
  do {
    const { films, next } = await reader.films.list({ sort: 'title', after, limit: FILMS_AT_ONCE });
    for (const film of films) {
      const one = said.film(film);
      const page = to.meet(one.href);
      if (page !== null) addTitles(records, film, { ...one, page });
      if (film.reviews > 0) to.writtenOf(one.href);
    }
    after = next;
  } while (after);
  for (const kind of FOUND_BY_NAME)
    for await (const rows of sitemapPages(reader, { kind, after: '' }, Number.POSITIVE_INFINITY))
      for (const row of rows) {
        const one = said.other(kind, row);
        const page = to.meet(one.href);
        // A member is looked for by their username too.
        const names = kind === 'members' ? [one.text, row.name] : [one.text];
        if (page !== null) addNames(records, names, { ...one, page });
      }
}
