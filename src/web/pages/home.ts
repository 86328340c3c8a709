import { home } from '../../domain/home.ts';
import { curates } from '../../domain/viewer.ts';
import { firstRunView } from '../../views/first-run.ts';
import { homeView } from '../../views/home.ts';
import { type Answer, page, type Visit } from '../route.ts';

/** The front of the house; while nobody owns it, the greeting with its three doors. */
export async function showHome(visit: Visit): Promise<Answer> {
  const { reader, viewer, site, frame, origin, services, now, today } = visit;
  if (!site.owned && services.greets)
    return page(firstRunView(frame, { films: await reader.films.count(), onlyHere: services.onlyHere }));
  const shown = await home(reader, viewer, { now, today, ...site.settings });
  return page(homeView(frame, { ...shown, url: `${origin}/`, imports: curates(viewer) }));
}
