import { aboutView, putItOnlineView } from '../../views/about.ts';
import { LANGUAGES } from '../../words/words.ts';
import { type Answer, page, type Visit } from '../route.ts';

/** What this site is; `?in=` shows this one page in another language. */
export async function showAbout(visit: Visit): Promise<Answer> {
  const asked = visit.url.searchParams.get('in') ?? '';
  const words = Object.hasOwn(LANGUAGES, asked) ? LANGUAGES[asked] : undefined;
  const languages = Object.entries(LANGUAGES).map(([code, { name }]) => ({ code, name }));
  const frame = words ? { ...visit.frame, words } : visit.frame;
  return page(aboutView(frame, { url: `${visit.origin}/about`, languages }));
}

/** How a site gets an address, in short. */
export async function showPutItOnline(visit: Visit): Promise<Answer> {
  return page(putItOnlineView(visit.frame));
}
