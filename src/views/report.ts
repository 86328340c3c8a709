import type { Film } from '../domain/reader.ts';
import type { ReportReason, Wish } from '../domain/report.ts';
import type { ShownReview } from '../domain/review.ts';
import type { Words } from '../words/words.ts';
import { besideFilm } from './beside-film.ts';
import { notice, textField } from './field.ts';
import { attributes, type Html, html } from './html.ts';
import type { Frame } from './layout.ts';
import { reviewArticle } from './review-article.ts';

type Problem = keyof Words['report']['problems'];

/** What is asked or reported, as typed. */
export interface ReportValues {
  choice: string;
  message: string;
  contact: string;
}

export interface ReportView {
  film: Film;
  review: ShownReview;
  values: ReportValues;
  problems: { choice?: Problem; message?: Problem; contact?: Problem; form?: Problem };
}

const REASONS: readonly ReportReason[] = ['abuse', 'spoilers', 'spam', 'plagiarism', 'other'];
const WISHES: readonly Wish[] = ['change', 'remove'];

/** The form by which the author of a review from elsewhere asks to have it changed or removed. */
export function mineView(frame: Frame, view: ReportView & { ofMember: boolean }): Html {
  const { report: w } = frame.words;
  const choices = WISHES.map((wish) => [wish, w.mine[wish]] as const);
  const form = asking(frame.words, view, `/review/${view.review.id}/mine`, {
    legend: w.mine.wish,
    choices,
    message: w.mine.message,
    send: w.mine.send,
  });
  return besideFilm(
    frame,
    view.film,
    w.mine.title,
    html`<p>${view.ofMember ? w.mine.ofMember : w.mine.text}</p>
${about(frame, view)}${view.ofMember ? back(frame.words, view.review.id) : form}`,
  );
}

/** The form by which a reader points at a review. */
export function reportView(frame: Frame, view: ReportView): Html {
  const { report: w } = frame.words;
  const choices = REASONS.map((reason) => [reason, w.report.reasons[reason]] as const);
  const form = asking(frame.words, view, `/review/${view.review.id}/report`, {
    legend: w.report.reason,
    choices,
    message: w.report.message,
    send: w.report.send,
  });
  return besideFilm(
    frame,
    view.film,
    w.report.title,
    html`<p>${w.report.text}</p>
${about(frame, view)}${form}`,
  );
}

/** What happened with a report or a request. */
export function reportedView(
  frame: Frame,
  view: { film: Film; title: string; said: string; reviewId: string | null },
): Html {
  const { report: w } = frame.words;
  const on = view.reviewId
    ? back(frame.words, view.reviewId)
    : html`<p class="doors"><a class="door" href="/film/${view.film.slug}">${w.backToFilm}</a></p>`;
  return besideFilm(frame, view.film, view.title, html`${notice(view.said)}${on}`);
}

function about(frame: Frame, { film, review }: ReportView): Html {
  return reviewArticle(review, {
    words: frame.words,
    film,
    siteName: frame.siteName,
    folds: true,
    onlyLook: true,
  });
}

function asking(
  words: Words,
  { values, problems }: ReportView,
  action: string,
  said: { legend: string; choices: (readonly [string, string])[]; message: string; send: string },
): Html {
  const { report: w } = words;
  const sentence = (problem: Problem | undefined) => (problem ? w.problems[problem] : null);
  const failed = Object.keys(problems).length > 0;
  const wrong = sentence(problems.choice);
  const tooLong = sentence(problems.message);
  const choice = ([value, label]: readonly [string, string]): Html =>
    html`<label class="choice"><input${attributes({ type: 'radio', name: 'choice', value, checked: values.choice === value, required: true })}> <span>${label}</span></label>\n`;
  const described = [`message-hint`, tooLong && 'message-wrong'].filter(Boolean).join(' ');
  const message = attributes({
    id: 'message',
    name: 'message',
    rows: 5,
    dir: 'auto',
    'aria-describedby': described,
    'aria-invalid': tooLong ? 'true' : null,
  });
  return html`${failed && notice(problems.form ? `${w.failed} ${w.problems[problems.form]}` : w.failed, true)}<form method="post" action="${action}">
<fieldset${attributes({ id: 'choice', 'aria-describedby': wrong ? 'choice-wrong' : null })}><legend>${said.legend}</legend>
${said.choices.map(choice)}${wrong && html`<p class="wrong" id="choice-wrong">${wrong}</p>\n`}</fieldset>
<div class="field"><label for="message">${said.message}</label><span class="hint" id="message-hint">${w.optional}</span><textarea${message}>
${values.message}</textarea>${tooLong && html`<p class="wrong" id="message-wrong">${tooLong}</p>`}</div>
${textField({ name: 'contact', type: 'email', label: w.contact, value: values.contact, hint: w.contactHint, wrong: sentence(problems.contact), autocomplete: 'email' })}<p class="doors"><button class="door first">${said.send}</button></p>
</form>`;
}

function back({ report: w }: Words, id: string): Html {
  return html`<p class="doors"><a class="door" href="/review/${id}">${w.back}</a></p>`;
}
