import { hasBalancedBidi, withoutBidiControls } from './characters.ts';
import { safeHref } from './link.ts';
import type { Step } from './repair.ts';
import { type InlineKind, indentation, isBlank } from './tokens.ts';

/** One mark on a run of text; `href` only on links. */
export interface Mark {
  kind: InlineKind;
  href: string | null;
}

export type Run =
  | { type: 'text'; text: string; marks: readonly Mark[] }
  /** `tag`: the next line begins where an element began, so white space there is the file's and no indentation. */
  | { type: 'break'; tag: boolean; marks: readonly Mark[] };

/** A paragraph. Those with the same `quote` number stand in one quotation; 0 is none. */
export interface Block {
  quote: number;
  runs: Run[];
}

/** More empty lines in a row than this are not a pause any more. */
const MOST_BREAKS = 24;

/**
 * Puts steps in their final order: paragraphs of runs, each run with the marks on it from the outermost in.
 * Marks of one kind do not nest, quotations do not nest, so that nothing gets deep however deep its source is.
 *
 * @param indented whether white space at the start of a line is the author's (kept as no-break spaces) or
 *   the file's (dropped)
 */
export function buildBlocks(steps: readonly Step[], indented: boolean): Block[] {
  const blocks: Block[] = [];
  let runs: Run[] = [];
  let marks: readonly Mark[] = [];
  const fleeting = new Set<string>();
  let quote = 0;
  let quotes = 0;
  let extra = 0;
  let startedByTag = false;
  let lineByTag = false;
  let lineBlank = true;

  const drop = (kind: InlineKind) => {
    marks = marks.filter((mark) => mark.kind !== kind);
    fleeting.delete(kind);
  };

  const endParagraph = (byTag: boolean) => {
    const finished = finish(runs, indented, startedByTag);
    if (finished.length > 0) {
      const pause = blocks.length > 0 ? extra : 0;
      blocks.push({ quote, runs: pause > 0 ? pausing(pause, finished) : finished });
      extra = 0;
      for (const mark of marks) if (fleeting.has(mark.kind)) drop(mark.kind);
      if (fleeting.delete('blockquote')) quote = 0;
    }
    runs = [];
    startedByTag = byTag;
    lineByTag = byTag;
    lineBlank = true;
  };

  const breakLine = (byTag: boolean) => {
    runs.push({ type: 'break', tag: byTag, marks });
    lineByTag = byTag;
    lineBlank = true;
  };

  for (const step of steps) {
    if (step.type === 'text') {
      const last = runs.at(-1);
      if (last?.type === 'text' && last.marks === marks) last.text += step.text;
      else runs.push({ type: 'text', text: step.text, marks });
      lineBlank &&= isBlank(step.text);
    } else if (step.type === 'break') {
      if (step.by === 'br') breakLine(false);
      else if (step.by === 'line') {
        if (!lineBlank) breakLine(true);
      } else if (lineBlank && lineByTag) lineByTag = startedByTag = false;
      else breakLine(false);
    } else if (step.type === 'paragraph') {
      endParagraph(step.tag);
      extra = Math.min(MOST_BREAKS, Math.max(extra, step.extra));
    } else if (step.kind === 'blockquote') {
      endParagraph(true);
      extra = 0;
      fleeting.delete('blockquote');
      if (step.type === 'open') {
        quotes += 1;
        quote = quotes;
        if (step.fleeting) fleeting.add('blockquote');
      } else quote = 0;
    } else {
      drop(step.kind);
      if (step.type === 'close') continue;
      const href = step.kind === 'a' && step.href !== null ? safeHref(step.href) : null;
      if (step.kind === 'a' && href === null) continue;
      const mark: Mark = { kind: step.kind, href };
      // The spoiler is always outermost, so that taking it out takes whole pieces of markup out.
      marks = step.kind === 'spoiler' ? [mark, ...marks] : [...marks, mark];
      if (step.fleeting) fleeting.add(step.kind);
    }
  }
  endParagraph(true);
  return blocks;
}

function pausing(lines: number, runs: readonly Run[]): Run[] {
  const pause = Array.from({ length: lines }, (): Run => ({ type: 'break', tag: false, marks: [] }));
  return limitBreaks([...pause, ...runs]);
}

/** A paragraph's runs with its edges trimmed, its lines indented, its directions closed; empty when it is. */
function finish(written: readonly Run[], indented: boolean, startedByTag: boolean): Run[] {
  const runs = trimEnd(limitBreaks(closeDirections(written)));
  const finished: Run[] = [];
  let lineStart = true;
  let byTag = startedByTag;
  let words = false;
  for (const run of runs) {
    if (run.type === 'break') {
      finished.push(run);
      lineStart = true;
      byTag = run.tag;
      continue;
    }
    let { text } = run;
    if (lineStart) {
      const space = leadingSpace(text);
      lineStart = space.length === text.length;
      text = (space && indented && !byTag ? indentation(space) : '') + text.slice(space.length);
    }
    // Three spaces or more within a line are a gap somebody made; two are a habit after a full stop.
    if (indented) text = text.replace(/ {3,}/g, (gap) => `${indentation(gap.slice(1))} `);
    words ||= text !== '' && !lineStart;
    if (text !== '') finished.push({ type: 'text', text, marks: run.marks });
  }
  return words ? trimEnd(finished) : [];
}

function closeDirections(runs: readonly Run[]): readonly Run[] {
  const whole = runs.map((run) => (run.type === 'text' ? run.text : '')).join('');
  if (hasBalancedBidi(whole)) return runs;
  return runs.map((run) => (run.type === 'text' ? { ...run, text: withoutBidiControls(run.text) } : run));
}

function limitBreaks(runs: readonly Run[]): Run[] {
  let inRow = 0;
  return runs.filter((run) => {
    if (run.type === 'text' && isBlank(run.text)) return true;
    inRow = run.type === 'break' ? inRow + 1 : 0;
    return inRow <= MOST_BREAKS;
  });
}

/** Runs without the white space and the breaks at their end. */
function trimEnd(runs: readonly Run[]): Run[] {
  const kept = [...runs];
  for (let last = kept.pop(); last; last = kept.pop()) {
    if (last.type === 'break') continue;
    const text = withoutTrailingSpace(last.text);
    if (text === '') continue;
    kept.push({ ...last, text });
    break;
  }
  return kept;
}

function withoutTrailingSpace(text: string): string {
  let end = text.length;
  while (end > 0 && (text[end - 1] === ' ' || text[end - 1] === '\t')) end -= 1;
  return text.slice(0, end);
}

function leadingSpace(text: string): string {
  let end = 0;
  while (text[end] === ' ' || text[end] === '\t') end += 1;
  return text.slice(0, end);
}
