import type { Standing } from '../../domain/mark.ts';
import type { Profile } from '../../domain/profile.ts';

/** A change to a mark that was there before the import; carried out when the batch is shown. */
export interface MarkPatch {
  authorId: string;
  filmId: string;
  said: Standing[];
}

/** What an export says differently of an entry that is there. */
export interface LoggedChange {
  entryId: string;
  viewed: string | null;
  rating: number | null;
  rewatch: boolean;
  tags: readonly string[];
  written: string | null;
  /** Letterboxd's markup; null without words. */
  text: string | null;
}

/** A list's row of the store without what the batch adds. */
export interface ListRow {
  title: string;
  description: string | null;
  description_html: string | null;
  tags: string;
  link: string | null;
  written: string | null;
}

export interface ItemRow {
  film_id: string;
  position: number;
  note: string | null;
  note_html: string | null;
}

/** What an export says differently of a list that is there: the whole of it, as it will be. */
export interface ListChange {
  listId: string;
  list: ListRow;
  items: ItemRow[];
}

/** What an export says of somebody that they have not said here. */
export interface ProfileChange {
  authorId: string;
  said: Profile;
}

/** What a record still has to do to things that were there before, once its batch is shown. */
export interface AccountLater {
  mark?: MarkPatch;
  logged?: LoggedChange;
  list?: ListChange;
  profile?: ProfileChange;
}
