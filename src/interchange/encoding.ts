import { TextDecoder } from 'node:util';
import type { ExportFile } from './archive.ts';
import { Refusal } from './row.ts';

/** UTF-16 is known by its mark, or by a zero beside the first letter: all formats begin with an ASCII one. */
export function encodingOf([first, second]: Uint8Array): string {
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second !== 0 && second !== undefined))
    return 'utf-16be';
  return 'utf-8';
}

/**
 * The text of a file, piece by piece: UTF-8, or UTF-16 as `encodingOf` tells, without a byte order mark.
 *
 * @throws Refusal `nul-bytes` when it begins with nothing but zeros; `not-utf8` with the line of the first byte
 *   that is none
 */
export async function* textOf(file: ExportFile): AsyncGenerator<string> {
  let reading: Reading | null = null;
  for await (const piece of inPairs(file.pieces())) {
    if (!reading) {
      if (piece.every((byte) => byte === 0)) throw new Refusal('nul-bytes');
      reading = readingOf(encodingOf(piece));
    }
    const text = reading.next(piece);
    if (text !== '') yield text;
  }
  const end = reading?.next(null) ?? '';
  if (end !== '') yield end;
}

interface Reading {
  /** @param piece null at the end */
  next(piece: Uint8Array | null): string;
}

function readingOf(encoding: string): Reading {
  const strict = new TextDecoder(encoding, { fatal: true });
  // Tells where the fault is, once there is one.
  const lenient = new TextDecoder(encoding);
  let feeds = 0;
  let returns = 0;
  const count = (text: string) => {
    feeds += countOf(text, '\n');
    if (feeds === 0) returns += countOf(text, '\r');
  };
  return {
    next(piece) {
      const read = (decoder: TextDecoder) =>
        piece ? decoder.decode(piece, { stream: true }) : decoder.decode();
      try {
        const text = read(strict);
        read(lenient);
        count(text);
        return text;
      } catch {
        const [before = ''] = read(lenient).split('\ufffd', 1);
        count(before);
        // Where lines end with a return alone there is no feed.
        throw new Refusal('not-utf8', { line: 1 + (feeds || returns) });
      }
    },
  };
}

/** Pieces of at least two bytes, but for the last: the first must tell the encoding. */
async function* inPairs(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let alone: Uint8Array | null = null;
  for await (const piece of pieces) {
    if (piece.length === 0) continue;
    const all: Uint8Array = alone ? Buffer.concat([alone, piece]) : piece;
    alone = all.length < 2 ? all : null;
    if (!alone) yield all;
  }
  if (alone) yield alone;
}

/** How often a letter stands in a text. */
export function countOf(text: string, letter: string): number {
  let found = 0;
  for (let at = text.indexOf(letter); at >= 0; at = text.indexOf(letter, at + 1)) found += 1;
  return found;
}
