import type { Venue } from '../domain/venue.ts';
import type { Words } from '../words/words.ts';
import { office } from './admin.ts';
import { notice, selectField } from './field.ts';
import { type Fragment, type Html, html } from './html.ts';
import type { Frame } from './layout.ts';
import { filmName } from './stars.ts';

type ImportWords = Words['programme']['import'];
export type ScreeningImportWrong = keyof ImportWords['wrong'];

/** What a file of screenings would do, or did. */
export interface ScreeningCounts {
  created: number;
  updated: number;
  unchanged: number;
  unmatched: number;
  rejected: number;
  problems: readonly { row: string; said: string; code: keyof ImportWords['why'] }[];
  kept?: number;
}

const MOST_PROBLEMS = 100;

/** The page on which a file of screenings is brought, with the latest ones. */
export function screeningImportView(
  frame: Frame,
  view: { wrong: ScreeningImportWrong | null; latest: readonly { id: string; name: string }[] },
): Html {
  const { import: w } = frame.words.programme;
  const latest = view.latest.map(
    ({ id, name }) => html`<li><a href="/admin/programme/import/${id}" dir="auto">${name}</a></li>\n`,
  );
  return office(frame, 'programme', {
    title: w.title,
    lead: w.what,
    inside: html`${view.wrong && notice(html`<b>${w.wrong[view.wrong]}</b>`, true)}<form method="post" action="/admin/programme/import" enctype="multipart/form-data">
<div class="field"><label for="file">${w.file}</label><span class="hint" id="file-hint">${w.columns}</span><input id="file" name="file" type="file" accept=".ics,.csv,text/calendar,text/csv" required aria-describedby="file-hint"></div>
<p class="doors"><button class="door first">${w.look}</button></p>
</form>
${
  latest.length > 0 &&
  html`<section class="part" aria-labelledby="latest"><h2 id="latest">${w.latest}</h2>
<ul class="plain-list">
${latest}</ul></section>
`
}`,
  });
}

export interface ScreeningLookView {
  id: string;
  name: string;
  report: ScreeningCounts;
  questions: readonly {
    title: string;
    year: number | null;
    rows: number;
    candidates: readonly { id: string; title: string; year: number | null }[];
  }[];
  venues: readonly Venue[];
  asksVenue: boolean;
  venueId: string;
}

/** What a file would do, with what it leaves open. */
export function screeningLookView(frame: Frame, view: ScreeningLookView): Html {
  const { import: w } = frame.words.programme;
  const { report, questions, venues } = view;
  const places = [['', w.noVenue] as const, ...venues.map(({ id, name }) => [id, name] as const)];
  const films = questions.map(({ title, year, rows, candidates }, at) =>
    selectField({
      name: `film-${at}`,
      label: filmName({ title, year }),
      hint: w.rows(rows),
      options: [['', w.leaveOut] as const, ...candidates.map((film) => [film.id, filmName(film)] as const)],
      value: '',
    }),
  );
  const asks = view.asksVenue || questions.length > 0;
  const changes = report.created + report.updated > 0;
  return office(frame, 'programme', {
    title: w.lookTitle(view.name),
    inside: html`${counts(frame.words, report)}<form method="post" action="/admin/programme/import/${view.id}">
${(view.asksVenue || view.venueId !== '') && selectField({ name: 'venue', label: w.venue, options: places, value: view.venueId })}${
  films.length > 0 &&
  html`<fieldset><legend>${w.films}</legend>
<p class="hint">${w.filmsWhat}</p>
${films}</fieldset>
`
}<p class="doors">${changes && html`<button class="door first" name="do" value="import">${w.doIt}</button> `}${asks && html`<button class="door" name="do" value="look">${w.again}</button> `}<button class="door" name="do" value="leave">${w.leave}</button></p>
</form>
${problems(frame.words, report)}`,
  });
}

/** What a file did, and the way to take it back. */
export function screeningReportView(
  frame: Frame,
  view: { id: string; name: string; report: ScreeningCounts; undone: boolean },
): Html {
  const { import: w } = frame.words.programme;
  const { report, undone } = view;
  const said = report.kept ? w.undoneBut(report.kept) : w.undone;
  return office(frame, 'programme', {
    title: w.reportTitle(view.name),
    done: undone ? said : null,
    inside: html`${counts(frame.words, report)}${
      !undone &&
      report.created + report.updated > 0 &&
      html`<form method="post" action="/admin/programme/import/${view.id}">
<p class="doors"><button class="door" name="do" value="undo">${w.undo}</button> <a class="door" href="/programme">${frame.words.programme.whole}</a></p>
</form>
`
    }${problems(frame.words, report)}`,
  });
}

const COUNTS = ['created', 'updated', 'unchanged', 'unmatched', 'rejected'] as const;

function counts({ programme: { import: w } }: Words, report: ScreeningCounts): Html {
  const lines = COUNTS.map(
    (one) =>
      html`<tr><th scope="row">${w.counts[one]}</th><td class="number">${w.count(report[one])}</td></tr>\n`,
  );
  return html`<table class="counts">
<tbody>
${lines}</tbody>
</table>
`;
}

function problems({ programme: { import: w } }: Words, { problems: all }: ScreeningCounts): Fragment {
  if (all.length === 0) return null;
  const lines = all
    .slice(0, MOST_PROBLEMS)
    .map(({ row, said, code }) => html`<li>${w.row(row)}: <bdi>${said}</bdi> <em>${w.why[code]}</em></li>\n`);
  const rest = all.length - MOST_PROBLEMS;
  return html`<section class="part" aria-labelledby="problems"><h2 id="problems">${w.problems}</h2>
<ul class="plain-list">
${lines}${rest > 0 && html`<li>${w.more(rest)}</li>\n`}</ul></section>
`;
}
