import { DomainError, invalid, notFound } from '../../domain/errors.ts';
import { PICTURE_FORMATS, PICTURE_KINDS } from '../../domain/picture.ts';
import {
  addPicture,
  chooseBySources,
  chooseNone,
  choosePicture,
  keepPicture,
  MOST_PICTURE_BYTES,
  type PictureInput,
  pictureSays,
  picturesOf,
  removePicture,
  restorePicture,
} from '../../domain/pictures.ts';
import type { FilmKey, Writer } from '../../domain/reader.ts';
import { dayIn } from '../../domain/viewing-date.ts';
import { readUpload } from '../../interchange/upload.ts';
import { type PictureTyped, type PictureWrong, picturesView } from '../../views/pictures.ts';
import { filmKey } from '../film-route.ts';
import { field } from '../form.ts';
import { type Answer, body, moved, page, redirect, type Visit } from '../route.ts';

/** What a form has beside its picture, in bytes. */
const AROUND = 100_000;
const DONE = ['added', 'chosen', 'none', 'sources', 'removed', 'restored'] as const;
const NOTHING: PictureInput = {
  ...{ kind: '', licence: '', otherLicence: '', otherLink: '', credit: '', link: '', alt: '' },
};
/** What each field of the form is called. */
const NAMES: Readonly<Record<string, keyof PictureInput>> = {
  kind: 'kind',
  licence: 'licence',
  'other-licence': 'otherLicence',
  'other-link': 'otherLink',
  credit: 'credit',
  link: 'link',
  alt: 'alt',
};
const TYPES = { avif: 'image/avif', webp: 'image/webp', jpg: 'image/jpeg' } as const;

/** One size of a picture, in one format: the same for ever under its address. */
export async function showPicture({ reader, services, params }: Visit): Promise<Answer> {
  const [width = '', written = ''] = (params.file ?? '').split('.');
  const format = PICTURE_FORMATS.find((one) => one === written);
  const id = params.id ?? '';
  if (!format || !/^[0-9a-v]{26}$/.test(id) || !/^\d{1,5}$/.test(width)) throw notFound('page');
  const file = await reader.pictures.file(id, Number(width), format);
  const bytes = file && (await services.files.read(file.hash));
  if (!bytes) throw notFound('page');
  return body(bytes, TYPES[format], true);
}

/** The pictures of a film, with what was done with them, and the form by which one is added. */
export async function showPictures(visit: Visit): Promise<Answer> {
  const key = await filmKey(visit);
  if (key.slug !== visit.params.slug) return moved(`/film/${key.slug}/pictures`);
  return page(await pictures(visit, key, null));
}

/** Draws an uploaded picture anew, and lets it stand for the film. */
export async function postPicture(visit: Visit): Promise<Answer> {
  const { services, transact, viewer, now } = visit;
  const key = await filmKey(visit);
  const { input, bytes, broken } = await uploaded(visit);
  const again = async (wrong: PictureWrong) =>
    page(await pictures(visit, key, { input, wrong }), wrong === 'too-large' ? 413 : 400);
  if (broken) return again(broken);
  try {
    if (bytes === null) throw invalid('file');
    const says = pictureSays(input);
    const kept = await keepPicture(services.pictures, says.kind, bytes);
    try {
      await transact((writer) => addPicture(writer, key.id, { ...says, ...kept }, viewer, now));
    } catch (error) {
      await services.pictures.release(kept.files.map(({ hash }) => hash));
      throw error;
    }
  } catch (error) {
    if (!(error instanceof DomainError && error.kind === 'invalid')) throw error;
    return again(error.code as PictureWrong);
  }
  return redirect(`/film/${key.slug}/pictures?done=added`);
}

/** Lets a picture stand or none, goes back to what the sources say, takes one away or puts it back. */
export async function postPictureChoice(visit: Visit): Promise<Answer> {
  const { transact, viewer, now } = visit;
  const key = await filmKey(visit);
  const form = await visit.form();
  const of = { filmId: key.id, pictureId: field(form, 'picture') };
  const kind = PICTURE_KINDS.find((one) => one === field(form, 'kind')) ?? 'poster';
  const acts: Record<string, (writer: Writer) => Promise<void>> = {
    chosen: (writer) => choosePicture(writer, of, viewer, now),
    none: (writer) => chooseNone(writer, key.id, kind, viewer, now),
    sources: (writer) => chooseBySources(writer, key.id, kind, viewer, now),
    removed: (writer) => removePicture(writer, of, viewer, now),
    restored: (writer) => restorePicture(writer, of, viewer, now),
  };
  const act = DONE.find((one) => one === field(form, 'do') && one in acts);
  if (!act) throw invalid('act');
  await transact((writer) => (acts[act] as (writer: Writer) => Promise<void>)(writer));
  return redirect(`/film/${key.slug}/pictures?done=${act}`);
}

/** What was sent: the words beside the picture, and its bytes, which are in memory and nowhere else. */
async function uploaded({
  request,
}: Visit): Promise<{ input: PictureInput; bytes: Uint8Array | null; broken: PictureWrong | null }> {
  const input = { ...NOTHING };
  const pieces: Uint8Array[] = [];
  const keep = async (stream: AsyncIterable<Uint8Array>) => {
    for await (const piece of stream) pieces.push(piece);
    return { hash: '', size: 0 };
  };
  const said = (name: string, value: string) => {
    const known = Object.hasOwn(NAMES, name) ? NAMES[name] : undefined;
    if (known) input[known] = value.replaceAll('\0', '').slice(0, 2000);
  };
  const limits = { most: MOST_PICTURE_BYTES + AROUND, files: 1 };
  try {
    const files = await readUpload(request, limits, keep, async () => undefined, said);
    return { input, bytes: files.length === 0 ? null : Buffer.concat(pieces), broken: null };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { input, bytes: null, broken: error.code === 'form-too-large' ? 'too-large' : 'broken' };
  }
}

async function pictures({ reader, frame, url, site }: Visit, key: FilmKey, typed: PictureTyped | null) {
  const film = await reader.films.byId(key.id);
  if (!film) throw notFound('film');
  const all = await picturesOf(reader, key.id);
  const ids = all.history.flatMap(({ memberId }) => memberId ?? []);
  const names = new Map((await reader.members.byIds([...new Set(ids)])).map(({ id, name }) => [id, name]));
  const history = all.history.map((event) => ({
    ...event,
    by: names.get(event.memberId ?? '') ?? null,
    day: dayIn(site.settings.timeZone, event.at),
  }));
  const done = typed ? null : (DONE.find((one) => one === url.searchParams.get('done')) ?? null);
  return picturesView(frame, { ...all, film, history, typed, done, most: MOST_PICTURE_BYTES });
}
