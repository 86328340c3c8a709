import type { Reader, Writer } from '../store/open.ts';
import type { Picture, PictureAct, PictureFile } from '../store/picture.ts';
import type { PictureFormat, PictureKind } from '../store/schema.ts';
import { standingFilm } from './entry.ts';
import { forbidden, invalid, notFound } from './errors.ts';
import { clearFact, factsOf, setFact } from './fact.ts';
import { LICENCES, type LicenceCode, WIDTHS } from './picture.ts';
import { reshape } from './reshape.ts';
import { cleanLine, countCharacters } from './text/characters.ts';
import { webAddress } from './venue.ts';
import { curates, type Viewer } from './viewer.ts';

export type { Picture, PictureAct };

/** For so long a picture that was taken away can be put back, in milliseconds. */
export const PUT_BACK_WITHIN = 30 * 86_400_000;
/** The largest file that is taken, in bytes. */
export const MOST_PICTURE_BYTES = 20_000_000;

const LONGEST_CREDIT = 200;
const LONGEST_ALT = 300;
/** So many pictures of a film are kept. */
const MOST_PICTURES = 50;

/** How pictures are drawn anew, and where they are kept: what main gives whoever brings them. */
export interface PictureDesk {
  /** @throws DomainError `invalid` with why it was not taken; `too-many` while enough wait */
  redraw(
    bytes: Uint8Array,
    widths: readonly number[],
  ): Promise<{
    width: number;
    height: number;
    /** SHA-256 of what was brought, in hexadecimal digits. */
    original: string;
    renditions: { format: PictureFormat; width: number; bytes: Uint8Array }[];
  }>;
  /** Keeps a file until the picture that needs it is recorded, or it is released. */
  put(pieces: Iterable<Uint8Array>): Promise<{ hash: string; size: number }>;
  /** Lets go of files that were put and came to nothing. */
  release(hashes: readonly string[]): Promise<void>;
}

/** A picture drawn anew, whose files are kept. */
export interface KeptPicture {
  width: number;
  height: number;
  original: string;
  files: PictureFile[];
}

/**
 * Draws a picture anew in every width of its kind and keeps the files, until the picture is recorded or they are
 * released; of what was brought nothing is kept.
 */
export async function keepPicture(
  desk: PictureDesk,
  kind: PictureKind,
  bytes: Uint8Array,
): Promise<KeptPicture> {
  const { width, height, original, renditions } = await desk.redraw(bytes, WIDTHS[kind]);
  const files: PictureFile[] = [];
  try {
    for (const one of renditions) {
      const { hash, size } = await desk.put([one.bytes]);
      files.push({ format: one.format, width: one.width, hash, size });
    }
  } catch (error) {
    await desk.release(files.map(({ hash }) => hash));
    throw error;
  }
  return { width, height, original, files };
}

/** What is said of an uploaded picture, as a form sends it. */
export interface PictureInput {
  kind: string;
  /** A code of `LICENCES`, or `other` with the licence's name beside it. */
  licence: string;
  otherLicence: string;
  otherLink: string;
  credit: string;
  /** Where it is from, as an address. */
  link: string;
  alt: string;
}

/** What is said of it, as it is kept. */
export type PictureSays = Pick<Picture, 'kind' | 'licence' | 'licenceLink' | 'credit' | 'link' | 'alt'>;

/**
 * What is said of a picture, as it is kept. Nothing is taken for granted: its kind, its licence and who is to be named
 * have to be said.
 *
 * @throws DomainError `invalid` with the name of what needs another look: `kind`, `licence`, `other-licence`,
 * `other-link`, `credit`, `link` or `alt`
 */
export function pictureSays(input: PictureInput): PictureSays {
  const kind = (['poster', 'still'] as const).find((one) => one === input.kind);
  if (!kind) throw invalid('kind');
  const code = Object.keys(LICENCES).find((one) => one === input.licence) as LicenceCode | undefined;
  if (!code && input.licence !== 'other') throw invalid('licence');
  const name = code ?? short(input.otherLicence, 'other-licence', LONGEST_CREDIT);
  if (name === null) throw invalid('other-licence');
  const credit = short(input.credit, 'credit', LONGEST_CREDIT);
  if (credit === null) throw invalid('credit');
  return {
    kind,
    licence: name,
    licenceLink: code ? LICENCES[code] : webAddress(input.otherLink, 'other-link'),
    credit,
    link: webAddress(input.link, 'link'),
    alt: short(input.alt, 'alt', LONGEST_ALT),
  };
}

function short(text: string, field: string, most: number): string | null {
  const clean = cleanLine(text);
  if (countCharacters(clean) > most) throw invalid(field);
  return clean === '' ? null : clean;
}

/**
 * Adds an uploaded picture to a film. It stands on the film's page from then on, whatever stood there before.
 *
 * @returns its id
 * @throws DomainError `forbidden` `curators-only`; `not-found` `film`; `invalid` `too-many-pictures`
 */
export async function addPicture(
  writer: Writer,
  filmId: string,
  picture: PictureSays & KeptPicture,
  viewer: Viewer,
  now: number,
): Promise<string> {
  if (!curates(viewer)) throw forbidden('curators-only');
  const film = await standingFilm(writer, filmId);
  await writer.facts.hold(film);
  const others = await writer.pictures.ofFilm(film);
  if (others.filter(({ removed }) => removed === null).length >= MOST_PICTURES)
    throw invalid('too-many-pictures', { most: MOST_PICTURES });
  const { memberId } = viewer;
  const id = await writer.pictures.add({ ...picture, filmId: film, source: 'upload', memberId }, now);
  await writer.pictures.note(id, 'added', memberId, now);
  await setFact(writer, film, { field: picture.kind, value: { picture: id } }, viewer, now);
  return id;
}

/**
 * Lets a picture stand for its film, over whatever any source says.
 *
 * @throws DomainError `forbidden` `curators-only`; `not-found` `picture`
 */
export async function choosePicture(writer: Writer, of: OfFilm, viewer: Viewer, now: number): Promise<void> {
  const picture = await curated(writer, of, viewer);
  if (picture.state !== 'here' || picture.removed !== null) throw notFound('picture');
  const said = { field: picture.kind, value: { picture: picture.id } };
  await setFact(writer, of.filmId, said, viewer, now);
}

/** Lets no picture of a kind stand for a film: its card is drawn. */
export async function chooseNone(
  writer: Writer,
  filmId: string,
  kind: PictureKind,
  viewer: Viewer,
  now: number,
): Promise<void> {
  await setFact(writer, filmId, { field: kind, value: null }, viewer, now);
}

/** Goes back to the picture that the sources name; what was chosen by hand is kept in the history. */
export async function chooseBySources(
  writer: Writer,
  filmId: string,
  kind: PictureKind,
  viewer: Viewer,
  now: number,
): Promise<void> {
  await clearFact(writer, filmId, kind, viewer, now);
}

/** A picture of a film. */
export interface OfFilm {
  filmId: string;
  pictureId: string;
}

/**
 * Takes a picture away: it is given out no more, and goes for good after `PUT_BACK_WITHIN`.
 *
 * @throws DomainError `forbidden` `curators-only`; `not-found` `picture`
 */
export async function removePicture(writer: Writer, of: OfFilm, viewer: Viewer, now: number): Promise<void> {
  const { id, removed } = await curated(writer, of, viewer);
  if (removed !== null) return;
  await writer.pictures.setRemoved(id, now);
  await done(writer, of, { act: 'removed', viewer, now });
}

/**
 * Puts a picture back that was taken away.
 *
 * @throws DomainError `forbidden` `curators-only`; `not-found` `picture`
 */
export async function restorePicture(writer: Writer, of: OfFilm, viewer: Viewer, now: number): Promise<void> {
  const { id, removed } = await curated(writer, of, viewer);
  if (removed === null) return;
  await writer.pictures.setRemoved(id, null);
  await done(writer, of, { act: 'restored', viewer, now });
}

async function done(
  writer: Writer,
  { filmId, pictureId }: OfFilm,
  { act, viewer, now }: { act: 'removed' | 'restored'; viewer: Viewer; now: number },
): Promise<void> {
  await writer.pictures.note(pictureId, act, viewer.memberId, now);
  await reshape(writer, filmId, now);
  await writer.versions.raise(filmId, 'films');
}

/** A picture of a film, or of one that is part of it, for whoever may curate. */
async function curated(writer: Writer, { filmId, pictureId }: OfFilm, viewer: Viewer): Promise<Picture> {
  if (!curates(viewer)) throw forbidden('curators-only');
  await writer.facts.hold(filmId);
  const picture = (await writer.pictures.ofFilm(filmId)).find(({ id }) => id === pictureId);
  if (!picture) throw notFound('picture');
  return picture;
}

/** The pictures of a film for its curators. */
export interface FilmPictures {
  pictures: Picture[];
  /** Of each kind, the one that stands; null where the card is drawn, or there is no still. */
  stands: Record<PictureKind, string | null>;
  /** Of each kind, whether it was chosen by hand; to have none counts as that. */
  byHand: Record<PictureKind, boolean>;
  /** What was done with them, and which stood before, the latest first. Epoch milliseconds. */
  history: PictureEvent[];
}

/** Something that was done with the pictures of a film. `none`: it was chosen that none stands. */
export interface PictureEvent {
  what: PictureAct['act'] | 'chosen' | 'none';
  kind: PictureKind;
  pictureId: string | null;
  /** Who did it; null for whom nobody knows any more. */
  memberId: string | null;
  at: number;
}

/** The pictures of a film with what was done with them. */
export async function picturesOf(reader: Reader, filmId: string): Promise<FilmPictures> {
  const film = await reader.films.byId(filmId);
  if (!film) throw notFound('film');
  const pictures = await reader.pictures.ofFilm(filmId);
  const kindOf = new Map(pictures.map(({ id, kind }) => [id, kind]));
  const history: PictureEvent[] = (await reader.pictures.acts(filmId)).map(
    ({ pictureId, act, memberId, created }) => ({
      ...{ what: act, kind: kindOf.get(pictureId) ?? 'poster', pictureId, memberId, at: created },
    }),
  );
  const byHand = { poster: false, still: false };
  for (const { field, said, former } of await factsOf(reader, filmId)) {
    if (field !== 'poster' && field !== 'still') continue;
    const own = said.find(({ source }) => source === 'curator');
    byHand[field] = own !== undefined;
    const before = former
      .filter(({ source }) => source === 'curator')
      // Whoever set what was replaced is not kept; who replaced it is.
      .map((one) => ({ ...one, memberId: null }));
    for (const one of [...(own ? [own] : []), ...before]) {
      const pictureId = (one.value as { picture?: string } | null)?.picture ?? null;
      const what = pictureId === null ? 'none' : 'chosen';
      history.push({ what, kind: field, pictureId, memberId: one.memberId, at: one.fetched });
    }
  }
  const { poster, still } = film.details;
  return {
    pictures,
    stands: { poster: poster?.id ?? null, still: still?.id ?? null },
    byHand,
    history: history.sort((a, b) => b.at - a.at),
  };
}
