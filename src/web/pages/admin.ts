import { DomainError, forbidden, invalid } from '../../domain/errors.ts';
import { ROLES, setRole } from '../../domain/member.ts';
import type { Report, Writer } from '../../domain/reader.ts';
import { decideReport } from '../../domain/report.ts';
import { shown } from '../../domain/review.ts';
import { setSite } from '../../domain/site.ts';
import { moderates } from '../../domain/viewer.ts';
import { hideEntry, showEntry } from '../../domain/withholding.ts';
import {
  type Done,
  deskView,
  membersView,
  type SiteView,
  type SiteWrong,
  siteView,
} from '../../views/admin.ts';
import { reportMail } from '../../views/report-mail.ts';
import { LANGUAGES, wordsFor } from '../../words/words.ts';
import { field } from '../form.ts';
import { type Answer, page, redirect, type Visit } from '../route.ts';

/** How much of what waits is shown at once; the oldest comes first. */
const AT_ONCE = 50;

/** The desk. Curators, who decide nothing here, are led to the imports. */
export async function showDesk(visit: Visit): Promise<Answer> {
  const { reader, viewer, frame } = visit;
  if (viewer.role === 'curator') return redirect('/import');
  if (!moderates(viewer)) throw forbidden('role');
  const waiting = (await reader.reviews.withheld(AT_ONCE)).map((review) => shown(review, true));
  const reports = await reader.reports.open(AT_ONCE);
  return page(deskView(frame, { waiting, reports, done: doneIn(visit) }));
}

/** Shows or hides a review. */
export async function decideReview(visit: Visit): Promise<Answer> {
  const { transact, viewer, params, now } = visit;
  const hides = field(await visit.form(), 'do') === 'hide';
  const id = params.id ?? '';
  await transact((writer) => (hides ? hideEntry : showEntry)(writer, id, viewer, now));
  return redirect(`/admin?done=${hides ? 'hidden' : 'shown'}`);
}

/** Decides a request or a report. */
export async function decide(visit: Visit): Promise<Answer> {
  const { transact, viewer, params, now } = visit;
  const asked = field(await visit.form(), 'do');
  const decision = (['kept', 'removed'] as const).find((one) => one === asked);
  if (!decision) throw invalid('decision');
  await transact(async (writer) => {
    const decided = await decideReport(writer, params.id ?? '', decision, viewer, now);
    for (const report of decided) if (report.contact !== null) await answer(visit, writer, report, decision);
  });
  return redirect(`/admin?done=${decision}`);
}

/** Mails what was decided to whoever left an address, in the language of the site. */
async function answer(
  visit: Visit,
  writer: Writer,
  report: Report,
  decision: 'kept' | 'removed',
): Promise<void> {
  const words = wordsFor(undefined, visit.site.settings.language);
  const mail = reportMail(words, { site: visit.site.name, origin: visit.origin }, report, decision);
  await writer.jobs.enqueue('mail', { to: report.contact, ...mail }, visit.now);
  writer.afterCommit(visit.services.wakeJobs);
}

/** The members and their roles. */
export async function showMembers(visit: Visit): Promise<Answer> {
  const members = await visit.reader.members.list();
  return page(membersView(visit.frame, { members, done: doneIn(visit), lastOwner: false }));
}

/** Gives somebody another role. */
export async function saveRole(visit: Visit): Promise<Answer> {
  const asked = field(await visit.form(), 'role');
  const role = ROLES.find((one) => one === asked);
  if (!role) throw invalid('role');
  try {
    await visit.transact((writer) => setRole(writer, visit.params.id ?? '', role, visit.viewer));
  } catch (error) {
    if (!(error instanceof DomainError && error.code === 'last-owner')) throw error;
    const members = await visit.reader.members.list();
    return page(membersView(visit.frame, { members, done: null, lastOwner: true }), 409);
  }
  return redirect('/admin/members?done=role');
}

/** The site's settings. */
export async function showSite(visit: Visit): Promise<Answer> {
  const { name, settings } = visit.site;
  const typed = { ...settings, reviewsOnFilmPage: String(settings.reviewsOnFilmPage) };
  return page(
    siteView(visit.frame, {
      name,
      settings: typed,
      languages: languages(),
      done: doneIn(visit),
      wrong: null,
    }),
  );
}

/** Saves the site's settings. */
export async function saveSite(visit: Visit): Promise<Answer> {
  const form = await visit.form();
  const name = field(form, 'name');
  const language = field(form, 'language');
  const settings: SiteView['settings'] = {
    newcomers: field(form, 'newcomers') === '1',
    firstReviewWaits: field(form, 'waits') === '1',
    reviewsOnFilmPage: field(form, 'shown').trim(),
    timeZone: field(form, 'zone').trim(),
    language: Object.hasOwn(LANGUAGES, language) ? language : visit.site.settings.language,
    search: field(form, 'search') === '1',
    training: field(form, 'training') === '1',
  };
  const shownAsNumber = /^\d{1,3}$/.test(settings.reviewsOnFilmPage) ? Number(settings.reviewsOnFilmPage) : 0;
  const change = { name, settings: { ...settings, reviewsOnFilmPage: shownAsNumber } };
  try {
    await visit.transact((writer) => setSite(writer, change, visit.viewer, visit.now));
  } catch (error) {
    if (!(error instanceof DomainError && error.kind === 'invalid')) throw error;
    const wrong = error.code as SiteWrong;
    const view = { name, settings, languages: languages(), done: null, wrong };
    return page(siteView(visit.frame, view), 400);
  }
  return redirect('/admin/site?done=site');
}

function languages(): (readonly [string, string])[] {
  return Object.entries(LANGUAGES).map(([code, { name }]) => [code, name] as const);
}

const DONE: readonly Done[] = ['shown', 'hidden', 'kept', 'removed', 'role', 'site'];

function doneIn(visit: Visit): Done | null {
  return DONE.find((one) => one === visit.url.searchParams.get('done')) ?? null;
}
