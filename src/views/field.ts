import { attributes, type Fragment, type Html, html } from './html.ts';

/** One line to fill in, with its visible label. */
export interface TextField {
  name: string;
  label: string;
  value?: string;
  type?: 'text' | 'email' | 'password' | 'number' | 'search';
  hint?: string;
  /** What has to be looked at again; the field says so to whoever hears the page too. */
  wrong?: string | null | undefined;
  autocomplete?: string;
  required?: boolean;
  /** Further plain attributes: `min`, `max`, `minlength`, `inputmode`, … */
  more?: Readonly<Record<string, string | number | boolean>>;
}

/** A text field with its label, its hint and, when it was wrong, the sentence that says why. */
export function textField(field: TextField): Html {
  const { name, label, value, type = 'text', hint, wrong, autocomplete, required, more } = field;
  const described = [hint && `${name}-hint`, wrong && `${name}-wrong`].filter(Boolean).join(' ');
  const set = attributes({
    id: name,
    name,
    type,
    value: value ?? null,
    autocomplete: autocomplete ?? null,
    required: required ?? false,
    'aria-describedby': described || null,
    'aria-invalid': wrong ? 'true' : null,
    ...(type === 'text' || type === 'search' ? { dir: 'auto' } : {}),
    ...more,
  });
  return html`<div class="field"><label for="${name}">${label}</label>${hint && html`<span class="hint" id="${name}-hint">${hint}</span>`}<input${set}>${wrong && html`<p class="wrong" id="${name}-wrong">${wrong}</p>`}</div>
`;
}

/** A choice from a few, with its visible label. */
export function selectField(field: {
  name: string;
  label: string;
  options: readonly (readonly [value: string, said: string])[];
  value: string;
  hint?: string;
}): Html {
  const { name, label, options, value, hint } = field;
  const listed = options.map(
    ([one, said]) => html`<option${attributes({ value: one, selected: one === value })}>${said}</option>`,
  );
  return html`<div class="field"><label for="${name}">${label}</label>${hint && html`<span class="hint" id="${name}-hint">${hint}</span>`}<select${attributes({ id: name, name, 'aria-describedby': hint ? `${name}-hint` : null })}>${listed}</select></div>
`;
}

/** Something said to whoever comes back from a form: that it is done, or that it is not. */
export function notice(said: Fragment, failed = false): Html {
  return failed
    ? html`<div class="notice failed" role="alert">${said}</div>\n`
    : html`<p class="notice" role="status">${said}</p>\n`;
}
