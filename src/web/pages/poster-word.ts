import { DomainError } from '../../domain/errors.ts';
import { allowOnPosters, notePosterWord } from '../../domain/poster-word.ts';
import { quotable } from '../../domain/quote.ts';
import type { PosterWordWrong } from '../../views/quote-form.ts';
import { field } from '../form.ts';
import { type Answer, page, redirect, type Visit } from '../route.ts';
import { quoteForm } from './quote.ts';
import { idOf } from './review.ts';

const WRONG: readonly PosterWordWrong[] = ['no-word', 'word-too-long', 'until'];

/** Lets one's own review onto posters; a curator notes the word of somebody who is no member. Both can be taken back. */
export async function postPosterWord(visit: Visit): Promise<Answer> {
  const id = idOf(visit);
  const { reader, viewer, transact, now } = visit;
  const form = await visit.form();
  const allowed = field(form, 'do') === 'allow';
  const review = await reader.reviews.byId(id, viewer);
  if (review && review.authorId === viewer.authorId) {
    await transact((writer) => allowOnPosters(writer, id, allowed, viewer, now));
    return redirect(`/review/${id}`);
  }
  const noted = { word: field(form, 'word').slice(0, 5000), until: field(form, 'until').trim().slice(0, 40) };
  try {
    const said = allowed ? { word: noted.word, until: noted.until || null } : null;
    await transact((writer) => notePosterWord(writer, id, said, viewer, now));
    return redirect(`/review/${id}/quote`);
  } catch (error) {
    const notedWrong = error instanceof DomainError ? WRONG.find((code) => code === error.code) : undefined;
    if (!notedWrong) throw error;
    const shown = await quotable(reader, id, viewer, visit.today);
    return page(quoteForm(visit, shown, { noted, notedWrong }), 400);
  }
}
