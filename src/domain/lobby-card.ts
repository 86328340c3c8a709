import type { Film } from '../store/film.ts';
import type { FilmKey } from '../store/film-address.ts';
import type { Reader } from '../store/open.ts';
import type { ScreeningLine } from '../store/screening.ts';
import { notFound } from './errors.ts';
import { filmQuotes, type StandingQuote } from './quote.ts';
import { curates, type Viewer } from './viewer.ts';

const ID = /^[0-9a-v]{26}$/;
/** So many screenings of a film are offered a card of their own. */
const MOST_SCREENINGS = 50;

/** What a card for the lobby is made from. */
export interface LobbyCardPage {
  film: Film;
  directors: string[];
  /** The screenings that it may be for, the next first. */
  screenings: ScreeningLine[];
  /** The one it is for; null for the film, whenever it is shown. */
  screening: ScreeningLine | null;
  /** The quotes that it may carry; none for who does not curate. */
  quotes: StandingQuote[];
  /** The one it carries; null for none. */
  quote: StandingQuote | null;
}

/**
 * What a card for the lobby is made from: the film's, or one of its screenings'.
 *
 * @param asked ids of the screening and of the quote; null for none
 * @throws DomainError `not-found` also for a screening that is another film's, or a draft, and for a quote that stands
 * no longer
 */
export async function lobbyCardPage(
  reader: Reader,
  key: FilmKey,
  asked: { screening: string | null; quote: string | null },
  viewer: Viewer,
  { now, today }: { now: number; today: string },
): Promise<LobbyCardPage> {
  const film = await reader.films.byId(key.id);
  if (!film) throw notFound('film');
  const credits = await reader.films.credits(film.id);
  const drafts = curates(viewer);
  const all = await reader.screenings.list({ from: now, filmId: film.id, drafts, limit: MOST_SCREENINGS });
  const screenings = all.filter(({ state }) => state !== 'cancelled');
  const quotes = curates(viewer) ? await standingQuotes(reader, film.id, viewer, today) : [];
  const screening =
    asked.screening === null ? null : await screeningOf(reader, asked.screening, film, drafts);
  const quote = asked.quote === null ? null : (quotes.find(({ id }) => id === asked.quote) ?? null);
  if (asked.quote !== null && quote === null) throw notFound('quote');
  return {
    film,
    directors: credits.filter(({ role }) => role === 'director').map(({ name }) => name),
    ...{ screenings, screening, quotes, quote },
  };
}

async function screeningOf(
  reader: Reader,
  id: string,
  film: Film,
  drafts: boolean,
): Promise<ScreeningLine | null> {
  const one = ID.test(id) ? await reader.screenings.byId(id) : null;
  if (!one || one.filmId !== film.id || (one.draft && !drafts)) throw notFound('screening');
  return one;
}

async function standingQuotes(
  reader: Reader,
  filmId: string,
  viewer: Viewer,
  today: string,
): Promise<StandingQuote[]> {
  const { quotes } = await filmQuotes(reader, filmId, viewer, today);
  return quotes.flatMap((one) => (one.fallen === null ? [one] : []));
}
