import type { Entry } from '../store/entry.ts';
import type { SpoilerState, Visibility } from '../store/schema.ts';

/** How an entry was, as its history keeps it. Rating in half-stars, `viewed` a calendar date. */
export interface Was {
  title: string | null;
  rating: number | null;
  viewed: string | null;
  liked: boolean;
  rewatch: boolean;
  tags: string[];
  spoiler: SpoilerState;
  /** Missing in versions that an import replaced, which were for others to read. */
  visibility?: Visibility;
  html: string | null;
  source: string;
  /** Epoch milliseconds since when it had been so. */
  updated: number;
}

/** How an entry was before an edit. */
export interface FormerVersion {
  id: string;
  /** Epoch milliseconds at which it was replaced. */
  saved: number;
  /** Null once it was removed for good. */
  was: Was | null;
}

/** An entry in the shape its history keeps. */
export function versionOf(entry: Entry): Was {
  const { title, rating, viewed, liked, rewatch, tags, spoiler, visibility, review, updated } = entry;
  const words = { html: review?.html ?? null, source: review?.source ?? '' };
  return { title, rating, viewed, liked, rewatch, tags, spoiler, visibility, ...words, updated };
}
