/**
 * The tables as both engines hold them: ids and slugs are text, instants are epoch milliseconds, viewing dates
 * are `YYYY[-MM[-DD]]`, flags are 0 or 1, ratings are half-stars from 1 to 10, and structured values are JSON text.
 */

export type Flag = 0 | 1;
/** Epoch milliseconds. */
export type Instant = number;
/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, without a time zone. */
export type DateText = string;
/** JSON text; the noun's own file in the store reads and writes it. */
export type Json = string;

export type Visibility = 'everyone' | 'members' | 'followers' | 'me' | 'draft';
/** Where an entry came from. */
export type Source = 'local' | 'letterboxd' | 'imdb' | 'trakt' | 'activitypub' | 'jsonld' | 'quote';
/** By what right an entry is shown. */
export type Basis = 'own' | 'permission' | 'excerpt' | 'federated';
/** Where what somebody wrote may be shown: on this site, in strips on others, on posters. */
export type AllowedUse = 'here' | 'strips' | 'posters';
/** Why an entry is kept from readers although its visibility would show it. */
export type Withheld = 'awaiting' | 'hidden' | 'rights' | 'deleted';
export type SpoilerState = 'yes' | 'no' | 'unknown';
export type TextFormat = 'plain' | 'lbml' | 'markdown' | 'html';
/** Found by us, or what somebody who may has said: it does name it, it does not, it names it in words we do not see. */
export type MentionState = 'found' | 'confirmed' | 'rejected' | 'added';
export type Role = 'owner' | 'curator' | 'moderator' | 'member';
/** Where files that were brought stand: being read, read, being imported, imported, or beyond our reading. */
export type UploadState = 'reading' | 'read' | 'importing' | 'imported' | 'broken';
/** What changes many things at once and can be undone: an import, or a curator's hand on films. */
export type BatchKind = 'import' | 'merge' | 'split' | 'removal';
export type BatchState = 'staging' | 'done' | 'undoing' | 'undone' | 'refused';
/**
 * Who says a fact of a film: a curator by hand, an import, a file of films, the demonstration, or a catalogue
 * elsewhere.
 */
export type FactSource = 'curator' | 'import' | 'file' | 'demonstration' | 'tmdb' | 'wikidata' | 'imdb';
