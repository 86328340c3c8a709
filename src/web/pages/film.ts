import { notFound } from '../../domain/errors.ts';
import { filmPage } from '../../domain/film.ts';
import { curates } from '../../domain/viewer.ts';
import { filmView } from '../../views/film.ts';
import { titleCard } from '../../views/title-card.ts';
import { type Answer, body, moved, page, type Visit } from '../route.ts';
import { justArranged } from './arrange.ts';
import { whereabouts } from './programme.ts';

/** A film's own page; a former slug leads to the present one. */
export async function showFilm(visit: Visit): Promise<Answer> {
  const { reader, viewer, film: key, params, site, frame, origin, url, now } = visit;
  if (!key) throw notFound('film');
  if (key.slug !== params.slug) return moved(`/film/${key.slug}`);
  const shown = await filmPage(reader, key, viewer, site.settings.reviewsOnFilmPage, now);
  if (!shown) throw notFound('film');
  return page(
    filmView(frame, {
      ...shown,
      viewerAuthorId: viewer.authorId,
      arranges: curates(viewer),
      arranged: curates(viewer) ? justArranged(url) : null,
      url: `${origin}/film/${encodeURIComponent(key.slug)}`,
      whereabouts: whereabouts(visit),
    }),
  );
}

/** The drawn card of a film, the same for ever for the same facts. */
export async function showCard(visit: Visit): Promise<Answer> {
  const id = (visit.params.file ?? '').replace(/\.svg$/, '');
  const film = await visit.reader.films.byId(id);
  if (!film) throw notFound('film');
  const credits = await visit.reader.films.credits(id);
  const directors = credits.filter((credit) => credit.role === 'director').map((credit) => credit.name);
  return body(titleCard({ ...film, directors }), 'image/svg+xml');
}
