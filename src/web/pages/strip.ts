import { DomainError, notFound } from '../../domain/errors.ts';
import { decideHostPage, setStripSites, stripDesk } from '../../domain/host-page.ts';
import { filmsMeant } from '../../domain/programme.ts';
import { filmReferred, filmStrip, readStripOptions } from '../../domain/strip.ts';
import { stripLines } from '../../domain/strip-lines.ts';
import { filmName } from '../../views/stars.ts';
import { type BuilderStartView, builderStartView, builderView } from '../../views/strip-builder.ts';
import { stripDeskView } from '../../views/strip-desk.ts';
import { LANGUAGES } from '../../words/words.ts';
import { field } from '../form.ts';
import { type Answer, moved, page, redirect, type Visit } from '../route.ts';
import { SECURITY_HEADERS } from '../security.ts';

/** The page shows a strip of ours in a frame, as a page elsewhere would. */
const FRAMES = {
  'content-security-policy': `${SECURITY_HEADERS['content-security-policy']}; frame-src 'self'`,
};
const MOST_FOUND = 10;

/** Where a film's strip is made. */
export async function showBuilder(visit: Visit): Promise<Answer> {
  const { reader, film: key, params, frame, url, origin, today } = visit;
  if (!key) throw notFound('film');
  if (key.slug !== params.slug) return moved(`/film/${key.slug}/embed`);
  const { options, problems } = readStripOptions(url.searchParams);
  const strip = await filmStrip(reader, key, options, today);
  if (!strip) throw notFound('film');
  const query = chosen(url.searchParams, problems);
  const path = `film/${encodeURIComponent(key.slug)}`;
  const address = `${origin}/film/${encodeURIComponent(key.slug)}`;
  const lines = stripLines(origin, {
    path,
    film: key.slug,
    query,
    said: frame.words.strip.of(filmName(strip.film)),
    link: `${address}/reviews`,
    empty: strip.reviews.length === 0,
  });
  const { languages: written } = await reader.reviews.facets(key.id);
  const preview = `/embed/${path}?${query}`;
  const spoken = languages();
  const view = builderView(frame, {
    ...strip,
    options,
    problems,
    lines,
    origin,
    preview,
    url: address,
    written,
    spoken,
  });
  return framing(page(view));
}

/** Where strips begin: one film, a whole site, the programme. */
export async function showBuilderStart(visit: Visit): Promise<Answer> {
  const { reader, frame, url, origin, now } = visit;
  const search = (url.searchParams.get('film') ?? '').trim().slice(0, 200);
  if (search !== '') {
    const known = await filmReferred(
      reader,
      search.replace(/^https?:\/\/[^/]+\/(?:film|title)\/([^/?#]+).*$/, '$1'),
      now,
    );
    if (known) return redirect(`/film/${known.slug}/embed`);
  }
  const found = await filmsMeant(reader, search, MOST_FOUND);
  const said = frame.words.strip.site(frame.siteName);
  const nothing = {
    path: 'film/auto',
    film: 'auto',
    query: new URLSearchParams(),
    said,
    link: origin,
    empty: true,
  };
  const view: BuilderStartView = {
    search,
    found,
    whole: stripLines(origin, nothing).element,
    programme: frame.programme ? await programmeOf(visit) : null,
    spoken: languages(),
    origin,
  };
  return framing(page(builderStartView(frame, view)));
}

async function programmeOf({ reader, url, origin, frame }: Visit): Promise<BuilderStartView['programme']> {
  const { options, problems } = readStripOptions(url.searchParams);
  const query = chosen(url.searchParams, problems);
  const lines = stripLines(origin, {
    path: 'programme',
    film: null,
    query,
    said: frame.words.programme.title,
    link: `${origin}/programme`,
    empty: false,
  });
  const venues = await reader.venues.list();
  return { lines, preview: `/embed/programme?${query}`, venues, venue: options.venue ?? '', options };
}

/** What was chosen, without what was left as it is and what cannot be. */
function chosen(asked: URLSearchParams, problems: readonly { option: string }[]): URLSearchParams {
  const usual: Record<string, string> = { show: 'chosen', n: '3', from: 'all', theme: 'auto', empty: 'line' };
  const query = new URLSearchParams();
  for (const name of ['show', 'n', 'from', 'least', 'in', 'theme', 'lang', 'empty', 'venue']) {
    const value = asked.get(name)?.trim() ?? '';
    if (value !== '' && value !== usual[name] && !problems.some(({ option }) => option === name))
      query.set(name, value);
  }
  return query;
}

function framing(answer: Answer): Answer {
  return answer.kind === 'page' ? { ...answer, headers: FRAMES } : answer;
}

function languages(): (readonly [string, string])[] {
  return Object.entries(LANGUAGES).map(([code, { name }]) => [code, name] as const);
}

/** Which sites may show strips, and pages that wait. */
export async function showStripDesk(visit: Visit): Promise<Answer> {
  const { reader, frame, site, url } = visit;
  const done = (['saved', 'chosen'] as const).find((one) => one === url.searchParams.get('done')) ?? null;
  const sites = (site.settings.stripSites ?? []).join('\n');
  return page(
    stripDeskView(frame, { ...(await stripDesk(reader)), sites, wrong: [], wrongFilm: null, done }),
  );
}

/** Sets the sites. */
export async function saveStripSites(visit: Visit): Promise<Answer> {
  const { reader, transact, frame, viewer, now } = visit;
  const sites = field(await visit.form(), 'sites').slice(0, 10_000);
  try {
    await transact((writer) => setStripSites(writer, sites, viewer, now));
  } catch (error) {
    if (!(error instanceof DomainError && error.code === 'sites')) throw error;
    const wrong = String(error.details.lines ?? '').split('\n');
    const view = { ...(await stripDesk(reader)), sites, wrong, wrongFilm: null, done: null };
    return page(stripDeskView(frame, view), 400);
  }
  return redirect('/admin/strips?done=saved');
}

/** Says which film a page elsewhere means. */
export async function decidePage(visit: Visit): Promise<Answer> {
  const { reader, transact, frame, site, viewer, params, now } = visit;
  const form = await visit.form();
  const id = params.id ?? '';
  const film = (field(form, 'film') || field(form, `film-${id}`)).trim();
  try {
    await transact((writer) => decideHostPage(writer, id, film, viewer, now));
  } catch (error) {
    if (!(error instanceof DomainError && error.code === 'film')) throw error;
    const sites = (site.settings.stripSites ?? []).join('\n');
    const view = { ...(await stripDesk(reader)), sites, wrong: [], wrongFilm: id, done: null };
    return page(stripDeskView(frame, view), 404);
  }
  return redirect('/admin/strips?done=chosen');
}
