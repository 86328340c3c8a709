import { DomainError } from '../../domain/errors.ts';
import { bringFiles, FILMS_WANTED, importsOf, MOST_BYTES, MOST_FILES } from '../../domain/upload.ts';
import { FILM_KINDS } from '../../interchange/films/row.ts';
import type { Wanted } from '../../interchange/films/sift.ts';
import { readUpload } from '../../interchange/upload.ts';
import { type LoadForm, type LoadWrong, loadStartView } from '../../views/load.ts';
import { type Answer, page, redirect, type Visit } from '../route.ts';
import { until } from './import-visit.ts';

/** What a form of files has beside them. */
const AROUND = 100_000;
/** What is taken where nobody says otherwise. */
const USUAL: LoadForm = { kinds: ['movie', 'short'], from: '', to: '', genres: '', adult: false };
const MOST_GENRES = 50;

/** The page on which files of films are brought. */
export async function showLoad(visit: Visit): Promise<Answer> {
  return page(await startPage(visit, USUAL, null));
}

/** Keeps files of films with what is wanted of them, and has them read. */
export async function postLoad(visit: Visit): Promise<Answer> {
  const { request, services, transact, viewer, now } = visit;
  const { files } = services;
  const sent = new URLSearchParams();
  const said = (name: string, value: string) => sent.append(name, value);
  const limits = { most: MOST_BYTES + AROUND, files: MOST_FILES };
  let brought: Awaited<ReturnType<typeof readUpload>>;
  try {
    brought = await readUpload(request, limits, files.put, files.release, said);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const large = error.code === 'form-too-large';
    return page(await startPage(visit, USUAL, large ? 'too-large' : 'broken'), large ? 413 : 400);
  }
  const form = formIn(sent);
  const wrong = wrongIn(form, brought.length);
  if (wrong !== null) {
    await files.release(brought.map(({ hash }) => hash));
    return page(await startPage(visit, form, wrong), 400);
  }
  const wanted = { ...wantedOf(form), licensed: sent.has('licensed') } satisfies Wanted;
  const id = await transact(async (writer) => {
    writer.afterCommit(services.wakeJobs);
    return bringFiles(writer, brought, viewer, now, { [FILMS_WANTED]: JSON.stringify(wanted) });
  });
  await until(async () => (await visit.reader.uploads.byId(id))?.state !== 'reading');
  return redirect(`/import/${id}`);
}

function formIn(sent: URLSearchParams): LoadForm {
  const text = (name: string) => (sent.get(name) ?? '').trim().slice(0, 1000);
  return {
    kinds: FILM_KINDS.filter((kind) => sent.getAll('kind').includes(kind)),
    from: text('from'),
    to: text('to'),
    genres: text('genres'),
    adult: sent.has('adult'),
  };
}

function wrongIn({ kinds, from, to }: LoadForm, files: number): LoadWrong | null {
  if (files === 0) return 'no-file';
  if (kinds.length === 0) return 'types';
  return [from, to].every((year) => /^(?:\d{4})?$/.test(year)) ? null : 'year';
}

function wantedOf({ kinds, from, to, genres, adult }: LoadForm): Omit<Wanted, 'licensed'> {
  const year = (text: string) => (text === '' ? null : Number(text));
  const named = genres.split(',').map((genre) => genre.trim());
  const some = named.filter((genre) => genre !== '').slice(0, MOST_GENRES);
  return { kinds: [...kinds], from: year(from), to: year(to), genres: some, adult };
}

async function startPage({ reader, viewer, now, frame }: Visit, form: LoadForm, wrong: LoadWrong | null) {
  const { imports } = await importsOf(reader, viewer, now);
  const loads = imports.filter(({ format }) => format.startsWith('films-'));
  return loadStartView(frame, { form, wrong, loads, bytes: MOST_BYTES });
}
