import { type InlineKind, isBlank, type Token } from './tokens.ts';

const WORDS = /[^\\*_[\]!]+/y;
const ESCAPED = /[!-/:-@[-`{-~]/;
/** Longer addresses than this are not read as links. */
const LONGEST_ADDRESS = 2048;
const MOST_OPEN_BRACKETS = 32;

type Piece = { text: string } | { delimiter: Delimiter } | { link: 'open' | 'close'; href: string | null };

interface Delimiter {
  kind: InlineKind;
  letters: string;
  opens: boolean;
  closes: boolean;
  use: 'open' | 'close' | null;
}

/**
 * Reads a small, honest part of Markdown: paragraphs, `*em*` `_em_`, `**strong**` `__strong__`, `[words](address)`,
 * `> quotation` (each line of it marked; deeper levels count as one), `\` before punctuation. A newline is a line
 * break, with or without two spaces or a backslash before it, because verse is written here too. All else,
 * headings, lists, entities, raw HTML, stays the letters it is.
 */
export function readMarkdown(source: string): Token[] {
  const tokens: Token[] = [];
  let run: string[] = [];
  let quoted = false;

  const endRun = () => {
    if (run.length > 0) readLines(tokens, run);
    run = [];
  };
  for (const line of source.split('\n')) {
    const quote = /^ {0,3}>(?: {0,3}>)* ?/.exec(line);
    if ((quote !== null) !== quoted) {
      endRun();
      quoted = quote !== null;
      tokens.push(
        quoted
          ? { type: 'open', kind: 'blockquote', href: null, bare: true }
          : { type: 'close', kind: 'blockquote' },
      );
    }
    run.push(quote ? line.slice(quote[0].length) : line);
  }
  endRun();
  if (quoted) tokens.push({ type: 'close', kind: 'blockquote' });
  return tokens;
}

/** Reads lines that are all in a quotation or all out of it: emphasis and links do not cross a blank line. */
function readLines(tokens: Token[], lines: readonly string[]): void {
  let paragraph: string[] = [];
  let blanks = 0;
  const endParagraph = () => {
    if (paragraph.length > 0) readParagraph(tokens, paragraph.join('\n'));
    if (blanks > 0) tokens.push({ type: 'paragraph', extra: blanks - 1, tag: false });
    paragraph = [];
    blanks = 0;
  };
  for (const line of lines) {
    if (isBlank(line)) {
      blanks += 1;
      continue;
    }
    if (blanks > 0) endParagraph();
    paragraph.push(line);
  }
  endParagraph();
}

function readParagraph(tokens: Token[], paragraph: string): void {
  const pieces = readPieces(paragraph);
  pairDelimiters(pieces);
  for (const piece of pieces) {
    if ('text' in piece) pushText(tokens, piece.text);
    else if ('link' in piece) {
      if (piece.link === 'close') tokens.push({ type: 'close', kind: 'a' });
      else tokens.push({ type: 'open', kind: 'a', href: piece.href, bare: false });
    } else if (piece.delimiter.use === 'open') {
      tokens.push({ type: 'open', kind: piece.delimiter.kind, href: null, bare: true });
    } else if (piece.delimiter.use === 'close') {
      tokens.push({ type: 'close', kind: piece.delimiter.kind });
    } else tokens.push({ type: 'text', text: piece.delimiter.letters });
  }
}

function pushText(tokens: Token[], text: string): void {
  text.split('\n').forEach((line, index) => {
    if (index > 0) tokens.push({ type: 'break', by: 'newline' });
    if (line) tokens.push({ type: 'text', text: line });
  });
}

function readPieces(source: string): Piece[] {
  const pieces: Piece[] = [];
  const brackets: number[] = [];
  let linkedUpTo = -1;
  let at = 0;
  const letters = (text: string) => pieces.push({ text });

  while (at < source.length) {
    WORDS.lastIndex = at;
    const words = WORDS.exec(source);
    if (words) {
      letters(words[0]);
      at += words[0].length;
      continue;
    }
    const character = source[at]!;
    const next = source[at + 1] ?? '';
    if (character === '\\' && (ESCAPED.test(next) || next === '\n')) {
      letters(next);
      at += 2;
    } else if (character === '!' && next === '[') {
      letters('![');
      at += 2;
    } else if (character === '*' || character === '_') {
      const end = endOfRun(source, at, character);
      pushDelimiters(pieces, source, at, end);
      at = end;
    } else if (character === '[') {
      if (brackets.length === MOST_OPEN_BRACKETS) brackets.shift();
      brackets.push(pieces.length);
      letters('[');
      at += 1;
    } else if (character === ']') {
      const opener = brackets.pop();
      const address = opener !== undefined && opener > linkedUpTo ? readAddress(source, at + 1) : null;
      if (address) {
        pieces[opener!] = { link: 'open', href: address.href };
        pieces.push({ link: 'close', href: null });
        linkedUpTo = pieces.length;
        brackets.length = 0;
        at = address.end;
      } else {
        letters(']');
        at += 1;
      }
    } else {
      letters(character);
      at += 1;
    }
  }
  return pieces;
}

/** Reads `(address)`, `(<address>)`, either with a title, which is not kept. One level of brackets inside. */
function readAddress(source: string, at: number): { href: string; end: number } | null {
  if (source[at] !== '(') return null;
  const text = source.slice(at, at + LONGEST_ADDRESS);
  const match =
    /^\( {0,3}(?:<([^<>\n]*)>|((?:[^\s()<>\\]|\([^\s()<>\\]*\))+))(?: {1,3}"[^"\n]{0,300}")? {0,3}\)/.exec(
      text,
    );
  return match ? { href: match[1] ?? match[2] ?? '', end: at + match[0].length } : null;
}

function endOfRun(source: string, start: number, character: string): number {
  let end = start;
  while (source[end] === character) end += 1;
  return end;
}

/** One to three stars or underscores are delimiters by CommonMark's flanking rules; more are an ornament. */
function pushDelimiters(pieces: Piece[], source: string, start: number, end: number): void {
  const letters = source.slice(start, end);
  const before = start === 0 ? ' ' : source[start - 1]!;
  const after = source[end] ?? ' ';
  const left = !/\s/.test(after) && (!isPunctuation(after) || /\s/.test(before) || isPunctuation(before));
  const right = !/\s/.test(before) && (!isPunctuation(before) || /\s/.test(after) || isPunctuation(after));
  const word = letters.startsWith('_');
  const opens = left && (!word || !right || isPunctuation(before));
  const closes = right && (!word || !left || isPunctuation(after));
  if (letters.length > 3 || (!opens && !closes)) {
    pieces.push({ text: letters });
    return;
  }
  const add = (kind: InlineKind, part: string) =>
    pieces.push({ delimiter: { kind, letters: part, opens, closes, use: null } });
  const closing = closes && !opens;
  if (letters.length === 3 && closing) add('em', letters[0]!);
  if (letters.length >= 2) add('strong', letters.slice(0, 2));
  if (letters.length === 1 || (letters.length === 3 && !closing)) add('em', letters[0]!);
}

/** Pairs each closing delimiter with the nearest opening one of its own letters; the rest stay letters. */
function pairDelimiters(pieces: readonly Piece[]): void {
  const waiting = new Map<string, Delimiter>();
  for (const piece of pieces) {
    if (!('delimiter' in piece)) continue;
    const { delimiter } = piece;
    const opener = waiting.get(delimiter.letters);
    if (opener && delimiter.closes) {
      opener.use = 'open';
      delimiter.use = 'close';
      waiting.delete(delimiter.letters);
    } else if (delimiter.opens) {
      waiting.set(delimiter.letters, delimiter);
    }
  }
}

function isPunctuation(character: string): boolean {
  return /[\p{P}\p{S}]/u.test(character);
}
