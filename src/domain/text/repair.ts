import type { InlineKind, Kind, Token } from './tokens.ts';

/** A token after repair: an `open` always finds its kind closed, a `close` always open. */
export type Step =
  | Exclude<Token, { type: 'open' } | { type: 'close' }>
  /** `fleeting`: never closed by its author, so it ends with the paragraph it stands in. */
  | { type: 'open'; kind: Kind; href: string | null; fleeting: boolean }
  | { type: 'close'; kind: Kind };

type Tag = Extract<Token, { type: 'open' } | { type: 'close' }>;
type Verdict = 'open' | 'fleeting' | 'close' | 'boundary' | 'nothing';

const INLINE: readonly InlineKind[] = ['strong', 'em', 'b', 'i', 'a', 'spoiler'];

/**
 * Reads markup as its reader would. A source whose tags of one kind pair up is taken at its word. In any
 * other, a second opening tag is a mistyped closing tag (`<i>Heat<i>`) when both stand in one paragraph, or
 * when the paragraph it stands in has an odd number of them, so that one forgotten tag does not turn the rest
 * of the text inside out; what is never closed ends with its paragraph; a closing tag with nothing to close
 * says nothing. A quotation in a quotation is one quotation, with a paragraph's end at the inner edges.
 */
export function repair(tokens: readonly Token[]): Step[] {
  const verdicts = new Map<number, Verdict>();
  judge(tokens, 'blockquote', paragraphs(tokens, verdicts), verdicts);
  const numbers = paragraphs(tokens, verdicts);
  for (const kind of INLINE) judge(tokens, kind, numbers, verdicts);

  return tokens.flatMap((token, index): Step[] => {
    if (token.type !== 'open' && token.type !== 'close') return [token];
    const verdict = verdicts.get(index);
    const href = token.type === 'open' ? token.href : null;
    if (verdict === 'open') return [{ type: 'open', kind: token.kind, href, fleeting: false }];
    if (verdict === 'fleeting') return [{ type: 'open', kind: token.kind, href, fleeting: true }];
    if (verdict === 'close') return [{ type: 'close', kind: token.kind }];
    if (verdict === 'boundary') return [{ type: 'paragraph', extra: 0, tag: true }];
    return [];
  });
}

/** The paragraph each token stands in, counted by the ends of paragraphs and the edges of quotations. */
function paragraphs(tokens: readonly Token[], verdicts: ReadonlyMap<number, Verdict>): Int32Array {
  const numbers = new Int32Array(tokens.length);
  let number = 0;
  tokens.forEach((token, index) => {
    const edge = token.type !== 'paragraph' && 'kind' in token && token.kind === 'blockquote';
    if (token.type === 'paragraph' || (edge && verdicts.has(index))) number += 1;
    numbers[index] = number;
  });
  return numbers;
}

function judge(
  tokens: readonly Token[],
  kind: Kind,
  numbers: Int32Array,
  verdicts: Map<number, Verdict>,
): void {
  const places: number[] = [];
  tokens.forEach((token, index) => {
    if ((token.type === 'open' || token.type === 'close') && token.kind === kind) places.push(index);
  });
  const tags = places.map((place) => tokens[place] as Tag);
  const homes = places.map((place) => numbers[place]!);
  const decide = kind === 'a' ? readLinks : pairsUp(tags) ? readPairs : readToggles;
  decide(tags, homes).forEach((verdict, index) => {
    verdicts.set(places[index]!, verdict);
  });
}

function pairsUp(tags: readonly Tag[]): boolean {
  let depth = 0;
  for (const tag of tags) {
    depth += tag.type === 'open' ? 1 : -1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

function readPairs(tags: readonly Tag[]): Verdict[] {
  let depth = 0;
  return tags.map((tag) => {
    const outer = tag.type === 'open' ? depth === 0 : depth === 1;
    depth += tag.type === 'open' ? 1 : -1;
    if (!outer) return tag.kind === 'blockquote' ? 'boundary' : 'nothing';
    return tag.type;
  });
}

/** Links do not nest: another address begins another link, and `<a>` without one ends what is open. */
function readLinks(tags: readonly Tag[], homes: readonly number[]): Verdict[] {
  let open = false;
  return tags.map((tag, index) => {
    const wasOpen = open;
    open = tag.type === 'open' && !(wasOpen && tag.bare);
    if (!open) return wasOpen ? 'close' : 'nothing';
    const next = tags[index + 1];
    const ends = next !== undefined && (next.type === 'close' || homes[index + 1] === homes[index]);
    return ends ? 'open' : 'fleeting';
  });
}

function readToggles(tags: readonly Tag[], homes: readonly number[]): Verdict[] {
  const perHome = new Map<number, number>();
  for (const home of homes) perHome.set(home, (perHome.get(home) ?? 0) + 1);
  let open = false;
  return tags.map((tag, index): Verdict => {
    if (tag.type === 'close') {
      const verdict = open ? 'close' : 'nothing';
      open = false;
      return verdict;
    }
    const next = tags[index + 1];
    const sameHome = next !== undefined && homes[index + 1] === homes[index];
    if (open) {
      if (next?.type === 'close' && sameHome) return 'nothing';
      open = false;
      return 'close';
    }
    const ends =
      next !== undefined && (next.type === 'close' || sameHome || perHome.get(homes[index + 1]!)! % 2 === 1);
    open = ends;
    return ends ? 'open' : 'fleeting';
  });
}
