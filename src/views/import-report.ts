import type { ImportReport, Kept, LoadReport, Problem, UndoReport } from '../domain/import.ts';
import type { Batch, Film } from '../domain/reader.ts';
import { notice } from './field.ts';
import { filmLink } from './films.ts';
import { type Fragment, type Html, html } from './html.ts';
import { importPage } from './import.ts';
import { counts, problems } from './import-preview.ts';
import type { Frame } from './layout.ts';

/** The format of somebody's own account. */
const ACCOUNT = 'letterboxd';
/** An undo names this many things at most. */
const MOST_KEPT = 1000;

/** An import that came to be visible, for whoever brought it and the owner. */
export interface ImportReportPage {
  batch: Batch;
  /** Whether what is in it may be told to the viewer. */
  theirs: boolean;
  report: ImportReport & Partial<LoadReport>;
  memberName: string | null;
  /** Of how many of the viewer's reviews in it nobody has said whether they tell the story. */
  unsettled: number;
  films: readonly Film[];
  filmsTotal: number;
  /** Whether they are reviews by others that strips elsewhere and posters leave out. */
  hereAlone: boolean;
  /** Whether the viewer may say where else they may be shown. */
  saysUses: boolean;
  timeZone: string;
}

export function importReportView(frame: Frame, view: ImportReportPage): Html {
  const { page: w } = frame.words.imports;
  const { batch, report, films, filmsTotal } = view;
  const { list, total } = leftOutOnce(report);
  const links = films.map((film) => html`<li>${filmLink(film)}</li>\n`);
  return importPage(frame, {
    title: w.report.title,
    batch,
    below: told(frame, view),
    inside: html`${counts(frame, report, w.report.counts)}<p>${w.visible[batch.visibility]}${view.hereAlone && html` ${frame.words.imports.hereAlone}`}</p>
${report.leftOut && html`<p>${frame.words.load.leftOut(report.leftOut)}</p>\n`}${after(frame, view)}${given(frame, batch)}${
  films.length > 0 &&
  html`<section class="part" aria-labelledby="films"><h2 id="films">${w.report.films}</h2>
<ul class="names">${links}</ul>
${filmsTotal > films.length && html`<p class="soft">${w.report.rest(filmsTotal - films.length)}</p>\n`}</section>
`
}${view.theirs ? problems(frame, w.report.problems, list, total) : html`<p>${frame.words.imports.account.notTheirs}</p>\n`}<p class="doors part"><a class="door${report.unmatched === 0 && ' first'}" href="/import">${w.report.another}</a> <a class="door" href="/import/${batch.id}/undo">${w.report.undo}</a></p>`,
  });
}

/** What can be done with an import that is here: decided, said, looked through row by row. */
function after({ words, member }: Frame, view: ImportReportPage): Fragment {
  const { batch, report, theirs, unsettled } = view;
  if (!theirs) return null;
  const { account: a } = words.imports;
  const at = `/import/${batch.id}`;
  return html`${unsettled > 0 && html`<p>${a.spoilers.waiting(unsettled)}</p>\n`}<p class="doors">${report.unmatched > 0 && html`<a class="door first" href="${at}/settle">${a.settle.link}</a> `}${unsettled > 0 && html`<a class="door" href="${at}/spoilers">${a.spoilers.link}</a> `}${report.rows > 0 && html`<a class="door" href="${at}/rows">${a.rows.link}</a>`}${view.saysUses && html` <a class="door" href="${at}/uses">${words.imports.page.uses.link}</a>`}${batch.format === ACCOUNT && html` <a class="door" href="/@${member?.username}">${a.yourPage}</a>`}</p>
`;
}

/** Problems but for those a page of their own asks about; one line for all files of which nothing was asked. */
function leftOutOnce({ problems: all, problemsTotal }: ImportReport): { list: Problem[]; total: number } {
  const told = (code: Problem['code']) =>
    code === 'left-out' || code === 'two-films' || code === 'ids-disagree';
  const list = all.filter(({ code }) => !told(code));
  const leftOut = all.some(({ code }) => code === 'left-out');
  if (leftOut) list.push({ file: '', row: '', code: 'left-out', details: {} });
  return { list, total: problemsTotal - all.length + list.length };
}

/** The file, and under it who brought it when. */
function told({ words }: Frame, { batch, memberName, timeZone }: Omit<ImportReportPage, 'report'>): Html {
  const { page: w } = words.imports;
  const who = memberName === null ? w.byCommand : w.by(memberName);
  return html`<bdi>${batch.sourceName}</bdi><br><span>${w.report.told(w.moment(batch.created, timeZone), who)}</span>`;
}

function given({ words }: Frame, { word }: Batch): Html | '' {
  const { page: w } = words.imports;
  if (word === null) return '';
  return html`<p class="given"><b>${w.report.word}:</b> <q dir="auto">${word}</q></p>
`;
}

/** Asks once more before an import is undone. */
export function importUndoView(frame: Frame, view: Omit<ImportReportPage, 'report'>): Html {
  const { page: w } = frame.words.imports;
  const { batch } = view;
  return importPage(frame, {
    title: w.undo.title,
    batch,
    below: told(frame, view),
    inside: html`<ul class="points">${w.undo.steps.map((said) => html`<li>${said}</li>\n`)}</ul>
<form method="post" action="/import/${batch.id}/undo"><p class="doors"><button class="door first">${w.undo.button}</button> <a class="door" href="/import/${batch.id}">${w.undo.keep}</a></p></form>`,
  });
}

/** What an undo took away and put back, and what it left and why. */
export function importUndoneView(
  frame: Frame,
  view: Omit<ImportReportPage, 'report'> & { undone: UndoReport; slugs: ReadonlyMap<string, string> },
): Html {
  const { imports } = frame.words;
  const { page: w } = imports;
  const { undone } = view;
  return importPage(frame, {
    title: w.undo.doneTitle,
    batch: view.batch,
    below: told(frame, view),
    inside: html`${notice(undone.keptTotal === 0 ? w.undo.allGone : w.undo.butFor)}${undone.keptTotal > 0 && view.theirs && kept(frame, view)}<p class="doors part"><a class="door first" href="/import">${w.back}</a></p>`,
  });
}

function kept(
  frame: Frame,
  { undone, slugs }: { undone: UndoReport; slugs: ReadonlyMap<string, string> },
): Html {
  const { imports } = frame.words;
  const { page: w } = imports;
  const rows = undone.kept.map(
    (one) =>
      html`<li><span class="where">${keptLink(one, slugs)}</span> <span>${keptWhy(frame, one)}</span></li>\n`,
  );
  const rest = undone.kept.length < MOST_KEPT ? 0 : undone.keptTotal - undone.kept.length;
  return html`<section class="part" aria-labelledby="kept"><h2 id="kept">${w.undo.keptTitle}</h2>
<ol class="problems">${rows}</ol>
${rest > 0 && html`<p class="soft">${imports.more(rest)}</p>\n`}</section>
`;
}

function keptWhy({ words: { imports } }: Frame, { what, why }: Kept): string {
  const { undo } = imports.page;
  if (why === 'settled') return undo.settled;
  return why === 'back' || why === 'since' ? imports.undo.why[why] : undo.kept[what][why];
}

function keptLink({ what, id, name }: Kept, slugs: ReadonlyMap<string, string>): Html {
  const slug = slugs.get(id);
  const to = what === 'review' ? `/review/${id}` : slug === undefined ? null : `/film/${slug}`;
  return to === null ? html`<bdi>${name}</bdi>` : html`<a href="${to}" dir="auto">${name}</a>`;
}
