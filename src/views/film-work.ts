import type { MergeReport } from '../domain/merge.ts';
import type { Double } from '../domain/merge-look.ts';
import type { Batch, Film } from '../domain/reader.ts';
import type { Words } from '../words/words.ts';
import { office } from './admin.ts';
import { notice } from './field.ts';
import { type Html, html } from './html.ts';
import type { Frame } from './layout.ts';
import type { MergeWrong } from './merge.ts';
import { filmName } from './stars.ts';

/** Something a curator did to films, with who did it and the calendar date where the site is. */
export interface FilmWork {
  batch: Batch;
  report: MergeReport;
  /** Null for somebody who has left. */
  by: string | null;
  day: string;
}

/** What was merged and split, and what may have to be. */
export interface FilmWorksView {
  works: readonly FilmWork[];
  pairs: readonly Double[];
  /** The place in the catalogue from which it was looked; '' from the latest film on. */
  before: string;
  next: string | null;
  apart: boolean;
}

/** The room of the desk in which films that are here twice become one. */
export function filmWorksView(frame: Frame, view: FilmWorksView): Html {
  const { merge: w } = frame.words;
  return office(frame, 'films', {
    title: w.title,
    lead: w.lead,
    done: view.apart ? w.done.apart : null,
    inside: html`<section class="part" aria-labelledby="doubles"><h2 id="doubles">${w.doubles.title}</h2>
<p class="soft">${w.doubles.lead}</p>
${view.pairs.length > 0 ? html`<ul class="works">\n${view.pairs.map((pair) => double(frame, pair, view.before))}</ul>\n` : html`<p class="empty">${view.before === '' && view.next === null ? w.doubles.none : w.doubles.noneYet}</p>\n`}${view.next !== null && html`<p class="doors"><a class="door" href="/admin/films?before=${view.next}">${w.doubles.more}</a></p>\n`}</section>
<section class="part" aria-labelledby="works"><h2 id="works">${w.done.title}</h2>
${view.works.length > 0 ? html`<ul class="works">\n${view.works.map((work) => line(frame, work))}</ul>\n` : html`<p class="empty">${w.done.none}</p>\n`}</section>
`,
  });
}

function double({ words }: Frame, { one, other, why }: Double, before: string): Html {
  const { doubles: w } = words.merge;
  const film = (which: Double['one']) =>
    html`<a href="/film/${which.slug}" dir="auto"><b>${filmName(which)}</b></a> <small><bdi>${`/film/${which.slug}`}</bdi> · ${w.reviews(which.reviews)}</small>`;
  // The one that more was written on is offered to stay.
  const [from, into] = one.reviews > other.reviews ? [other, one] : [one, other];
  const label = w.pair(filmName(one), filmName(other));
  return html`<li>${film(one)}${film(other)}<small>${w[why]}</small>
<form method="post" action="/admin/films"><input type="hidden" name="one" value="${one.id}"><input type="hidden" name="other" value="${other.id}"><input type="hidden" name="before" value="${before}"><p class="doors"><a class="door" href="/film/${from.slug}/merge?with=${into.id}" aria-label="${w.compare}: ${label}">${w.compare}</a> <button class="door" name="do" value="apart" aria-label="${w.apart}: ${label}">${w.apart}</button></p></form></li>
`;
}

function line({ words }: Frame, work: FilmWork): Html {
  const { done: w } = words.merge;
  const { batch, by, day } = work;
  const state = batch.state === 'undone' ? w.undone : batch.finished === null ? w.running : null;
  return html`<li><a href="/admin/films/${batch.id}">${nameOf(words, work)}</a> <small>${w.by(by ?? w.formerMember, words.review.day(day))}</small>${state !== null && html` <small class="state">${state}</small>`}</li>\n`;
}

function nameOf({ merge: { done: w } }: Words, { batch, report }: FilmWork): string {
  const [from, into] = [filmName(report.from), filmName(report.into)];
  if (batch.kind === 'removal') return w.removal(from);
  return batch.kind === 'split' ? w.split(from, into) : w.merged(from, into);
}

export interface FilmWorkView extends FilmWork {
  /** The films of the report as they are now, by the ids it names. */
  films: ReadonlyMap<string, Film>;
  wrong: MergeWrong | null;
}

const COUNTED = [
  'entries',
  'marks',
  'list_items',
  'mentions',
  'screenings',
  'pins',
  'facts',
  'joined',
] as const;

/** What a merge, a split or a removal did, with the way back; or what undoing it did. */
export function filmWorkView(frame: Frame, view: FilmWorkView): Html {
  const { words } = frame;
  const { report: w, done } = words.merge;
  const { batch, report, by, day } = view;
  const running = batch.finished === null;
  const titles = { merge: w.merged, split: w.split, removal: w.removal, import: w.merged };
  const counts = COUNTED.filter((name) => report.moved[name] > 0).map(
    (name) => html`<li>${w[name](report.moved[name])}</li>\n`,
  );
  const { undone } = report;
  const after =
    undone !== null && !running
      ? html`${notice(w.undone(undone))}${kept(words, view)}`
      : !running &&
        html`<p>${w.asked}</p>
<form method="post" action="/admin/films/${batch.id}"><p class="doors"><button class="door" name="do" value="undo">${w.undo}</button></p></form>
`;
  return office(frame, 'films', {
    title: titles[batch.kind],
    inside: html`${view.wrong && notice(html`<b>${words.merge.wrong[view.wrong]}</b>`, true)}<p>${nameOf(words, view)} <small>${done.by(by ?? done.formerMember, words.review.day(day))}</small></p>
<p class="doors">${links(view)}</p>
${running && html`${notice(w.running)}<p class="doors"><a class="door first" href="/admin/films/${batch.id}">${w.reload}</a></p>\n`}${counts.length > 0 ? html`<ul class="works">\n${counts}</ul>\n` : html`<p class="soft">${w.nothing}</p>\n`}${after}<p class="doors part"><a class="door" href="/admin/films">${w.all}</a></p>
`,
  });
}

/** The films as they are now; one that is part of another leads to it. */
function links({ report, films }: FilmWorkView): Html {
  const each = [report.from, report.into].map(({ id }) => films.get(id));
  const once = [...new Map(each.flatMap((film) => (film ? [[film.id, film] as const] : []))).values()];
  return html`${once.map((film) => html`<a class="door" href="/film/${film.slug}" dir="auto">${filmName(film)}</a> `)}`;
}

function kept({ merge, imports }: Words, { report, films }: FilmWorkView): Html | null {
  const { undone } = report;
  if (undone === null || undone.keptTotal === 0) return null;
  const { undo } = imports;
  const rest = undone.keptTotal - undone.kept.length;
  const rows = undone.kept.map(({ what, id, name, why }) => {
    const slug = films.get(id)?.slug;
    const to = what === 'review' ? `/review/${id}` : slug === undefined ? null : `/film/${slug}`;
    const said = html`${undo.what[what]} ${to === null ? html`<bdi>${name}</bdi>` : html`<a href="${to}" dir="auto">${name}</a>`}`;
    return html`<li>${said}: ${undo.why[why]}</li>\n`;
  });
  return html`<section class="part" aria-labelledby="kept"><h2 id="kept">${merge.report.kept}</h2>
${rows.length > 0 && html`<ul class="works">\n${rows}</ul>\n`}${rest > 0 && html`<p class="soft">${merge.report.more(rest)}</p>\n`}</section>
`;
}
