import { cursorIn, cursorText } from '../../domain/cursor.ts';
import { notFound } from '../../domain/errors.ts';
import { FILM_SIFT, filmSift, type Sifting, sifts } from '../../domain/film-sift.ts';
import {
  FILMS_CURSOR,
  type FilmsCursor,
  filmsPage,
  filmTerms,
  type NamedTerm,
  namedTerm,
} from '../../domain/films.ts';
import type { TermKind } from '../../domain/reader.ts';
import type { FilmsWay } from '../../views/film-sift.ts';
import { filmsView } from '../../views/films.ts';
import { askedIn } from '../asked.ts';
import { type Answer, type CacheRule, page, type Visit } from '../route.ts';

/** What the list depends on: of films that are still to be shown, also on what begins next. */
export function filmsRule(address: string): CacheRule {
  const query = address.indexOf('?');
  const asked = query < 0 ? null : new URLSearchParams(address.slice(query));
  return asked?.has('playing') ? 'programme' : 'catalogue';
}

/** See more films: the catalogue, most reviewed first unless asked otherwise. */
export async function showFilms(visit: Visit): Promise<Answer> {
  return answer(visit, filmSift(filmsAsked(visit)), null);
}

/** The films of one genre, country, language, studio or decade. */
export function showTerm(kind: TermKind): (visit: Visit) => Promise<Answer> {
  return async (visit) => {
    const of = await namedTerm(visit.reader, kind, visit.params.term ?? '');
    if (!of) throw notFound('page');
    const sift = { ...filmSift({}), terms: [of] };
    return answer(visit, sift, of);
  };
}

async function answer(visit: Visit, sift: Sifting, of: NamedTerm | null): Promise<Answer> {
  const { reader, frame, origin, url, viewer, now } = visit;
  const asked = url.searchParams;
  const { sort = 'reviews' } = filmsAsked(visit);
  const as: FilmsWay = asked.get('as') === 'table' ? 'table' : 'cards';
  const after = cursorIn(asked.get('after'), FILMS_CURSOR);
  const shown = await filmsPage(reader, { sift, sort, after }, viewer, now);
  const choices = await filmTerms(reader);
  const own = of ? `/${of.kind}/${encodeURIComponent(of.term)}` : null;
  const address = (some: Sifting, cursor: FilmsCursor | null, path = own) => {
    const query = path === null ? queryOf(some) : new URLSearchParams();
    if (sort !== 'reviews') query.set('sort', sort);
    if (as !== 'cards') query.set('as', as);
    if (cursor) query.set('after', cursorText(cursor));
    return query.size > 0 ? `${path ?? '/films'}?${query}` : (path ?? '/films');
  };
  const chosen = await Promise.all(
    (of ? [] : sift.terms).map(async (one) => {
      const rest = sift.terms.filter((other) => other !== one);
      const name = (await namedTerm(reader, one.kind, one.term))?.name ?? one.term;
      return { ...one, name, without: address({ ...sift, terms: rest }, null) };
    }),
  );
  return page(
    filmsView(frame, {
      ...shown,
      sift,
      sort,
      as,
      choices,
      chosen,
      of,
      member: viewer.memberId !== null,
      screens: frame.programme,
      signInForMine: sift.mine !== null && viewer.memberId === null,
      more: shown.next && address(sift, shown.next),
      first: after && address(sift, null),
      unlisted: (of === null && sifts(sift)) || after !== null,
      url: `${origin}${own ?? '/films'}`,
    }),
  );
}

/** What of the films is asked; what an address says of what is not there is passed over. */
function filmsAsked({ url }: Visit) {
  return askedIn(FILM_SIFT, url.searchParams).asked;
}

/** What an address says to ask for these films. */
function queryOf(sift: Sifting): URLSearchParams {
  const query = new URLSearchParams();
  if (sift.search !== '') query.set('q', sift.search);
  for (const { kind, term } of sift.terms) query.append(kind, term);
  if (sift.length !== null) query.set('length', sift.length);
  if (sift.average !== null) query.set('average', String(sift.average / 2));
  if (sift.mine !== null) query.set('mine', sift.mine);
  if (sift.playing) query.set('playing', 'here');
  return query;
}
