import type { Writer } from '../store/open.ts';
import type { FilmsTable } from '../store/schema.ts';
import { conflict, forbidden, invalid, notFound } from './errors.ts';
import { filmSlug, freeSlug, slugOf } from './slug.ts';
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

/** Gives a film the address its title and year make, where a curator has changed them. Former ones lead to it. */
export async function renameFilm(writer: Writer, before: FilmsTable): Promise<void> {
  const film = await writer.facts.row(before.id);
  if (!film || (film.title === before.title && film.year === before.year)) return;
  const wanted = filmSlug(film.title, film.year);
  if (film.slug === wanted || film.slug.replace(/-\d+$/, '') === wanted) return;
  const slug = await freeSlug(
    wanted,
    async (one) => (await writer.films.slugTaken(one)) && (await writer.films.key(one))?.id !== film.id,
  );
  await writer.films.unredirect(slug);
  await writer.facts.setColumns(film.id, { slug });
  await writer.films.redirect(film.slug, film.id);
}
