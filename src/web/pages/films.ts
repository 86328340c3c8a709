import { z } from 'zod';
import { FILM_SORTS, type FilmsCursor, filmsPage } from '../../domain/films.ts';
import { type FilmsWay, filmsView } from '../../views/films.ts';
import { cursorIn, cursorText } from '../cursor.ts';
import { type Answer, page, type Visit } from '../route.ts';

const CURSOR: z.ZodType<FilmsCursor> = z.tuple([
  z.int(),
  z.string(),
  z.string(),
  z.int().min(0).max(1_000_000_000),
]);

/** See more films: the catalogue, most reviewed first unless asked otherwise. */
export async function showFilms(visit: Visit): Promise<Answer> {
  const { reader, frame, origin, url } = visit;
  const asked = url.searchParams;
  const search = (asked.get('q') ?? '').trim();
  const sort = FILM_SORTS.find((one) => one === asked.get('sort')) ?? 'reviews';
  const as: FilmsWay = asked.get('as') === 'table' ? 'table' : 'cards';
  const after = cursorIn(asked.get('after'), CURSOR);
  const shown = await filmsPage(reader, { sort, search, after });
  const address = (cursor: FilmsCursor | null) => {
    const query = new URLSearchParams();
    if (search) query.set('q', search);
    if (sort !== 'reviews') query.set('sort', sort);
    if (as !== 'cards') query.set('as', as);
    if (cursor) query.set('after', cursorText(cursor));
    return query.size > 0 ? `/films?${query}` : '/films';
  };
  return page(
    filmsView(frame, {
      ...shown,
      search,
      sort,
      as,
      more: shown.next && address(shown.next),
      first: after && address(null),
      url: `${origin}/films`,
    }),
  );
}
