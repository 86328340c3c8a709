import { describe, expect, test } from 'vitest';
import { decode, detect } from './detect.ts';
import type { Refusal } from './row.ts';

const refusal = (bytes: Uint8Array | string): Pick<Refusal, 'code' | 'details'> => {
  try {
    const { kind } = detect(typeof bytes === 'string' ? Buffer.from(bytes) : bytes);
    throw new Error(`It was taken as ${kind}.`);
  } catch (error) {
    const { code, details } = error as Refusal;
    return { code, details };
  }
};

/** Text in UTF-16, as Windows' Notepad and spreadsheets save it. */
function utf16(text: string, order: 'le' | 'be', mark: boolean): Buffer {
  const bytes = Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le');
  return order === 'le' ? bytes : bytes.swap16();
}

describe('What a file is', () => {
  test.each([
    ['a file of pictures', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), 'image'],
    ['a photograph', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), 'image'],
    ['a WebP', Buffer.from('RIFF\x10\0\0\0WEBPVP8 ', 'latin1'), 'image'],
    ['a PDF', Buffer.from('%PDF-1.7\n%\xe2\xe3', 'latin1'), 'pdf'],
    ['a gzip', Buffer.from([0x1f, 0x8b, 8, 0, 0, 0]), 'gzip'],
    ['a 7z', Buffer.from([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]), 'gzip'],
    ['a database', Buffer.from('SQLite format 3\0\x10\0', 'latin1'), 'database'],
    ['a feed', '<?xml version="1.0"?>\n<rss version="2.0"><channel/></rss>', 'feed'],
    ['other XML', '<?xml version="1.0"?><films/>', 'xml'],
    [
      'XML without its first line',
      '<recentratings>\n <film><filmname>Salt</filmname></film></recentratings>',
      'xml',
    ],
    ['plain text', 'A ferryman counts the birds.\n\nI went twice, and would again.', 'text'],
    ['a letter with a comma', 'Dear Ada,\n\nthank you.', 'text'],
  ])('%s is told by its name', (_, bytes, kind) => {
    expect(refusal(bytes)).toEqual({ code: 'unknown-format', details: { kind } });
  });

  test('a file of nothing, of spaces or of zeros is empty', () => {
    for (const bytes of ['', ' \n\t ', '\ufeff', '\0'.repeat(5000)])
      expect(refusal(bytes)).toEqual({ code: 'empty-file', details: {} });
  });

  test('its name says nothing: JSON and pages are known by how they begin, spaces or none', () => {
    for (const text of ['{}', '\n [ ]', `${' '.repeat(9000)}{"a":1}`, '\ufeff{"a":"é"}'])
      expect(detect(Buffer.from(text)).kind).toBe('jsonld');
    for (const text of [
      '<!doctype html><p>',
      '<html>',
      '<!-- saved from url=(0014)about:internet -->\n<html>',
    ])
      expect(detect(Buffer.from(text)).kind).toBe('html');
    const noted = 'Saved on Monday\n<script type="application/ld+json">{}</script>';
    expect(detect(Buffer.from(noted)).kind).toBe('html');
  });

  test('UTF-16 is read, with its mark or without', () => {
    for (const order of ['le', 'be'] as const)
      for (const mark of [true, false]) {
        const { kind, text } = detect(utf16('{"name":"花様年華 – “Ünder”"}', order, mark));
        expect(kind).toBe('jsonld');
        expect(JSON.parse(text)).toEqual({ name: '花様年華 – “Ünder”' });
      }
  });

  test('what is no UTF-8 is refused with the line of the first such byte', () => {
    const latin1 = Buffer.from('{\n"name": "ok",\n"also": "caf\xe9"\n}', 'latin1');
    expect(refusal(latin1)).toEqual({ code: 'not-utf8', details: { line: 3 } });
    const late = Buffer.concat([Buffer.from(`{${'"a":1,\n'.repeat(9000)}`), Buffer.from([0xe9, 0x22])]);
    expect(refusal(late)).toEqual({ code: 'not-utf8', details: { line: 9001 } });
  });

  test('a character that the end cuts in two is left to those who tell what is missing', () => {
    const whole = Buffer.from('{"name":"花');
    for (const cut of [1, 2]) expect(decode(whole.subarray(0, whole.length - cut))).toBe('{"name":"');
  });
});
