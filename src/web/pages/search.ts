import { GROUPS, type Group, searchResult } from '../../domain/search.ts';
import { searchView } from '../../views/search.ts';
import { asking } from '../member-route.ts';
import { type Answer, page, type Visit } from '../route.ts';

/** What is found for what somebody asks. */
export async function showSearch(visit: Visit): Promise<Answer> {
  const { reader, frame, origin, url } = visit;
  const asked = url.searchParams;
  const only = GROUPS.find((group) => group === asked.get('in')) ?? null;
  const [number = '1'] = /^\d{1,3}$/.exec(asked.get('page') ?? '') ?? [];
  const found = await searchResult(reader, { text: asked.get('q') ?? '', only, page: Number(number) });
  const next = (group: Group) => (only === group ? String(Number(number) + 1) : null);
  return page(
    searchView(frame, {
      ...found,
      only,
      further: only !== null && Number(number) > 1,
      more: (group) => asking('/search', { q: found.text, in: group, page: next(group) }),
      all: asking('/search', { q: found.text }),
      url: `${origin}/search`,
    }),
  );
}
