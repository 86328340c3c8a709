import { filmOfPage, maySay, noteHostPage, readAskingPage } from '../domain/host-page.ts';
import { json, type LentAnswer, type LentVisit, text } from './visit.ts';

/** Which film a page elsewhere means by what it says. */
export async function showMatch({ reader, url, now }: LentVisit): Promise<LentAnswer> {
  const page = readAskingPage(url.searchParams);
  return page ? json(await filmOfPage(reader, page, now)) : json({ film: null, waits: false }, 400);
}

/** A page elsewhere whose film is not known for sure: noted for the owner. It is told nothing either way. */
export async function postPage(visit: LentVisit): Promise<LentAnswer> {
  const { reader, transact, site, now } = visit;
  const page = readAskingPage(await visit.form());
  if (!page) return text('', 'text/plain', 400);
  if (!maySay(page, visit.request.headers.get('origin'), site.settings.stripSites))
    return text('', 'text/plain', 403);
  const { waits } = await filmOfPage(reader, page, now);
  if (waits) await transact((writer) => noteHostPage(writer, page, now));
  return text('', 'text/plain', 202);
}
