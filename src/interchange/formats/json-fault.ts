type Expected = 'value' | 'value or end' | 'key' | 'key or end' | 'colon' | 'comma or end' | 'nothing';

const LITERAL = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])/y;

/**
 * Where a text stops being JSON (RFC 8259): the offset of the first letter that cannot stand there, or the text's
 * length when it is cut off or whole. Engines tell this for some faults only. Never recurses.
 */
export function firstFault(text: string): number {
  const open: ('{' | '[')[] = [];
  let expected: Expected = 'value';
  for (let at = 0; at < text.length; ) {
    const letter: string = text[at]!;
    if (letter === ' ' || letter === '\n' || letter === '\r' || letter === '\t') {
      at += 1;
      continue;
    }
    const wantsKey: boolean = expected === 'key' || expected === 'key or end';
    const wantsValue: boolean = expected === 'value' || expected === 'value or end';
    const inside = open.at(-1);
    const ends = expected === 'comma or end' || expected === `${inside === '{' ? 'key' : 'value'} or end`;
    if (letter === '"' && (wantsKey || wantsValue)) {
      const end = endOfString(text, at);
      if (text[end - 1] !== '"' || end - at < 2) return end;
      at = end;
      expected = wantsKey ? 'colon' : after(open);
    } else if ((letter === '{' || letter === '[') && wantsValue) {
      open.push(letter);
      expected = letter === '{' ? 'key or end' : 'value or end';
      at += 1;
    } else if (((letter === '}' && inside === '{') || (letter === ']' && inside === '[')) && ends) {
      open.pop();
      expected = after(open);
      at += 1;
    } else if (letter === ':' && expected === 'colon') {
      expected = 'value';
      at += 1;
    } else if (letter === ',' && expected === 'comma or end') {
      expected = inside === '{' ? 'key' : 'value';
      at += 1;
    } else {
      LITERAL.lastIndex = at;
      if (!wantsValue || !LITERAL.test(text)) return at;
      at = LITERAL.lastIndex;
      expected = after(open);
    }
  }
  return text.length;
}

function after(open: readonly string[]): Expected {
  return open.length > 0 ? 'comma or end' : 'nothing';
}

/** The offset behind a string's closing quote, or that of what cannot stand in it. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const letter = text[at]!;
    if (letter === '"') return at + 1;
    if (letter < ' ') return at;
    if (letter !== '\\') continue;
    const next = text[at + 1] ?? '';
    if (next === 'u' ? !/^[\da-f]{4}$/i.test(text.slice(at + 2, at + 6)) : !'"\\/bfnrt'.includes(next))
      return at;
    at += 1;
  }
  return text.length;
}
