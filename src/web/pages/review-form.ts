import { z } from 'zod';
import {
  checkEntry,
  type EntryInput,
  firstWaits,
  LONGEST_REVIEW,
  wordsHere,
  writeEntry,
} from '../../domain/entry.ts';
import { DomainError, notFound } from '../../domain/errors.ts';
import { filmPage } from '../../domain/film.ts';
import type { Rating } from '../../domain/rating.ts';
import type { FilmKey, WaitingReview } from '../../domain/reader.ts';
import { cleanLine } from '../../domain/text/characters.ts';
import type { Viewer } from '../../domain/viewer.ts';
import { viewingDate } from '../../domain/viewing-date.ts';
import { hashOf, keepWaiting, WAITING_DAYS } from '../../domain/waiting.ts';
import { type ReviewProblem, type ReviewValues, reviewFormView } from '../../views/review-form.ts';
import { whenBusy } from '../failure.ts';
import { field } from '../form.ts';
import { type Answer, body, moved, page, redirect, type Visit } from '../route.ts';

export const EMPTY: ReviewValues = {
  rating: '',
  liked: '',
  text: '',
  spoiler: '',
  today: '',
  year: '',
  month: '',
  day: '',
  rewatch: '',
  title: '',
  tags: '',
  language: '',
  visibility: 'everyone',
};

/** A form that was sent: what was typed, and what it says, or what needs another look. */
export interface Sent {
  values: ReviewValues;
  input: EntryInput;
  problems: ReviewProblem[];
}

const RATING = z.string().regex(/^([1-9]|10)?$/);
const LANGUAGE = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/);
const VISIBILITY = z.enum(['everyone', 'members', 'followers', 'me', 'draft']).catch('everyone');

/** The fields of a form as typed; what is no field of it is not there. */
export function typedIn(form: FormData): ReviewValues {
  const typed = Object.keys(EMPTY).map((name) => [name, field(form, name).replaceAll('\0', '')]);
  const values = Object.fromEntries(typed) as ReviewValues;
  return { ...values, visibility: form.has('draft') ? 'draft' : values.visibility || 'everyone' };
}

/** What typed fields say. `today` is the site's calendar date. */
export function readReview(typed: Partial<ReviewValues>, today: string): Sent {
  const values = { ...EMPTY, ...typed };
  const problems: ReviewProblem[] = [];
  const rating = RATING.safeParse(values.rating);
  if (!rating.success) problems.push({ field: 'rating', code: 'rating' });
  const viewed = readDate(values, today, problems);
  const language = LANGUAGE.safeParse(values.language);
  const input: EntryInput = {
    rating: rating.success && rating.data !== '' ? (Number(rating.data) as Rating) : null,
    liked: values.liked !== '',
    viewed,
    rewatch: values.rewatch !== '',
    tags: [...new Set(values.tags.split(',').map(cleanLine))].filter((tag) => tag !== ''),
    title: cleanLine(values.title) || null,
    text: values.text,
    format: 'lbml',
    spoiler: values.spoiler !== '' ? 'yes' : 'no',
    language: language.success ? language.data : null,
    visibility: VISIBILITY.parse(values.visibility),
  };
  if (problems.length === 0) problems.push(...problemsOf(input));
  return { values, input, problems };
}

const FIELD_OF: Record<string, ReviewProblem> = {
  'too-long': { field: 'text', code: 'too-long' },
  'nothing-said': { field: 'text', code: 'nothing-said' },
  'title-too-long': { field: 'title', code: 'title-too-long' },
  'too-many-tags': { field: 'tags', code: 'too-many-tags' },
  'tag-too-long': { field: 'tags', code: 'tag-too-long' },
};

function problemsOf(input: EntryInput): ReviewProblem[] {
  try {
    checkEntry(input);
    return [];
  } catch (error) {
    const problem = error instanceof DomainError && FIELD_OF[error.code];
    if (!problem) throw error;
    return [problem];
  }
}

/** A viewing date from its parts; today where that was ticked and no part says another day. */
function readDate(values: ReviewValues, today: string, problems: ReviewProblem[]): string | null {
  const [year, month, day] = [values.year.trim(), values.month.trim(), values.day.trim()];
  const wrong = (name: 'year' | 'month' | 'day', code: ReviewProblem['code']) => {
    problems.push({ field: name, code });
    return null;
  };
  if (year === '' && month === '' && day === '') return viewingDate(values.today);
  if (year === '') return wrong('year', 'year-missing');
  if (viewingDate(year) === null) return wrong('year', 'year');
  if (month === '') return day === '' ? notToCome(year) : wrong('month', 'month-missing');
  const toMonth = viewingDate(`${year}-${month.padStart(2, '0')}`);
  if (toMonth === null) return wrong('month', 'day');
  if (day === '') return notToCome(toMonth);
  const toDay = viewingDate(`${toMonth}-${day.padStart(2, '0')}`);
  return toDay === null ? wrong('day', 'day') : notToCome(toDay);

  function notToCome(date: string): string | null {
    // Where somebody is, it may be tomorrow already.
    const tomorrow = new Date(Date.parse(today) + 86_400_000).toISOString().slice(0, date.length);
    return date > tomorrow
      ? wrong(date.length === 4 ? 'year' : date.length === 7 ? 'month' : 'day', 'to-come')
      : date;
  }
}

/** The film of an address that begins `/film/:slug`; a former slug leads on. */
export async function filmOf(visit: Visit): Promise<FilmKey> {
  const key = await visit.reader.films.key(visit.params.slug ?? '');
  if (!key) throw notFound('film');
  return key;
}

/** The form to add a review: empty, or with the words this browser has sent before and not published. */
export async function showReviewForm(visit: Visit): Promise<Answer> {
  const key = await filmOf(visit);
  if (key.slug !== visit.params.slug) return moved(`/film/${key.slug}/review`);
  const kept = await keptHere(visit, key);
  return page(await formPage(visit, key, kept ? { ...EMPTY, ...kept.form } : EMPTY, [], kept !== null));
}

async function formPage(
  visit: Visit,
  key: FilmKey,
  values: ReviewValues,
  problems: ReviewProblem[],
  kept: boolean,
  why: 'busy' | 'full' | null = null,
) {
  const { reader, member, site, frame, today } = visit;
  const film = await reader.films.byId(key.id);
  if (!film) throw notFound('film');
  const first = site.settings.firstReviewWaits && (!member || member.role === 'member');
  return reviewFormView(frame, {
    film,
    kind: 'add',
    action: `/film/${key.slug}/review`,
    values,
    problems,
    member: member !== null,
    today,
    kept,
    busy: why === 'busy',
    full: why === 'full',
    waits: first && (!member || (await reader.members.published(member.authorId)) === 0),
    closed: member === null && !site.settings.newcomers && problems.length === 0 && !kept && !why,
    key: `${key.id}:${member?.username ?? ''}`,
    back: `/film/${key.slug}`,
  });
}

/** Publishes what a member wrote; keeps what anybody else did, and asks who they are. */
export async function postReview(visit: Visit): Promise<Answer> {
  const key = await filmOf(visit);
  const sent = readReview(typedIn(await visit.form()), visit.today);
  const answer = await takeReview(visit, key, sent).catch(whyNot);
  return typeof answer === 'string'
    ? page(await formPage(visit, key, sent.values, sent.problems, false, answer), 503)
    : answer;
}

/** Why a review was not taken though nothing is wrong with it; anything else is thrown on. */
function whyNot(error: unknown): 'busy' | 'full' {
  return error instanceof DomainError && error.code === 'too-many-waiting' ? 'full' : whenBusy(error);
}

async function takeReview(visit: Visit, key: FilmKey, sent: Sent): Promise<Answer> {
  const { member, transact, now, words } = visit;
  const kept = await keptHere(visit, key);
  const token = kept && tokenHere(visit);
  if (sent.problems.length > 0) {
    const answer = await formPage(visit, key, sent.values, sent.problems, false);
    // A review whose link was mailed keeps the words that can be published.
    if (kept?.email) return page(answer, 400);
    const typed = { filmId: key.id, form: withinReason(sent.values), language: words.language };
    const held = await transact((writer) => keepWaiting(writer, typed, token, now));
    return page(answer, 400, [draftCookie(visit, key, held)]);
  }
  if (!member) {
    const typed = {
      filmId: key.id,
      form: sent.values,
      language: words.language,
    };
    const held = await transact((writer) => keepWaiting(writer, typed, token, now));
    return redirect(`/film/${key.slug}/review/${held}`, [draftCookie(visit, key, held)]);
  }
  const id = await transact(async (writer) => {
    const waits = await firstWaits(writer, visit.site.settings, member);
    if (kept) await writer.waiting.remove(kept.id);
    const by = { authorId: member.authorId, memberId: member.id, now, today: visit.today, waits };
    return writeEntry(writer, key.id, sent.input, by);
  });
  return redirect(await whereShown(visit, key, id, visit.viewer), publishedCookies(visit, key));
}

/** What is kept of a form that could not be read: never more than a review may be long. */
function withinReason(values: ReviewValues): ReviewValues {
  const cut = Object.entries(values).map(([name, value]) => [
    name,
    value.slice(0, name === 'text' ? LONGEST_REVIEW * 2 : 5000),
  ]);
  return Object.fromEntries(cut) as ReviewValues;
}

/** A review's place: on its film's page where it is among those shown, else its own page. */
export async function whereShown(visit: Visit, key: FilmKey, id: string, viewer: Viewer): Promise<string> {
  const shown = await filmPage(visit.reader, key, viewer, visit.site.settings.reviewsOnFilmPage, visit.now);
  const there = shown?.reviews.some((review) => review.id === id);
  return there ? `/film/${key.slug}#review-${id}` : `/review/${id}`;
}

/** How a text will look, for the form's live preview. */
export async function preview(visit: Visit): Promise<Answer> {
  const text = field(await visit.form(), 'text').slice(0, LONGEST_REVIEW);
  return body(wordsHere(text)?.html ?? '', 'text/html; charset=utf-8');
}

const DRAFT = 'review-draft';

function tokenHere({ request }: Visit): string | null {
  return (
    /(?:^|;\s*)review-draft=([\w-]{20,64})(?:;|$)/.exec(request.headers.get('cookie') ?? '')?.[1] ?? null
  );
}

/** The words this browser has sent for a film and that are not published yet. */
async function keptHere(visit: Visit, key: FilmKey): Promise<WaitingReview | null> {
  const token = tokenHere(visit);
  const row = token && (await visit.reader.waiting.byTokenHash(hashOf(token)));
  return row && row.filmId === key.id && row.entryId === null ? row : null;
}

/** Brings the words back to the form of this film, in this browser, and nowhere else. */
export function draftCookie(visit: Visit, key: FilmKey, token: string): string {
  return cookie(visit, key, `${DRAFT}=${token}; HttpOnly; Max-Age=${WAITING_DAYS * 86_400}`);
}

/** After publishing: the words need not come back, and what the browser keeps of them can go. */
export function publishedCookies(visit: Visit, key: FilmKey): string[] {
  return [
    cookie(visit, key, `${DRAFT}=; HttpOnly; Max-Age=0`),
    cookie(visit, key, `review-published=${visit.now}; Max-Age=86400`),
  ];
}

function cookie({ origin }: Visit, key: FilmKey, value: string): string {
  const secure = origin.startsWith('https:') ? '; Secure' : '';
  return `${value}; Path=/film/${encodeURIComponent(key.slug)}/review; SameSite=Lax${secure}`;
}
