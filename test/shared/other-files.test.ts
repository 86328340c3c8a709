import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readFiles } from '../../src/interchange/import.ts';
import { fileOnDisk } from '../../src/interchange/input.ts';
import { imports as german } from '../../src/words/de/import.ts';
import { imports as english } from '../../src/words/en/import.ts';
import { describeWithShared, shared } from '../engines/shared.ts';

describeWithShared('Files people really have', () => {
  test('that hold no schema.org data are not taken for it, and whatever is refused is refused with a sentence', async () => {
    const files = readdirSync(shared('data'), { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    expect(files.length).toBeGreaterThan(100);
    for (const { parentPath, name } of files) {
      const path = join(parentPath, name);
      const read = await readFiles([fileOnDisk(path)]);
      expect(read.format, path).not.toBe('jsonld');
      expect(read.taken || read.problems.length > 0, path).toBe(true);
      for (const { code, details } of read.problems)
        for (const words of [english, german])
          expect(words.problem[code](details), path).toMatch(/^\S.*[.!?]$/);
    }
  }, 60_000);
});
