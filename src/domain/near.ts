import type { FilmName } from '../store/near.ts';
import type { Reader } from '../store/open.ts';
import { slugOf } from './slug.ts';

export type { FilmName };

const MOST = 6;
/** A slug loses at most so many words from its end before nothing is near it. */
const TRIES = 4;

/** What somebody may have meant by the address of a film that is not there. */
export interface NearFilms {
  /** The slug of the film that the address means, spelled otherwise: in capitals, with spaces, decomposed. */
  slug: string | null;
  /** Films whose addresses begin alike. */
  films: FilmName[];
  /** The words of the address, to search by. */
  words: string;
}

/** Films near a slug that leads to none; `asked` is what stands in the address. */
export async function nearFilms(reader: Reader, asked: string): Promise<NearFilms> {
  const wanted = slugOf(asked);
  const words = wanted.replace(/-\d{4}(?:-\d+)?$/u, '').split('-');
  const near: NearFilms = { slug: null, films: [], words: words.join(' ') };
  if (wanted === '') return near;
  if (wanted !== asked) near.slug = (await reader.films.key(wanted))?.slug ?? null;
  for (let tries = 0; tries < TRIES && words.length > 0 && near.films.length === 0; tries += 1) {
    near.films = await reader.films.bySlugStart(words.join('-'), MOST);
    words.pop();
  }
  return near;
}
