import type { Arranging } from '../domain/arrange.ts';
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
  /** What has just been done to it. */
  done: Arranging | null;
  /** Whether it moves on this page, or is only pinned and taken down. */
  moves: boolean;
}

/** The buttons of a curator below a review, and what the last one did. Works without a script, by keyboard. */
export function hands({ words, film, review, pinned, back, done, moves }: Hands): Html {
  const { arrange: w } = words;
  const button = (act: Arranging, said: string) =>
    html`<button class="door" name="do" value="${act}">${said}</button> `;
  const buttons =
    pinned === null
      ? button('pin', w.pin)
      : html`${moves && pinned.place > 1 && button('up', w.up)}${moves && pinned.place < pinned.of && button('down', w.down)}${button('unpin', w.unpin)}`;
  const said = done && w.done(done, pinned?.place ?? 0, pinned?.of ?? 0);
  return html`<form class="hands" method="post" action="/film/${film.slug}/arrange" aria-label="${w.label(review.authorName)}"><input type="hidden" name="review" value="${review.id}"><input type="hidden" name="back" value="${back}">${buttons}${said && html`<span role="status">${said}</span>`}</form>
`;
}
