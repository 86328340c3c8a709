import { describe, expect, test } from 'vitest';
import { renderText, type TextFormat } from '../../src/domain/text/render.ts';
import { BEGINNINGS, FORMATS } from '../attacks/text-promises.ts';

describe('a text of nothing but beginnings takes time in step with its length', () => {
  /** The processor's time for a rendering in microseconds, the least of three. */
  function cost(text: string, format: TextFormat): number {
    const runs = [1, 2, 3].map(() => {
      const before = process.cpuUsage();
      renderText(text, format, { inlineSpoilers: true });
      return process.cpuUsage(before).user;
    });
    return Math.max(1000, Math.min(...runs));
  }

  test.each(Object.entries(BEGINNINGS))(
    '%s',
    (_name, make) => {
      for (const format of FORMATS) {
        // Sixteen times the text may not cost near sixteen times sixteen.
        expect(cost(make(16_000), format) / cost(make(1000), format), format).toBeLessThan(80);
      }
    },
    60_000,
  );
});
