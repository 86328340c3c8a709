import type { Instant } from './values.ts';

export type PictureKind = 'poster' | 'still';
/** Who brought a picture: somebody here, or a catalogue that is asked for facts. */
export type PictureSource = 'upload' | 'tmdb' | 'wikidata';
/** `waiting` to be fetched, `here`, or `refused`: it cannot be read or may not be shown. */
export type PictureState = 'waiting' | 'here' | 'refused';
export type PictureFormat = 'avif' | 'webp' | 'jpg';

export interface PicturesTable {
  id: string;
  film_id: string;
  kind: PictureKind;
  source: PictureSource;
  state: PictureState;
  /** Where its file is fetched; of an upload nothing. */
  file: string | null;
  /** Where it is from, as a page for people. */
  link: string | null;
  /** A code of ours (`ours`, `permission`) or the licence's own name; null where none is told. */
  licence: string | null;
  licence_link: string | null;
  /** Who is to be named with it. */
  credit: string | null;
  /** What is to be seen on it, for those who do not see it. */
  alt: string | null;
  /** Pixels of its largest size. */
  width: number | null;
  height: number | null;
  /** SHA-256 of what was brought, which is not kept itself. */
  original: string | null;
  /** Why it was not taken, or not yet. */
  problem: string | null;
  tries: number;
  /** When it is to be fetched; null where it is not. */
  due: Instant | null;
  member_id: string | null;
  created: Instant;
  /** When it was taken away; it goes for good later. */
  removed: Instant | null;
}

export interface PictureFilesTable {
  picture_id: string;
  format: PictureFormat;
  width: number;
  hash: string;
  size: number;
}

/** What somebody did with a picture. Which one stands on the film's page is a fact, and kept with those. */
export interface PictureActsTable {
  id: string;
  picture_id: string;
  act: 'added' | 'removed' | 'restored';
  member_id: string | null;
  created: Instant;
}
