import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { placeForDatabases } from '../engines/place.ts';
import { sweepPlaces } from './places.ts';

test('what tests put aside goes into the folders of their run', () => {
  for (const place of [tmpdir(), placeForDatabases()])
    expect(basename(place)).toMatch(/^houselights-run-\d+-/);
});

test('what a killed run left is taken away after an hour, and nobody else’s folder', () => {
  const parent = mkdtempSync(join(tmpdir(), 'houselights-places-'));
  // No process has such a number.
  const over = 'houselights-run-999999999-a';
  const names = [
    over,
    `houselights-run-${process.pid}-a`,
    'houselights-run-',
    'houselights-chromium-1-0',
    'run-1-a',
  ];
  for (const name of names) mkdirSync(join(parent, name, 'houselights-test-b'), { recursive: true });
  const there = () => names.filter((name) => existsSync(join(parent, name)));
  sweepPlaces(parent);
  expect(there()).toEqual(names);
  sweepPlaces(parent, Date.now() + 3_700_000);
  expect(there()).toEqual(names.filter((name) => name !== over));
  rmSync(parent, { recursive: true });
});
