import type { Film } from '../store/film.ts';
import type { Reader, Writer } from '../store/open.ts';
import { notFound } from './errors.ts';
import { forgetFormerWords } from './quote.ts';
import type { ShownReview } from './review.ts';
import { reviewPage } from './reviews.ts';
import type { FormerVersion, Was } from './version.ts';
import { moderates, type Viewer } from './viewer.ts';

/**
 * The former versions of a review, newest first. What nobody but its author could read is for nobody else here
 * either.
 *
 * @throws DomainError `not-found` for everybody but its author and the moderators
 */
export async function formerVersions(
  reader: Reader,
  id: string,
  viewer: Viewer,
): Promise<{ film: Film; review: ShownReview; versions: FormerVersion[] }> {
  const { film, review } = await reviewPage(reader, id, viewer);
  const own = review.authorId === viewer.authorId;
  if (!own && !moderates(viewer)) throw notFound('review');
  const versions = (await reader.entries.versions(id)) as FormerVersion[];
  return { film, review, versions: own ? versions : versions.filter(({ was }) => !isPrivate(was)) };
}

/**
 * Empties a former version for good; that there was one stays known. Its author may, and a moderator what they
 * can see of it.
 *
 * @throws DomainError `not-found` for everybody else, and when there is no such version
 */
export async function purgeVersion(
  writer: Writer,
  entryId: string,
  versionId: string,
  viewer: Viewer,
): Promise<void> {
  const { versions } = await formerVersions(writer, entryId, viewer);
  if (!versions.some((version) => version.id === versionId)) throw notFound('review');
  await writer.entries.purgeVersion(entryId, versionId);
  await forgetFormerWords(writer, entryId);
}

function isPrivate(was: Was | null): boolean {
  return was?.visibility === 'draft' || was?.visibility === 'me';
}
