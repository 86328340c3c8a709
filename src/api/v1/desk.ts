import { z } from 'zod';
import { ROLES, setRole } from '../../domain/member.ts';
import type { Report as AskedReport } from '../../domain/reader.ts';
import { decideReport } from '../../domain/report.ts';
import { shown } from '../../domain/review.ts';
import { hideEntry, showEntry } from '../../domain/withholding.ts';
import { reportMail } from '../../views/report-mail.ts';
import { wordsFor } from '../../words/words.ts';
import { ok, operation } from '../operation.ts';
import { id, instant, instantOf, sent, taken, url, username } from '../schema.ts';
import { atEntry, entryBody, getEntry } from './entry.ts';
import { entry, entryOf } from './entry-shape.ts';
import { atMember, getMember, member, memberAt, memberBody } from './member.ts';

/** How much of what waits is shown at once; the oldest comes first. */
const AT_ONCE = 50;

const report = sent(
  'Report',
  z.strictObject({
    id,
    entry: id,
    kind: z.enum(['mine', 'report']).meta({ description: '`mine`: whoever wrote it wishes something' }),
    reason: z.string(),
    message: z.string(),
    answered: z.boolean().meta({ description: 'whether somebody left an address and will be told' }),
    state: z.enum(['open', 'kept', 'removed']),
    film: z.strictObject({ title: z.string(), slug: z.string() }),
    author: z.string(),
    created: instant,
  }),
  'what somebody has asked or said about an entry',
);

const listWaiting = operation({
  id: 'listWaiting',
  method: 'GET',
  path: '/desk/entries',
  tag: 'desk',
  summary: 'entries that wait for a decision, oldest first',
  scope: 'admin',
  answers: {
    200: {
      description: 'the oldest fifty',
      schema: sent('WaitingEntries', z.strictObject({ items: z.array(entry) }), 'what waits'),
    },
  },
  async handler({ reader, origin }) {
    const items = (await reader.reviews.withheld(AT_ONCE)).map((one) => {
      const film = { id: one.filmId, slug: one.filmSlug, title: one.filmTitle, year: null };
      return entryOf(shown(one, true), { origin, film, open: true });
    });
    return ok({ items });
  },
});

const decideEntry = operation({
  id: 'decideEntry',
  method: 'PUT',
  path: '/desk/entries/{entry}',
  tag: 'desk',
  summary: 'show an entry that waited or was hidden, or hide one',
  scope: 'admin',
  params: atEntry,
  body: taken('EntryDecision', z.strictObject({ shown: z.boolean() }), 'what is decided', { shown: true }),
  match: { of: getEntry },
  answers: { 200: { description: 'the entry as it is now', schema: entry } },
  problems: ['not-found'],
  async handler(call) {
    const { transact, params, body, viewer, now } = call;
    const decide = body.shown ? showEntry : hideEntry;
    await transact((writer) => decide(writer, params.entry, viewer, now));
    return ok(await entryBody(call, params.entry));
  },
});

const listReports = operation({
  id: 'listReports',
  method: 'GET',
  path: '/desk/reports',
  tag: 'desk',
  summary: 'what was reported and asked, oldest first',
  scope: 'admin',
  answers: {
    200: {
      description: 'the oldest fifty that are open',
      schema: sent('Reports', z.strictObject({ items: z.array(report) }), 'what is to be decided'),
    },
  },
  async handler({ reader }) {
    const items = (await reader.reports.open(AT_ONCE)).map(reportOf);
    return ok({ items });
  },
});

function reportOf(of: AskedReport): z.output<typeof report> {
  const { id, entryId, kind, reason, message, contact, state, filmTitle, filmSlug, authorName, created } = of;
  return {
    ...{ id, entry: entryId, kind, reason, message, state },
    answered: contact !== null,
    film: { title: filmTitle, slug: filmSlug },
    author: authorName,
    created: instantOf(created),
  };
}

const decide = operation({
  id: 'decideReport',
  method: 'POST',
  path: '/desk/reports/{report}/decision',
  tag: 'desk',
  summary: 'decide what was reported or asked',
  description:
    'Whoever left an address is told. What goes takes every open report of the same entry with it.',
  scope: 'admin',
  params: z.object({ report: id }),
  body: taken(
    'ReportDecision',
    z.strictObject({ decision: z.enum(['kept', 'removed']) }),
    'what is decided',
    {
      decision: 'kept',
    },
  ),
  answers: {
    200: {
      description: 'how many were decided with it',
      schema: sent('Decided', z.strictObject({ decided: z.int() }), 'how many', { decided: 1 }),
    },
  },
  problems: ['not-found', 'conflict'],
  async handler({ transact, params, body, viewer, now, site, origin, services }) {
    const words = wordsFor(undefined, site.settings.language);
    const decided = await transact(async (writer) => {
      const all = await decideReport(writer, params.report, body.decision, viewer, now);
      for (const one of all.filter(({ contact }) => contact !== null)) {
        const mail = reportMail(words, { site: site.name, origin }, one, body.decision);
        await writer.jobs.enqueue('mail', { to: one.contact, ...mail }, now);
        writer.afterCommit(services.wakeJobs);
      }
      return all.length;
    });
    return ok({ decided });
  },
});

const roles = operation({
  id: 'listMembers',
  method: 'GET',
  path: '/desk/members',
  tag: 'desk',
  summary: 'the members and what they do here',
  scope: 'admin',
  who: 'owner',
  answers: {
    200: {
      description: 'all of them, up to five hundred',
      schema: sent(
        'MemberRoles',
        z.strictObject({
          items: z.array(
            z.strictObject({
              username,
              name: z.string(),
              url,
              role: z.enum(ROLES as [(typeof ROLES)[number]]),
              since: instant,
            }),
          ),
        }),
        'members with their roles',
      ),
    },
  },
  async handler({ reader, origin }) {
    const items = (await reader.members.list()).map(({ username, name, role, created }) => {
      return { username, name, url: `${origin}/@${username}`, role, since: instantOf(created) };
    });
    return ok({ items });
  },
});

const giveRole = operation({
  id: 'setRole',
  method: 'PUT',
  path: '/desk/members/{username}/role',
  tag: 'desk',
  summary: 'give a member another role',
  description: 'A site keeps at least one owner.',
  scope: 'admin',
  who: 'owner',
  params: atMember,
  body: taken('RoleInput', z.strictObject({ role: z.enum(ROLES as [(typeof ROLES)[number]]) }), 'a role', {
    role: 'curator',
  }),
  match: { of: getMember },
  answers: { 200: { description: 'the member', schema: member } },
  problems: ['not-found', 'conflict'],
  async handler(call) {
    const { reader, transact, params, body, viewer } = call;
    const found = await memberAt(call, params.username);
    await transact((writer) => setRole(writer, found.id, body.role, viewer));
    return ok(await memberBody(call, (await reader.members.byId(found.id)) ?? found));
  },
});

export const DESK = [listWaiting, decideEntry, listReports, decide, roles, giveRole];
