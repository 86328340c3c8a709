import { personFields, somethingWrong, type Typed, type Wrong } from './account.ts';
import { textField } from './field.ts';
import { type Html, html } from './html.ts';
import { type Frame, layout } from './layout.ts';

/** The greeting of a site without an owner: three doors. */
export function firstRunView(frame: Frame, view: { films: number; onlyHere: boolean }): Html {
  const { firstRun: w, films } = frame.words;
  const look =
    view.films > 0
      ? html`<p>${w.look.full(films.count(view.films))}</p>
<p class="doors"><a class="door" href="/films">${w.look.see}</a></p>`
      : html`<p>${w.look.text}</p>
<form method="post" action="/setup/demonstration"><p class="doors"><button class="door">${w.look.button}</button></p></form>`;
  return layout(frame, {
    title: frame.siteName,
    style: 'home.css',
    unlisted: true,
    main: html`<div class="welcome">
<h1>${w.title}</h1>
<p>${w.lead}</p>
</div>
<div class="ways">
<section aria-labelledby="own"><h2 id="own">${w.own.title}</h2>
<p>${w.own.text}</p>
<p class="doors"><a class="door first" href="/setup">${w.own.button}</a></p></section>
<section aria-labelledby="bring"><h2 id="bring">${w.bring.title}</h2>
<p>${w.bring.text}</p>
<p class="doors"><a class="door" href="/import">${w.bring.button}</a></p></section>
<section aria-labelledby="look"><h2 id="look">${w.look.title}</h2>
${look}</section>
</div>
<p class="soft part">${view.onlyHere && w.onlyHere} <a href="/put-it-online">${w.elsewhere}</a></p>`,
  });
}

/** What was typed and what was wrong when the site was to get its owner. */
export interface SetupForm {
  typed: Typed & { site?: string };
  wrong: Wrong & { site?: true; code?: true };
  /** Whether the code printed in the terminal is asked for. */
  asksCode: boolean;
  /** The local path to go on to. */
  next: string;
}

/** The form that makes the owner and names the site. */
export function setupView(frame: Frame, view: SetupForm): Html {
  const { firstRun: w } = frame.words;
  return layout(frame, {
    title: w.setup.title,
    style: 'account.css',
    unlisted: true,
    main: html`<div class="door-way">
<h1>${w.setup.title}</h1>
<p>${w.setup.lead}${view.next === '/import' && html` ${w.setup.thenImport}`}</p>
${somethingWrong(frame, view.wrong)}<form method="post" action="/setup">
${view.next !== '/' && html`<input type="hidden" name="next" value="${view.next}">`}${view.asksCode && codeField(frame, view.wrong.code)}${textField({ name: 'site', label: w.setup.site, hint: w.setup.siteHint, value: view.typed.site ?? '', wrong: view.wrong.site && w.siteNameWrong, autocomplete: 'organization', required: true })}${personFields(frame, view.typed, view.wrong)}<p class="doors"><button class="door first">${w.setup.button}</button></p>
</form>
</div>`,
  });
}

/** The field for the code that was printed in the terminal. */
export function codeField(frame: Frame, wrong?: boolean): Html {
  const { firstRun: w } = frame.words;
  return textField({
    name: 'code',
    label: w.code,
    hint: w.codeHint,
    wrong: wrong ? w.codeWrong : null,
    autocomplete: 'off',
    required: true,
    more: { autocapitalize: 'none', spellcheck: 'false' },
  });
}

/** Asks for the code before the demonstration is put in from another machine. */
export function demonstrationView(frame: Frame, view: { wrong: boolean }): Html {
  const { firstRun: w } = frame.words;
  return layout(frame, {
    title: w.demonstration.title,
    style: 'account.css',
    unlisted: true,
    main: html`<div class="door-way">
<h1>${w.demonstration.title}</h1>
<p>${w.demonstration.text}</p>
<form method="post" action="/setup/demonstration">
${codeField(frame, view.wrong)}<p class="doors"><button class="door first">${w.look.button}</button></p>
</form>
</div>`,
  });
}

/** Says that the site has an owner already. */
export function ownedView(frame: Frame): Html {
  const { firstRun: w, account } = frame.words;
  return layout(frame, {
    title: w.ownedTitle,
    style: 'account.css',
    unlisted: true,
    main: html`<div class="door-way">
<h1>${w.ownedTitle}</h1>
<p>${w.owned}</p>
<p class="doors"><a class="door" href="/sign-in">${account.signIn}</a></p>
</div>`,
  });
}
