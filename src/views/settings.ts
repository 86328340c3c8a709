import { notice, textField } from './field.ts';
import { type Html, html } from './html.ts';
import { type Frame, layout } from './layout.ts';

export interface SettingsView {
  username: string;
  name: string;
  email: string;
  hasPassword: boolean;
  done: 'name' | 'password' | null;
  wrong: { name?: 'name' | 'name-too-long'; current?: true; password?: true };
}

/** One's own settings. */
export function settingsView(frame: Frame, view: SettingsView): Html {
  const { settings: w, account } = frame.words;
  const said = view.done === 'name' ? w.nameSaved : view.done === 'password' ? w.passwordSaved : null;
  return layout(frame, {
    title: w.title,
    style: 'account.css',
    unlisted: true,
    main: html`<div class="door-way">
<h1>${w.title}</h1>
${said && notice(said)}<p class="doors"><a href="/@${view.username}">${w.page}</a></p>
<form method="post" action="/settings/name">
${textField({ name: 'name', label: w.name, hint: w.nameHint, value: view.name, wrong: view.wrong.name && account.wrong[view.wrong.name], autocomplete: 'name', required: true })}<p class="doors"><button class="door first">${w.saveName}</button></p>
</form>
<div class="or"><h2>${w.password}</h2>
<p>${w.signsIn(view.email)} ${!view.hasPassword && w.none}</p>
<form method="post" action="/settings/password">
<input type="hidden" name="username" value="${view.email}" autocomplete="username">${view.hasPassword && textField({ name: 'current', label: w.current, type: 'password', wrong: view.wrong.current && w.currentWrong, autocomplete: 'current-password', required: true })}${textField({ name: 'password', label: w.next, type: 'password', hint: account.passwordHint, wrong: view.wrong.password && account.wrong.password, autocomplete: 'new-password', required: true, more: { minlength: 8 } })}<p class="doors"><button class="door">${view.hasPassword ? w.changePassword : w.setPassword}</button></p>
</form></div>
</div>`,
  });
}
