import fc from 'fast-check';
import { test } from 'vitest';
import { expectSafe, writtenTexts } from '../attacks/text-promises.ts';

test('10,000 texts nobody thought of, in every format, leave nothing off the allow-list', () => {
  fc.assert(
    fc.property(writtenTexts, (parts) => expectSafe(parts.join(''))),
    { numRuns: 10_000 },
  );
});

test('10,000 texts of any characters at all', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => expectSafe(text)),
    { numRuns: 10_000 },
  );
});
