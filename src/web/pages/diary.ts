import { BY_TEXT, cursorIn } from '../../domain/cursor.ts';
import { diaryPage } from '../../domain/diary.ts';
import { diaryView } from '../../views/diary.ts';
import { atMember, steps } from '../member-route.ts';
import { type Answer, page, type Visit } from '../route.ts';

/** Somebody's diary, all of it or one year. */
export async function showDiary(visit: Visit): Promise<Answer> {
  const { reader, viewer, frame, url } = visit;
  return atMember(visit, '/diary', async (at) => {
    const after = cursorIn(url.searchParams.get('after'), BY_TEXT);
    const [asked] = /^[12]\d{3}$/.exec(url.searchParams.get('year') ?? '') ?? [];
    const year = asked ? Number(asked) : null;
    const shown = await diaryPage(reader, at.member.authorId, viewer, { year, after });
    return page(
      diaryView(frame, {
        ...at,
        ...shown,
        ...steps(at.path, { next: shown.next, after }, { year: asked ?? null }),
      }),
    );
  });
}
