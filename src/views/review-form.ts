import type { Was } from '../domain/version.ts';
import type { Words } from '../words/words.ts';
import { BESIDE, filmHead, type NamedFilm } from './beside-film.ts';
import { selectField, textField } from './field.ts';
import { attributes, type Fragment, type Html, html } from './html.ts';
import { languageName, monthsIn, orderIn } from './language.ts';
import { type Frame, layout } from './layout.ts';
import { filmName } from './stars.ts';
import { versionBody } from './version.ts';

/** A review as it stands in its form, field by field, as typed. Boxes that are ticked hold `1`. */
export type ReviewValues = Record<
  | 'rating'
  | 'liked'
  | 'text'
  | 'spoiler'
  | 'today'
  | 'year'
  | 'month'
  | 'day'
  | 'rewatch'
  | 'title'
  | 'tags'
  | 'language'
  | 'visibility',
  string
>;

/** Something that needs another look: the field it is about, and the sentence that says why. */
export interface ReviewProblem {
  field: 'rating' | 'text' | 'year' | 'month' | 'day' | 'title' | 'tags';
  code: keyof Words['form']['problems'];
}

export interface ReviewFormView {
  /** Null where whoever sent the form may not be told what it is about. */
  film: NamedFilm | null;
  kind: 'add' | 'edit';
  action: string;
  values: ReviewValues;
  problems: readonly ReviewProblem[];
  /** Whether a member writes, who may choose who reads it and keep drafts. */
  member: boolean;
  /** The calendar date offered as today's. */
  today: string;
  /** Words kept from before and not published yet. */
  kept?: boolean;
  waits?: boolean;
  /** The site takes no reviews from newcomers, and this is one. */
  closed?: boolean;
  /** The stamp of the entry that is edited. */
  seen?: string | null;
  /** Whoever edits is no longer signed in, and can sign in by the same form. */
  signIn?: { email: string; wrong: boolean | 'wait' } | null;
  /** Whoever is signed in, or has just signed in, did not write it. */
  other?: boolean;
  /** The entry was changed elsewhere: how it stands now. */
  conflict?: Was | null;
  /** The site could not write it down. */
  busy?: boolean;
  /** Very many reviews by people without an account wait already. */
  full?: boolean;
  /** The entry was deleted elsewhere, and saving brings it back. */
  comesBack?: boolean;
  /** What this browser keeps the words under. */
  key: string;
  /** The page to go back to. */
  back: string;
}

/** The form in which a review is written, and the one in which it is edited. */
export function reviewFormView(frame: Frame, view: ReviewFormView): Html {
  const { words } = frame;
  const { form: w } = words;
  const { film } = view;
  const adds = view.kind === 'add';
  const named = film ? filmName(film) : '';
  return layout(frame, {
    title: film ? (adds ? w.title(named) : w.editTitle(named)) : w.editUnnamed,
    style: 'review-form.css',
    unlisted: true,
    scripts: view.closed ? [] : ['review-form.js'],
    kind: film ? BESIDE : '',
    main: html`${filmHead(film, adds ? w.heading : w.editHeading)}${view.closed ? closed(view, words) : open(view, words)}`,
  });
}

function closed({ action }: ReviewFormView, { form: { closed: w } }: Words): Html {
  return html`<p class="notice"><b>${w.text}</b> ${w.member}</p>
<p class="doors"><a class="door first" href="/sign-in?next=${encodeURIComponent(action)}">${w.signIn}</a></p>`;
}

function open(view: ReviewFormView, words: Words): Html {
  const { form: w } = words;
  const { values, kind, member } = view;
  const wrong = (field: ReviewProblem['field']) => {
    const problem = view.problems.find((one) => one.field === field);
    return problem ? w.problems[problem.code] : null;
  };
  const publishes =
    kind === 'add' ? (member ? w.publish : w.onward) : values.visibility === 'draft' ? w.publish : w.save;
  const drafts = member && (kind === 'add' || values.visibility === 'draft');
  return html`${above(view, words)}<review-draft${attributes({ 'data-key': view.key, 'data-kept': isKept(view) })}>
<p class="notice" role="status" data-restored hidden>${w.restored} <button type="button" class="plain">${w.afresh}</button></p>
<form method="post" action="${view.action}">
${view.seen && html`<input type="hidden" name="seen" value="${view.seen}">\n`}${view.comesBack && html`<input type="hidden" name="back" value="1">\n`}${rating(values, wrong('rating'), words)}<label class="choice"><input${box('liked', values)}> <span>${w.liked}</span></label>
${textArea(values, wrong('text'), words)}<label class="choice"><input${box('spoiler', values)} aria-labelledby="spoiler-name" aria-describedby="spoiler-hint"> <span><span id="spoiler-name">${w.spoiler}</span> <span class="hint" id="spoiler-hint">${w.spoilerHint}</span></span></label>
${when(view, wrong, words)}${more(view, wrong, words)}${member && visibility(values, words)}${signIn(view, words)}${!member && kind === 'add' && html`<p class="hint">${w.onwardHint}</p>\n`}${view.waits && html`<p class="hint">${w.waits}</p>\n`}<p class="doors"><button class="door first">${view.signIn ? w.signedOut.save : publishes}</button>${drafts && html` <button class="door" name="draft" value="1">${w.keepDraft}</button>`}${kind === 'edit' && html` <a class="door" href="${view.back}">${w.cancel}</a>`}</p>
</form>
</review-draft>${view.conflict && nowStands(view.conflict, words)}`;
}

/** Whether the fields hold what was sent before, and not what is saved or nothing. */
function isKept({
  kept,
  problems,
  signIn: asked,
  other,
  conflict,
  comesBack,
  busy,
  full,
}: ReviewFormView): boolean {
  return problems.length > 0 || [kept, asked, other, conflict, comesBack, busy, full].some(Boolean);
}

/** What has to be said before the form: what needs another look, or where these words come from. */
function above(view: ReviewFormView, { form: w }: Words): Html {
  const { problems } = view;
  if (view.busy) return failed(w.failed, w.busy);
  if (view.full) return failed(w.failed, w.full);
  if (view.other) return failed(w.notTheirs.title, view.signIn ? w.notTheirs.text : w.notTheirs.elsewhere);
  if (view.signIn) {
    const { wrong } = view.signIn;
    const said = wrong === 'wait' ? w.signedOut.wait : wrong ? w.signedOut.wrong : w.signedOut.text;
    return failed(w.signedOut.title, said);
  }
  if (view.conflict)
    return html`<div class="notice failed" role="alert"><b>${w.conflict.title}</b> ${w.conflict.text} <a href="#now">${w.conflict.now}</a></div>\n`;
  if (view.comesBack && problems.length === 0) return failed(w.comesBack.title, w.comesBack.text);
  if (problems.length > 0)
    return html`<div class="notice failed" role="alert"><b>${w.failed}</b> ${w.failedText(problems.length)}<ul>${problems.map(({ field, code }) => html`<li><a href="#${field}">${w.problems[code]}</a></li>`)}</ul></div>\n`;
  return html`${view.kept && html`<p class="notice">${w.kept}</p>\n`}`;
}

function failed(title: string, text: string): Html {
  return html`<div class="notice failed" role="alert"><b>${title}</b> ${text}</div>\n`;
}

function rating(values: ReviewValues, wrong: string | null, { form: w }: Words): Html {
  const step = (value: number) =>
    html`<label><input${attributes({ type: 'radio', name: 'rating', value, checked: values.rating === String(value) })}><span aria-hidden="true">★</span> <small>${w.outOfFive(value)}</small></label>\n`;
  const set = attributes({ id: 'rating', class: 'rate', 'aria-describedby': wrong ? 'rating-wrong' : null });
  return html`<fieldset${set}>
<legend>${w.rating}</legend>
<div class="steps">
${[1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map(step)}</div>
<label class="choice"><input${attributes({ type: 'radio', name: 'rating', value: '', checked: !/^([1-9]|10)$/.test(values.rating) })}> <span>${w.noRating}</span></label>
${wrong && html`<p class="wrong" id="rating-wrong">${wrong}</p>\n`}</fieldset>
`;
}

function textArea(values: ReviewValues, wrong: string | null, { form: w }: Words): Html {
  const set = attributes({
    id: 'text',
    name: 'text',
    rows: 8,
    dir: 'auto',
    'aria-describedby': wrong ? 'text-hint text-wrong' : 'text-hint',
    'aria-invalid': wrong ? 'true' : null,
  });
  const mark = (before: string, said: string, after: string) =>
    html`<li><code>${before}</code>${said}<code>${after}</code></li>`;
  // A line break right behind the tag is the parser's own: the text's first one comes after it.
  return html`<div class="field"><label for="text">${w.text}</label>
<span class="hint" id="text-hint">${w.textHint}</span>
<textarea${set}>
${values.text}</textarea>${wrong && html`<p class="wrong" id="text-wrong">${wrong}</p>`}
<details class="hint"><summary>${w.markup}</summary><p>${w.markupText}</p><ul>${mark('<i>', w.markupItalic, '</i>')}${mark('<b>', w.markupBold, '</b>')}${mark('<blockquote>', w.markupQuote, '</blockquote>')}${mark('<a href="https://…">', w.markupLink, '</a>')}${mark('||', w.markupHidden, '||')}</ul></details>
<section class="preview" aria-label="${w.preview}" hidden><p class="hint">${w.preview}</p><div class="text" dir="auto"></div></section>
</div>
`;
}

function when(
  { values, today, problems }: ReviewFormView,
  wrong: (field: ReviewProblem['field']) => string | null,
  words: Words,
): Html {
  const { form: w } = words;
  const said = wrong('year') ?? wrong('month') ?? wrong('day');
  const invalid = (field: 'year' | 'month' | 'day') =>
    problems.some((problem) => problem.field === field)
      ? { 'aria-invalid': 'true', 'aria-describedby': 'when-wrong' }
      : {};
  const line = (name: 'year' | 'day', label: string, most: number) =>
    html`<div class="field"><label for="${name}">${label}</label><input${attributes({ id: name, name, inputmode: 'numeric', maxlength: most, autocomplete: 'off', value: values[name], ...invalid(name) })}></div>\n`;
  const month = (name: string, at: number) =>
    html`<option${attributes({ value: at + 1, selected: values.month === String(at + 1) })}>${name}</option>`;
  return html`<fieldset class="when" aria-describedby="when-hint">
<legend>${w.when}</legend>
<label class="choice"><input${attributes({ type: 'checkbox', name: 'today', value: today, checked: values.today !== '' })}> <span>${w.today(today)}</span></label>
<span class="hint" id="when-hint">${w.whenHint}</span>
<div class="row">
${line('year', w.year, 4)}<div class="field"><label for="month">${w.month}</label><select${attributes({ id: 'month', name: 'month', ...invalid('month') })}><option value="">${w.noMonth}</option>${monthsIn(words.language).map(month)}</select></div>
${line('day', w.dayOfMonth, 2)}</div>
${said && html`<p class="wrong" id="when-wrong">${said}</p>\n`}<label class="choice"><input${box('rewatch', values)}> <span>${w.rewatch}</span></label>
</fieldset>
`;
}

/** Languages that are offered, beside the one that was chosen. */
const OFFERED =
  'ar bg bn ca cs da de el en es et eu fa fi fr ga gl he hi hr hu id is it ja ko lt lv mk ms nl no pl pt ro ru sk sl sq sr sv ta te th tl tr uk ur vi zh'.split(
    ' ',
  );

function more(
  { values }: ReviewFormView,
  wrong: (field: ReviewProblem['field']) => string | null,
  words: Words,
): Html {
  const { form: w } = words;
  const codes =
    OFFERED.includes(values.language) || !values.language ? OFFERED : [...OFFERED, values.language];
  const named = codes.map((code) => [code, languageName(words.language, code)] as const);
  const inOrder = orderIn(words.language);
  const sorted = named.sort(([, a], [, b]) => inOrder(a, b));
  const used = values.title || values.tags || values.language || wrong('title') || wrong('tags');
  return html`<details class="more-fields"${attributes({ open: Boolean(used) })}><summary>${w.more}</summary>
${textField({ name: 'title', label: w.reviewTitle, value: values.title, hint: w.reviewTitleHint, wrong: wrong('title'), autocomplete: 'off' })}${textField({ name: 'tags', label: w.tags, value: values.tags, hint: w.tagsHint, wrong: wrong('tags'), autocomplete: 'off' })}${selectField({ name: 'language', label: w.language, value: values.language, options: [['', w.guess], ...sorted] })}</details>
`;
}

function visibility(values: ReviewValues, { form: w }: Words): Html {
  const value = values.visibility === 'draft' ? 'everyone' : values.visibility;
  return selectField({
    name: 'visibility',
    label: w.visibility,
    value,
    options: [
      ['everyone', w.everyone],
      ['members', w.members],
      ...(value === 'followers' ? [['followers', w.followers] as const] : []),
      ['me', w.onlyMe],
    ],
  });
}

function signIn({ signIn: asked }: ReviewFormView, { form: { signedOut: w } }: Words): Fragment {
  if (!asked) return null;
  return html`<fieldset id="sign-in"><legend>${w.save}</legend>
${textField({ name: 'email', type: 'email', label: w.email, value: asked.email, autocomplete: 'username', required: true })}${textField({ name: 'password', type: 'password', label: w.password, autocomplete: 'current-password', required: true })}</fieldset>
`;
}

function nowStands(conflict: Was, words: Words): Html {
  return html`
<section class="versions" id="now" aria-labelledby="now-stands">
<h2 id="now-stands">${words.form.conflict.now}</h2>
${versionBody(conflict, words)}</section>`;
}

function box(name: 'liked' | 'spoiler' | 'rewatch', values: ReviewValues): Html {
  return attributes({ type: 'checkbox', name, value: '1', checked: values[name] !== '' });
}
