import { countOf, encodingOf } from './encoding.ts';
import { Refusal } from './row.ts';

/** What a text file is read as. */
export type Kind = 'jsonld' | 'html';

/** The first bytes of files that are no text. */
const SIGNATURES: readonly (readonly [readonly number[], string])[] = [
  [[0x50, 0x4b, 0x03, 0x04], 'zip'],
  [[0x50, 0x4b, 0x05, 0x06], 'zip'],
  [[0x1f, 0x8b], 'gzip'],
  [[0x42, 0x5a, 0x68], 'gzip'],
  [[0xfd, 0x37, 0x7a, 0x58, 0x5a], 'gzip'],
  [[0x28, 0xb5, 0x2f, 0xfd], 'gzip'],
  [[0x37, 0x7a, 0xbc, 0xaf], 'gzip'],
  [[0x52, 0x61, 0x72, 0x21], 'gzip'],
  [[0x25, 0x50, 0x44, 0x46], 'pdf'],
  [[0x89, 0x50, 0x4e, 0x47], 'image'],
  [[0xff, 0xd8, 0xff], 'image'],
  [[0x47, 0x49, 0x46, 0x38], 'image'],
  [[0x52, 0x49, 0x46, 0x46], 'image'],
  [[0x53, 0x51, 0x4c, 0x69, 0x74, 0x65], 'database'],
];

/** What a web page begins with, saved or hand-written; and what is looked for in it. */
const PAGE = /<(?:!doctype\s+html|html|head|body|title|meta|link|main|div|p|h[1-6])\b/i;
const SCRIPT = /<script\b[^>]{0,200}ld\+json/i;

/**
 * What a file is, by its first bytes and letters; its name is not believed.
 *
 * @throws Refusal `empty-file`, `not-utf8`, or `unknown-format` with what it seems to be
 */
export function detect(bytes: Uint8Array): { kind: Kind; text: string } {
  const known = binaryKind(bytes);
  if (known) throw new Refusal('unknown-format', { kind: known });
  const text = decode(bytes);
  const start = text.slice(0, 4096).replace(/^[\s\0]+/, '');
  if (start === '') {
    if (!/[^\s\0]/.test(text)) throw new Refusal('empty-file');
    return { kind: 'jsonld', text };
  }
  if (start.startsWith('{') || start.startsWith('[')) return { kind: 'jsonld', text };
  if (/^<\?xml|^<(rss|feed)\b/i.test(start) && !/<html\b/i.test(start))
    throw new Refusal('unknown-format', { kind: /<(rss|feed|rdf)\b/i.test(start) ? 'feed' : 'xml' });
  if (start.startsWith('<') && (PAGE.test(start) || SCRIPT.test(text))) return { kind: 'html', text };
  if (start.startsWith('<')) throw new Refusal('unknown-format', { kind: 'xml' });
  if (isTable(start)) throw new Refusal('unknown-format', { kind: 'csv' });
  if (SCRIPT.test(text)) return { kind: 'html', text };
  throw new Refusal('unknown-format', { kind: 'text' });
}

/** What bytes are that are no text, by how they begin; null for what may be one. */
export function binaryKind(bytes: Uint8Array): string | null {
  const known = SIGNATURES.find(([signature]) => signature.every((byte, index) => bytes[index] === byte));
  return known?.[1] ?? null;
}

/** Whether a text begins like a table: a line of names, and another with as many separators, if there is one. */
function isTable(start: string): boolean {
  const [names = '', first = ''] = start.split(/\r?\n/, 2);
  if (!/^[^,;\t]{1,60}([,;\t][^,;\t]{0,60}){1,}$/.test(names)) return false;
  const separators = (line: string) => line.replace(/"[^"]*"?/g, '').replace(/[^,;\t]/g, '').length;
  return separators(names) > 1 || (first !== '' && separators(first) === separators(names));
}

/**
 * The letters of a file: UTF-8, or UTF-16 where its first bytes say so. A character that the end of the file cuts
 * in two is left out: what the file holds tells better what is missing.
 *
 * @throws Refusal `not-utf8` with the line of the first byte that is none
 */
export function decode(bytes: Uint8Array): string {
  const encoding = encodingOf(bytes);
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
  } catch {
    throw new Refusal('not-utf8', { line: lineOfFirstFault(bytes, encoding) });
  }
}

function lineOfFirstFault(bytes: Uint8Array, encoding: string): number {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const step = 4096;
  let line = 1;
  for (let at = 0; at < bytes.length; at += step) {
    const last = at + step >= bytes.length;
    try {
      line += countOf(decoder.decode(bytes.subarray(at, at + step), { stream: !last }), '\n');
    } catch {
      // The fault lies in this piece; what stands before it, replaced or not, has its newlines.
      const [before = ''] = new TextDecoder(encoding)
        .decode(bytes.subarray(at, at + step))
        .split('\ufffd', 1);
      return line + countOf(before, '\n');
    }
  }
  return line;
}
