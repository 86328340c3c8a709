import { expect, test } from 'vitest';
import { cleanLine, hasBalancedBidi } from './characters.ts';

test('a name or a title is one line of what can be seen', () => {
  expect(cleanLine('  The\r\n Long\u2028\u2029Ferry\u0000\u001b[31m\ufffe ')).toBe('The Long Ferry[31m');
  expect(cleanLine('Cafe\u0301')).toBe('Café');
  expect(cleanLine('\ud83d')).toBe('\ufffd');
  expect(cleanLine(' \u00a0\n')).toBe('');
});

test('a name does not turn round what stands beside it', () => {
  expect(cleanLine('gpj.\u202eexe')).toBe('gpj.exe');
  expect(cleanLine('\u2069\u202c closed twice')).toBe('closed twice');
  expect(hasBalancedBidi(cleanLine('\u202e'.repeat(500)))).toBe(true);
  const closed = 'שלום \u2066Heat\u2069';
  expect(cleanLine(closed)).toBe(closed);
});

test('what joins letters stays', () => {
  for (const name of ['می\u200cخواهم', '\u{1f468}\u200d\u{1f469}\u200d\u{1f467}', 'क्\u200dष'])
    expect(cleanLine(name)).toBe(name.normalize('NFC'));
});
