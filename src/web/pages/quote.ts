import { DomainError, notFound } from '../../domain/errors.ts';
import { LONGEST_WORD } from '../../domain/poster-word.ts';
import {
  filmQuotes,
  LONGEST_QUOTE,
  makeQuote,
  type Quotable,
  quotable,
  quoteById,
  quoteOf,
  removeQuote,
} from '../../domain/quote.ts';
import { passagesIn } from '../../domain/text/quotable.ts';
import { fallenQuoteView, quotesView, quoteView } from '../../views/quote.ts';
import { drawnQuotes } from '../../views/quote-card.ts';
import { type QuoteFormView, type QuoteWrong, quoteFormView } from '../../views/quote-form.ts';
import { field, fields } from '../form.ts';
import { type Answer, page, redirect, type Visit } from '../route.ts';
import { idOf } from './review.ts';

const WRONG: readonly QuoteWrong[] = ['no-words', 'missing', 'within', 'too-long'];
const ID = /^[0-9a-v]{26}$/;

/** Where somebody chooses what is quoted from a review. */
export async function showQuoteForm(visit: Visit): Promise<Answer> {
  const shown = await quotable(visit.reader, idOf(visit), visit.viewer, visit.today);
  return page(quoteForm(visit, shown, {}));
}

/** Makes a quote of what was chosen, or shows how it reads; what cannot be is said, and nothing chosen is lost. */
export async function postQuote(visit: Visit): Promise<Answer> {
  const id = idOf(visit);
  const { viewer, transact, now, today } = visit;
  const form = await visit.form();
  const shown = await quotable(visit.reader, id, viewer, today);
  const passage = field(form, 'passage').slice(0, 5000);
  const ticked = fields(form, 'sentence').slice(0, 500);
  const given = passage.trim() === '' ? ticked : [passage];
  try {
    if (field(form, 'do') === 'make') {
      const made = await transact((writer) => makeQuote(writer, id, given, viewer, { now, today }));
      return redirect(`/quote/${made}`);
    }
    const { text } = quoteOf(shown.review.html ?? '', given.flatMap(passagesIn));
    return page(quoteForm(visit, shown, { ticked, passage, reads: text }));
  } catch (error) {
    const code = error instanceof DomainError ? error.code : null;
    // Since the form was made its author took back their word, or the review was marked: the form says so.
    const changed = code === 'tells' || code === 'no-word';
    const wrong = WRONG.find((one) => one === code) ?? null;
    if (!changed && wrong === null) throw error;
    const now = await quotable(visit.reader, id, viewer, today);
    return page(quoteForm(visit, now, { ticked, passage, wrong }), changed ? 409 : 400);
  }
}

/** The form, with what was chosen and typed. */
export function quoteForm(visit: Visit, shown: Quotable, given: Partial<QuoteFormView>) {
  const nothing = { ticked: [], passage: '', reads: null, wrong: null, notedWrong: null };
  const most = { quote: LONGEST_QUOTE, word: LONGEST_WORD };
  const noted = { word: '', until: '' };
  return quoteFormView(visit.frame, { ...nothing, ...shown, most, noted, ...given });
}

/** A quote: to be copied, and to be taken as a picture; 410 where it stands no longer. */
export async function showQuote(visit: Visit): Promise<Answer> {
  const { reader, viewer, frame, today } = visit;
  const quote = await quoteById(reader, quoteId(visit), viewer, today);
  const { filmId } = quote.review ?? (await reader.entries.toChange(quote.fallen ? quote.entryId : '')) ?? {};
  const film = filmId && (await reader.films.byId(filmId));
  if (!film) throw notFound('quote');
  if (quote.fallen !== null) {
    const { id, fallen, review } = quote;
    return page(fallenQuoteView(frame, { id, film, fallen, reviewId: review?.id ?? null }), 410);
  }
  const credits = await reader.films.credits(film.id);
  const drawn = drawnQuotes({ quote, film, credits, site: visit.site, origin: visit.origin });
  return page(quoteView(frame, { quote, film, drawn }));
}

/** Takes a quote away, or brings it back. */
export async function postOneQuote(visit: Visit): Promise<Answer> {
  const id = quoteId(visit);
  const { reader, viewer, transact, now, today } = visit;
  const removed = field(await visit.form(), 'do') !== 'restore';
  await transact((writer) => removeQuote(writer, id, removed, viewer, now));
  if (!removed) return redirect(`/quote/${id}`);
  const { review } = await quoteById(reader, id, viewer, today);
  return redirect(
    review ? `/film/${encodeURIComponent(review.filmSlug)}/quotes?removed=${id}` : `/quote/${id}`,
  );
}

/** The quotes of a film's reviews. */
export async function showFilmQuotes(visit: Visit): Promise<Answer> {
  const { reader, viewer, frame, params, url, today } = visit;
  const key = await reader.films.key(params.slug ?? '');
  const film = key && (await reader.films.byId(key.id));
  if (!film) throw notFound('film');
  const asked = (name: string) => {
    const value = url.searchParams.get(name);
    return value !== null && ID.test(value) ? value : null;
  };
  const shown = await filmQuotes(reader, film.id, viewer, today, asked('before'));
  return page(quotesView(frame, { film, ...shown, removed: asked('removed') }));
}

function quoteId({ params }: Visit): string {
  const id = params.id ?? '';
  if (!ID.test(id)) throw notFound('quote');
  return id;
}
