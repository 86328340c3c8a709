import { createHash, timingSafeEqual } from 'node:crypto';
import { DomainError, notFound } from '../../domain/errors.ts';
import { openHouse, siteName } from '../../domain/site.ts';
import { demonstrationView, ownedView, type SetupForm, setupView } from '../../views/first-run.ts';
import { field } from '../form.ts';
import { localPath } from '../local-path.ts';
import { type Answer, page, redirect, type Visit } from '../route.ts';
import { accountFor, checkPerson, personIn, refusalOf } from './account.ts';

/** Headers by which proxies say whom they speak for; who comes with one does not come from this machine. */
const FORWARDING = ['via', 'x-real-ip', 'x-forwarded-host', 'x-forwarded-proto', 'cf-connecting-ip'];

/**
 * Whether a visit comes from this very machine to a site that is known by this machine's own names only. On a
 * site with a public address nobody counts as local: a proxy beside it would make everybody so.
 */
export function isHere(visit: Visit): boolean {
  if (!visit.local || FORWARDING.some((name) => visit.request.headers.has(name))) return false;
  const own = new URL(visit.origin).hostname;
  return isOwnName(visit.url.hostname) && (isOwnName(own) || own === '0.0.0.0' || own === '[::]');
}

function isOwnName(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || /^127\./.test(host);
}

/** Whether somebody may act for a site that has no owner: from this machine, or with the code it printed. */
export async function mayBegin(visit: Visit, code: string): Promise<boolean> {
  if (isHere(visit)) return true;
  const known = await visit.services.setupCode();
  if (known === null) return false;
  const digest = (text: string) => createHash('sha256').update(text.trim().toLowerCase()).digest();
  return timingSafeEqual(digest(code), digest(known));
}

/** The form that makes the owner. */
export async function showSetup(visit: Visit): Promise<Answer> {
  if (visit.site.owned) return page(ownedView(visit.frame));
  const next = localPath(visit.url.searchParams.get('next'));
  return page(setupView(visit.frame, { typed: {}, wrong: {}, asksCode: !isHere(visit), next }));
}

/** Makes the owner, names the site, signs the owner in, and leads on to what they came for. */
export async function setUp(visit: Visit): Promise<Answer> {
  const { frame, transact, now, words } = visit;
  if (visit.site.owned) return page(ownedView(frame), 409);
  const form = await visit.form();
  const person = personIn(form);
  const site = field(form, 'site');
  const next = localPath(field(form, 'next'));
  const again = (wrong: SetupForm['wrong'], status = 400) =>
    page(setupView(frame, { typed: { ...person, site }, wrong, asksCode: !isHere(visit), next }), status);
  if (!(await mayBegin(visit, field(form, 'code')))) return again({ code: true }, 403);
  const wrong: SetupForm['wrong'] = { ...(await checkPerson(visit, person, 'owner')), ...checkSite(site) };
  if (Object.keys(wrong).length > 0) return again(wrong);
  try {
    const signed = await accountFor(visit, person);
    if ('wrong' in signed) return again(signed.wrong);
    const { name, username } = person;
    const input = { siteName: site, accountId: signed.account.id, name, username, language: words.language };
    await transact((writer) => openHouse(writer, input, now));
    return redirect(next, signed.cookies);
  } catch (error) {
    if (error instanceof DomainError && error.code === 'owned') return page(ownedView(frame), 409);
    const refusal = refusalOf(error);
    return again(refusal.wrong, refusal.status);
  }
}

function checkSite(name: string): { site?: true } {
  try {
    siteName(name);
    return {};
  } catch {
    return { site: true };
  }
}

/** Puts the demonstration into a site that has neither owner nor films. */
export async function demonstrate(visit: Visit): Promise<Answer> {
  if (visit.site.owned && visit.viewer.role !== 'owner') throw notFound('page');
  const form = await visit.form();
  const code = field(form, 'code');
  if (!visit.site.owned && !(await mayBegin(visit, code)))
    return page(demonstrationView(visit.frame, { wrong: code !== '' }), 403);
  await visit.services.demonstrate();
  return redirect('/films');
}
