import type { Arranged, Arranging } from '../domain/arrange.ts';
import type { ShownReview } from '../domain/review.ts';
import type { Words } from '../words/words.ts';
import { type Html, html } from './html.ts';

/** What a curator can do with one review where it stands. */
export interface Hands {
  words: Words;
  film: { slug: string };
  review: { id: string; authorName: string };
  /** Its place among the pinned reviews, from 1, and how many those are; null for one that is not pinned. */
  pinned: { place: number; of: number } | null;
  /** The page to come back to. */
  back: string;
  /** What has just been done to a review; said where it was this one. */
  arranged: Arranged | null;
  /** Whether it moves on this page, or is only pinned and taken down. */
  moves: boolean;
}

/** The buttons of a curator below a review, and what the last one did. Works without a script, by keyboard. */
export function hands({ words, film, review, pinned, back, arranged, moves }: Hands): Html {
  const { arrange: w } = words;
  const button = (act: Arranging, said: string) =>
    html`<button class="door" name="do" value="${act}">${said}</button> `;
  const buttons =
    pinned === null
      ? button('pin', w.pin)
      : html`${moves && pinned.place > 1 && button('up', w.up)}${moves && pinned.place < pinned.of && button('down', w.down)}${button('unpin', w.unpin)}`;
  const said = arranged?.id === review.id && sayArranged(arranged, pinned, words);
  return html`<form class="hands" method="post" action="/film/${film.slug}/arrange" aria-label="${w.label(review.authorName)}"><input type="hidden" name="review" value="${review.id}"><input type="hidden" name="back" value="${back}">${buttons}${said && html`<span role="status">${said}</span>`}</form>
`;
}

/** What has just been done, as a sentence. */
export function sayArranged({ act, most }: Arranged, pinned: Hands['pinned'], { arrange: w }: Words): string {
  return act === 'full' ? w.tooMany(most) : w.done(act, pinned?.place ?? 0, pinned?.of ?? 0);
}

/** Whether a review can lead its film's page: it has words that everyone may read. */
export function canLead({ html: words, visibility, withheld }: ShownReview): boolean {
  return words !== null && visibility === 'everyone' && withheld === null;
}
