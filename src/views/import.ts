import type { Batch, Upload } from '../domain/reader.ts';
import type { Words } from '../words/words.ts';
import { roomsNav } from './admin.ts';
import { notice } from './field.ts';
import { attributes, type Html, html } from './html.ts';
import { type Frame, layout } from './layout.ts';

/** A page of an import. */
interface ImportPage {
  title: string;
  lead?: string;
  below?: Html | null;
  inside: Html;
  scripts?: readonly string[];
  /** The import it is about, once there is one. */
  batch?: Batch;
  /** Whether it is about a list of films, which belongs to the room in which one is brought. */
  ofFilms?: boolean;
}

/** What stands around each page of an import: the rooms of the desk, and the head. */
export function importPage(frame: Frame, page: ImportPage): Html {
  // What became of a load of films says how much of its files was left out.
  const ofFilms = page.ofFilms ?? (page.batch !== undefined && 'leftOut' in page.batch.report);
  const works = frame.member !== null && frame.member.role !== 'member';
  const head = html`<div class="head"><h1>${page.title}</h1>${page.lead && html` <p>${page.lead}</p>`}${page.below && html` <p class="soft">${page.below}</p>`}</div>
${page.inside}`;
  return layout(frame, {
    title: page.title,
    style: 'import.css',
    kind: works ? 'office' : 'import',
    unlisted: true,
    scripts: page.scripts ?? [],
    main: works ? html`${roomsNav(frame, ofFilms ? 'load' : 'imports')}\n<div>\n${head}</div>` : head,
  });
}

/** Why files that were sent were not taken. */
export type UploadWrong = keyof Words['imports']['page']['wrong'];

/** The page on which files are brought in. */
export interface ImportStart {
  /** Whether the form of one's own account was sent. */
  own: boolean;
  /** Whether what others wrote may be brought in too. */
  others: boolean;
  wrong: UploadWrong | null;
  most: { files: number; bytes: number };
  /** How much an account's export may hold, unpacked. */
  inside: { files: number; bytes: number };
  waiting: readonly Upload[];
  imports: readonly (Batch & { memberName: string | null })[];
  timeZone: string;
}

/** One's own account for everybody who is a member; what others wrote for whoever looks after the site. */
export function importStartView(frame: Frame, view: ImportStart): Html {
  const { page: w, account: a } = frame.words.imports;
  const former = html`${view.waiting.length > 0 && waiting(frame, view)}${formerImports(frame, view)}`;
  const own = ownAccount(frame, view);
  return view.others
    ? importPage(frame, {
        title: w.title,
        lead: w.lead,
        inside: html`<section aria-labelledby="others"><h2 id="others">${a.others}</h2>
<p>${a.othersLead}</p>
${othersForm(frame, view)}</section>
<section class="part" aria-labelledby="own"><h2 id="own">${a.title}</h2>
<p>${a.lead}</p>
${own}</section>
${former}`,
      })
    : importPage(frame, { title: a.title, lead: a.lead, inside: html`${own}${former}` });
}

function ownAccount(frame: Frame, view: ImportStart): Html {
  const { page: w, account: a } = frame.words.imports;
  const wrong = view.own || !view.others ? view.wrong : null;
  const input = attributes({
    id: 'account',
    name: 'files',
    type: 'file',
    required: true,
    accept: '.zip,application/zip',
    'aria-describedby': wrong ? 'account-hint account-wrong' : 'account-hint',
    'aria-invalid': wrong ? 'true' : null,
  });
  return html`<form method="post" action="/import?own=1" enctype="multipart/form-data">
<p class="hint">${a.how}</p>
<div class="field"><label for="account">${a.file}</label><span class="hint" id="account-hint">${a.hint(w.size(view.most.bytes), view.inside.files, w.size(view.inside.bytes))}</span><input${input}>${wrong && html`<p class="wrong" id="account-wrong" role="alert">${wrong === 'too-large' ? a.tooLarge(w.size(view.most.bytes)) : wrongSaid(wrong, view.most, w)}</p>`}</div>
<p class="doors"><button class="door${!view.others && ' first'}">${a.look}</button></p>
</form>
<div class="part steps">${view.others ? html`<h3>${w.next}</h3>` : html`<h2>${w.next}</h2>`}
<ol class="points">${a.steps.map((said) => html`<li>${said}</li>\n`)}</ol></div>
`;
}

function othersForm(frame: Frame, view: ImportStart): Html {
  const { page: w } = frame.words.imports;
  const { most } = view;
  const wrong = view.own ? null : view.wrong;
  const input = attributes({
    id: 'files',
    name: 'files',
    type: 'file',
    multiple: true,
    required: true,
    accept: '.json,.jsonld,.html,.htm,application/ld+json,application/json,text/html',
    'aria-describedby': wrong ? 'files-hint files-wrong' : 'files-hint',
    'aria-invalid': wrong ? 'true' : null,
  });
  return html`<form method="post" action="/import" enctype="multipart/form-data">
<div class="field"><label for="files">${w.files}</label><span class="hint" id="files-hint">${w.filesHint(most.files, most.bytes)}</span><input${input}>${wrong && html`<p class="wrong" id="files-wrong" role="alert">${wrongSaid(wrong, most, w)}</p>`}</div>
<p class="doors"><button class="door first">${w.look}</button></p>
</form>
<div class="columns part">
<div><h3 id="what">${w.what}</h3>
<ul class="points">${w.formats.map((said) => html`<li>${said}</li>\n`)}</ul>
<details><summary>${w.example}</summary><pre class="sideways" tabindex="0" lang="zxx"><code>${w.exampleFile}</code></pre></details></div>
<div><h3 id="next">${w.next}</h3>
<ol class="points">${w.steps.map((said) => html`<li>${said}</li>\n`)}</ol></div>
</div>
`;
}

function wrongSaid(wrong: UploadWrong, most: ImportStart['most'], w: Words['imports']['page']): string {
  if (wrong === 'too-many-files') return w.wrong[wrong](most.files);
  return wrong === 'too-large' ? w.wrong[wrong](most.bytes) : w.wrong[wrong];
}

function waiting({ words }: Frame, view: ImportStart): Html {
  const { page: w } = words.imports;
  const rows = view.waiting.map(
    (upload) =>
      html`<li><a href="/import/${upload.id}"><bdi>${upload.files.map(({ name }) => name).join(', ')}</bdi></a> <span class="soft">${upload.state === 'importing' ? w.importing.title : w.forgottenAt(w.moment(upload.expires, view.timeZone))}</span></li>\n`,
  );
  return html`<section class="part" aria-labelledby="waiting"><h2 id="waiting">${w.waiting}</h2>
<ul class="batches">${rows}</ul></section>
`;
}

function formerImports({ words }: Frame, view: ImportStart): Html {
  const { page: w } = words.imports;
  const rows = view.imports.map((batch) => {
    const { counts } = w.report;
    const said = (['created', 'updated', 'rejected'] as const)
      .map((one) => [counts[one], Number(batch.report[one] ?? 0)] as const)
      .filter(([, count]) => count > 0)
      .map(([name, count]) => words.imports.counted(name, count))
      .join(', ');
    const state = w.state[batch.state];
    return html`<li><a href="/import/${batch.id}"><bdi>${batch.sourceName}</bdi></a> <span class="soft">${state && html`<b>${state}.</b> `}<time datetime="${new Date(batch.created).toISOString()}">${w.moment(batch.created, view.timeZone)}</time>${batch.memberName === null ? html`, ${w.byCommand}` : html`, <span>${w.by(batch.memberName)}</span>`}${said !== '' && html`. ${said}`}</span></li>\n`;
  });
  return html`<section class="part" aria-labelledby="former"><h2 id="former">${w.former}</h2>
${rows.length === 0 ? html`<p class="empty">${w.noneYet}</p>` : html`<ol class="batches">${rows}</ol>`}</section>`;
}

/** What a member is told who may not bring in what others wrote. */
export function importNotYoursView(frame: Frame): Html {
  const { page: w } = frame.words.imports;
  return importPage(frame, {
    title: w.title,
    inside: html`<p>${w.notYours.text}</p>
<p class="doors"><a class="door first" href="/films">${frame.words.film.seeMoreFilms}</a></p>`,
  });
}

/** A page for something that is still being done; the link asks how far it is. */
export function importWaitView(
  frame: Frame,
  view: {
    kind: 'reading' | 'importing' | 'undoing';
    files: string;
    address: string;
    done: number;
    rows: number;
    behind: boolean;
    ofFilms: boolean;
  },
): Html {
  const { page: w } = frame.words.imports;
  const { title, text } = w[view.kind];
  const known = view.kind === 'importing' && !view.behind && view.rows > 0 && view.done > 0;
  const progress = html`<p class="going"><label for="going">${w.importing.progress(view.done, view.rows)}</label> <progress id="going" max="${view.rows}" value="${view.done}"></progress></p>\n`;
  return importPage(frame, {
    title,
    below: html`<bdi>${view.files}</bdi>`,
    scripts: ['import-progress.js'],
    ofFilms: view.ofFilms,
    inside: html`<import-progress><p role="status">${view.behind ? w.importing.waits : text}</p>
${known && progress}</import-progress>
<p class="doors part"><a class="door first" href="${view.address}">${w.howFar}</a> <a class="door" href="/import">${w.back}</a></p>`,
  });
}

/** What is told when files were beyond us. */
export function importBrokenView(
  frame: Frame,
  view: { files: string; why: 'broken' | 'too-large'; address: string; ofFilms: boolean },
): Html {
  const { page: w } = frame.words.imports;
  return importPage(frame, {
    title: w.broken.title,
    below: html`<bdi>${view.files}</bdi>`,
    ofFilms: view.ofFilms,
    inside: html`${notice(html`${w.broken[view.why]} ${view.why === 'too-large' && w.broken.help}`, true)}<form method="post" action="${view.address}"><p class="doors"><button class="door" name="do" value="leave">${w.preview.leave}</button> <a class="door" href="/import">${w.back}</a></p></form>`,
  });
}

/** What is told where there is no import, or none of one's own. */
export function importGoneView(frame: Frame): Html {
  const { page: w } = frame.words.imports;
  return importPage(frame, {
    title: w.gone.title,
    inside: html`<p>${w.gone.text}</p>
<p class="doors"><a class="door first" href="/import">${w.back}</a></p>`,
  });
}
