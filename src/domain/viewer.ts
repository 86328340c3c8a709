import type { Role } from '../store/schema.ts';

/** Somebody on whose behalf the store is read. Readers without an account have neither member nor author. */
export interface Viewer {
  memberId: string | null;
  authorId: string | null;
  role: Role | 'reader';
}

/** Everybody who is not signed in. */
export const READER: Viewer = Object.freeze({ memberId: null, authorId: null, role: 'reader' });

/** Whether somebody may see what is withheld from readers, to decide on it. */
export function moderates(viewer: Viewer): boolean {
  return viewer.role === 'owner' || viewer.role === 'moderator';
}

/** Whether somebody may arrange, quote and import for the site. */
export function curates(viewer: Viewer): boolean {
  return viewer.role === 'owner' || viewer.role === 'curator';
}
