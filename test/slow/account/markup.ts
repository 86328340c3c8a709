import { type Node, nodesIn } from './page.ts';

/**
 * What a browser shows of a text, in two readings that are compared apart: in which lines its words stand, and how
 * its letters are set.
 */
export interface Shown {
  /** Lines as they are read, with {@link EDGE} on a line of its own where a quotation begins or ends. */
  lines: string;
  /** The letters without white space; where the marks on them change, the new ones in ⟦⟧. */
  letters: string;
}

const EDGE = '\u2016';
/** Where somebody's tag begins or ends a paragraph. */
const PARAGRAPH = '¶';

const TAG = /<(\/?)(i|em|b|strong|blockquote|a|p)(\s[^<>]*)?>/gi;
const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: '\u00a0',
  ensp: '\u2002',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
};
/** What the statement below says nothing of: a text that has it is for somebody to look at. */
const STRANGE = [
  /<\/?(?:div|span|h[1-6]|iframe|img|u|s|ul|ol|li|script|style)[\s/>]/i,
  /&(?!(?:nbsp|ensp|amp|lt|gt|quot);)#?[a-z0-9]+;/i,
  // biome-ignore lint/suspicious/noControlCharactersInRegex: characters that no reader sees
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/,
  /[\u2016¶⟦⟧]/,
];

/** White space that no browser shows, wherever it is kept. */
const UNSEEN: readonly (readonly [string, RegExp])[] = [
  ['spaces at the end of a line', /[ \t]+(?:\n|$)/],
  ['two spaces for one', /\S {2}(?=\S)/],
  ['empty lines beside a quotation', /\u2016[ \t]*\n[ \t]*\n|\n[ \t]*\n[ \t]*\u2016/],
];

/** A text as it is to be shown, with how often each part of the statement made that differ from what was typed. */
export interface Expected extends Shown {
  repairs: string[];
}

/** One character with the marks on it. */
interface Letter {
  letter: string;
  marks: string[];
}

/**
 * What a browser is to show of a text in Letterboxd's markup. This is DESIGN.md's rule 5, stated without the
 * product's own code:
 *
 * - The words stand in the lines they were written in, with as many empty lines between them. `<br>` is a line's
 *   end, together with a newline after it. Spaces at the end of a line are seen by nobody; those at its beginning,
 *   and three or more within it, are somebody's and stay; two within a line are one, as in every browser.
 * - The edge of a quotation is the edge of a paragraph, whatever empty lines stand beside it; so is `<p>`.
 * - Set in italics, in bold, as a quotation or as a link is what stands between two tags of the kind. Where
 *   somebody typed the opening tag again instead of the closing one, it closes: every second stretch is set so.
 * - A link leads to an address of the web or of somebody's mail; what was to lead elsewhere (`#`) is its words.
 *
 * @throws Error when a text has what this says nothing of, as a tag without another of its kind
 */
export function shownOfSource(source: string): Expected {
  const text = source.replace(/\r\n?/g, '\n').replace(/<br\s*\/?>\n?/gi, '\n');
  const strange = STRANGE.map((one) => one.exec(text)?.[0]).find((one) => one !== undefined);
  if (strange) throw new Error(`What is shown of ${JSON.stringify(strange)} is not said here.`);
  const tags = new Map<string, { at: number; href: string; closes: boolean }[]>();
  const repairs: string[] = [];
  let bare = '';
  let from = 0;
  for (const { 0: whole, 1: slash, 2: name = '', 3: inside = '', index } of text.matchAll(TAG)) {
    bare += lettersOf(text.slice(from, index));
    from = index + whole.length;
    const kind = name.toLowerCase();
    const href = /href\s*=\s*["“”']?([^"“”'\s>]+)/i.exec(inside)?.[1] ?? '';
    const tag = { at: bare.length, href, closes: slash === '/' };
    if (kind !== 'p') tags.set(kind, [...(tags.get(kind) ?? []), tag]);
    bare += kind === 'p' ? PARAGRAPH : kind === 'blockquote' ? EDGE : '';
  }
  bare += lettersOf(text.slice(from));
  const letters = bare.split('').map((letter): Letter => ({ letter, marks: [] }));
  for (const [kind, all] of tags) {
    if (all.length % 2 === 1) throw new Error(`Where <${kind}> was to end is not said here.`);
    for (let one = 0; one < all.length; one += 2) {
      const mark = kind === 'a' ? linkTo(all[one]?.href ?? '') : kind;
      if (!all[one + 1]?.closes) repairs.push('an opening tag typed for the closing one');
      if (!mark) repairs.push('a link that leads nowhere on the web, and is its words');
      for (const letter of letters.slice(all[one]?.at, all[one + 1]?.at)) if (mark) letter.marks.push(mark);
    }
  }
  for (const [why, where] of UNSEEN) if (where.test(bare)) repairs.push(why);
  return { lines: linesOf(bare), letters: marked(letters), repairs };
}

function lettersOf(text: string): string {
  return text.replace(/&([a-z]+);/g, (_, name: string) => ENTITIES[name] ?? '');
}

/** A link as it is said here; null for an address that leads nowhere on the web. */
function linkTo(href: string): string | null {
  return /^(https?|mailto):/i.test(href) && URL.canParse(href) ? `a ${new URL(href).href}` : null;
}

function linesOf(bare: string): string {
  const lines = bare
    .replace(/[ \t\n]*¶[ \t\n¶]*/g, '\n\n')
    .replace(/[ \t\n]*\u2016(?:[ \t\n]*\u2016)*[ \t]*(?:\n(?:[ \t]*\n)*)?/g, `\n${EDGE}\n`)
    .split('\n')
    .map((line) => {
      const [, indent = '', words = ''] = /^([ \t]*)(.*?)[ \t]*$/s.exec(line) ?? [];
      const within = words.replace(/(?<! ) {2}(?! )/g, ' ').replaceAll('\t', ' ');
      return words === '' ? '' : `${indent.replaceAll('\t', '    ')}${within}`;
    });
  return lines
    .join('\n')
    .replaceAll('\u00a0', ' ')
    .replace(/^\n+|\n+$/g, '');
}

/** Letters without white space, and how they are set where that changes. */
function marked(letters: readonly Letter[]): string {
  let said = '';
  let before = '';
  for (const { letter, marks } of letters) {
    if (/[\s\u2016¶]/.test(letter)) continue;
    const now = marks.toSorted().join(', ');
    said += now === before ? letter : `⟦${now}⟧${letter}`;
    before = now;
  }
  return said;
}

/** What a browser shows of the elements a text became. @throws Error at an element no text may carry */
export function shownOfPage(texts: readonly Node[]): Shown {
  const letters: Letter[] = [];
  const put = (text: string, marks: string[]) => {
    for (const letter of text.split('')) letters.push({ letter, marks });
  };
  const walk = (node: Node, marks: string[]): void => {
    const { nodeName, value = '' } = node;
    const href = node.attrs?.find(({ name }) => name === 'href')?.value ?? '';
    const inside = (mark: string | null) => {
      for (const child of nodesIn(node)) walk(child, mark === null ? marks : [...marks, mark]);
    };
    if (nodeName === '#text') put(value.replace(/[ \t\n\r]+/g, ' '), marks);
    else if (nodeName === 'br') put('\n', marks);
    else if (nodeName === 'a') inside(linkTo(href) ?? 'a link that leads nowhere');
    else if (['i', 'em', 'b', 'strong'].includes(nodeName)) inside(nodeName);
    else if (nodeName === 'p') {
      inside(null);
      put('\n\n', marks);
    } else if (nodeName === 'blockquote') {
      put(EDGE, marks);
      inside(nodeName);
      put(EDGE, marks);
    } else throw new Error(`A text has <${nodeName}>.`);
  };
  for (const text of texts) for (const node of nodesIn(text)) walk(node, []);
  const lines = letters
    .map(({ letter }) => letter)
    .join('')
    .replace(/ +/g, ' ')
    .replace(/[ \n]*\u2016[ \n\u2016]*/g, `\n${EDGE}\n`)
    .split('\n')
    .map((line) => line.replace(/^ +| +$/g, '').replaceAll('\u00a0', ' '));
  return { lines: lines.join('\n').replace(/^\n+|\n+$/g, ''), letters: marked(letters) };
}

/** Where what is shown of a text differs from what is to be shown of it; null where nothing does. */
export function difference(expected: Shown, shown: Shown): string | null {
  if (expected.lines !== shown.lines) return `lines, ${whereApart(expected.lines, shown.lines)}`;
  if (expected.letters !== shown.letters) return `marks, ${whereApart(expected.letters, shown.letters)}`;
  return null;
}

function whereApart(one: string, other: string): string {
  let at = 0;
  while (one[at] === other[at]) at += 1;
  const from = Math.max(0, at - 20);
  return `${JSON.stringify(one.slice(from, at + 40))} / ${JSON.stringify(other.slice(from, at + 40))}`;
}
