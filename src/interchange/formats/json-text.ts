import { Refusal } from '../row.ts';
import { firstFault } from './json-fault.ts';

/**
 * Reads JSON as it is met in pages: wrapped in comment or CDATA marks, with line breaks inside strings, or with a
 * comma before a closing bracket. Never recurses: nesting of any depth is a value like any other.
 *
 * @param firstLine the line of the file the text begins at
 * @throws Refusal `truncated` or `not-json`, with the line and column
 */
export function readJson(text: string, firstLine = 1): unknown {
  const bare = unwrapped(text);
  try {
    return JSON.parse(bare);
  } catch {
    const { repaired, fault } = scan(bare);
    if (fault === null && repaired !== bare) {
      try {
        return JSON.parse(repaired);
      } catch {
        throw new Refusal('not-json', faultAt(bare, firstLine));
      }
    }
    if (fault === 'open') throw new Refusal('truncated', { line: lineAt(bare, bare.length, firstLine) });
    throw new Refusal('not-json', faultAt(bare, firstLine));
  }
}

/** The text between the marks that hide a script from old readers; as long as before, so that places stay. */
function unwrapped(text: string): string {
  const blank = (found: string) => found.replace(/[^\n]/g, ' ');
  return text
    .replace(/^\ufeff/, ' ')
    .replace(/^\s*(?:\/\*\s*|\/\/\s*)?(?:<!\[CDATA\[|<!--)(?:\s*\*\/)?/, blank)
    .replace(/(?:\/\*\s*|\/\/\s*)?(?:\]\]>|-->)(?:\s*\*\/)?\s*$/, blank)
    .replace(/;\s*$/, blank);
}

const ESCAPES: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** One pass over the text: mends what pages get wrong, and says whether a string or bracket is never closed. */
function scan(text: string): { repaired: string; fault: 'open' | 'closed' | null } {
  const pieces: string[] = [];
  let from = 0;
  let depth = 0;
  let inString = false;
  let comma = -1;
  let closedTooOften = false;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at]!;
    if (inString) {
      if (letter === '\\') at += 1;
      else if (letter === '"') inString = false;
      else if (letter < ' ') {
        pieces.push(
          text.slice(from, at),
          ESCAPES[letter] ?? `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
        );
        from = at + 1;
      }
      continue;
    }
    if (letter === '"') inString = true;
    else if (letter === '{' || letter === '[') depth += 1;
    else if (letter === '}' || letter === ']') {
      depth -= 1;
      if (depth < 0) closedTooOften = true;
      if (comma >= 0) {
        pieces.push(text.slice(from, comma));
        from = comma + 1;
      }
    }
    if (letter === ',') comma = at;
    else if (letter > ' ') comma = -1;
  }
  pieces.push(text.slice(from));
  const open = inString || depth > 0;
  return { repaired: pieces.join(''), fault: open ? 'open' : closedTooOften ? 'closed' : null };
}

function faultAt(text: string, firstLine: number): { line: number; column: number } {
  const offset = firstFault(text);
  return { line: lineAt(text, offset, firstLine), column: offset - text.lastIndexOf('\n', offset - 1) };
}

function lineAt(text: string, offset: number, firstLine: number): number {
  let line = firstLine;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}
