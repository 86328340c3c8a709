import type { Member, Report, Role } from '../domain/reader.ts';
import type { ShownReview } from '../domain/review.ts';
import type { OwnSettings } from '../domain/site.ts';
import type { Words } from '../words/words.ts';
import { filmLine, type NamedFilm } from './beside-film.ts';
import { notice, selectField, textField } from './field.ts';
import { attributes, type Fragment, type Html, html } from './html.ts';
import { type Frame, layout } from './layout.ts';
import { reviewArticle } from './review-article.ts';

export type Room = keyof Words['admin']['room'];
export type Done = keyof Words['admin']['done'];

const ADDRESSES: Record<Room, string> = {
  desk: '/admin',
  members: '/admin/members',
  site: '/admin/site',
  strips: '/admin/strips',
  programme: '/admin/programme',
  facts: '/admin/facts',
  load: '/admin/films/load',
  films: '/admin/films',
  webhooks: '/admin/webhooks',
  imports: '/import',
};

/** The rooms somebody of a role may enter. */
export function roomsOf(role: string): Room[] {
  if (role === 'owner')
    return [
      'desk',
      'members',
      'site',
      'strips',
      'programme',
      'facts',
      'load',
      'films',
      'webhooks',
      'imports',
    ];
  return role === 'curator' ? ['programme', 'load', 'films', 'imports'] : ['desk'];
}

/** The way between the rooms of the desk, for whoever has more than one. */
export function roomsNav({ words, member }: Frame, room: Room): Html {
  const rooms = roomsOf(member?.role ?? '').map(
    (one) =>
      html`<li><a${attributes({ href: ADDRESSES[one], 'aria-current': one === room ? 'page' : null })}>${words.admin.room[one]}</a></li>`,
  );
  return html`<nav class="rooms sideways" aria-label="${words.admin.rooms}"><ul>${rooms}</ul></nav>`;
}

/** A page of the desk. */
export interface OfficePage {
  title: string;
  /** The film it is about. */
  of?: NamedFilm;
  /** What stands below the title. */
  lead?: Fragment;
  /** What was done just now, as a sentence. */
  done?: string | null;
  inside: Html;
}

/** A page of the desk: the way between its rooms, and the work. */
export function office(frame: Frame, room: Room, page: OfficePage): Html {
  const { title, of, lead, done, inside } = page;
  return layout(frame, {
    title,
    style: 'admin.css',
    kind: 'office',
    unlisted: true,
    main: html`${roomsNav(frame, room)}
<div>
<div class="head">${of && html`${filmLine(of)}\n`}<h1>${title}</h1>${lead && html`\n<p>${lead}</p>`}</div>
${done && notice(done)}${inside}</div>`,
  });
}

/** What waits for a decision. */
export interface DeskView {
  waiting: (ShownReview & { filmTitle: string; filmSlug: string })[];
  reports: Report[];
  done: Done | null;
}

/** The desk: reviews that wait, requests and reports. */
export function deskView(frame: Frame, view: DeskView): Html {
  const { admin: w } = frame.words;
  return office(frame, 'desk', {
    title: w.title,
    done: view.done && frame.words.admin.done[view.done],
    inside: html`<section aria-labelledby="waiting"><h2 id="waiting">${w.waiting}</h2>
${view.waiting.length === 0 ? html`<p class="empty">${w.nothingWaits}</p>\n` : view.waiting.map((review) => waiting(frame, review))}</section>
<section class="part" aria-labelledby="asked"><h2 id="asked">${w.requests}</h2>
${view.reports.length === 0 ? html`<p class="empty">${w.nothingAsked}</p>\n` : view.reports.map((report) => asked(frame, report))}</section>
`,
  });
}

function waiting(frame: Frame, review: DeskView['waiting'][number]): Html {
  const { words, siteName } = frame;
  const { admin: w } = words;
  const below = html`<form class="hands" method="post" action="/admin/review/${review.id}"><button class="door" name="do" value="show">${w.show}</button>${review.withheld === 'awaiting' && html` <button class="door" name="do" value="hide">${w.hide}</button>`}</form>
`;
  const film = { title: review.filmTitle, slug: review.filmSlug };
  return html`${reviewArticle(review, { words, film, siteName, named: true, folds: true, level: 3, below })}`;
}

function asked(frame: Frame, report: Report): Html {
  const { admin: w, report: r, review } = frame.words;
  const reasons: Record<string, string> = {
    ...r.report.reasons,
    change: r.mine.change,
    remove: r.mine.remove,
  };
  const day = new Date(report.created).toISOString().slice(0, 10);
  return html`<section class="asked" aria-labelledby="report-${report.id}">
<h3 id="report-${report.id}">${report.kind === 'mine' ? w.mine : w.reported}: ${reasons[report.reason] ?? report.reason}</h3>
<p><a href="/review/${report.entryId}"><span dir="auto">${report.filmTitle}</span> ${w.by(report.authorName)}</a> <small>${w.asked} <time datetime="${day}">${review.day(day)}</time></small></p>
${report.message !== '' && html`<blockquote dir="auto">${report.message}</blockquote>\n`}${report.contact && html`<p>${w.answerTo} <bdi>${report.contact}</bdi></p>\n`}<form class="hands" method="post" action="/admin/report/${report.id}"><p class="doors"><button class="door" name="do" value="kept">${w.keep}</button> <button class="door" name="do" value="removed">${w.remove}</button></p></form>
</section>
`;
}

/** The members and what each may do. */
export function membersView(
  frame: Frame,
  view: { members: Member[]; done: Done | null; lastOwner: boolean },
): Html {
  const { admin, review } = frame.words;
  const w = admin.members;
  const roles: Role[] = ['member', 'moderator', 'curator', 'owner'];
  const rows = view.members.map((member) => {
    const since = new Date(member.created).toISOString().slice(0, 10);
    const options = roles.map(
      (role) =>
        html`<option${attributes({ value: role, selected: role === member.role })}>${w.roles[role]}</option>`,
    );
    return html`<tr><th scope="row"><a href="/@${member.username}" dir="auto">${member.name}</a> <small>@${member.username}</small></th><td><time datetime="${since}">${review.day(since)}</time></td><td><form method="post" action="/admin/member/${member.id}"><select name="role" aria-label="${w.roleOf(member.name)}">${options}</select> <button class="door">${w.change}</button></form></td></tr>\n`;
  });
  return office(frame, 'members', {
    title: w.title,
    lead: `${w.count(view.members.length)}. ${w.what}`,
    done: view.done && frame.words.admin.done[view.done],
    inside: html`${view.lastOwner && notice(w.lastOwner, true)}<section class="sideways" aria-label="${w.title}" tabindex="0">
<table class="members">
<thead><tr><th scope="col">${w.name}</th><th scope="col">${w.since}</th><th scope="col">${w.role}</th></tr></thead>
<tbody>
${rows}</tbody>
</table>
</section>
`,
  });
}

export type SiteWrong = keyof Words['admin']['site']['wrong'];

/** What the owner decides for the whole site; values as typed. */
export interface SiteView {
  name: string;
  settings: Omit<OwnSettings, 'reviewsOnFilmPage'> & { reviewsOnFilmPage: string };
  languages: readonly (readonly [code: string, name: string])[];
  done: Done | null;
  wrong: SiteWrong | null;
}

/** The site's own settings. */
export function siteView(frame: Frame, view: SiteView): Html {
  const w = frame.words.admin.site;
  const { settings } = view;
  const said = (code: SiteWrong) => (view.wrong === code ? w.wrong[code] : null);
  const tick = (name: string, text: string, checked: boolean) =>
    html`<label class="choice"><input${attributes({ type: 'checkbox', name, value: '1', checked })}> <span>${text}</span></label>\n`;
  const radio = (value: string, text: string, checked: boolean) =>
    html`<label class="choice"><input${attributes({ type: 'radio', name: 'newcomers', value, checked })}> <span>${text}</span></label>`;
  return office(frame, 'site', {
    title: w.title,
    done: view.done && frame.words.admin.done[view.done],
    inside: html`${view.wrong && notice(html`<b>${frame.words.account.failed}</b>`, true)}<form method="post" action="/admin/site">
${textField({ name: 'name', label: w.name, value: view.name, wrong: said('site-name'), autocomplete: 'organization', required: true })}<fieldset><legend>${w.newcomers}</legend>
${radio('1', w.everybody, settings.newcomers)}${radio('', w.membersOnly, !settings.newcomers)}</fieldset>
${tick('waits', w.waits, settings.firstReviewWaits)}${textField({ name: 'shown', label: w.shown, type: 'number', hint: w.shownHint, value: settings.reviewsOnFilmPage, wrong: said('shown'), required: true, more: { min: 1, max: 20 } })}${textField({ name: 'zone', label: w.timeZone, hint: w.timeZoneHint, value: settings.timeZone, wrong: said('time-zone'), autocomplete: 'off', required: true })}${selectField({ name: 'language', label: w.language, hint: w.languageHint, options: view.languages, value: settings.language })}<fieldset aria-describedby="robots-hint"><legend>${w.robots}</legend>
${tick('search', w.search, settings.search)}${tick('training', w.training, settings.training)}<p class="hint" id="robots-hint">${w.robotsHint}</p></fieldset>
<p class="doors"><button class="door first">${w.save}</button></p>
</form>
`,
  });
}
