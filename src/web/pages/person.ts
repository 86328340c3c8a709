import { z } from 'zod';
import { cursorIn } from '../../domain/cursor.ts';
import { type PartPlace, personNamed, personPage, personPartPage } from '../../domain/person.ts';
import { personPartView, personView } from '../../views/person.ts';
import { asking, steps } from '../member-route.ts';
import { type Answer, moved, page, type Visit } from '../route.ts';

const PLACE: z.ZodType<PartPlace> = z.tuple([z.int(), z.string(), z.string()]);

/** Somebody's films; with `part` in the address all in which they had that part. A former slug leads to the present. */
export async function showPerson(visit: Visit): Promise<Answer> {
  const { reader, frame, params, url, origin } = visit;
  const person = await personNamed(reader, params.slug ?? '');
  if (person.slug !== params.slug) return moved(`/person/${person.slug}${url.search}`);
  const path = `/person/${encodeURIComponent(person.slug)}`;
  const part = url.searchParams.get('part');
  if (part === null)
    return page(personView(frame, { ...(await personPage(reader, person)), url: `${origin}${path}` }));
  const after = cursorIn(url.searchParams.get('after'), PLACE);
  const shown = await personPartPage(reader, person, part, after);
  const own = asking(path, { part });
  return page(
    personPartView(frame, {
      ...shown,
      url: `${origin}${own}`,
      ...steps(path, { next: shown.next, after }, { part }),
    }),
  );
}
