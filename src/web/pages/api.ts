import { guideView } from '../../views/api.ts';
import { type Answer, page, type Visit } from '../route.ts';

/** What programs can ask of the site, and how. */
export async function showGuide(visit: Visit): Promise<Answer> {
  return page(guideView(visit.frame, { ...(await visit.services.guide()), origin: visit.origin }));
}
