import type { Details, ProblemCode } from '../../domain/import.ts';
import type { Rating } from '../../domain/rating.ts';
import type { ViewingDate } from '../../domain/viewing-date.ts';

/** A film as the exports of accounts name it: a title, perhaps a year, perhaps a link. */
export interface NamedFilm {
  title: string;
  year: number | null;
  id: { scheme: string; value: string } | null;
}

/** Who an account belongs to. The address of their mail is never read. */
export interface ProfileFacts {
  username: string;
  /** As they sign: their name, else the username. */
  name: string;
  /** A calendar date. */
  joined: string | null;
  location: string | null;
  website: string | null;
  /** Letterboxd's markup, byte for byte. */
  bio: string | null;
  pronoun: string | null;
  /** At most four, in their order. */
  favourites: readonly { scheme: string; value: string }[];
}

/** One standing state of a film, and the calendar date it was set. */
export interface MarkFacts {
  state: 'watched' | 'rated' | 'watchlist' | 'liked';
  day: string | null;
  /** Half-stars; only where the state is `rated`. */
  rating: Rating | null;
}

/** One logged occasion: a viewing, a review, or both. */
export interface LoggedFacts {
  /** The entry's own link, which diary and reviews share. */
  link: string | null;
  /** The calendar date it was added, which is that of its writing. */
  added: string | null;
  viewed: ViewingDate | null;
  rating: Rating | null;
  rewatch: boolean;
  tags: readonly string[];
  /** Letterboxd's markup, byte for byte; null in a diary, which has no words. */
  text: string | null;
}

/** A list's head, and one of its films. `list` is the path of its file, which is where both stand. */
export interface ListFacts {
  list: string;
  name: string;
  made: string | null;
  tags: readonly string[];
  link: string | null;
  /** Letterboxd's markup. */
  description: string | null;
}

export interface ListItemFacts {
  list: string;
  /** From 1, as the file counts; null when it does not. */
  position: number | null;
  /** Letterboxd's markup. */
  note: string | null;
}

/** A remark under what somebody else wrote. */
export interface CommentFacts {
  /** The link of what it answers. */
  on: string;
  made: string | null;
  /** Letterboxd's markup. */
  text: string;
}

/** What one data record of an account's export says. */
export type AccountRecord =
  | { profile: ProfileFacts }
  | { film: NamedFilm; mark: MarkFacts }
  | { film: NamedFilm; logged: LoggedFacts }
  | { list: ListFacts }
  | { film: NamedFilm; item: ListItemFacts }
  | { comment: CommentFacts }
  | { code: ProblemCode; details: Details };

/**
 * One data record, and where it stands. `row` is the line of the file it begins on. `removed` where its author
 * had deleted it, or where what it belongs to is gone.
 */
export interface AccountRow {
  file: string;
  row: string;
  removed: boolean;
  record: AccountRecord;
}

/** Something to be said of a whole file of an export, of which no row is taken. */
export interface FileProblem {
  file: string;
  code: ProblemCode;
  details: Details;
}
