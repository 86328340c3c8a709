import type { Scope, Token } from '../domain/token.ts';
import { notice, textField } from './field.ts';
import { attributes, type Html, html } from './html.ts';
import { type Frame, layout } from './layout.ts';

/** The page of one's tokens. */
export interface TokensView {
  /** Newest first; days are calendar dates. */
  tokens: (Pick<Token, 'id' | 'name' | 'scopes'> & { made: string; used: string | null })[];
  /** What a token of whoever looks may do. */
  scopes: readonly Scope[];
  /** The token that was just made, shown this once. */
  made: string | null;
  revoked: boolean;
  /** What was typed into the form, where it could not be taken. */
  typed: { name: string; scopes: readonly string[] };
  wrong: 'name' | 'too-many' | null;
  /** How long a name may be, and how many tokens there may be. */
  most: { name: number; tokens: number };
}

/** One's tokens, and a form for another. */
export function tokensView(frame: Frame, view: TokensView): Html {
  const { tokens: w } = frame.words.api;
  return layout(frame, {
    title: w.title,
    style: 'account.css',
    unlisted: true,
    main: html`<div class="door-way wide">
<h1>${w.title}</h1>
${view.revoked && notice(w.revoked)}${view.wrong === 'too-many' && notice(w.tooMany(view.most.tokens), true)}${view.made && madeNow(frame, view.made)}<p>${w.lead}</p>
<p class="doors"><a href="/api">${w.about}</a> <a href="/settings">${w.back}</a></p>
${form(frame, view)}<div class="or"><h2>${w.yours}</h2>
${list(frame, view)}</div>
</div>`,
  });
}

function madeNow({ words: { api } }: Frame, token: string): Html {
  return notice(html`${api.tokens.made} <code class="token" tabindex="0">${token}</code>`);
}

function form({ words: { api } }: Frame, { scopes, typed, wrong, most }: TokensView): Html {
  const { tokens: w, scopes: said } = api;
  const name = textField({
    name: 'name',
    label: w.name,
    hint: w.nameHint,
    value: typed.name,
    wrong: wrong === 'name' ? w.badName(most.name) : null,
    autocomplete: 'off',
    required: true,
  });
  const boxes = scopes
    .filter((scope) => scope !== 'read')
    .map((scope) => {
      const set = attributes({
        type: 'checkbox',
        name: 'scope',
        value: scope,
        checked: typed.scopes.includes(scope),
      });
      return html`<label class="choice"><input${set}> <span>${said[scope]}</span></label>\n`;
    });
  return html`<form class="or" method="post" action="/settings/tokens">
${name}<fieldset><legend>${w.scopes}</legend>
<p>${said.read}</p>
${boxes}</fieldset>
<p class="doors"><button class="door first">${w.make}</button></p>
</form>
`;
}

function list({ words }: Frame, { tokens }: TokensView): Html {
  const { tokens: w } = words.api;
  if (tokens.length === 0) return html`<p>${w.none}</p>\n`;
  const each = tokens.map(
    ({ id, name, scopes, made, used }) => html`<li><b dir="auto">${name}</b> <code>${scopes.join(' ')}</code>
<p class="soft">${w.since(made)}, ${used === null ? w.unused : w.used(used)}</p>
<form method="post" action="/settings/tokens/${id}"><button class="plain" aria-label="${w.revokeNamed(name)}">${w.revoke}</button></form></li>
`,
  );
  return html`<ul class="tokens">
${each}</ul>
`;
}
