import type { Problem } from '../domain/import.ts';
import type { Upload, Visibility } from '../domain/reader.ts';
import type { AccountKind, AccountLook, LookQuestion, LookViewing } from '../domain/upload.ts';
import { notice } from './field.ts';
import { attributes, type Fragment, type Html, html } from './html.ts';
import { importPage } from './import.ts';
import { counts, leaving, problems, sample } from './import-preview.ts';
import type { Frame } from './layout.ts';
import { bare } from './member-head.ts';
import { stars } from './stars.ts';

/** What there may be of, in the order it is told. */
const KINDS: readonly AccountKind[] = [
  'viewings',
  'ratings',
  'watched',
  'reviews',
  'likes',
  'watchlist',
  'lists',
  'comments',
];
/** Who may see what is imported, in the order it is asked. */
const VISIBILITIES = ['everyone', 'members', 'followers', 'me'] as const;

/** Somebody's own account that was read, and what is asked before it is imported. */
export interface AccountPreview {
  upload: Upload;
  look: AccountLook;
  /** How many rows an import would do something with. */
  possible: number;
  /** What was answered so far. */
  chosen: {
    visibility: Visibility | null;
    word: boolean;
    removed: boolean;
    films: ReadonlyMap<string, string>;
  };
  wrong: { visibility: boolean; word: boolean };
  back: boolean;
  timeZone: string;
}

export function accountPreviewView(frame: Frame, view: AccountPreview): Html {
  const { imports } = frame.words;
  const { page: w, account: a } = imports;
  const { upload, look, possible } = view;
  const { report } = look;
  const files = upload.files.map(({ name, size }) => html`<bdi>${name}</bdi>, ${w.size(size)}`);
  const asks = possible > 0 || look.removedFiles > 0;
  const said = possible > 0 ? null : report.unchanged > 0 ? w.preview.allThere : w.preview.nothing;
  return importPage(frame, {
    title: a.preview,
    below: html`${files}`,
    inside: html`${notImported(frame, view)}${said && html`<p class="lead">${said}</p>\n`}${asks && html`<p>${w.preview.asOf(w.moment(upload.created, view.timeZone))} <a href="#asking">${w.preview.toAsking}</a></p>\n`}${holds(frame, look)}${report.rows > 0 && html`<section class="part" aria-labelledby="does"><h2 id="does">${a.does}</h2>\n${counts(frame, report, w.preview.counts)}${look.filmsNew > 0 && html`<p>${a.new(look.filmsNew)}</p>\n`}</section>\n`}${diary(frame, look.viewings)}${reviews(frame, look)}${unasked(frame, look)}${asks ? asking(frame, view) : leaving(frame, upload)}`,
  });
}

function notImported({ words }: Frame, { upload, wrong, back }: AccountPreview): Fragment {
  const { page: w, account: a, problem } = words.imports;
  if (wrong.visibility || wrong.word)
    return notice(
      html`<b>${w.preview.failed}</b> ${wrong.word && html`<a href="#whose">${a.wrong.mine}</a> `}${wrong.visibility && html`<a href="#who">${a.wrong.visibility}</a>`}`,
      true,
    );
  if (back) return notice(w.preview.back);
  if (upload.problem === null) return null;
  const known = problem[upload.problem as Problem['code']];
  return notice(html`<b>${w.preview.tryAgain}</b> ${known?.({}) ?? w.broken.broken}`, true);
}

/** How much there is of each kind. */
function holds({ words }: Frame, { counts: of }: AccountLook): Fragment {
  const { page: w, account: a } = words.imports;
  const kinds = KINDS.filter((kind) => of[kind] > 0);
  if (kinds.length === 0) return null;
  const each = kinds.map(
    (kind) => html`<div><dt>${a.kinds[kind](of[kind])}</dt><dd>${w.count(of[kind])}</dd></div>`,
  );
  return html`<section class="part" aria-labelledby="holds"><h2 id="holds">${a.holds}</h2>
<dl class="counts">${each}</dl></section>
`;
}

function diary({ words }: Frame, viewings: readonly LookViewing[]): Fragment {
  if (viewings.length === 0) return null;
  const { review, diary: d, imports } = words;
  const line = (one: LookViewing) =>
    html`<li><time datetime="${one.viewed}">${review.day(one.viewed)}</time> <span><b dir="auto">${one.filmTitle}</b>${one.year !== null && html` <small>${one.year}</small>`}${one.rating !== null && html` <span class="stars" role="img" aria-label="${review.outOfFive(one.rating)}">${stars(one.rating)}</span>`}${one.rewatch && html` <span class="soft">${d.again}</span>`}${one.tags.map((tag) => html` <span class="soft" dir="auto">${tag}</span>`)}</span></li>\n`;
  return html`<section class="part" aria-labelledby="lines"><h2 id="lines">${imports.account.viewings}</h2>
<ol class="lines">${viewings.map(line)}</ol></section>
`;
}

function reviews(frame: Frame, { samples }: AccountLook): Fragment {
  if (samples.length === 0) return null;
  return html`<section class="part" aria-labelledby="samples"><h2 id="samples">${frame.words.imports.account.samples}</h2>
<div class="latest">${samples.map((one, at) => sample(frame, one, at, true))}</div></section>
`;
}

/** Problems, but for those that are asked about below. */
function unasked(frame: Frame, { report, questions }: AccountLook): Fragment {
  const left = report.problems.filter(({ code }) => questions.length === 0 || code !== 'two-films');
  const total = report.problemsTotal - (report.problems.length - left.length);
  return problems(frame, frame.words.imports.page.preview.problems, left, total);
}

function asking(frame: Frame, view: AccountPreview): Html {
  const { page: w, account: a } = frame.words.imports;
  const { upload, look, chosen, wrong } = view;
  const { whose, removedFiles, questionsTotal, questions } = look;
  const radio = (value: (typeof VISIBILITIES)[number]) => {
    const checked = chosen.visibility === value;
    const input = attributes({ type: 'radio', name: 'visibility', value, required: true, checked });
    return html`<label class="choice"><input${input}> <span>${a.visibility[value]}${value === 'followers' && html` <span class="hint">${a.forNobody}</span>`}</span></label>\n`;
  };
  const mine = attributes({
    type: 'checkbox',
    name: 'word',
    value: '1',
    required: true,
    checked: chosen.word,
    'aria-describedby': wrong.word ? 'whose-wrong mine-hint' : 'mine-hint',
    'aria-invalid': wrong.word ? 'true' : null,
  });
  const removed = attributes({ type: 'checkbox', name: 'removed', value: '1', checked: chosen.removed });
  const rest = questionsTotal - questions.length;
  return html`<section class="part" aria-labelledby="asking"><h2 id="asking">${w.preview.asking}</h2>
<form class="asking" method="post" action="/import/${upload.id}">
<fieldset id="whose"><legend>${a.whose}</legend>
<p dir="auto">${whose === null ? a.saysNothing : html`<bdi>${a.itSays(whose.name, whose.username)}</bdi>`}</p>
<label class="choice"><input${mine}> <span>${a.mine} <span class="hint" id="mine-hint">${a.mineHint}</span></span></label>
${wrong.word && html`<p class="wrong" id="whose-wrong">${a.wrong.mine}</p>\n`}</fieldset>
<fieldset id="who"${attributes({ 'aria-describedby': wrong.visibility ? 'who-wrong cannot-say' : 'cannot-say' })}><legend>${a.who}</legend>
${VISIBILITIES.map(radio)}${wrong.visibility && html`<p class="wrong" id="who-wrong">${a.wrong.visibility}</p>\n`}<p class="hint" id="cannot-say">${a.cannotSay}</p></fieldset>
${removedFiles > 0 && html`<fieldset><legend>${a.removed}</legend>\n<label class="choice"><input${removed}> <span>${a.bringRemoved} <span class="hint">${a.removedHint}</span></span></label></fieldset>\n`}${questions.map((one, at) => whichFilm(frame, one, `film-${at}`, chosen.films.get(`${one.file}#${one.row}`) ?? ''))}${rest > 0 && html`<p class="hint">${a.more(rest)}</p>\n`}<p class="doors"><button class="door first" name="do" value="import">${w.preview.button(view.possible)}</button> <button class="door" name="do" value="leave" formnovalidate>${w.preview.leave}</button></p>
</form></section>`;
}

/** Asks which of several films is meant; one answer is for every row that names it. */
export function whichFilm({ words }: Frame, one: LookQuestion, name: string, taken: string): Html {
  const { account: a } = words.imports;
  const named = one.year === null ? one.title : `${one.title} (${one.year})`;
  const radio = (value: string, said: Fragment) =>
    html`<label class="choice"><input${attributes({ type: 'radio', name, value, checked: taken === value })}> <span>${said}</span></label>\n`;
  const candidates = one.candidates.map(({ id, slug, title, year, directors, link }) => {
    const film = html`<b dir="auto">${title}</b>`;
    const told: Fragment[] = [
      directors.length > 0 &&
        html`<span dir="auto">${words.film.directedBy} ${words.film.names(directors)}</span>`,
      slug === '' && html`<span>${a.onlyNew}</span>`,
      link && html`<a href="${link}" rel="noopener noreferrer">${bare(link)}</a> ${a.onLetterboxd}`,
    ].filter(Boolean);
    return radio(
      id,
      html`${film}${year !== null && html` (${year})`}${told.length > 0 && html` <span class="hint">${told.map((each, at) => html`${at > 0 && ', '}${each}`)}</span>`}`,
    );
  });
  return html`<fieldset><legend dir="auto">${a.which(named)}</legend>
<p class="hint"><bdi>${a.inFile(one.file, one.row, one.also?.length ?? 0)}</bdi></p>
${candidates}${radio('new', a.newOne)}${radio('', a.later)}</fieldset>
`;
}
