import { DomainError, invalid } from '../../domain/errors.ts';
import { moveSource, orderToSet } from '../../domain/fact-order.ts';
import { forgetTmdb, LOOKED_UP, setSource, setTmdb, tmdbKey, trySource } from '../../domain/film-source.ts';
import { wallTime } from '../../domain/zoned-time.ts';
import { type SourceDone, type SourcesView, type SourceWrong, sourcesView } from '../../views/film-source.ts';
import { field } from '../form.ts';
import { type Answer, page, redirect, type Visit } from '../route.ts';

const DONE: readonly SourceDone[] = ['on', 'off', 'now', 'forgotten', 'moved'];
const ACTS = ['on', 'off', 'now', 'forget'] as const;

/** Where facts of films come from, and how that goes. */
export async function showSources(visit: Visit): Promise<Answer> {
  const done = DONE.find((one) => one === visit.url.searchParams.get('done')) ?? null;
  return page(sourcesView(visit.frame, await viewOf(visit, { done })));
}

/** Lets a source be asked, or no more, or at once. */
export async function postSource(visit: Visit): Promise<Answer> {
  const { transact, viewer, now, services } = visit;
  const form = await visit.form();
  const source = LOOKED_UP.find((one) => one === field(form, 'source'));
  const act = ACTS.find((one) => one === field(form, 'do'));
  if (!source || !act || (act === 'forget' && source !== 'tmdb')) throw invalid('act');
  try {
    await transact(async (writer) => {
      if (act === 'forget') await forgetTmdb(writer, viewer, now);
      else if (act === 'now') await trySource(writer, source, viewer, now);
      else await setSource(writer, source, act === 'on', viewer, now);
      writer.afterCommit(services.wakeJobs);
    });
  } catch (error) {
    return wrong(visit, error, {});
  }
  return redirect(`/admin/facts?done=${act === 'forget' ? 'forgotten' : act}`);
}

/** Keeps the owner's key to TMDB and what they say of its use. */
export async function postTmdb(visit: Visit): Promise<Answer> {
  const { transact, viewer, now, services } = visit;
  const form = await visit.form();
  const use = (['private', 'commercial'] as const).find((one) => one === field(form, 'use')) ?? null;
  const agreement = field(form, 'agreement') === '1';
  const countries = field(form, 'countries');
  const given = { key: field(form, 'key'), use, agreement, countries };
  try {
    await transact(async (writer) => {
      await setTmdb(writer, given, viewer, now);
      writer.afterCommit(services.wakeJobs);
    });
  } catch (error) {
    return wrong(visit, error, { typed: { use, agreement, countries } });
  }
  return redirect('/admin/facts?done=on');
}

/** Lets a source be believed earlier or later. */
export async function postOrder(visit: Visit): Promise<Answer> {
  const { transact, viewer, now, services } = visit;
  const form = await visit.form();
  const way = field(form, 'up') === '' ? 'down' : 'up';
  const source = field(form, way);
  const order = await transact(async (writer) => {
    writer.afterCommit(services.wakeJobs);
    return moveSource(writer, source, way, viewer, now);
  });
  // Whoever moves something by the keyboard goes on from there; at the ends there is only the way back.
  const at = (order as string[]).indexOf(source);
  const on = at === 0 ? 'down' : at === order.length - 1 ? 'up' : way;
  return redirect(`/admin/facts?done=moved#${on}-${source}`);
}

type Typed = Omit<SourcesView['tmdb'], 'keyKept'>;

async function wrong(visit: Visit, error: unknown, { typed }: { typed?: Typed }): Promise<Answer> {
  if (!(error instanceof DomainError && error.kind === 'invalid')) throw error;
  const view = await viewOf(visit, { wrong: error.code as SourceWrong, typed });
  return page(sourcesView(visit.frame, view), 400);
}

async function viewOf(
  { reader, site: { settings } }: Visit,
  given: { done?: SourceDone | null; wrong?: SourceWrong; typed?: Typed | undefined },
): Promise<SourcesView> {
  const { demonstration, factSources = [], tmdbUse = null, language, timeZone } = settings;
  const sources: SourcesView['sources'][number][] = [];
  for (const source of LOOKED_UP)
    sources.push({
      ...{ source, on: factSources.includes(source) },
      lookups: await reader.filmSources.lookups(source),
    });
  const region = new Intl.Locale(language).maximize().region ?? '';
  const countries = settings.watchCountries?.join(', ') ?? region;
  const kept = { use: tmdbUse, agreement: tmdbUse === 'commercial', countries };
  return {
    ...{ sources, demonstration, done: given.done ?? null, wrong: given.wrong ?? null },
    tmdb: { ...(given.typed ?? kept), keyKept: (await tmdbKey(reader)) !== null },
    order: orderToSet(settings),
    clock: (instant) => wallTime(timeZone, instant),
  };
}
