import type { Writer } from '../store/open.ts';
import { conflict, forbidden, invalid, notFound } from './errors.ts';
import { slugOf } from './slug.ts';
import { curates, type Viewer } from './viewer.ts';

/**
 * Gives a film another address; the former one leads to it, and so do all before that. Given back, it is the former
 * that leads on.
 *
 * @returns the address, as it is kept
 * @throws DomainError `forbidden` `curators-only`; `not-found` `film`; `invalid` `slug` for what holds no letter or
 * digit; `conflict` `slug-taken` where it is or was another film's
 */
export async function readdress(
  writer: Writer,
  filmId: string,
  wanted: string,
  viewer: Viewer,
): Promise<string> {
  if (!curates(viewer)) throw forbidden('curators-only');
  await writer.facts.hold(filmId);
  const [film] = await writer.films.byIds([filmId]);
  if (!film) throw notFound('film');
  const slug = slugOf(wanted);
  if (slug === '') throw invalid('slug');
  if (slug === film.slug) return slug;
  if ((await writer.films.slugTaken(slug)) && (await writer.films.key(slug))?.id !== film.id)
    throw conflict('slug-taken');
  // The address of a film that is part of this one stays that film's, so that it has it when it is one again.
  if (await writer.films.bears(slug)) throw conflict('slug-taken');
  await writer.films.unredirect(slug);
  await writer.facts.setColumns(film.id, { slug });
  await writer.films.redirect(film.slug, film.id);
  // Any page may lead to it.
  await writer.versions.raise('site', 'films', 'programme', film.id);
  return slug;
}
