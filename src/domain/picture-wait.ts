import type { Reader, Writer } from '../store/open.ts';
import type { Picture } from '../store/picture.ts';
import type { FactSource } from '../store/schema.ts';
import type { FactValue } from './fact-field.ts';
import type { PictureHere, Said } from './film-shape.ts';
import { PICTURE_KINDS } from './picture.ts';

/** The kind of job that fetches pictures. */
export const PICTURES_JOB = 'pictures';

/** The pictures of a film, and of those merged into it, that are here and may be shown. */
export async function picturesHere(reader: Reader | Writer, filmId: string): Promise<PictureHere[]> {
  return (await reader.pictures.ofFilm(filmId)).flatMap((one) => hereOf(one) ?? []);
}

function hereOf(picture: Picture): PictureHere | null {
  const { id, kind, source, state, file, link, licence, licenceLink, credit, alt } = picture;
  const { widths, height, removed } = picture;
  if (state !== 'here' || removed !== null || widths.length === 0 || height === null) return null;
  return { id, kind, file, widths, height, source, link, licence, licenceLink, credit, alt };
}

/**
 * Asks that the pictures a catalogue names are fetched, and takes away those it names no more. Each is fetched once;
 * one that was refused or taken away by hand is not asked for again.
 *
 * @param said what the catalogue says of the film now, by field
 */
export async function awaitPictures(
  writer: Writer,
  filmId: string,
  source: FactSource,
  said: ReadonlyMap<string, Pick<Said, 'value' | 'link'>>,
  { fetched, whole }: { fetched: number; whole: boolean },
): Promise<void> {
  if (source !== 'tmdb' && source !== 'wikidata') return;
  const known = (await writer.pictures.ofFilm(filmId)).filter(
    (one) => one.source === source && one.filmId === filmId,
  );
  let asks = false;
  for (const kind of PICTURE_KINDS) {
    const fact = said.get(kind);
    const file = (fact?.value as FactValue<'poster'> | undefined)?.link ?? null;
    const mine = known.filter((one) => one.kind === kind);
    for (const one of mine)
      if (one.removed === null && one.file !== file && (whole || file !== null))
        await writer.pictures.setReplaced(one.id, fetched);
    const there = mine.find((one) => one.file === file);
    if (there?.problem === 'replaced') await writer.pictures.setReplaced(there.id, null);
    if (file === null || there) continue;
    await writer.pictures.await({ filmId, kind, source, file, link: fact?.link ?? null }, fetched);
    asks = true;
  }
  if (asks) await askForPictures(writer, fetched);
}

/** Asks for the next step of fetching pictures, at once or from `due` on, in place of one that waits. */
export async function askForPictures(writer: Writer, now: number, due = now): Promise<void> {
  await writer.jobs.enqueueOnce(PICTURES_JOB, {}, now, due);
}
