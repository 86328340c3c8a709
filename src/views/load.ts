import type { Batch, Upload } from '../domain/reader.ts';
import type { ListLook } from '../domain/upload.ts';
import type { Words } from '../words/words.ts';
import { office } from './admin.ts';
import { notice, textField } from './field.ts';
import { attributes, type Html, html } from './html.ts';
import { importPage } from './import.ts';
import { counts, problems } from './import-preview.ts';
import type { Frame } from './layout.ts';
import { filmName } from './stars.ts';

export type LoadWrong = keyof Words['load']['wrong'];
type Kind = keyof Words['load']['kinds'];

/** What of a file is wanted, as typed. */
export interface LoadForm {
  kinds: readonly Kind[];
  from: string;
  to: string;
  genres: string;
  adult: boolean;
}

/** The page on which files of films are brought, with the loads so far. */
export function loadStartView(
  frame: Frame,
  view: { form: LoadForm; wrong: LoadWrong | null; loads: readonly Batch[]; bytes: number },
): Html {
  const { load: w, imports } = frame.words;
  const { form, wrong, loads } = view;
  const latest = loads.map(
    ({ id, sourceName, state }) =>
      html`<li><a href="/import/${id}" dir="auto">${sourceName}</a>${imports.page.state[state] && html` <small>${imports.page.state[state]}</small>`}</li>\n`,
  );
  return office(frame, 'load', {
    title: w.title,
    lead: html`${w.what} <a href="/films/new">${frame.words.fact.newFilm.link}</a>`,
    inside: html`${wrong && notice(html`<b>${w.wrong[wrong]}</b>`, true)}<form method="post" action="/admin/films/load" enctype="multipart/form-data">
<div class="field"><label for="file">${w.file}</label><span class="hint" id="file-hint">${w.fileHint(imports.page.size(view.bytes))}</span><input id="file" name="file" type="file" accept=".csv,.tsv,.gz,.json,.jsonld,.html" multiple required aria-describedby="file-hint"></div>
<fieldset><legend>${w.imdb}</legend>
<p class="hint">${w.licenceHint}</p>
${choice('licensed', '1', false, w.licence)}</fieldset>
${sifting(frame, form, wrong)}<p class="doors"><button class="door first">${w.look}</button></p>
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

function sifting({ words }: Frame, form: LoadForm, wrong: LoadWrong | null): Html {
  const { load: w } = words;
  const kinds = (Object.keys(w.kinds) as Kind[]).map((kind) =>
    choice('kind', kind, form.kinds.includes(kind), w.kinds[kind]),
  );
  const year = (name: 'from' | 'to') =>
    textField({
      name,
      label: w[name],
      value: form[name],
      wrong: wrong === 'year' && !/^(?:\d{4})?$/.test(form[name]) ? w.wrong.year : null,
      autocomplete: 'off',
      more: { inputmode: 'numeric', maxlength: 4 },
    });
  return html`<fieldset><legend>${w.types}</legend>
<p class="hint">${w.typesHint}</p>
${kinds}</fieldset>
${year('from')}${year('to')}${textField({ name: 'genres', label: w.genres, hint: w.genresHint, value: form.genres, autocomplete: 'off' })}${choice('adult', '1', form.adult, w.adult)}`;
}

function choice(name: string, value: string, checked: boolean, said: string): Html {
  return html`<label class="choice"><input${attributes({ type: 'checkbox', name, value, checked })}> <span>${said}</span></label>
`;
}

/** Files of films that were read: what a load would do. */
export function listPreviewView(
  frame: Frame,
  { upload, look, possible }: { upload: Upload; look: ListLook; possible: number },
): Html {
  const { load: w, imports } = frame.words;
  const { page: p } = imports;
  const { report, films } = look;
  const files = upload.files.map(
    ({ name, size }, at) => html`${at > 0 && html`<br>`}<bdi>${name}</bdi>, ${p.size(size)}`,
  );
  const made = films.map((film) => html`<li><bdi>${filmName(film)}</bdi></li>\n`);
  const rest = report.created - films.length;
  const said =
    possible > 0
      ? null
      : report.unchanged > 0
        ? p.preview.allThere
        : report.rows === 0
          ? report.problemsTotal === 0
            ? w.nothingIn
            : null
          : p.preview.nothing;
  return importPage(frame, {
    title: p.preview.title,
    ofFilms: true,
    below: files.length > 0 ? html`${files}` : null,
    inside: html`${failed(frame, upload)}${report.rows > 0 && counts(frame, report, p.preview.counts)}${said && html`<p class="lead">${said}</p>\n`}${report.leftOut > 0 && html`<p>${w.leftOut(report.leftOut)}</p>\n`}${
      made.length > 0 &&
      html`<section class="part" aria-labelledby="films"><h2 id="films">${w.samples}</h2>
<ul class="names">${made}</ul>
${rest > 0 && html`<p class="soft">${p.report.rest(rest)}</p>\n`}</section>
`
    }${problems(frame, p.preview.problems, report.problems, report.problemsTotal)}<form method="post" action="/import/${upload.id}"><p class="doors part">${possible > 0 && html`<button class="door first" name="do" value="import">${w.button(possible)}</button> `}<button class="door" name="do" value="leave">${p.preview.leave}</button> <a class="door" href="/admin/films/load">${w.another}</a></p></form>`,
  });
}

/** What is said above where a load did not come through. */
function failed({ words: { imports } }: Frame, { problem }: Upload): Html | '' {
  if (problem === null) return '';
  const known = (imports.problem as Readonly<Record<string, (details: object) => string>>)[problem];
  return notice(
    html`<b>${imports.page.preview.tryAgain}</b> ${known?.({}) ?? imports.page.broken.broken}`,
    true,
  );
}
