import { personPage } from '../../domain/person.ts';
import { personView } from '../../views/person.ts';
import { type Answer, moved, page, type Visit } from '../route.ts';

/** A maker's films. */
export async function showPerson(visit: Visit): Promise<Answer> {
  const shown = await personPage(visit.reader, visit.params.slug ?? '');
  if (shown.person.slug !== visit.params.slug) return moved(`/person/${shown.person.slug}`);
  const url = `${visit.origin}/person/${encodeURIComponent(shown.person.slug)}`;
  return page(personView(visit.frame, { ...shown, url }));
}
