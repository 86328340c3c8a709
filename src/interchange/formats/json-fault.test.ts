import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { firstFault } from './json-fault.ts';

describe('Where a text stops being JSON', () => {
  test('what an engine reads has no fault', () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom(undefined, 1, '\t'), (json, space) => {
        const text = JSON.stringify(JSON.parse(json), null, space);
        expect(firstFault(text)).toBe(text.length);
      }),
    );
  });

  test('what an engine refuses has one, or is cut off', () => {
    fc.assert(
      fc.property(
        fc.json(),
        fc.nat(),
        fc.constantFrom('', ',', ':', '}', ']', '"', 'x', '\\', '1', '\n'),
        (json, at, put) => {
          const place = at % (json.length + 1);
          const text = json.slice(0, place) + put + json.slice(place + 1);
          let whole = true;
          try {
            JSON.parse(text);
          } catch {
            whole = false;
          }
          const fault = firstFault(text);
          if (whole) expect(fault).toBe(text.length);
          else expect(fault).toBeLessThanOrEqual(text.length);
          // What stands before the fault has none.
          expect(firstFault(text.slice(0, fault))).toBe(fault);
        },
      ),
    );
  });

  test.each([
    ['{"a": NaN}', 6],
    ['{"a": 01}', 6],
    ['{"a" 1}', 5],
    ['{"a":1,}', 7],
    ['[1,,2]', 3],
    ['[1}', 2],
    ['{]', 1],
    ['["a\nb"]', 3],
    ['["\\x"]', 2],
    ['["\\u12g4"]', 2],
    ['{a:1}', 1],
    ["['a']", 1],
    ['1 2', 2],
    ['tru', 0],
    ['[1', 2],
    ['', 0],
  ])('%j at %i', (text, offset) => expect(firstFault(text)).toBe(offset));

  test('a million brackets', () => {
    const deep = '['.repeat(1_000_000);
    expect(firstFault(deep)).toBe(deep.length);
    expect(firstFault(`${deep}}`)).toBe(deep.length);
  });
});
