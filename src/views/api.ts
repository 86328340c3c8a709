import type { Scope } from '../domain/token.ts';
import { type Html, html } from './html.ts';
import { type Frame, layout } from './layout.ts';

/** One operation, as its documentation says it; sentences of the API itself are English. */
export interface GuideOperation {
  id: string;
  method: string;
  path: string;
  summary: string;
  description: string;
  scope: Scope | null;
  asked: { name: string; said: string; required: boolean }[];
  /** The name of the shape that is sent, `files`, or null for nothing. */
  body: string | null;
  answers: { status: number; said: string; shape: string | null }[];
  problems: string[];
}

/** A shape that is sent or answered. */
export interface GuideShape {
  name: string;
  said: string;
  fields: { name: string; type: string; said: string; required: boolean }[];
  /** As JSON; null where none is given. */
  example: string | null;
}

/** All that is to be said of the API. */
export interface Guide {
  tags: { name: string; operations: GuideOperation[] }[];
  shapes: GuideShape[];
  problems: { name: string; status: number }[];
  scopes: readonly Scope[];
}

/** What programs can ask of the site, and how. */
export function guideView(frame: Frame, guide: Guide & { origin: string }): Html {
  const { api: w } = frame.words;
  const { origin } = guide;
  return layout(frame, {
    title: w.title,
    style: 'api.css',
    canonical: `${origin}/api`,
    main: html`<div class="welcome"><h1>${w.title}</h1>
<p>${w.lead}</p>
<p class="doors"><a class="door" href="/settings/tokens">${w.makeToken}</a> <a href="/api/openapi.json">${w.file}</a></p></div>
${part(
  'first',
  w.first.title,
  html`<p>${w.first.text}</p>
${code(`curl ${origin}/api/v1/films?sort=newest`)}
<p>${w.first.token}</p>
${code(`curl -H 'Authorization: Bearer hl_…' ${origin}/api/v1/me`)}`,
)}${part('rules', w.rules.title, rules(frame))}${part('scopes', w.scopes.title, scopes(frame, guide))}${part('operations', w.operations, html`${guide.tags.map((tag) => group(frame, tag))}`)}${part(
  'shapes',
  w.shapes,
  html`<p>${w.shapesLead}</p>
${guide.shapes.map((shape) => shapeOf(frame, shape))}`,
)}${part('problems', w.wrong.title, problems(frame, guide))}`,
  });
}

function part(id: string, title: string, said: Html): Html {
  return html`<section class="part" aria-labelledby="${id}">
<h2 id="${id}">${title}</h2>
<div class="guide">${said}</div></section>
`;
}

/** Code that may be wider than the page; it is reached by keyboard to be scrolled. */
function code(text: string): Html {
  return html`<pre tabindex="0" dir="ltr"><code>${text}</code></pre>`;
}

function rules({ words: { api } }: Frame): Html {
  const { json, paging, etags, keys, limits, spoilers, visibility } = api.rules;
  return html`${[json, visibility, spoilers, paging, etags, keys, limits].map((one) => html`<p>${one}</p>\n`)}`;
}

function scopes({ words: { api } }: Frame, guide: Guide): Html {
  const each = guide.scopes.map(
    (scope) => html`<dt><code>${scope}</code></dt><dd>${api.scopes[scope]}</dd>\n`,
  );
  return html`<dl>${each}</dl>`;
}

function group(frame: Frame, { name, operations }: Guide['tags'][number]): Html {
  return html`<h3 id="tag-${name}" lang="en">${name}</h3>
${operations.map((one) => operation(frame, one))}`;
}

function operation({ words: { api: w } }: Frame, one: GuideOperation): Html {
  const asked = one.asked.map(
    ({ name, said, required }) =>
      html`<dt><code>${name}${required && '*'}</code></dt><dd lang="en">${said || '—'}</dd>\n`,
  );
  const answers = one.answers.map(
    ({ status, said, shape }) =>
      html`<dt><code>${status}</code></dt><dd><span lang="en">${said}</span>${shape && html` ${shapeLink(shape)}`}</dd>\n`,
  );
  const failing = one.problems.map((name) => html`<a href="#${name}"><code>${name}</code></a> `);
  return html`<article class="operation" id="op-${one.id}" aria-labelledby="op-${one.id}-name">
<h4 id="op-${one.id}-name"><code>${one.method} ${one.path}</code></h4>
<p lang="en">${one.summary}</p>
${one.description && html`<p lang="en">${one.description}</p>\n`}<p class="soft">${one.scope === null ? w.needsNone : w.needs(one.scope)}</p>
<details><summary><code>${one.id}</code></summary>
${asked.length > 0 && html`<h5>${w.asked}</h5>\n<dl>${asked}</dl>\n`}${one.body !== null && html`<h5>${w.body}</h5>\n<p>${one.body === 'files' ? w.files : shapeLink(one.body)}</p>\n`}<h5>${w.answered}</h5>
<dl>${answers}</dl>
<h5>${w.problems}</h5>
<p>${failing}</p>
</details></article>
`;
}

function shapeLink(name: string): Html {
  return html`<a href="#shape-${name}"><code>${name}</code></a>`;
}

function shapeOf({ words: { api: w } }: Frame, { name, said, fields, example }: GuideShape): Html {
  const each = fields.map(
    (one) =>
      html`<dt><code>${one.name}${one.required && '*'}</code></dt><dd><code>${one.type}</code> <span lang="en">${one.said}</span></dd>\n`,
  );
  return html`<article class="shape" id="shape-${name}" aria-labelledby="shape-${name}-name">
<h3 id="shape-${name}-name"><code>${name}</code></h3>
<p lang="en">${said}</p>
<dl>${each}</dl>
${example !== null && html`<p class="soft">${w.example}</p>\n${code(example)}\n`}</article>
`;
}

function problems({ words: { api } }: Frame, guide: Guide): Html {
  const each = guide.problems.map(
    ({ name, status }) =>
      html`<dt id="${name}"><code>${status} ${name}</code></dt><dd>${api.problem[name as keyof typeof api.problem]}</dd>\n`,
  );
  return html`<p>${api.wrong.text}</p>
<dl>${each}</dl>`;
}
