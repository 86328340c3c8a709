import { notFound } from '../domain/errors.ts';
import { memberNamed } from '../domain/member.ts';
import { username } from '../domain/slug.ts';
import { filmOnCard, listOnCard, reviewOnCard } from '../domain/social-card.ts';
import { posterOf } from '../views/picture.ts';
import { type SocialCard, socialCard, writable } from '../views/social-card.ts';
import { filmName } from '../views/stars.ts';
import { asPng } from './draw.ts';
import type { LentAnswer, LentVisit } from './visit.ts';

/** How a social card is asked for: as the web room knows its routes. It is the same for everybody. */
export interface CardRoute {
  method: 'GET';
  path: string;
  who: 'anyone';
  handler: (visit: LentVisit) => Promise<LentAnswer>;
  cache: 'film' | 'review' | 'catalogue';
}

/** Every social card, below the page beside whose link it stands. */
export const CARD_ROUTES: readonly CardRoute[] = [
  { path: '/film/:slug', handler: showFilmCard, cache: 'film' } as const,
  { path: '/review/:id', handler: showReviewCard, cache: 'review' } as const,
  { path: '/:handle{@[^/]+}/list/:slug', handler: showListCard, cache: 'catalogue' } as const,
].map((route) => ({ ...route, method: 'GET', who: 'anyone', path: `${route.path}/card.png` }));

/** A film: its drawn card, its title, who directed it. */
async function showFilmCard(visit: LentVisit): Promise<LentAnswer> {
  const { reader, film: key, params, words } = visit;
  if (!key) throw notFound('film');
  if (key.slug !== params.slug) return moved(`/film/${encodeURIComponent(key.slug)}`);
  const film = await filmOnCard(reader, key.id);
  const counted = film.reviews === 0 ? '' : words.film.reviewCount(film.reviews);
  const year = film.year === null ? '' : String(film.year);
  return picture(visit, {
    films: [film],
    rating: null,
    large: [film.title, film.originalTitle],
    lines: [
      [film.directors.join(', '), film.directors[0] ?? null],
      [[year, counted].filter(Boolean).join(' · ')],
    ],
    site: siteOf(visit),
  });
}

/** A review: its stars, its film, who wrote it; and how it begins, where that may be told. */
async function showReviewCard(visit: LentVisit): Promise<LentAnswer> {
  const { reader, params, words, today } = visit;
  const id = params.id ?? '';
  if (!/^[0-9a-v]{26}$/.test(id)) throw notFound('review');
  const { film, review, words: begins } = await reviewOnCard(reader, id, today);
  const said = begins && writable(begins);
  const by = (name: string) => `${words.review.by} ${name}`;
  const on = review.username === null && review.place !== null ? ` ${words.review.on} ${review.place}` : '';
  return picture(visit, {
    films: [film],
    rating: review.rating,
    large: [said, film.title, film.originalTitle],
    lines: [
      said ? [filmName(film), film.originalTitle] : [],
      [`${by(review.authorName)}${on}`, review.username && by(`@${review.username}`)],
    ],
    site: siteOf(visit),
  });
}

/** A list: its first films, its title, whose it is. */
async function showListCard(visit: LentVisit): Promise<LentAnswer> {
  const { reader, params, words } = visit;
  const name = username((params.handle ?? '').replace(/^@/, ''));
  if (name === null) throw notFound('member');
  const { member } = await memberNamed(reader, name);
  const slug = params.slug ?? '';
  const { list, films } = await listOnCard(reader, { authorId: member.authorId, slug });
  const path = `/@${member.username}/list/${encodeURIComponent(list.slug)}`;
  if (`@${member.username}` !== params.handle || slug !== list.slug) return moved(path);
  return picture(visit, {
    films: films.map((film) => ({ ...film, directors: [] })),
    rating: null,
    large: [list.title],
    lines: [
      [`${words.list.listBy} ${member.name}`, `${words.list.listBy} @${member.username}`],
      [words.list.films(list.films)],
    ],
    site: siteOf(visit),
  });
}

/** Pages elsewhere show it beside a link, so they may have it. */
async function picture(visit: LentVisit, card: Drawn): Promise<LentAnswer> {
  const films = await Promise.all(
    card.films.map(async (film) => ({ ...film, jpeg: await jpegOf(visit, film) })),
  );
  const body = await asPng(socialCard({ ...card, films }));
  const headers = { 'cross-origin-resource-policy': 'cross-origin' };
  return { kind: 'body', body, type: 'image/png', status: 200, forever: false, headers };
}

/** A social card whose films name their posters. */
interface Drawn extends SocialCard {
  films: readonly (SocialCard['films'][number] & { poster: string | null })[];
}

/** A film's poster as a JPEG that is large enough for a card; null where its own card is drawn. */
async function jpegOf(
  { reader, services }: LentVisit,
  { poster }: { poster: string | null },
): Promise<Uint8Array | null> {
  const known = posterOf(poster);
  const file = known && (await reader.pictures.file(known.id, known.widths.at(-1) ?? 0, 'jpg'));
  return file ? services.files.read(file.hash) : null;
}

function siteOf({ site, origin }: LentVisit): [string, string] {
  return [site.name, new URL(origin).host];
}

function moved(path: string): LentAnswer {
  return { kind: 'redirect', to: `${path}/card.png`, status: 301, cookies: [] };
}
