import { decodeHTML } from 'entities';
import { z } from 'zod';
import type { Fetch, Fetched } from './fetch.ts';
import { SourceError } from './source.ts';

/** A picture that a catalogue names: its kind, and its address as the catalogue's fact says it. */
export interface PictureAsked {
  source: 'tmdb' | 'wikidata';
  kind: 'poster' | 'still';
  file: string;
}

/** A picture as its source gives it, with what is to be said of it. */
export type PictureAnswer =
  | {
      found: true;
      bytes: Buffer;
      /** Its page there; null where it has none. */
      link: string | null;
      licence: string | null;
      licenceLink: string | null;
      credit: string | null;
    }
  /** `gone`: it is not there. `licence`: it is under none that is known to be free. */
  | { found: false; why: 'gone' | 'licence' };

/** Where pictures are fetched. */
export interface FilmPictures {
  /** @throws SourceError `busy` or `nonsense`, or FetchError where nothing came */
  get(asked: PictureAsked): Promise<PictureAnswer>;
}

/** The largest answer that is read, in bytes. */
const MOST = 20_000_000;
/** TMDB's sizes that are enough for ours: https://developer.themoviedb.org/docs/image-basics */
const TMDB_SIZES = { poster: 'w780', still: 'original' } as const;
const TMDB_FILE = /^https:\/\/image\.tmdb\.org\/t\/p\/original(\/[\w-]+\.\w{3,4})$/;
const COMMONS_FILE = /^https:\/\/commons\.wikimedia\.org\/wiki\/File:(.+)$/;
/** The widths of Commons' thumbnails that are enough for ours, in pixels. */
const COMMONS_WIDTHS = { poster: 960, still: 1920 } as const;
/** Licences by their short names on Commons that let a picture be shown by anybody who names its maker. */
const FREE = /^(?:CC0\b|CC BY(?:-SA)? \d|public domain$)/i;

/**
 * Opens the sources of pictures.
 *
 * @param parts.tmdb the origin of TMDB's pictures
 * @param parts.commons the origin of Wikimedia Commons, and of its files where both are a stand-in's
 */
export function openFilmPictures(parts: { fetch: Fetch; tmdb?: string; commons?: string }): FilmPictures {
  const { fetch, tmdb = 'https://image.tmdb.org', commons } = parts;
  const site = commons ?? 'https://commons.wikimedia.org';
  const files = commons ?? 'https://upload.wikimedia.org';
  return {
    async get({ source, kind, file }) {
      if (source === 'tmdb') {
        const path = TMDB_FILE.exec(file)?.[1];
        if (!path) return { found: false, why: 'gone' };
        const bytes = await picture(fetch, `${tmdb}/t/p/${TMDB_SIZES[kind]}${path}`);
        const said = { link: null, licence: null, licenceLink: null, credit: null };
        return bytes ? { found: true, bytes, ...said } : { found: false, why: 'gone' };
      }
      const name = COMMONS_FILE.exec(file)?.[1];
      if (!name) return { found: false, why: 'gone' };
      const told = await commonsSays(fetch, site, { name, width: COMMONS_WIDTHS[kind] });
      if (typeof told === 'string') return { found: false, why: told };
      const { address, ...said } = told;
      if (!address.startsWith(`${files}/`)) return { found: false, why: 'gone' };
      const bytes = await picture(fetch, address);
      return bytes ? { found: true, bytes, ...said } : { found: false, why: 'gone' };
    },
  };
}

/** Where the picture of an item's file on Commons is described. */
export function commonsFile(name: string): string {
  return `https://commons.wikimedia.org/wiki/File:${encodeURIComponent(name.replaceAll(' ', '_'))}`;
}

/** The bytes at an address; null where there is nothing any more. */
async function picture(fetch: Fetch, address: string): Promise<Buffer | null> {
  const answer = await fetch.get(address, { most: MOST });
  return isThere(answer) ? answer.body : null;
}

/** @throws SourceError where the answer says neither that it is there nor that it is not */
function isThere({ status, url, until }: Fetched): boolean {
  if (status === 200) return true;
  if (status === 404 || status === 410) return false;
  const { host } = new URL(url);
  throw new SourceError(status === 429 || status >= 500 ? 'busy' : 'refused', `${host} ${status}`, until);
}

const SAID = z.object({ value: z.union([z.string(), z.number()]).transform(String) }).optional();
/** The answer to `prop=imageinfo`: https://www.mediawiki.org/wiki/API:Imageinfo, CommonsMetadata */
const INFO = z.object({
  query: z.object({
    pages: z
      .array(
        z.object({
          imageinfo: z
            .array(
              z.object({
                thumburl: z.string().optional(),
                url: z.string(),
                descriptionurl: z.string(),
                extmetadata: z.object({
                  LicenseShortName: SAID,
                  LicenseUrl: SAID,
                  Artist: SAID,
                  Attribution: SAID,
                  NonFree: SAID,
                }),
              }),
            )
            .optional(),
        }),
      )
      .min(1),
  }),
});

/** What Commons says of a file that may be shown, and where it is in a width. */
interface CommonsSays extends Omit<Extract<PictureAnswer, { found: true }>, 'found' | 'bytes'> {
  address: string;
}

/** Asks Commons about a file; why there is nothing to show, where there is not. */
async function commonsSays(
  fetch: Fetch,
  site: string,
  { name, width }: { name: string; width: number },
): Promise<CommonsSays | 'gone' | 'licence'> {
  const query = new URLSearchParams({
    ...{ action: 'query', format: 'json', formatversion: '2', prop: 'imageinfo' },
    ...{ iiprop: 'url|extmetadata', iiurlwidth: String(width) },
    iiextmetadatafilter: 'LicenseShortName|LicenseUrl|Artist|Attribution|NonFree',
    titles: `File:${decoded(name)}`,
  });
  const answer = await fetch.get(`${site}/w/api.php?${query}`);
  if (!isThere(answer)) return 'gone';
  const read = INFO.safeParse(json(answer.body));
  if (!read.success) throw new SourceError('nonsense', `${site} on a file`);
  const [info] = read.data.query.pages[0]?.imageinfo ?? [];
  if (!info) return 'gone';
  const { LicenseShortName, LicenseUrl, Artist, Attribution, NonFree } = info.extmetadata;
  const licence = plain(LicenseShortName?.value);
  if (licence === null || !FREE.test(licence) || NonFree) return 'licence';
  const credit = plain(Attribution?.value) ?? plain(Artist?.value);
  const isPublic = /^public domain$/i.test(licence);
  // Whoever asks to be named has to be.
  if (credit === null && !isPublic && !/^CC0/i.test(licence)) return 'licence';
  return {
    address: info.thumburl ?? info.url,
    link: /^https:\/\//.test(info.descriptionurl) ? info.descriptionurl : null,
    licence: isPublic ? 'public-domain' : licence,
    licenceLink: /^https?:\/\//.test(LicenseUrl?.value ?? '') ? (LicenseUrl?.value ?? null) : null,
    credit,
  };
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

function json(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return null;
  }
}

const LONGEST_CREDIT = 200;

/** What is said in HTML, as one line of plain text; null where it says nothing. */
function plain(said: string | undefined): string | null {
  const text = decodeHTML((said ?? '').replaceAll(/<[^<>]*>/g, ' '));
  const line = text.replaceAll(/[\p{Cc}\s\u202a-\u202e\u2066-\u2069]+/gu, ' ').trim();
  if (line === '') return null;
  const signs = [...line];
  return signs.length <= LONGEST_CREDIT ? line : `${signs.slice(0, LONGEST_CREDIT - 1).join('')}…`;
}
