import type { Generated } from 'kysely';
import type { Flag } from './values.ts';

/** A thing as it is found; `titles` and `makers` are folded, one on a line. */
export interface SearchThingsTable {
  number: Generated<number>;
  thing_id: string;
  kind: 'film' | 'person' | 'member' | 'list' | 'review';
  tier: number;
  year: number | null;
  titles: string;
  makers: string;
}

export interface SearchKeysTable {
  /** Kind, tier and place in one number; see search/document.ts. */
  bucket: number;
  key: string;
  number: number;
}

export interface SearchWordsTable {
  word: string;
  /** How many things have it in a title or a name. */
  things: number;
}

export interface SearchNearTable {
  near: string;
  word: string;
}

/** Which entries bear a tag; `tag` is folded. */
export interface SearchTagsTable {
  entry_id: string;
  tag: string;
  author_id: string;
  written_key: string;
}

/** What has to be found anew before the transaction ends; of `tags`, an entry that bears some. Of `more`, a film that
 * may lead to others from now on, and of `listed`, a list whose films may. */
export interface SearchChangedTable {
  number: Generated<number>;
  kind: SearchThingsTable['kind'] | 'tags' | 'more' | 'listed';
  thing_id: string;
  whole: Flag;
}
