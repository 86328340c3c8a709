import { notFound } from '../domain/errors.ts';
import type { FilmKey, Reader, Site } from '../domain/reader.ts';
import { filmReferred } from '../domain/strip.ts';
import { dayIn } from '../domain/viewing-date.ts';
import { daysLater, instantOf } from '../domain/zoned-time.ts';
import type { CacheRule } from './route.ts';
import type { SiteMemo } from './site-memo.ts';

/** All that the copy of a page is exact for. */
export interface Shown {
  /** The film of the route, where its rule is `film`, or `strip` and there is one. */
  film: FilmKey | null;
  site: Site;
  /** The versions of everything on the page, and what is due next on it. */
  versions: string;
  /** Epoch milliseconds from which on the page is another, though nobody writes. */
  until: number;
}

const NEVER = Number.POSITIVE_INFINITY;

/** What an ETag is made of that `shownBy` and the language say: a thing, its version and the site's; or those of two. */
const OF_ONE = /^"([0-9a-v]{26})\.(\d+)\.(\d+)(?:\.(\d+))?\.[a-z]/;
const OF_SITE = /^"(\d+)(?:\.(\d+))?\.[a-z]/;

/**
 * The versions that the ETag of a kept page stands for, so that those of thousands can be looked at together; and what
 * is due next on it, in epoch milliseconds. Null where only asking for the page tells.
 */
export function versionsIn(etag: string): { versions: [id: string, version: number][]; due: number } | null {
  const [, id, own, whole, due] = OF_ONE.exec(etag) ?? [];
  if (id !== undefined) {
    const versions: [string, number][] = [
      [id, Number(own)],
      ['site', Number(whole)],
    ];
    return { versions, due: due === undefined ? NEVER : Number(due) };
  }
  const [, site, films] = OF_SITE.exec(etag) ?? [];
  if (site === undefined) return null;
  const versions: [string, number][] = [['site', Number(site)]];
  if (films !== undefined) versions.push(['films', Number(films)]);
  return { versions, due: NEVER };
}

/**
 * Asks, in one query, for the versions of all that a page shows and for what is due next on it: a screening that
 * begins, and then is no longer to come.
 *
 * @throws DomainError `not-found` where the rule is `film` and there is none
 */
export async function shownBy(
  parts: { reader: Reader; memo: SiteMemo; now: () => number },
  asked: { rule: CacheRule; named: string },
): Promise<Shown> {
  const { reader, memo } = parts;
  const now = parts.now();
  if (asked.rule === 'film' || asked.rule === 'strip') {
    const named =
      asked.rule === 'film' ? reader.films.key(asked.named, now) : filmReferred(reader, asked.named, now);
    const film = await named;
    if (!film && asked.rule === 'strip') return shownBy(parts, { rule: 'catalogue', named: '' });
    if (!film) throw notFound('film');
    const { id, version, siteVersion, due } = film;
    const versions = `${id}.${version}.${siteVersion}${due === null ? '' : `.${due}`}`;
    return { film, site: await memo.at(siteVersion), versions, until: due ?? NEVER };
  }
  if (asked.rule === 'programme') {
    const known = await reader.versions.ofProgramme(now);
    const site = await memo.at(known.site);
    const { day, end } = dayOf(site.settings.timeZone, now);
    const versions = `${known.site}.${known.films}.${known.programme}.${day}.${known.due ?? ''}`;
    return { film: null, site, versions, until: Math.min(end, known.due ?? NEVER) };
  }
  const one = await ofOne(reader, asked.rule, asked.named);
  if (one) return { film: null, site: await memo.at(one.site), versions: one.versions, until: NEVER };
  const [siteVersion = 0, films = 0] = await reader.versions.of('site', 'films');
  const versions = asked.rule === 'site' ? `${siteVersion}` : `${siteVersion}.${films}`;
  return { film: null, site: await memo.at(siteVersion), versions, until: NEVER };
}

/**
 * What the page of one review, person or card is exact for. Null for other pages, and where there is no such thing: what
 * is said then depends on the catalogue.
 */
async function ofOne(
  reader: Reader,
  rule: CacheRule,
  named: string,
): Promise<{ versions: string; site: number } | null> {
  if (rule === 'card') {
    const [site = 0, film = 0] = await reader.versions.of('site', named);
    return { versions: `${named}.${film}.${site}`, site };
  }
  if (rule === 'review') {
    const review = await reader.versions.ofReview(named);
    return review && { versions: `${review.film}.${review.version}.${review.site}`, site: review.site };
  }
  const person = rule === 'person' ? await reader.versions.ofPerson(named) : null;
  return person && { versions: `${person.digest}.${person.site}`, site: person.site };
}

let lately = { timeZone: '', day: '', from: 0, end: 0 };

/** The calendar date where the site is, and when it ends. Reckoned once a day: it costs more than a kept page. */
function dayOf(timeZone: string, now: number): { day: string; end: number } {
  if (lately.timeZone !== timeZone || now < lately.from || now >= lately.end) {
    const day = dayIn(timeZone, now);
    const end = instantOf({ day: daysLater(day, 1), time: '00:00' }, timeZone).instant;
    lately = { timeZone, day, from: now, end };
  }
  return lately;
}
