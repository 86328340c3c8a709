/** What a stretch of text is marked as in stored HTML. */
export interface Marked {
  kind: 'italic' | 'bold' | 'link';
  start: number;
  end: number;
  /** Where a link leads; null for the others. */
  href: string | null;
}

/** Stored HTML as the words a reader sees, with the way back to where each of them stands. */
export interface Reading {
  /** Paragraphs apart by a blank line, breaks as `\n`; what an inline spoiler hides is one `HIDDEN`. */
  text: string;
  /** For each unit of `text`, where it begins and ends in the HTML. */
  from: number[];
  to: number[];
  marked: Marked[];
}

/** Stands where an inline spoiler hides words: nothing is looked for there, and nothing across it. */
export const HIDDEN = '\ufffc';

const PIECE = /<span class="spoiler">[\s\S]*?<\/span>|<[^>]*>|&(?:amp|lt|gt|quot|#39);|[^<&]+|&/g;
const LETTERS: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};
const KINDS: Readonly<Record<string, Marked['kind']>> = {
  i: 'italic',
  em: 'italic',
  b: 'bold',
  strong: 'bold',
  a: 'link',
};

/** Reads HTML as `renderText` made it. */
export function readStored(html: string): Reading {
  let text = '';
  const from: number[] = [];
  const to: number[] = [];
  const marked: Marked[] = [];
  const open: { name: string; start: number; href: string | null }[] = [];
  /** Says words that stand there as they are, or that one piece of the HTML stands for. */
  const say = (words: string, offset: number, piece?: string) => {
    for (let unit = 0; unit < words.length; unit += 1) {
      from.push(piece === undefined ? offset + unit : offset);
      to.push(piece === undefined ? offset + unit + 1 : offset + piece.length);
    }
    text += words;
  };
  for (const { 0: piece, index } of html.matchAll(PIECE)) {
    if (piece.startsWith('<span')) say(HIDDEN, index, piece);
    else if (piece.startsWith('</')) {
      const name = piece.slice(2, -1);
      const kind = KINDS[name];
      const last = open.findLastIndex((one) => one.name === name);
      const [begun] = last < 0 ? [] : open.splice(last, 1);
      if (kind && begun && begun.start < text.length)
        marked.push({ kind, start: begun.start, end: text.length, href: begun.href });
    } else if (piece.startsWith('<')) {
      const name = /^<([a-z]+)/.exec(piece)?.[1] ?? '';
      if (name === 'br') say('\n', index, piece);
      else if (name === 'p' && text !== '') say('\n\n', index, piece);
      else if (KINDS[name])
        open.push({ name, start: text.length, href: /href="([^"]*)"/.exec(piece)?.[1] ?? null });
    } else if (LETTERS[piece] !== undefined) say(LETTERS[piece], index, piece);
    else say(piece, index);
  }
  return { text, from, to, marked };
}

/** Where a stretch of the text stands in the HTML. */
export function placeOf(reading: Reading, start: number, end: number): { start: number; end: number } {
  return { start: reading.from[start] ?? 0, end: reading.to[end - 1] ?? 0 };
}
