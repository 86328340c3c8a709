import type { Block, Mark, Run } from './blocks.ts';

/** One top-level block of the page: a paragraph or a whole quotation. */
export interface Piece {
  html: string;
  text: string;
}

/** What stands in the text alone where the author hid something. */
export const HIDDEN = '[…]';

/** Writes blocks out: the only place in this room where an angle bracket is made. */
export function serialise(blocks: readonly Block[]): Piece[] {
  const pieces: Piece[] = [];
  for (let at = 0; at < blocks.length; ) {
    const first = blocks[at]!;
    let end = at + 1;
    while (first.quote !== 0 && blocks[end]?.quote === first.quote) end += 1;
    const group = blocks.slice(at, end);
    const html = group.map((block) => `<p>${inlineHtml(block.runs)}</p>`).join('');
    pieces.push({
      html: first.quote === 0 ? html : `<blockquote>${html}</blockquote>`,
      text: group.map((block) => inlineText(block.runs)).join('\n\n'),
    });
    at = end;
  }
  return pieces;
}

/** Writes runs, closing and opening marks only where they differ from those of the run before. */
function inlineHtml(runs: readonly Run[]): string {
  let html = '';
  let open: readonly Mark[] = [];
  for (const run of runs) {
    let same = 0;
    while (same < open.length && same < run.marks.length && equal(open[same]!, run.marks[same]!)) same += 1;
    html += closing(open, same);
    for (const mark of run.marks.slice(same)) html += opening(mark);
    open = run.marks;
    html += run.type === 'break' ? '<br>' : escapeText(run.text);
  }
  return html + closing(open, 0);
}

function equal(one: Mark, other: Mark): boolean {
  return one.kind === other.kind && one.href === other.href;
}

function opening(mark: Mark): string {
  if (mark.kind === 'spoiler') return '<span class="spoiler">';
  if (mark.kind !== 'a') return `<${mark.kind}>`;
  return `<a href="${escapeText(mark.href ?? '').replaceAll('"', '&quot;')}" rel="nofollow ugc noopener">`;
}

function closing(open: readonly Mark[], from: number): string {
  let html = '';
  for (let at = open.length - 1; at >= from; at -= 1) {
    const { kind } = open[at]!;
    html += kind === 'spoiler' ? '</span>' : `</${kind}>`;
  }
  return html;
}

function escapeText(text: string): string {
  if (!/[&<>]/.test(text)) return text;
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function inlineText(runs: readonly Run[]): string {
  let text = '';
  let hidden = false;
  for (const run of runs) {
    const hides = run.marks[0]?.kind === 'spoiler';
    if (hides && !hidden) text += HIDDEN;
    hidden = hides;
    if (!hides) text += run.type === 'break' ? '\n' : run.text;
  }
  return text;
}
