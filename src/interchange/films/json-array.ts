import type { ExportFile } from '../archive.ts';
import { textOf } from '../encoding.ts';
import { readJson } from '../formats/json-text.ts';
import { Refusal } from '../row.ts';

/** The longest element taken, in characters. */
const LONGEST = 1_000_000;

const QUOTE = 0x22;
const ESCAPE = 0x5c;
const [OPENS, OPENS_LIST] = [0x7b, 0x5b];
const [CLOSES, CLOSES_LIST] = [0x7d, 0x5d];
const NEWLINE = 0x0a;

/**
 * The objects of a JSON file that is one array, read one by one: no more than one of them is ever held. What else
 * stands in the array is passed over.
 *
 * @throws Refusal `truncated` where the array or an object does not end; `not-json`; and as `textOf`
 */
export async function* readArray(file: ExportFile): AsyncGenerator<{ number: number; value: object }> {
  let [depth, line, begins, number] = [0, 1, 1, 0];
  let [inString, escaped, ended] = [false, false, false];
  let held = '';
  for await (const piece of textOf(file)) {
    let from = depth > 1 ? 0 : -1;
    for (let at = 0; at < piece.length; at += 1) {
      const letter = piece.charCodeAt(at);
      if (letter === NEWLINE) line += 1;
      if (inString) {
        if (escaped) escaped = false;
        else if (letter === ESCAPE) escaped = true;
        else if (letter === QUOTE) inString = false;
      } else if (letter === QUOTE) inString = true;
      else if (letter === OPENS || letter === OPENS_LIST) {
        depth += 1;
        if (depth === 2) [from, begins] = [at, line];
      } else if (letter === CLOSES || letter === CLOSES_LIST) {
        depth -= 1;
        if (depth < 0) throw new Refusal('not-json', { line, column: 1 });
        ended ||= depth === 0;
        if (depth !== 1) continue;
        const value = readJson(held + piece.slice(from, at + 1), begins);
        held = '';
        from = -1;
        number += 1;
        if (!Array.isArray(value)) yield { number, value: value as object };
      }
    }
    if (from >= 0) held += piece.slice(from);
    if (held.length > LONGEST) throw new Refusal('truncated', { line: begins, why: 'long' });
  }
  if (!ended) throw new Refusal('truncated', { line });
}
