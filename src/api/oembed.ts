import { filmReferred, reviewStrip } from '../domain/strip.ts';
import { type Oembed, oembedFields, oembedXml } from '../views/oembed.ts';
import { filmName } from '../views/stars.ts';
import { filmAddress } from '../views/strip.ts';
import { json, type LentAnswer, type LentVisit, text } from './visit.ts';

/** Pixels, where nobody says less. */
const WIDTH = 600;
const HEIGHT = 480;

/**
 * oEmbed 1.0 (https://oembed.com) for films and reviews: 501 for a format that is not spoken, 404 for an address that
 * is not ours or has nothing to show elsewhere. What is asked for is read, never fetched.
 */
export async function showOembed(visit: LentVisit): Promise<LentAnswer> {
  const { words, url, site, origin } = visit;
  const format = url.searchParams.get('format') ?? 'json';
  if (format !== 'json' && format !== 'xml') return text(words.strip.oembed.noFormat, 'text/plain', 501);
  const found = await embeddable(visit, url.searchParams.get('url') ?? '');
  if (!found) return text(words.strip.oembed.nothing, 'text/plain', 404);
  const fields = oembedFields({
    ...found,
    width: atMost(WIDTH, url.searchParams.get('maxwidth')),
    height: atMost(HEIGHT, url.searchParams.get('maxheight')),
    provider: { name: site.name, url: origin },
  });
  return format === 'json' ? json(fields) : text(oembedXml(fields), 'text/xml');
}

function atMost(usual: number, asked: string | null): number {
  return asked !== null && /^\d{1,5}$/.test(asked) && Number(asked) > 0
    ? Math.min(usual, Number(asked))
    : usual;
}

/** What of ours an address means, and its frame; null where it is not ours or has none. */
async function embeddable(
  visit: LentVisit,
  asked: string,
): Promise<Pick<Oembed, 'src' | 'link' | 'title'> | null> {
  const { reader, words, origin, url, site, now, today } = visit;
  const { strip: w } = words;
  const address = URL.parse(asked.slice(0, 2000));
  if (!address || ![new URL(origin).origin, url.origin].includes(address.origin)) return null;
  const programme = await programmeMeant(visit, address);
  if (programme) return programme;
  const [, slug, id] =
    /^\/(?:film\/([^/]+)(?:\/reviews)?|review\/([0-9a-v]{26}))\/?$/.exec(address.pathname) ?? [];
  if (slug !== undefined) {
    const key = await filmReferred(reader, decoded(slug), now);
    const film = key && (await reader.films.byId(key.id));
    if (!film) return null;
    const link = filmAddress(origin, film);
    const src = `${origin}/embed/film/${encodeURIComponent(film.slug)}`;
    return { src, link, title: w.atSite(filmName(film), site.name) };
  }
  const review = id === undefined ? null : await reviewStrip(reader, id, today);
  if (!review) return null;
  const film = filmName({ title: review.filmTitle, year: review.filmYear });
  const title = w.oneAtSite(film, review.authorName, site.name);
  return { src: `${origin}/embed/review/${review.id}`, link: `${origin}/review/${review.id}`, title };
}

/** The frame of the programme, of all venues or of one; null where the address means neither. */
async function programmeMeant({ reader, words, origin }: LentVisit, { pathname, searchParams }: URL) {
  const [, named] = /^\/venue\/([^/]+)\/?$/.exec(pathname) ?? [];
  if (named === undefined && !/^\/programme\/?$/.test(pathname)) return null;
  const slug = named === undefined ? searchParams.get('venue') : decoded(named);
  const venue = slug ? await reader.venues.bySlug(slug.replace(/\p{Cc}/gu, '')) : null;
  if (slug && !venue) return null;
  const query = venue ? `?venue=${encodeURIComponent(venue.slug)}` : '';
  const title = venue ? words.programme.of(venue.name) : words.programme.title;
  return { src: `${origin}/embed/programme${query}`, link: `${origin}/programme${query}`, title };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
