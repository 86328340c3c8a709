import type { Reader } from '../store/open.ts';
import type { Viewer } from './viewer.ts';

/** Which of these films somebody has logged; they are shown all that is said of those. */
export async function loggedAmong(
  reader: Reader,
  viewer: Viewer,
  filmIds: readonly string[],
): Promise<Set<string>> {
  return viewer.authorId === null ? new Set() : reader.marks.loggedAmong(viewer.authorId, filmIds);
}
