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
  asked: { name: string; type: string; said: string; required: boolean }[];
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
  tags: { name: string; said: string; operations: GuideOperation[] }[];
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
${code(`curl '${origin}/api/v1/films?sort=newest'`)}
<p>${w.first.next}</p>
${code(`curl '${origin}/api/v1/films?sort=newest&cursor=…'`)}
<p>${w.first.token}</p>
${code(`curl -H 'Authorization: Bearer hl_…' ${origin}/api/v1/me`)}
<p>${w.first.write}</p>
${code(writing(origin))}`,
)}${part('rules', w.rules.title, rules(frame))}${part('scopes', w.scopes.title, scopes(frame, guide))}${part(
  'operations',
  w.operations,
  html`<p>${w.starred}</p>
${guide.tags.map((tag) => group(frame, tag))}`,
)}${part(
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

/** How a review is written from a command line. */
function writing(origin: string): string {
  return `curl -H 'Authorization: Bearer hl_…' -H 'Content-Type: application/json' \\
  -d '{"rating": 9, "viewed": "2026-11-25", "text": "The last train waits for nobody."}' \\
  ${origin}/api/v1/films/the-third-platform-1962/entries`;
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

function group(frame: Frame, { name, said, operations }: Guide['tags'][number]): Html {
  return html`<h3 id="tag-${name}" lang="en">${name}</h3>
<p class="soft" lang="en">${said}</p>
${operations.map((one) => operation(frame, one))}`;
}

function operation({ words: { api: w } }: Frame, one: GuideOperation): Html {
  const asked = one.asked.map(field);
  const answers = one.answers.map(
    ({ status, said, shape }) =>
      html`<dt><code>${status}</code></dt><dd><span lang="en">${said}</span>${shape && html` ${shapeLink(shape)}`}</dd>\n`,
  );
  const failing = one.problems.map((name) => html`<a href="#${name}"><code>${name}</code></a> `);
  return html`<details class="operation" id="op-${one.id}"><summary><code>${one.method} ${one.path}</code> <span lang="en">${one.summary}</span></summary>
${one.description && html`<p lang="en">${marked(one.description)}</p>\n`}<p class="soft"><code>${one.id}</code>, ${one.scope === null ? w.needsNone : w.needs(one.scope)}</p>
${asked.length > 0 && html`<h4>${w.asked}</h4>\n<dl>${asked}</dl>\n`}${one.body !== null && html`<h4>${w.body}</h4>\n<p>${one.body === 'files' ? w.files : shapeLink(one.body)}</p>\n`}<h4>${w.answered}</h4>
<dl>${answers}</dl>
<h4>${w.problems}</h4>
<p>${failing}</p>
</details>
`;
}

/** What something is called, what it may be, and what it is for. */
function field({ name, type, said, required }: GuideShape['fields'][number]): Html {
  return html`<dt><code>${name}${required && '*'}</code></dt><dd><code>${type}</code>${said !== '' && html` <span lang="en">${marked(said)}</span>`}</dd>
`;
}

/** A sentence in which code stands between backticks. */
function marked(said: string): Html {
  const parts = said.split('`').map((part, at) => (at % 2 === 1 ? html`<code>${part}</code>` : part));
  return html`${parts}`;
}

function shapeLink(name: string): Html {
  return html`<a href="#shape-${name}"><code>${name}</code></a>`;
}

function shapeOf({ words: { api: w } }: Frame, { name, said, fields, example }: GuideShape): Html {
  const each = fields.map(field);
  return html`<details class="shape" id="shape-${name}"><summary><code>${name}</code> <span lang="en">${said}</span></summary>
<dl>${each}</dl>
${example !== null && html`<p class="soft">${w.example}</p>\n${code(example)}\n`}</details>
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
