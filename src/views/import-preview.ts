import type { Problem } from '../domain/import.ts';
import type { AllowedUse, Upload, Visibility } from '../domain/reader.ts';
import type { ShownReview } from '../domain/review.ts';
import type { Look, LookQuestion, LookReview } from '../domain/upload.ts';
import { notice } from './field.ts';
import { attributes, type Html, html } from './html.ts';
import { importPage } from './import.ts';
import type { Frame } from './layout.ts';
import { reviewArticle } from './review-article.ts';

/** Who may see what is imported, in the order it is asked. */
const VISIBILITIES = ['everyone', 'members', 'followers', 'me'] as const;
/** Where else than here they may be shown, in the order it is asked. */
const USES = ['strips', 'posters'] as const;
/** The most problems a page lists. */
const MOST_SHOWN = 100;

/** Files that were read, and the questions that are asked before they are imported. */
export interface ImportPreview {
  upload: Upload;
  look: Look;
  /** How many rows an import would do something with. */
  possible: number;
  /** What was answered so far. */
  chosen: {
    visibility: Visibility | null;
    word: boolean;
    allowed: readonly AllowedUse[];
    films: ReadonlyMap<string, string>;
  };
  wrong: { visibility: boolean; word: boolean };
  /** Whether they come back from signing in again. */
  back: boolean;
  timeZone: string;
}

export function importPreviewView(frame: Frame, view: ImportPreview): Html {
  const { words } = frame;
  const { page: w } = words.imports;
  const { upload, look, possible } = view;
  const { report } = look;
  const files = upload.files.map(
    ({ name, size }, at) => html`${at > 0 && html`<br>`}<bdi>${name}</bdi>, ${w.size(size)}`,
  );
  const said =
    possible > 0
      ? null
      : report.unchanged > 0
        ? w.preview.allThere
        : report.rows === 0 && report.problemsTotal === 0
          ? words.imports.nothing
          : w.preview.nothing;
  return importPage(frame, {
    title: w.preview.title,
    below: html`${files}`,
    inside: html`${failed(frame, view)}${report.rows > 0 && counts(frame, report, w.preview.counts)}${said && html`<p class="lead">${said}</p>\n`}${possible > 0 && html`<p>${w.preview.asOf(w.moment(upload.created, view.timeZone))}</p>\n<p><a href="#asking">${w.preview.toAsking}</a></p>\n`}${brings(frame, look)}${unasked(frame, look)}${possible > 0 ? asking(frame, view, possible) : leaving(frame, upload)}`,
  });
}

/** What is said above when it was not imported, or when somebody comes back. */
function failed({ words }: Frame, { upload, wrong, back }: ImportPreview): Html | '' {
  const { page: w, problem } = words.imports;
  if (wrong.visibility || wrong.word)
    return notice(
      html`<b>${w.preview.failed}</b> ${wrong.visibility && html`<a href="#who">${w.preview.wrong.visibility}</a> `}${wrong.word && html`<a href="#word">${w.preview.wrong.word}</a>`}`,
      true,
    );
  if (back) return notice(w.preview.back);
  if (upload.problem === null) return '';
  const known = problem[upload.problem as Problem['code']];
  return notice(html`<b>${w.preview.tryAgain}</b> ${known?.({}) ?? w.broken.broken}`, true);
}

/** How many rows ended, or would end, in each way. */
export function counts(
  { words }: Frame,
  report: Readonly<Record<'created' | 'updated' | 'unchanged' | 'unmatched' | 'rejected', number>>,
  names: Readonly<Record<'created' | 'updated' | 'unchanged' | 'unmatched' | 'rejected', string>>,
): Html {
  const each = (['created', 'updated', 'unchanged', 'unmatched', 'rejected'] as const).map(
    (one) =>
      html`<div${report[one] === 0 && html` class="none"`}><dt>${names[one]}</dt><dd>${words.imports.page.count(report[one])}</dd></div>`,
  );
  return html`<dl class="counts">${each}</dl>\n`;
}

function brings(frame: Frame, look: Look): Html {
  const { page: w } = frame.words.imports;
  const { films, filmsTotal, filmsNew, people, peopleTotal, samples } = look;
  const film = (one: (typeof films)[number]) =>
    html`<li>${one.slug === null ? html`<b dir="auto">${one.title}</b>` : html`<a href="/film/${one.slug}"><b dir="auto">${one.title}</b></a>`}${one.year !== null && html` (${one.year})`} ${one.reviews > 0 && html`<span class="soft">${w.preview.reviews(one.reviews)}</span>`}</li>\n`;
  const person = (one: (typeof people)[number]) =>
    html`<li><span><bdi>${one.name}</bdi>${one.place !== null && html` ${w.preview.on(one.place)}`}</span>${one.reviews > 1 && html` <span class="soft">${w.preview.reviews(one.reviews)}</span>`}</li>\n`;
  return html`${part('films', w.preview.films(filmsTotal, filmsNew), films.map(film), rest(filmsTotal, films))}${part('people', w.preview.people(peopleTotal), people.map(person), rest(peopleTotal, people))}${
    samples.length > 0 &&
    html`<section class="part" aria-labelledby="samples"><h2 id="samples">${w.preview.samples}</h2>
<div>${samples.map((one, at) => sample(frame, one, at))}</div></section>
`
  }`;

  function rest(total: number, shown: readonly unknown[]): string | null {
    return total > shown.length ? w.preview.others(total - shown.length) : null;
  }
}

function part(id: string, title: string, items: readonly Html[], more: string | null): Html | '' {
  if (items.length === 0) return '';
  return html`<section class="part" aria-labelledby="${id}"><h2 id="${id}">${title}</h2>
<ul class="names">${items}</ul>
${more && html`<p class="soft">${more}</p>\n`}</section>
`;
}

/** A review as it would look. One's own, where `own`, bears one's name here and says where it was first written. */
export function sample(
  { words, siteName, member }: Frame,
  review: LookReview,
  at: number,
  own = false,
): Html {
  const shown: ShownReview = {
    id: `look-${at + 1}`,
    filmId: '',
    authorId: '',
    username: null,
    source: 'jsonld',
    viewed: null,
    liked: 0,
    rewatch: 0,
    venue: null,
    tags: '[]',
    tagList: [],
    length: 0,
    visibility: 'everyone',
    withheld: null,
    basis: 'permission',
    likes: 0,
    created: 0,
    edited: null,
    writtenKey: '',
    viewedKey: '',
    livesOn: own ? null : review.place,
    firstWrittenOn: own ? review.place : null,
    closed: false,
    open: false,
    mayTell: review.spoiler === 'unknown',
    ...review,
    ...(own && member ? { authorName: member.name } : {}),
    html: review.html === null || review.cut === null ? review.html : review.html.slice(0, review.cut),
    cut: null,
    names: null,
    named: [],
  };
  const film = { title: review.filmTitle, slug: '' };
  return reviewArticle(shown, { words, film, siteName, named: true, folds: true, level: 3, onlyLook: true });
}

/** Problems, but for those that are asked about below. */
function unasked(frame: Frame, { report, questions }: Look): Html | '' {
  const asked = (code: Problem['code']) => code === 'two-films' || code === 'ids-disagree';
  const left = report.problems.filter(({ code }) => questions.length === 0 || !asked(code));
  const total = report.problemsTotal - (report.problems.length - left.length);
  return problems(frame, frame.words.imports.page.preview.problems, left, total);
}

/** What stands in the way of files and rows, each in a sentence, with where it stands. */
export function problems(frame: Frame, title: string, list: readonly Problem[], total: number): Html | '' {
  const { imports } = frame.words;
  if (total === 0) return '';
  const shown = list.slice(0, MOST_SHOWN);
  const files = [...new Set(shown.map(({ file }) => file))];
  const ofFile = (name: string) =>
    html`${name !== '' && html`<h3><bdi>${name}</bdi></h3>\n`}<ol class="problems">${shown
      .filter(({ file }) => file === name)
      .map(
        ({ row, code, details }) =>
          html`<li>${row !== '' && html`<span class="where" dir="ltr">${row}</span> `}<span>${imports.problem[code](details)}</span></li>\n`,
      )}</ol>\n`;
  return html`<section class="part" aria-labelledby="problems"><h2 id="problems">${title}</h2>
${total > shown.length && html`<p class="soft">${imports.page.preview.problemsTold(shown.length, total)}</p>\n`}${files.map(ofFile)}</section>
`;
}

function asking(frame: Frame, view: ImportPreview, rows: number): Html {
  const { words } = frame;
  const { page: w, word } = words.imports;
  const { upload, look, chosen, wrong } = view;
  const radios = VISIBILITIES.map((value) => {
    const input = attributes({
      type: 'radio',
      name: 'visibility',
      value,
      required: true,
      checked: chosen.visibility === value,
    });
    const nobody = value === 'followers' || value === 'me';
    return html`<label class="choice"><input${input}> <span>${w.preview.visibility[value]}${nobody && html` <span class="hint">${w.preview.forNobody}</span>`}</span></label>\n`;
  });
  const use = (value: (typeof USES)[number]) =>
    html`<label class="choice"><input${attributes({ type: 'checkbox', name: 'allows', value, checked: chosen.allowed.includes(value) })}> <span>${w.preview.use[value]}</span></label>\n`;
  const tick = attributes({
    type: 'checkbox',
    id: 'given',
    name: 'word',
    value: '1',
    required: true,
    checked: chosen.word,
    'aria-describedby': wrong.word ? 'word-wrong word-hint' : 'word-hint',
    'aria-invalid': wrong.word ? 'true' : null,
  });
  return html`<section class="part" aria-labelledby="asking"><h2 id="asking">${w.preview.asking}</h2>
<form class="asking" method="post" action="/import/${upload.id}">
${look.questions.map((one, at) => question(frame, one, at, chosen.films))}<fieldset id="who"${attributes({ 'aria-describedby': wrong.visibility ? 'who-wrong' : null })}><legend>${w.preview.who}</legend>
${radios}${wrong.visibility && html`<p class="wrong" id="who-wrong">${w.preview.wrong.visibility}</p>\n`}</fieldset>
<fieldset aria-describedby="uses-hint"><legend>${w.preview.uses}</legend>
${USES.map(use)}<p class="hint" id="uses-hint">${w.preview.usesHint}</p></fieldset>
<fieldset id="word"><legend>${w.preview.word}</legend>
<label class="choice"><input${tick}> <span class="oath">${word}</span></label>
${wrong.word && html`<p class="wrong" id="word-wrong">${w.preview.wrong.word}</p>\n`}<p class="hint" id="word-hint">${w.preview.wordHint}</p></fieldset>
<p class="doors"><button class="door first" name="do" value="import">${w.preview.button(rows)}</button> <button class="door" name="do" value="leave" formnovalidate>${w.preview.leave}</button></p>
</form></section>`;
}

function question({ words }: Frame, one: LookQuestion, at: number, films: ReadonlyMap<string, string>): Html {
  const { page: w, where } = words.imports;
  const named = one.year === null ? one.title : `${one.title} (${one.year})`;
  const taken = films.get(`${one.file}#${one.row}`) ?? '';
  const radio = (value: string, said: Html | string) =>
    html`<label class="choice"><input${attributes({ type: 'radio', name: `film-${at}`, value, checked: taken === value })}> <span>${said}</span></label>\n`;
  const candidates = one.candidates.map(({ id, title, year, directors }) =>
    radio(
      id,
      html`<b dir="auto">${title}</b>${year !== null && html` (${year})`}${directors.length > 0 && html` <span class="hint">${words.film.directedBy} ${words.film.names(directors)}</span>`}`,
    ),
  );
  return html`<fieldset><legend>${w.preview.which(named)}</legend>
<p class="hint">${one.authorName === null ? where(one.file, one.row) : w.preview.whichHint(one.authorName)}</p>
${candidates}${radio('', w.preview.later)}</fieldset>
`;
}

/** The ways on where nothing can be imported. */
export function leaving({ words }: Frame, upload: Upload): Html {
  const { page: w } = words.imports;
  return html`<form class="part" method="post" action="/import/${upload.id}"><p class="doors"><a class="door first" href="/import">${w.report.another}</a> <button class="door" name="do" value="leave">${w.preview.leave}</button></p></form>`;
}
