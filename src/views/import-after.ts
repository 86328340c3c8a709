import type { Outcome, ProblemCode } from '../domain/import.ts';
import type { ShownEntry } from '../domain/member.ts';
import type { Batch, NumberedRow, RowTarget } from '../domain/reader.ts';
import type { LookQuestion } from '../domain/upload.ts';
import { notice, selectField } from './field.ts';
import { attributes, type Fragment, type Html, html } from './html.ts';
import { importPage } from './import.ts';
import { whichFilm } from './import-account.ts';
import type { Frame } from './layout.ts';
import { pages } from './member-head.ts';
import { reviewArticle } from './review-article.ts';

const OUTCOMES = ['created', 'updated', 'unchanged', 'unmatched', 'rejected'] as const;

/** A page of an import's rows. */
export interface ImportRows {
  batch: Batch;
  rows: readonly NumberedRow[];
  targets: ReadonlyMap<string, RowTarget>;
  /** Of which end rows are shown; null for all. */
  outcome: Outcome | null;
  first: string | null;
  more: string | null;
}

/** Every row of an import: where it stands, what it is about, what became of it and why. */
export function importRowsView(frame: Frame, view: ImportRows): Html {
  const { imports } = frame.words;
  const { rows: w } = imports.account;
  const { batch, outcome } = view;
  const at = `/import/${batch.id}`;
  const options = [
    ['', w.all] as const,
    ...OUTCOMES.map((one) => [one, imports.page.report.counts[one]] as const),
  ];
  return importPage(frame, {
    title: w.title,
    batch,
    below: html`<bdi>${batch.sourceName}</bdi>`,
    inside: html`<form class="sift" action="${at}/rows">
${selectField({ name: 'became', label: w.filter, options, value: outcome ?? '' })}<button class="door">${frame.words.marks.show}</button>
</form>
${view.rows.length === 0 ? html`<p class="empty">${w.none}</p>\n` : table(frame, view)}${pages(frame, view)}<p class="doors part"><a class="door" href="${at}">${w.back}</a></p>`,
  });
}

function table(frame: Frame, view: ImportRows): Html {
  const { imports } = frame.words;
  const { rows: w } = imports.account;
  const line = (one: NumberedRow) =>
    html`<tr><td class="where" dir="ltr">${one.file}${one.row !== '' && html` <span>${one.row}</span>`}</td><td>${about(frame, view, one)}</td><td>${imports.outcome[one.outcome]}${why(frame, one)}</td></tr>\n`;
  return html`<section class="sideways" aria-label="${w.title}" tabindex="0"><table>
<thead><tr><th scope="col">${w.row}</th><th scope="col">${w.about}</th><th scope="col">${w.became}</th></tr></thead>
<tbody>${view.rows.map(line)}</tbody></table></section>
`;
}

/** What a row is about, as a link to it. */
function about({ member }: Frame, { targets }: ImportRows, { targetId }: NumberedRow): Fragment {
  const target = targetId === null ? undefined : targets.get(targetId);
  if (!target) return null;
  const to =
    target.what === 'film'
      ? `/film/${target.slug}`
      : target.what === 'entry'
        ? `/review/${targetId}`
        : `/@${member?.username}/list/${target.slug}`;
  return html`<a href="${to}" dir="auto">${target.title}</a>`;
}

function why({ words }: Frame, { code, message }: NumberedRow): Fragment {
  if (code === null) return null;
  const details = JSON.parse(message ?? '{}') as Record<string, string | number>;
  return html`<br><span class="soft" dir="auto">${words.imports.problem[code as ProblemCode](details)}</span>`;
}

/** Questions an import leaves open. */
export interface Settle {
  batch: Batch;
  questions: readonly (LookQuestion & { number: number })[];
  total: number;
  /** How many rows have just been settled. */
  done: number | null;
  wrong: 'nothing' | 'gone' | null;
}

/** Asks which films are meant, after an import. */
export function settleView(frame: Frame, view: Settle): Html {
  const { account: a } = frame.words.imports;
  const { settle: w } = a;
  const { batch, questions, total } = view;
  const at = `/import/${batch.id}`;
  const rest = total - questions.length;
  return importPage(frame, {
    title: w.title,
    batch,
    below: html`<bdi>${batch.sourceName}</bdi>`,
    inside: html`${view.wrong !== null && notice(w[view.wrong], true)}${view.done !== null && view.done > 0 && notice(w.done(view.done))}${
      questions.length === 0
        ? html`<p>${w.none}</p>\n`
        : html`<p>${w.lead}</p>
<form class="asking part" method="post" action="${at}/settle">
${questions.map((one) => whichFilm(frame, one, `film-${one.number}`, ''))}${rest > 0 && html`<p class="hint">${a.more(rest)}</p>\n`}<p class="doors"><button class="door first">${w.button}</button></p>
</form>
`
    }<p class="doors part"><a class="door" href="${at}">${a.rows.back}</a></p>`,
  });
}

/** One's own reviews of which it is not known whether they tell the story. */
export interface Spoilers {
  reviews: readonly ShownEntry[];
  /** How many there are on all pages. */
  total: number;
  address: string;
  /** Where this page begins; null for the first. */
  after: string | null;
  /** Of how many it has just been said. */
  done: number | null;
  first: string | null;
  more: string | null;
}

/** Asks of one's own reviews whether they tell the story, a page at a time. */
export function spoilersView(frame: Frame, view: Spoilers): Html {
  const { spoilers: w } = frame.words.imports.account;
  const { reviews, address, after, done } = view;
  return importPage(frame, {
    title: w.title,
    ...(view.total > 0 ? { lead: w.waiting(view.total) } : {}),
    inside: html`${done !== null && done > 0 && notice(w.done(done))}${
      reviews.length === 0
        ? html`<p>${w.all}</p>\n`
        : html`<p>${w.lead}</p>
<form class="part" method="post" action="${address}">
${after !== null && html`<input type="hidden" name="after" value="${after}">\n`}<div class="latest">
${reviews.map((review) => asked(frame, review))}</div>
<p class="part"><label class="choice"><input type="checkbox" name="none" value="1"> <span>${w.none}</span></label></p>
<p class="doors"><button class="door first">${w.button}</button></p>
</form>
`
    }${pages(frame, view)}<p class="doors part"><a class="door" href="/@${frame.member?.username}/reviews">${frame.words.member.rooms.reviews}</a></p>`,
  });
}

function asked(frame: Frame, review: ShownEntry): Html {
  const { words, siteName } = frame;
  const { spoilers: w } = words.imports.account;
  const radio = (value: string, said: string) =>
    html`<label class="choice"><input${attributes({ type: 'radio', name: `tells-${review.id}`, value, checked: value === '' })}> <span>${said}</span></label> `;
  return reviewArticle(review, {
    words,
    siteName,
    film: { title: review.filmTitle, slug: review.filmSlug },
    byThem: true,
    folds: true,
    viewerAuthorId: review.authorId,
    below: html`<input type="hidden" name="review" value="${review.id}"><fieldset class="say"><legend dir="auto">${w.of(review.filmTitle)}</legend>${radio('yes', w.tells)}${radio('no', w.tellsNot)}${radio('', w.unsaid)}</fieldset>
`,
  });
}
