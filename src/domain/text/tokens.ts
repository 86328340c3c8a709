/** The markup a text may carry; `spoiler` only where inline spoilers are asked for. */
export type InlineKind = 'strong' | 'em' | 'b' | 'i' | 'a' | 'spoiler';
export type Kind = InlineKind | 'blockquote';

/** A piece of a text as written, before anything about its nesting is believed. */
export type Token =
  | { type: 'text'; text: string }
  /** A line break: a `newline`, a `br`, or the edge of an element that takes a `line`. */
  | { type: 'break'; by: 'newline' | 'br' | 'line' }
  /** The end of a paragraph, with the blank lines written beyond the one that ends it. */
  | { type: 'paragraph'; extra: number; tag: boolean }
  | { type: 'open'; kind: Kind; href: string | null; bare: boolean }
  | { type: 'close'; kind: Kind };

/**
 * Adds text in which newlines mean what they look like: one is a line break, a blank line ends the paragraph,
 * and each blank line more is kept as an `extra` line. A line of nothing but spaces and tabs is blank; one of
 * no-break spaces is not, because somebody chose them.
 */
export function pushLines(tokens: Token[], text: string): void {
  let newlines = 0;
  const lines = text.split('\n');
  lines.forEach((line, index) => {
    if (index > 0) newlines += 1;
    const edge = index === 0 || index === lines.length - 1;
    if (!edge && isBlank(line)) return;
    if (edge && line === '') return;
    if (newlines > 0) tokens.push(gap(newlines));
    newlines = 0;
    tokens.push({ type: 'text', text: line });
  });
  if (newlines > 0) tokens.push(gap(newlines));
}

function gap(newlines: number): Token {
  return newlines === 1
    ? { type: 'break', by: 'newline' }
    : { type: 'paragraph', extra: newlines - 2, tag: false };
}

/** White space at the start of a line as no-break spaces, which a browser leaves standing; a tab is four. */
export function indentation(space: string): string {
  return space.replaceAll('\t', '    ').replaceAll(' ', '\u00a0');
}

/** Whether a text has nothing but spaces and tabs. */
export function isBlank(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit !== 32 && unit !== 9) return false;
  }
  return true;
}

/**
 * Turns `||` in texts into spoiler marks by pairs; the last of an odd number stays two letters, because a
 * spoiler that is never closed is not one.
 */
export function markSpoilers(tokens: Token[]): Token[] {
  let left = 0;
  for (const token of tokens) if (token.type === 'text') left += token.text.split('||').length - 1;
  left -= left % 2;
  if (left === 0) return tokens;
  const marked: Token[] = [];
  let open = false;
  for (const token of tokens) {
    if (token.type !== 'text' || left === 0) {
      marked.push(token);
      continue;
    }
    const pieces = token.text.split('||');
    pieces.forEach((piece, index) => {
      if (index > 0 && left > 0) {
        left -= 1;
        marked.push(
          open
            ? { type: 'close', kind: 'spoiler' }
            : { type: 'open', kind: 'spoiler', href: null, bare: false },
        );
        open = !open;
        if (piece) marked.push({ type: 'text', text: piece });
      } else {
        const text = index > 0 ? `||${piece}` : piece;
        if (text) marked.push({ type: 'text', text });
      }
    });
  }
  return marked;
}
