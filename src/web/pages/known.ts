import { notFound } from '../../domain/errors.ts';
import { knownPage } from '../../domain/known.ts';
import { curates } from '../../domain/viewer.ts';
import { knownView } from '../../views/known.ts';
import { type Answer, moved, page, type Visit } from '../route.ts';

/** All that is known of a film. */
export async function showKnown(visit: Visit): Promise<Answer> {
  const { reader, film: key, params, frame, origin, viewer } = visit;
  if (!key) throw notFound('film');
  if (key.slug !== params.slug) return moved(`/film/${key.slug}/about`);
  const known = await knownPage(reader, key);
  const url = `${origin}/film/${encodeURIComponent(key.slug)}/about`;
  return page(knownView(frame, { ...known, url, curates: curates(viewer) }));
}
