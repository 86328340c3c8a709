import type { Words } from '../words/words.ts';
import { BESIDE, filmHead, type NamedFilm } from './beside-film.ts';
import { notice, textField } from './field.ts';
import { type Html, html, trusted } from './html.ts';
import { type Frame, layout } from './layout.ts';
import { stars } from './stars.ts';

/** A review that waits, as it will be shown. */
export interface WaitingWords {
  rating: number | null;
  title: string | null;
  viewed: string | null;
  tags: readonly string[];
  /** As our sanitiser made it; null without words. */
  html: string | null;
}

type Problem = keyof Words['waiting']['problems'];

export interface WaitingView {
  film: NamedFilm;
  review: WaitingWords;
  /** The page's own address, to which its form is sent. */
  action: string;
  name: string;
  email: string;
  /** What wants another look; `form` is about no field. */
  problems: { name?: Problem; email?: Problem; form?: Problem };
  /** Whether a link was mailed, and for how many days it is good. */
  mailed: { days: number; kept: boolean } | null;
  /** Who is signed in and can publish at once. */
  member: { name: string } | null;
  closed: boolean;
}

/** Step two of a review by somebody without an account: their words, and who they are. */
export function waitingView(frame: Frame, view: WaitingView): Html {
  const { words } = frame;
  const { waiting: w } = words;
  const failed = Object.keys(view.problems).length > 0;
  const sent = view.mailed !== null && !failed && !view.member;
  const title = sent ? w.sent.title : w.title;
  return waitingPage(
    frame,
    view.film,
    title,
    html`${failed && notice(html`${w.failed}${view.problems.form && html` ${w.problems[view.problems.form]}`}`, true)}${sent ? mailed(view, words) : html`<p>${w.ready}</p>\n`}${shownWords(view.review, words)}<p class="doors"><a class="door" href="/film/${view.film.slug}/review">${w.change}</a></p>
${who(view, words, sent)}`,
  );
}

function mailed({ email, mailed: how }: WaitingView, { waiting: { sent: w } }: Words): Html {
  return html`${notice(w.text(email))}${how?.kept && html`<p class="notice">${w.kept}</p>\n`}<p>${w.days(how?.days ?? 0)}</p>\n`;
}

function who(view: WaitingView, words: Words, sent: boolean): Html {
  const { waiting: w } = words;
  const { action, problems } = view;
  if (view.member)
    return html`<form method="post" action="${action}"><button class="door first">${w.publishAs(view.member.name)}</button></form>`;
  const signIn = html`<p><a href="/sign-in?next=${encodeURIComponent(action)}">${view.closed ? w.signIn : w.haveAccount}</a></p>`;
  if (view.closed) return html`<p class="notice">${w.closed}</p>\n${signIn}`;
  const said = (problem: Problem | undefined) => (problem ? w.problems[problem] : null);
  const form = html`<form method="post" action="${action}">
${textField({ name: 'name', label: w.name, value: view.name, hint: w.nameHint, wrong: said(problems.name), autocomplete: 'name', required: true })}${textField({ name: 'email', type: 'email', label: w.email, value: view.email, hint: w.emailHint, wrong: said(problems.email), autocomplete: 'email', required: true })}<p class="doors"><button class="door first">${w.send}</button></p>
</form>
${signIn}`;
  return sent
    ? html`<details><summary>${w.sent.other}</summary>${form}</details>`
    : html`<h2>${w.who}</h2>\n${form}`;
}

function shownWords(review: WaitingWords, { review: w }: Words): Html {
  const rated = review.rating;
  return html`<div class="review waiting">
${rated !== null && html`<p><span class="stars" role="img" aria-label="${w.outOfFive(rated)}">${stars(rated)}</span></p>\n`}${review.title && html`<p class="title" dir="auto">${review.title}</p>\n`}${review.html !== null && html`<div class="text" dir="auto">${trusted(review.html)}</div>\n`}<p class="foot">${review.viewed && html`<span>${w.seen} <time datetime="${review.viewed}">${w.day(review.viewed)}</time></span> `}${review.tags.length > 0 && html`<span dir="auto">${review.tags.join(', ')}</span>`}</p>
</div>
`;
}

/** A mailed link that was only looked at, by a program or ahead of time: one step is left to the person. */
export function openLinkView(frame: Frame, film: NamedFilm, action: string, busy: boolean): Html {
  const { open: w } = frame.words.waiting;
  return waitingPage(
    frame,
    film,
    w.title,
    html`${busy && notice(frame.words.waiting.problems.busy, true)}<p>${w.text}</p>
<form method="post" action="${action}"><button class="door first" name="do" value="publish">${w.publish}</button></form>`,
  );
}

/** A mailed link that has run out, or that cannot publish any more: the words are all there. */
export function expiredView(
  frame: Frame,
  view: {
    film: NamedFilm;
    review: WaitingWords;
    source: string;
    action: string;
    closed: boolean;
    /** Why no new link was mailed. */
    problem: Problem | null;
  },
): Html {
  const { waiting: w } = frame.words;
  const again = html`<form method="post" action="${view.action}"><button class="door first" name="do" value="again">${w.expired.again}</button></form>`;
  return waitingPage(
    frame,
    view.film,
    w.expired.title,
    html`${view.problem && notice(w.problems[view.problem], true)}<p>${view.closed ? w.closed : w.expired.text}</p>
${shownWords(view.review, frame.words)}<div class="field"><label for="source">${frame.words.form.text}</label><textarea id="source" rows="8" dir="auto" readonly>
${view.source}</textarea></div>
${!view.closed && again}`,
  );
}

/** A new link is on its way. */
export function mailedAgainView(
  frame: Frame,
  film: NamedFilm,
  said: { email: string; days: number; kept: boolean },
): Html {
  const { sent: w } = frame.words.waiting;
  return waitingPage(
    frame,
    film,
    w.title,
    html`${notice(w.text(said.email))}${said.kept && html`<p class="notice">${w.kept}</p>\n`}<p>${w.days(said.days)}</p>`,
  );
}

/** A link that leads to nothing. */
export function unknownLinkView(frame: Frame): Html {
  const { unknown: w } = frame.words.waiting;
  return waitingPage(
    frame,
    null,
    w.title,
    html`<p>${w.text}</p>\n<p class="doors"><a class="door first" href="/films">${frame.words.film.seeMoreFilms}</a></p>`,
  );
}

function waitingPage(frame: Frame, film: NamedFilm | null, title: string, main: Html): Html {
  return layout(frame, {
    title,
    style: 'review-form.css',
    kind: film ? BESIDE : '',
    unlisted: true,
    main: html`${filmHead(film, title)}${main}`,
  });
}
