import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { describeWithShared } from '../engines/shared.ts';
import { halfOf, labelFile, labelsOf, sha256, withTexts } from './labels.ts';

const readme = readFileSync(join(dirname(fileURLToPath(import.meta.url)), 'README.md'), 'utf8');

test('every text is in the half its hash puts it in, and in no other', () => {
  const all = [...labelsOf('development'), ...labelsOf('held-out')];
  expect(new Set(all.map((one) => one.sha256)).size).toBe(all.length);
  for (const half of ['development', 'held-out'] as const) {
    for (const line of labelFile(half).trimEnd().split('\n')) {
      const { sha256: hash } = JSON.parse(line) as { sha256: string };
      expect(halfOf(hash), hash).toBe(half);
    }
  }
});

test('there are at least 300 mentions and 300 traps, each one or the other', () => {
  const labels = [...labelsOf('development'), ...labelsOf('held-out')].flatMap((one) => one.labels);
  for (const label of labels) expect((label.mention ? 1 : 0) + (label.trap ? 1 : 0)).toBe(1);
  expect(labels.filter((label) => label.mention).length).toBeGreaterThanOrEqual(300);
  expect(labels.filter((label) => label.trap).length).toBeGreaterThanOrEqual(300);
});

test('the half held out is the one whose hash the README gives', () => {
  expect(readme).toContain(sha256(labelFile('held-out')));
});

describeWithShared('the labelled texts', () => {
  test('are there word for word, but for reviews of the demonstration edited since', () => {
    const { found, changed } = withTexts([...labelsOf('development'), ...labelsOf('held-out')]);
    expect(changed.filter((one) => one.file !== 'demonstration')).toEqual([]);
    for (const { text, labels } of found) {
      for (const { start, end } of labels) expect(end > start && end <= text.length).toBe(true);
    }
  });
});
