import type { AccountWrong } from '../words/en/account.ts';
import { notice, textField } from './field.ts';
import { type Html, html } from './html.ts';
import { type Frame, layout } from './layout.ts';

/** What was typed, to be shown again; never a password. */
export interface Typed {
  name?: string;
  username?: string;
  email?: string;
}

/** Which fields want another look, and why. */
export type Wrong = Partial<Record<'name' | 'username' | 'email' | 'password' | 'form', AccountWrong>>;

function doorWay(frame: Frame, title: string, inside: Html): Html {
  return layout(frame, {
    title,
    style: 'account.css',
    unlisted: true,
    main: html`<div class="door-way">
<h1>${title}</h1>
${inside}</div>`,
  });
}

function hidden(next: string): Html | '' {
  return next === '/' ? '' : html`<input type="hidden" name="next" value="${next}">`;
}

function onward(path: string, next: string): string {
  return next === '/' ? path : `${path}?next=${encodeURIComponent(next)}`;
}

/** Sign in. `next` is the local path to go on to. */
export function signInView(
  frame: Frame,
  view: { next: string; typed: Typed; wrong: Wrong; newcomers: boolean },
): Html {
  const { account: w } = frame.words;
  const already = frame.member;
  return doorWay(
    frame,
    w.signIn,
    html`${already && notice(html`${w.signedInAs(already.name)} <a href="/@${already.username}">${w.toYourPage}</a>`)}${somethingWrong(frame, view.wrong)}<form method="post" action="/sign-in">
${hidden(view.next)}${textField({ name: 'email', label: w.email, type: 'email', value: view.typed.email ?? '', autocomplete: 'username', required: true })}${textField({ name: 'password', label: w.password, type: 'password', autocomplete: 'current-password', required: true })}<p class="doors"><button class="door first">${w.signIn}</button> <a href="${onward('/sign-in/link', view.next)}">${w.linkInstead}</a></p>
</form>
${view.newcomers && html`<div class="or"><p>${w.newHere} <a href="${onward('/sign-up', view.next)}">${w.signUp}</a></p></div>\n`}`,
  );
}

/** Make an account; `closed` where the house takes nobody new. */
export function signUpView(
  frame: Frame,
  view: { next: string; typed: Typed; wrong: Wrong; closed: boolean },
): Html {
  const { account: w } = frame.words;
  const known = html`<div class="or"><p>${w.known} <a href="${onward('/sign-in', view.next)}">${w.signIn}</a></p></div>\n`;
  if (view.closed) return doorWay(frame, w.signUp, html`<p>${w.closed}</p>\n${known}`);
  return doorWay(
    frame,
    w.signUp,
    html`${somethingWrong(frame, view.wrong)}<form method="post" action="/sign-up">
${hidden(view.next)}${personFields(frame, view.typed, view.wrong)}<p class="doors"><button class="door first">${w.signUp}</button></p>
</form>
${known}`,
  );
}

/** The sentence above a form that was not taken, with what is about no field of it. */
export function somethingWrong(
  frame: Frame,
  wrong: Partial<Record<string, string | true>> & Pick<Wrong, 'form'>,
): Html | '' {
  const { account: w } = frame.words;
  if (!Object.values(wrong).some(Boolean)) return '';
  return notice(html`<b>${w.failed}</b>${wrong.form && html` ${w.wrong[wrong.form]}`}`, true);
}

/** The fields by which somebody becomes a member. */
export function personFields(frame: Frame, typed: Typed, wrong: Wrong): Html {
  const { account: w } = frame.words;
  const said = (field: keyof Wrong) => {
    const code = wrong[field];
    return code === undefined ? null : w.wrong[code];
  };
  return html`${textField({ name: 'name', label: w.name, hint: w.nameHint, value: typed.name ?? '', wrong: said('name'), autocomplete: 'name', required: true })}${textField(
    {
      name: 'username',
      label: w.username,
      hint: w.usernameHint,
      value: typed.username ?? '',
      wrong: said('username'),
      autocomplete: 'off',
      required: true,
      more: { autocapitalize: 'none', spellcheck: 'false' },
    },
  )}${textField({ name: 'email', label: w.email, type: 'email', value: typed.email ?? '', wrong: said('email'), autocomplete: 'email', required: true })}${textField(
    {
      name: 'password',
      label: w.password,
      type: 'password',
      hint: w.passwordHint,
      wrong: said('password'),
      autocomplete: 'new-password',
      required: true,
      more: { minlength: 8 },
    },
  )}`;
}

/** Asks for the address to which a sign-in link is mailed. */
export function linkFormView(
  frame: Frame,
  view: { next: string; typed: Typed; wrong: Wrong; mailIsKept: boolean },
): Html {
  const { account: w } = frame.words;
  return doorWay(
    frame,
    w.link.title,
    html`<p>${w.link.text}</p>
${somethingWrong(frame, view.wrong)}${view.mailIsKept && html`<p>${w.link.kept}</p>\n`}<form method="post" action="/sign-in/link">
${hidden(view.next)}${textField({ name: 'email', label: w.email, type: 'email', value: view.typed.email ?? '', wrong: view.wrong.email && w.wrong[view.wrong.email], autocomplete: 'username', required: true })}<p class="doors"><button class="door first">${w.link.button}</button></p>
</form>
`,
  );
}

/** Says that a link is on its way, if the address is known: the same whether it is or not. */
export function linkSentView(frame: Frame, view: { email: string; mailIsKept: boolean }): Html {
  const { account: w } = frame.words;
  return doorWay(
    frame,
    w.link.sentTitle,
    html`<p>${w.link.sent(view.email)}</p>
${view.mailIsKept && html`<p>${w.link.kept}</p>\n`}`,
  );
}

/** What a mailed link opens: one button, so that a program that looks into mail signs nobody in. */
export function linkOpenView(frame: Frame, view: { token: string; next: string; wrong: Wrong }): Html {
  const { account: w } = frame.words;
  return doorWay(
    frame,
    w.link.openTitle,
    html`${somethingWrong(frame, view.wrong)}<p>${w.link.openText}</p>
<form method="post" action="/sign-in/link/${view.token}">${hidden(view.next)}<p class="doors"><button class="door first">${w.signIn}</button></p></form>
`,
  );
}

/** Says that a link was used or is too old. */
export function linkSpentView(frame: Frame): Html {
  const { account: w } = frame.words;
  return doorWay(
    frame,
    w.link.spentTitle,
    html`<p>${w.link.spent}</p>
<p class="doors"><a class="door first" href="/sign-in/link">${w.link.again}</a></p>
`,
  );
}
