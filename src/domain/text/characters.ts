// biome-ignore lint/suspicious/noControlCharactersInRegex: naming control characters is this file's job
const UNWANTED = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]/g;
const BIDI_CONTROL = /[\u202a-\u202e\u2066-\u2069]/g;
/** Unicode's own limit of nested directions (UAX #9, BD2). */
const DEEPEST_BIDI = 125;

/**
 * Text without characters that no reader sees and no XML feed may carry: NUL and the other controls (tab and
 * newline stay), U+FFFE, U+FFFF, halves of surrogate pairs (become U+FFFD). CRLF, CR, vertical tab, form feed,
 * NEL and U+2028 become `\n`, U+2029 becomes a blank line.
 */
export function cleanCharacters(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\v\f\u0085\u2028]/g, '\n')
    .replaceAll('\u2029', '\n\n')
    .replace(UNWANTED, '');
}

/**
 * A name or a title as one line: NFC, without unseen characters, white space as single spaces and none around it,
 * and without marks of direction unless all of them are closed. Letters and what joins them stay as they are.
 */
export function cleanLine(text: string): string {
  const line = cleanCharacters(text.normalize('NFC')).replace(/\s+/gu, ' ').trim();
  return hasBalancedBidi(line) ? line : withoutBidiControls(line).trim();
}

/**
 * Whether every embedding, override and isolate opened in a text is closed in it, well nested. When not, the
 * text can turn around what stands after it on the page.
 */
export function hasBalancedBidi(text: string): boolean {
  if (text.search(BIDI_CONTROL) < 0) return true;
  const open: boolean[] = [];
  for (const [control] of text.matchAll(BIDI_CONTROL)) {
    if (control === '\u202c' || control === '\u2069') {
      const isolate = control === '\u2069';
      if (open.pop() !== isolate) return false;
    } else {
      open.push(control >= '\u2066');
      if (open.length > DEEPEST_BIDI) return false;
    }
  }
  return open.length === 0;
}

/** The text without its embedding, override and isolate controls; the letters and the marks LRM, RLM stay. */
export function withoutBidiControls(text: string): string {
  return text.replace(BIDI_CONTROL, '');
}

/** How many code points a text has. */
export function countCharacters(text: string): number {
  let count = text.length;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit >= 0xd800 && unit <= 0xdbff) {
      const next = text.charCodeAt(at + 1);
      if (next >= 0xdc00 && next <= 0xdfff) count -= 1;
    }
  }
  return count;
}
