import { DomainError, notFound } from '../../domain/errors.ts';
import type { Film } from '../../domain/reader.ts';
import {
  addScreenings,
  changeScreening,
  removeScreening,
  type ScreeningInput,
  type ScreeningLine,
} from '../../domain/screening.ts';
import { readDate, readShowings, readTime } from '../../domain/showings.ts';
import {
  type ScreeningFormView,
  type ScreeningFormWrong,
  type ScreeningWrong,
  screeningFormView,
} from '../../views/screening-form.ts';
import { field } from '../form.ts';
import { type Answer, page, redirect, type Visit } from '../route.ts';

const EMPTY: ScreeningInput = {
  doors: '',
  ends: '',
  room: '',
  format: '',
  spoken: '',
  language: '',
  subtitles: '',
  tickets: '',
  note: '',
  series: '',
  state: 'on',
  draft: false,
};

/** The form for new screenings of a film; after some were entered it is ready for more at the same venue. */
export async function showAddScreenings(visit: Visit): Promise<Answer> {
  const film = await filmOf(visit);
  const { searchParams } = visit.url;
  const added = count(searchParams.get('added'));
  const there = count(searchParams.get('there'));
  const done = added === null ? null : visit.words.screening.form.added(added, there ?? 0);
  const venueId = searchParams.get('venue') ?? '';
  return page(await form(visit, { film, venueId, details: EMPTY, done }));
}

/** Enters screenings; what cannot be read is said beside its field, and nothing typed is lost. */
export async function postAddScreenings(visit: Visit): Promise<Answer> {
  const film = await filmOf(visit);
  const sent = await visit.form();
  const typed = field(sent, 'showings').slice(0, 20_000);
  const venueId = field(sent, 'venue');
  const details = detailsIn(sent);
  const { showings, unread } = readShowings(typed, visit.today);
  const again = async (wrong: Partial<ScreeningFormWrong>) =>
    page(await form(visit, { film, venueId, details, showings: typed, wrong: wrongIn(wrong) }), 400);
  if (unread.length > 0) return again({ unread });
  try {
    const input = { filmId: film.id, venueId, showings, details };
    const added = await visit.transact((writer) => addScreenings(writer, input, visit.viewer, visit.now));
    const there = showings.length - added;
    const query = new URLSearchParams({ added: String(added), there: String(there), venue: venueId });
    return redirect(`/film/${film.slug}/screenings/add?${query}`);
  } catch (error) {
    return again(refusal(error));
  }
}

/** The form for one screening. */
export async function showEditScreening(visit: Visit): Promise<Answer> {
  const one = await screeningOf(visit);
  const film = filmShown(one);
  const { id, venueId, day, time } = one;
  const done = visit.url.searchParams.has('saved') ? visit.words.screening.form.saved : null;
  return page(await form(visit, { film, id, venueId, day, time, details: inputOf(one), done }));
}

/** Changes one screening, or removes it. */
export async function postEditScreening(visit: Visit): Promise<Answer> {
  const one = await screeningOf(visit);
  const sent = await visit.form();
  const { transact, viewer, now, today } = visit;
  const film = filmShown(one);
  if (field(sent, 'do') === 'remove') {
    await transact((writer) => removeScreening(writer, one.id, viewer));
    return redirect('/admin/programme?done=removed');
  }
  const [day, time, venueId] = [field(sent, 'day'), field(sent, 'time'), field(sent, 'venue')];
  const details = detailsIn(sent);
  const showing = { day: readDate(day.trim(), today) ?? '', time: readTime(time) ?? '' };
  try {
    const input = { venueId, showing, details };
    await transact((writer) => changeScreening(writer, one.id, input, viewer, now));
    return redirect(`/screening/${one.id}/edit?saved=1`);
  } catch (error) {
    const wrong = wrongIn(refusal(error));
    return page(await form(visit, { film, id: one.id, venueId, day, time, details, wrong }), 400);
  }
}

async function filmOf({ reader, params }: Visit): Promise<Film> {
  const key = await reader.films.key(params.slug ?? '');
  const film = key && (await reader.films.byId(key.id));
  if (!film) throw notFound('film');
  return film;
}

async function screeningOf({ reader, params }: Visit): Promise<ScreeningLine> {
  const one = await reader.screenings.byId(params.id ?? '');
  if (!one) throw notFound('screening');
  return one;
}

async function form(
  visit: Visit,
  given: Pick<ScreeningFormView, 'film' | 'venueId' | 'details'> & Partial<ScreeningFormView>,
) {
  const venues = await visit.reader.venues.list();
  const none = { id: null, showings: '', day: '', time: '', wrong: null, done: null };
  return screeningFormView(visit.frame, { ...none, venues, ...given });
}

function detailsIn(sent: FormData): ScreeningInput {
  const text = (name: keyof ScreeningInput) => field(sent, name).slice(0, 5000);
  const said = Object.keys(EMPTY).map((name) => [name, text(name as keyof ScreeningInput)]);
  return { ...(Object.fromEntries(said) as unknown as ScreeningInput), draft: field(sent, 'draft') !== '' };
}

function inputOf(one: ScreeningLine): ScreeningInput {
  const said = Object.keys(EMPTY).map((name) => [name, one[name as keyof ScreeningInput] ?? '']);
  return { ...(Object.fromEntries(said) as unknown as ScreeningInput), draft: one.draft };
}

/** What a form is sent back for; anything else is thrown on. */
function refusal(error: unknown): Partial<ScreeningFormWrong> {
  if (!(error instanceof DomainError)) throw error;
  const { kind, code, details } = error;
  if (kind === 'not-found' && code === 'venue') return { code: 'venue' };
  if (kind !== 'invalid') throw error;
  if (code === 'skipped') return { skipped: { day: String(details.day), time: String(details.time) } };
  return { code: code as ScreeningWrong };
}

function wrongIn(some: Partial<ScreeningFormWrong>): ScreeningFormWrong {
  return { code: null, unread: [], skipped: null, ...some };
}

function count(text: string | null): number | null {
  return text !== null && /^\d{1,4}$/.test(text) ? Number(text) : null;
}

/** The film that a screening shows, as its form names it. */
function filmShown(one: ScreeningLine) {
  const { filmId: id, filmSlug: slug, filmTitle: title, filmYear: year, filmPoster: poster } = one;
  return { id, slug, title, year, poster };
}
