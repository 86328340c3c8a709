import type { ProfileFields, ProfileWrong } from '../domain/profile.ts';
import type { LetsOut } from '../domain/reader.ts';
import { somethingWrong, type Wrong } from './account.ts';
import { notice, textField } from './field.ts';
import { attributes, type Html, html } from './html.ts';
import { type Frame, layout } from './layout.ts';

export interface SettingsView {
  username: string;
  name: string;
  email: string;
  hasPassword: boolean;
  /** Whether a mailed link was opened just now: then no password need be known to set one. */
  cameByLink: boolean;
  /** Whether they have tokens that programs use. */
  hasTokens: boolean;
  /** What they say of themselves, as its form holds it, and what is wrong with that. */
  profile: ProfileFields;
  profileWrong: ProfileWrong | null;
  /** What of their reviews may stand in strips on other sites; null as was said of each. */
  strips: LetsOut | null;
  /** The same for posters. */
  posters: LetsOut | null;
  done: 'name' | 'password' | 'profile' | 'strips' | 'posters' | 'proven' | null;
  /** The local path to go on to, or `/`. */
  next: string;
  wrong: {
    name?: 'name' | 'name-too-long';
    current?: true;
    password?: true;
    link?: true;
    /** What is about no field. */
    form?: NonNullable<Wrong['form']>;
  };
}

/** One's own settings. */
export function settingsView(frame: Frame, view: SettingsView): Html {
  const { settings: w, account } = frame.words;
  const said =
    view.done &&
    {
      name: w.nameSaved,
      password: w.passwordSaved,
      profile: w.profile.saved,
      strips: w.strips.saved,
      posters: w.posters.saved,
      proven: w.proven,
    }[view.done];
  return layout(frame, {
    title: w.title,
    style: 'account.css',
    unlisted: true,
    main: html`<div class="door-way wide">
<h1>${w.title}</h1>
${said && notice(said)}${somethingWrong(frame, { ...view.wrong, ...(view.profileWrong ? { profile: true } : {}) })}<p class="doors">${view.next !== '/' && html`<a class="door" href="${view.next}">${w.goOn}</a> `}<a href="/@${view.username}">${w.page}</a> <a href="/import">${w.bring}</a> <a href="/settings/tokens">${frame.words.api.tokens.title}</a></p>
<form method="post" action="/settings/name">
${textField({ name: 'name', label: w.name, hint: w.nameHint, value: view.name, wrong: view.wrong.name && account.wrong[view.wrong.name], autocomplete: 'name', required: true })}<p class="doors"><button class="door first">${w.saveName}</button></p>
</form>
${profileForm(frame, view)}${outsideForm(frame, 'strips', view.strips)}${outsideForm(frame, 'posters', view.posters)}<div class="or"><h2>${w.password}</h2>
<p>${w.signsIn(view.email)} ${!view.hasPassword && w.none}</p>
${password(frame, view)}</div>
</div>`,
  });
}

/** The form in which somebody says who they are. */
function profileForm(frame: Frame, { profile, profileWrong: wrong }: SettingsView): Html {
  const { profile: w } = frame.words.settings;
  const long = (name: NonNullable<ProfileWrong['long']>) => (wrong?.long === name ? w.tooLong : null);
  const bio = attributes({
    id: 'bio',
    name: 'bio',
    rows: 5,
    dir: 'auto',
    'aria-describedby': long('bio') ? 'bio-hint bio-wrong' : 'bio-hint',
    'aria-invalid': long('bio') ? 'true' : null,
  });
  const favourites = profile.favourites.map((value, at) => {
    const why = wrong?.favourites[at];
    return textField({
      name: `favourite-${at}`,
      label: w.favourite(at + 1),
      value,
      wrong: why && w.films[why],
    });
  });
  return html`<form class="or" method="post" action="/settings/profile">
<h2>${w.title}</h2>
<div class="field"><label for="bio">${w.bio}</label><span class="hint" id="bio-hint">${w.bioHint}</span><textarea${bio}>
${profile.bio}</textarea>${long('bio') && html`<p class="wrong" id="bio-wrong">${w.tooLong}</p>`}</div>
${textField({ name: 'location', label: w.location, value: profile.location, wrong: long('location') })}${textField({ name: 'website', label: w.website, value: profile.website, wrong: wrong?.website && w.badWebsite, autocomplete: 'url', more: { inputmode: 'url' } })}${textField({ name: 'pronoun', label: w.pronoun, value: profile.pronoun, wrong: long('pronoun') })}<fieldset><legend>${w.favourites}</legend>
<p class="hint">${w.favouritesHint}</p>
${favourites}</fieldset>
<p class="doors"><button class="door">${w.save}</button></p>
</form>
`;
}

/** The form in which somebody says what of theirs may stand on other sites, or on posters. */
function outsideForm(frame: Frame, where: 'strips' | 'posters', chosen: LetsOut | null): Html {
  const w = frame.words.settings[where];
  const radio = (value: 'all' | 'none' | '', said: string) =>
    html`<label class="choice"><input${attributes({ type: 'radio', name: where, value, checked: (chosen ?? '') === value })}> <span>${said}</span></label>`;
  return html`<form class="or" method="post" action="/settings/${where}">
<fieldset><legend><h2>${w.title}</h2></legend>
${radio('', w.each)}${radio('all', w.all)}${radio('none', w.none)}</fieldset>
<p class="doors"><button class="door">${w.save}</button></p>
</form>
`;
}

/** The form that sets a password, or the way to a mailed link for whoever can show neither a password nor a link. */
function password(frame: Frame, view: SettingsView): Html {
  const { settings: w, account } = frame.words;
  const link = html`<form method="post" action="/sign-in/link">
<input type="hidden" name="next" value="/settings"><input type="hidden" name="email" value="${view.email}">
${view.wrong.link && notice(w.linkTooOld, true)}<p>${view.hasPassword ? w.forgotten : w.linkFirst}</p>
<p class="doors"><button class="door">${account.link.button}</button></p>
</form>`;
  if (!view.hasPassword && !view.cameByLink) return link;
  const asks = view.hasPassword && !view.cameByLink;
  return html`${view.hasPassword && view.cameByLink && html`<p>${w.byLink}</p>\n`}<form method="post" action="/settings/password">
<input type="hidden" name="username" value="${view.email}" autocomplete="username">${asks && textField({ name: 'current', label: w.current, type: 'password', wrong: view.wrong.current && w.currentWrong, autocomplete: 'current-password', required: true })}${textField({ name: 'password', label: w.next, type: 'password', hint: account.passwordHint, wrong: view.wrong.password && account.wrong.password, autocomplete: 'new-password', required: true, more: { minlength: 8 } })}${view.hasTokens && html`<label class="choice"><input type="checkbox" name="tokens" value="1"> <span>${frame.words.api.tokens.end}</span></label>\n`}<p class="doors"><button class="door">${view.hasPassword ? w.changePassword : w.setPassword}</button></p>
<p>${w.othersEnd}</p>
</form>
${asks && html`<details><summary>${w.forgottenTitle}</summary>${link}</details>\n`}`;
}
