import type { Review } from '../store/review.ts';

/**
 * The place a review still lives and is named by in its heading, "on Letterboxd": null for what a member of this
 * site wrote or brought here, and for an author from nowhere in particular.
 */
export function livesOn(review: Pick<Review, 'username' | 'place'>): string | null {
  return review.username === null ? review.place : null;
}

/** Where a member's own review was first written, for the quiet line under it; null where it was written here. */
export function firstWrittenOn(review: Pick<Review, 'username' | 'place' | 'source'>): string | null {
  return review.username !== null && review.source !== 'local' ? review.place : null;
}

/** Whether the words are kept closed until a reader asks: a spoiler, for whoever has not logged the film. */
export function closed(review: Pick<Review, 'spoiler' | 'authorId'>, seen: boolean): boolean {
  return review.spoiler === 'yes' && !seen;
}

/** The tags of an entry. */
export function tagsOf(review: Pick<Review, 'tags'>): string[] {
  return JSON.parse(review.tags) as string[];
}
