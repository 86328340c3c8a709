import { DomainError, notFound } from '../../domain/errors.ts';
import type { FactSource, Film, FilmKey } from '../../domain/reader.ts';
import { type SplitAsked, splitLook } from '../../domain/split.ts';
import { cleanLine } from '../../domain/text/characters.ts';
import { splitFilm } from '../../interchange/films/split.ts';
import { type SplitView, type SplitWrong, splitChooseView, splitView } from '../../views/split.ts';
import { filmKey } from '../film-route.ts';
import { field, fields } from '../form.ts';
import { type Answer, moved, page, redirect, type Visit } from '../route.ts';
import { filmsToChoose } from './choose-film.ts';

/** So many things are moved at once at most, of each kind. */
const MOST = 200;
/** How long it waits for an import or a merge to end, in milliseconds. */
const PATIENCE = 1500;
const NEW = 'new';

/** Asks to which film something belongs, or shows what can be ticked. */
export async function showSplit(visit: Visit): Promise<Answer> {
  const { reader, frame, url } = visit;
  const key = await filmKey(visit);
  if (key.slug !== visit.params.slug) return moved(`/film/${key.slug}/split${url.search}`);
  const to = url.searchParams.get('to');
  const target = to === null || to === NEW ? null : await filmOf(visit, to);
  if (to === NEW || (target && target.id !== key.id))
    return page(await ticking(visit, key, target, { form: new FormData(), wrong: null }));
  return page(splitChooseView(frame, await filmsToChoose(reader, key.id, url)));
}

/** Moves what is ticked, and leads to the report. */
export async function postSplit(visit: Visit): Promise<Answer> {
  const { viewer, now, services } = visit;
  const key = await filmKey(visit);
  const form = await visit.form();
  const to = field(form, 'to');
  const target = to === NEW ? null : await filmOf(visit, to);
  if (to !== NEW && target === null) throw notFound('film');
  const year = field(form, 'year').trim();
  if (target === null && year !== '' && !/^\d{4}$/.test(year))
    return page(await ticking(visit, key, target, { form, wrong: 'year' }), 400);
  try {
    const asked = askedIn(form, key.id, target);
    const batch = await splitFilm(services.store, asked, viewer, () => now, PATIENCE);
    services.wakeJobs();
    return redirect(`/admin/films/${batch}`);
  } catch (error) {
    const wrong = wrongOf(error);
    return page(await ticking(visit, key, target, { form, wrong }), wrong === 'another-running' ? 409 : 400);
  }
}

function askedIn(form: FormData, film: string, target: Film | null): SplitAsked {
  const pairs = (name: string) =>
    some(form, name).map((one) => [one.slice(0, one.indexOf(' ')), one.slice(one.indexOf(' ') + 1)] as const);
  const year = field(form, 'year').trim();
  return {
    film,
    to: target
      ? { id: target.id }
      : { title: cleanLine(field(form, 'title')), year: year === '' ? null : Number(year) },
    entries: some(form, 'entry'),
    lists: some(form, 'list'),
    facts: pairs('fact').map(([source, path]) => ({ source: source as FactSource, field: path })),
    ids: pairs('id').map(([scheme, value]) => ({ scheme, value })),
  };
}

function some(form: FormData, name: string): string[] {
  return fields(form, name)
    .filter((one) => one !== '')
    .slice(0, MOST);
}

async function ticking(
  visit: Visit,
  key: FilmKey,
  to: Film | null,
  { form, wrong }: { form: FormData; wrong: SplitWrong | null },
) {
  const look = await splitLook(visit.reader, key.id, visit.viewer);
  const names = ['entry', 'list', 'fact', 'id'];
  const ticked = new Set(names.flatMap((name) => some(form, name).map((one) => `${name} ${one}`)));
  const typed = { title: field(form, 'title').slice(0, 500), year: field(form, 'year').slice(0, 20) };
  return splitView(visit.frame, { ...look, to, typed, ticked, wrong } satisfies SplitView);
}

async function filmOf({ reader }: Visit, id: string): Promise<Film | null> {
  return /^[0-9a-v]{26}$/.test(id) ? ((await reader.films.byIds([id]))[0] ?? null) : null;
}

/** Why it was not done, where a sentence says so; anything else is thrown on. */
function wrongOf(error: unknown): SplitWrong {
  if (!(error instanceof DomainError)) throw error;
  const codes: readonly string[] = [
    'nothing',
    'title',
    'year',
    'same-film',
    'another-running',
    'film',
  ] satisfies SplitWrong[];
  if (!codes.includes(error.code)) throw error;
  return error.code as SplitWrong;
}
