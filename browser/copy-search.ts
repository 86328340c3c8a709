/**
 * The search of a copy of the site in files. The index lies beside the page, in pieces by how titles begin, each a
 * script that hands it over: a page in a folder of one's own machine is not given other files to read.
 */
import { keyOf } from '../src/publish/title-key.ts';

type Table = [of: null, pieces: [prefix: string, name: string][]];
type Piece = [
  of: [prefix: string, goesOn: boolean],
  rows: [key: string, text: string, note: string, href: string][],
];
type Handed = { push(one: Table | Piece): void };

/** Pieces asked for at once, and titles shown. */
const PIECES = 6;
const SHOWN = 60;
const PAUSE = 120;

const page = self as unknown as { houselights?: Handed | (Table | Piece)[] };
const folder = new URL('copy/', new URL('.', document.baseURI));
const input = document.querySelector<HTMLInputElement>('#q');
const list = document.querySelector<HTMLUListElement>('#found-titles');
const none = document.querySelector<HTMLElement>('#found-none');
const known = new Map<string, Piece[1]>();
const asked = new Set<string>();
let table: Table[1] | null = null;
let pause = 0;

const handed = Array.isArray(page.houselights) ? page.houselights : [];
page.houselights = { push: take };
for (const one of handed) take(one);
input?.addEventListener('input', () => {
  clearTimeout(pause);
  pause = window.setTimeout(show, PAUSE);
});
if (input) input.value = new URLSearchParams(location.search).get('q') ?? '';
load('index.js');
show();

function take(one: Table | Piece): void {
  if (one[0] === null) table = (one as Table)[1];
  else known.set(one[0][0], (one as Piece)[1]);
  show();
}

function load(name: string): void {
  if (asked.has(name)) return;
  asked.add(name);
  const script = document.createElement('script');
  script.src = new URL(name, folder).href;
  document.head.append(script);
}

function show(): void {
  if (!input || !list || !none) return;
  const key = keyOf(input.value);
  const pieces =
    key === '' || !table
      ? []
      : table.filter(([one]) => one.startsWith(key) || key.startsWith(one)).slice(0, PIECES);
  for (const [, name] of pieces) load(name);
  const found = new Map<string, HTMLElement>();
  for (const [prefix] of pieces)
    for (const [own, text, note, href] of known.get(prefix) ?? [])
      if (own.startsWith(key) && found.size < SHOWN && !found.has(href))
        found.set(href, line(text, note, href));
  list.replaceChildren(...found.values());
  list.hidden = found.size === 0;
  const whole = table !== null && pieces.every(([prefix]) => known.has(prefix));
  none.hidden = key === '' || found.size > 0 || !whole;
}

function line(text: string, note: string, href: string): HTMLElement {
  const made = document.createElement('li');
  const link = document.createElement('a');
  link.href = href;
  link.dir = 'auto';
  link.textContent = text;
  const small = document.createElement('small');
  small.dir = 'auto';
  small.textContent = note;
  made.append(link, ' ', small);
  return made;
}
