import { DomainError } from '../domain/errors.ts';
import { sourcesAsked } from '../domain/film-source.ts';
import { askForPictures, PICTURES_JOB } from '../domain/picture-wait.ts';
import { keepPicture, type Picture, type PictureDesk, PUT_BACK_WITHIN } from '../domain/pictures.ts';
import type { Reader, Transact } from '../domain/reader.ts';
import { reshape } from '../domain/reshape.ts';
import { FetchError } from '../outside/fetch-error.ts';
import type { FilmPictures, PictureAnswer, PictureAsked } from '../outside/film-pictures.ts';
import { SourceError } from '../outside/source.ts';
import type { DailyHandler, JobHandler } from './work.ts';

export interface PicturesParts {
  reader: Reader;
  transact: Transact;
  desk: PictureDesk;
  /** Takes away those of some files that nothing needs. */
  sweep(hashes: readonly string[]): Promise<void>;
  sources: FilmPictures;
  now: () => number;
}

const DAY = 86_400_000;
/** So many are fetched in one job: a site that stops waits for no more. */
const AT_ONCE = 3;
const LONGEST_WAIT = 30 * DAY;
/** A source that does not answer is left alone for so long; one that will not answer us, for longer. */
const REST = DAY / 96;

/** The handler of the work that fetches the pictures catalogues name. */
export function pictureHandlers(parts: PicturesParts): Readonly<Record<string, JobHandler>> {
  return { [PICTURES_JOB]: () => fetchDue(parts) };
}

/** Every day it is looked for pictures that wait, and for those that were taken away long enough ago. */
export function picturesDaily(parts: PicturesParts): Readonly<Record<string, DailyHandler>> {
  const { transact, now } = parts;
  return {
    'pictures-again': () => transact((writer) => askForPictures(writer, now())),
    'pictures-gone-for-good': () => sweepPictures(parts),
  };
}

/** Fetches the next pictures that are due, and asks for those behind them. */
async function fetchDue(parts: PicturesParts): Promise<void> {
  const { reader, transact, now } = parts;
  const { settings } = await reader.site.get();
  const due = await reader.pictures.due(now(), AT_ONCE, sourcesAsked(settings));
  for (const picture of due) {
    const rest = await fetchOne(parts, picture);
    if (rest !== null) return transact((writer) => askForPictures(writer, now(), rest));
  }
  if (due.length === AT_ONCE) await transact((writer) => askForPictures(writer, now()));
}

/**
 * Fetches one picture and draws it anew, or keeps why that was not done. Done twice it fetches twice.
 *
 * @returns until when pictures are to be left alone; null where it went on
 */
async function fetchOne(parts: PicturesParts, picture: Picture): Promise<number | null> {
  const { transact, desk, sources, now } = parts;
  const { id, kind, filmId } = picture;
  const refuse = async (why: string) => {
    await transact((writer) => writer.pictures.notFetched(id, why, null));
    return null;
  };
  let answer: PictureAnswer;
  try {
    answer = await sources.get({ source: picture.source, kind, file: picture.file ?? '' } as PictureAsked);
  } catch (error) {
    if (!(error instanceof FetchError || error instanceof SourceError)) throw error;
    return failed(parts, picture, error);
  }
  if (!answer.found) return refuse(answer.why);
  const { bytes, ...said } = answer;
  try {
    const kept = await keepPicture(desk, kind, bytes);
    await transact(async (writer) => {
      const link = said.link ?? picture.link;
      const got = { ...said, link, alt: null, ...kept };
      await writer.pictures.fetched(id, got, now());
      await reshape(writer, filmId, now());
      const standing = (await writer.films.standing([filmId])).get(filmId) ?? filmId;
      await writer.versions.raise(standing, 'films');
    });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return error.kind === 'invalid' ? refuse(error.code) : now() + REST;
  }
  return null;
}

/** What one picture's answer failed of says nothing of the next; all else is the source's bad day. */
const OF_THIS_PICTURE: ReadonlySet<string> = new Set([
  ...['nonsense', 'too-large', 'bad-answer', 'forbidden-address', 'refused'],
]);

async function failed(
  { transact, now }: PicturesParts,
  { id, tries }: Picture,
  { kind, until }: FetchError | SourceError,
): Promise<number | null> {
  const asked = now();
  if (kind === 'stopped') return asked;
  if (kind === 'too-large') {
    await transact((writer) => writer.pictures.notFetched(id, kind, null));
    return null;
  }
  const ours = OF_THIS_PICTURE.has(kind);
  const rest = Math.max(asked + 1, Math.min(until ?? asked + REST, asked + DAY));
  const due = ours ? asked + Math.min(DAY * 2 ** tries, LONGEST_WAIT) : rest;
  await transact((writer) => writer.pictures.notFetched(id, kind, due));
  return ours ? null : rest;
}

/**
 * Lets pictures go for good that were taken away long enough ago. Of one that a catalogue names and somebody did not
 * want it is kept that it is not wanted.
 */
export async function sweepPictures(
  parts: Pick<PicturesParts, 'reader' | 'transact' | 'sweep' | 'now'>,
): Promise<void> {
  const { reader, transact, sweep, now } = parts;
  for (;;) {
    const some = await reader.pictures.removedBefore(now() - PUT_BACK_WITHIN, AT_ONCE);
    for (const { id, source, problem } of some) {
      const unwanted = source !== 'upload' && problem !== 'replaced';
      await sweep(await transact((writer) => writer.pictures.letGo(id, unwanted)));
    }
    if (some.length < AT_ONCE) return;
  }
}
