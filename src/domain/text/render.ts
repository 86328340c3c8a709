import { buildBlocks } from './blocks.ts';
import { cleanCharacters, countCharacters } from './characters.ts';
import { gate } from './gate.ts';
import { readMarkdown } from './markdown.ts';
import { repair } from './repair.ts';
import { type Piece, serialise } from './serialise.ts';
import { readTags } from './tags.ts';
import { markSpoilers, pushLines, type Token } from './tokens.ts';

/**
 * How a text was written. `plain`: no markup, `<` is a letter. `lbml`: Letterboxd's tags in text whose newlines
 * are line breaks. `markdown`: the small part of it that `readMarkdown` names. `html`: from other sites.
 */
export type TextFormat = 'plain' | 'lbml' | 'markdown' | 'html';

export interface RenderedText {
  /** Sanitised HTML, stored and served as is: `p`, `blockquote` of `p`, and in them `br strong em b i a[href]`. */
  html: string;
  /** The words alone: paragraphs separated by a blank line, line breaks as `\n`. For length, search, excerpts,
   * meta. What an inline spoiler hides is not in it: `[…]` stands there. */
  text: string;
  /** Characters of `text` (code points). */
  length: number;
  /** Offset in `html` where a reader's fold may come: after the top-level block that passes 900 characters of
   * text; null when under 200 characters would be left. */
  fold: number | null;
  /**
   * Offset in `html`, between top-level blocks, up to which the film page carries a text longer than 6,000
   * characters; null when it is not longer. It is the last boundary within 6,000 characters; when that leaves
   * fewer than 2,000 (a giant block follows), the first boundary after them; when there is none, null: a text
   * that is one block is carried whole. It is never before `fold`, and may equal it: then there is no fold.
   */
  cut: number | null;
}

export interface RenderOptions {
  /** Whether `||…||` hides what stands in it: for text written on this site. Imported text may mean the bars. */
  inlineSpoilers?: boolean;
}

const FOLD_AFTER = 900;
const LEAST_FOLDED = 200;
const CUT_AT = 6000;
const LEAST_CARRIED = 2000;

/**
 * Derives what is shown from what was written. The source itself is the caller's to keep, byte for byte.
 *
 * Repairs what people mistype as a reader would expect (see `repair`), keeps line breaks, indentation, blank
 * lines beyond one (each a `br` at the start of the next paragraph) and every letter, and lets nothing through
 * but the few elements named at `RenderedText.html`. Rendering its own output as `html` changes nothing.
 */
export function renderText(source: string, format: TextFormat, options: RenderOptions = {}): RenderedText {
  const spoilers = options.inlineSpoilers === true && format !== 'plain';
  const tokens = readTokens(source, format, spoilers);
  const marked = spoilers && format !== 'html' ? markSpoilers(tokens) : tokens;
  const pieces = serialise(buildBlocks(repair(marked), format !== 'html'));
  const built = pieces.map((piece) => piece.html).join('');
  const html = gate(built, spoilers);
  const text = pieces.map((piece) => piece.text).join('\n\n');
  const boundaries = html === built ? boundariesOf(pieces) : [];
  const length = countCharacters(text);
  return { html, text, length, fold: findFold(boundaries, length), cut: findCut(boundaries, length) };
}

function readTokens(source: string, format: TextFormat, spoilers: boolean): Token[] {
  const clean = cleanCharacters(source);
  if (format === 'markdown') return readMarkdown(clean);
  if (format === 'lbml' || format === 'html') return readTags(clean, format, spoilers);
  const tokens: Token[] = [];
  pushLines(tokens, clean);
  return tokens;
}

interface Boundary {
  /** In the HTML, in UTF-16 units as strings are sliced. */
  offset: number;
  /** Characters of text before it. */
  characters: number;
}

/** The places between top-level blocks; the end is none of them. */
function boundariesOf(pieces: readonly Piece[]): Boundary[] {
  let offset = 0;
  let characters = 0;
  return pieces.slice(0, -1).map((piece) => {
    offset += piece.html.length;
    characters += countCharacters(piece.text) + 2;
    return { offset, characters };
  });
}

function findFold(boundaries: readonly Boundary[], length: number): number | null {
  const place = boundaries.find(({ characters }) => characters >= FOLD_AFTER);
  return place && length - place.characters >= LEAST_FOLDED ? place.offset : null;
}

function findCut(boundaries: readonly Boundary[], length: number): number | null {
  if (length <= CUT_AT) return null;
  const within = boundaries.findLast(({ characters }) => characters <= CUT_AT);
  if (within && within.characters >= LEAST_CARRIED) return within.offset;
  return boundaries.find(({ characters }) => characters > CUT_AT)?.offset ?? null;
}
