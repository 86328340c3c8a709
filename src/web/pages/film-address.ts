import { DomainError, notFound } from '../../domain/errors.ts';
import { readdress } from '../../domain/film-address.ts';
import type { FilmKey } from '../../domain/reader.ts';
import { removeFilm } from '../../interchange/films/remove.ts';
import { type AddressWrong, filmAddressView } from '../../views/film-address.ts';
import { filmKey } from '../film-route.ts';
import { field } from '../form.ts';
import { type Answer, moved, page, redirect, type Visit } from '../route.ts';

/** How long it waits for an import or a merge to end, in milliseconds. */
const PATIENCE = 1500;

/** A film's address, and whether it can be taken away. */
export async function showAddress(visit: Visit): Promise<Answer> {
  const key = await filmKey(visit);
  if (key.slug !== visit.params.slug) return moved(`/film/${key.slug}/address${visit.url.search}`);
  return page(await addressPage(visit, key, null));
}

/** Gives a film another address, or takes it away. */
export async function postAddress(visit: Visit): Promise<Answer> {
  const { viewer, transact, services, now } = visit;
  const key = await filmKey(visit);
  const form = await visit.form();
  const typed = {
    slug: field(form, 'slug').slice(0, 300),
    leadsTo: field(form, 'leads-to').trim().slice(0, 300),
  };
  try {
    if (field(form, 'do') !== 'remove') {
      const slug = await transact((writer) => readdress(writer, key.id, typed.slug, viewer));
      return redirect(`/film/${encodeURIComponent(slug)}/address?done=saved`);
    }
    const leadsTo = typed.leadsTo === '' ? null : (await filmAt(visit, typed.leadsTo)).id;
    const asked = { film: key.id, leadsTo };
    const batch = await removeFilm(services.store, asked, viewer, () => now, PATIENCE);
    return redirect(`/admin/films/${batch}`);
  } catch (error) {
    const wrong = wrongOf(error);
    return page(await addressPage(visit, key, { ...typed, wrong }), wrong === 'another-running' ? 409 : 400);
  }
}

async function addressPage(
  { reader, frame, url }: Visit,
  key: FilmKey,
  typed: Parameters<typeof filmAddressView>[1]['typed'],
) {
  const film = await reader.films.byId(key.id);
  if (!film) throw notFound('film');
  const saved = typed === null && url.searchParams.get('done') === 'saved';
  return filmAddressView(frame, { film, bare: await reader.filmMoves.isBare(key.id), saved, typed });
}

/** The film somebody names by its address, with or without what stands before it. */
async function filmAt({ reader }: Visit, typed: string): Promise<FilmKey> {
  const slug = typed.replace(/^.*\/film\//, '').replace(/[/?#].*$/, '');
  const key = await reader.films.key(slug);
  if (!key) throw notFound('film');
  return key;
}

/** Why it was not done, where a sentence says so; anything else is thrown on. */
function wrongOf(error: unknown): AddressWrong {
  if (!(error instanceof DomainError)) throw error;
  const codes: readonly string[] = [
    'slug',
    'slug-taken',
    'film',
    'same-film',
    'in-use',
    'another-running',
  ] satisfies AddressWrong[];
  if (!codes.includes(error.code)) throw error;
  return error.code as AddressWrong;
}
