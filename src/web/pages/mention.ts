import { DomainError } from '../../domain/errors.ts';
import { namedFilmsPage, sayNamed } from '../../domain/mention.ts';
import { namedFilmsView } from '../../views/mention.ts';
import { field } from '../form.ts';
import { type Answer, page, redirect, type Visit } from '../route.ts';
import { idOf } from './review.ts';

/** So many letters of what somebody types are looked for. */
const LONGEST = 320;

/** The films a review names, for whoever may say that it does not, and those called as was asked. */
export async function showNamed(visit: Visit): Promise<Answer> {
  const asked = (visit.url.searchParams.get('title') ?? '').slice(0, LONGEST);
  const shown = await namedFilmsPage(visit.reader, idOf(visit), visit.viewer, asked.replaceAll('\0', ''));
  return page(namedFilmsView(visit.frame, { ...shown, asked }));
}

/** Says that a review names a film, or that it does not. */
export async function postNamed(visit: Visit): Promise<Answer> {
  const id = idOf(visit);
  const form = await visit.form();
  const [added, removed] = [field(form, 'add'), field(form, 'remove')];
  const film = added || removed;
  if (!/^[0-9a-v]{26}$/.test(film)) throw new DomainError('not-found', 'film');
  await visit.transact((writer) => sayNamed(writer, id, film, added !== '', visit.viewer));
  return redirect(`/review/${id}/films`);
}
