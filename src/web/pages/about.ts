import type { SiteSettings } from '../../domain/reader.ts';
import { aboutView, putItOnlineView } from '../../views/about.ts';
import { LANGUAGES } from '../../words/words.ts';
import { type Answer, page, type Visit } from '../route.ts';

/** What this site is; `?in=` shows this one page in another language. */
export async function showAbout(visit: Visit): Promise<Answer> {
  const asked = visit.url.searchParams.get('in') ?? '';
  const words = Object.hasOwn(LANGUAGES, asked) ? LANGUAGES[asked] : undefined;
  const languages = Object.entries(LANGUAGES).map(([code, { name }]) => ({ code, name }));
  const frame = words ? { ...visit.frame, words } : visit.frame;
  const catalogues = cataloguesOf(visit.site.settings);
  return page(aboutView(frame, { url: `${visit.origin}/about`, languages, catalogues }));
}

/** The catalogues that facts here may be from; one that is asked no more stays named, as what it said does. */
function cataloguesOf({ demonstration, factSources = [], tmdbUse, imdbFiles }: SiteSettings) {
  if (demonstration) return [];
  return (['wikidata', 'tmdb', 'imdb'] as const).filter((one) =>
    one === 'imdb' ? imdbFiles : factSources.includes(one) || (one === 'tmdb' && tmdbUse !== undefined),
  );
}

/** How a site gets an address, in short. */
export async function showPutItOnline(visit: Visit): Promise<Answer> {
  return page(putItOnlineView(visit.frame));
}
