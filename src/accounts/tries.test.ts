import { expect, test } from 'vitest';
import { openTries } from './tries.ts';

const MINUTE = 60_000;

test('a few wrong passwords cost no wait; after that each waits twice as long, and ten in an hour end the hour', () => {
  let now = 1_000_000;
  const tries = openTries(() => now);
  const waits: number[] = [];
  for (let made = 0; made < 10; ) {
    const seconds = tries.take('ann');
    if (seconds === 0) made += 1;
    else {
      waits.push(seconds);
      now += seconds * 1000;
    }
  }
  expect(waits).toEqual([15, 30, 60, 120, 240]);
  const since = now - 1_000_000;
  expect(tries.take('ann')).toBe((60 * MINUTE - since) / 1000);
  now = 1_000_000 + 60 * MINUTE;
  expect(tries.take('ann')).toBe(0);
});

test('nobody waits for what was tried at somebody else, nor after the right password', () => {
  const tries = openTries(() => 0);
  for (let n = 0; n < 5; n += 1) expect(tries.take('ann')).toBe(0);
  expect(tries.take('ann')).toBe(15);
  expect(tries.take('bob')).toBe(0);
  tries.passed('ann');
  expect(tries.take('ann')).toBe(0);
});

test('many at once are counted before the first is checked', () => {
  const tries = openTries(() => 0);
  const answers = Array.from({ length: 50 }, () => tries.take('ann'));
  expect(answers.filter((seconds) => seconds === 0)).toHaveLength(5);
});

test('guessing at very many accounts does not fill the memory', () => {
  const tries = openTries(() => 0);
  for (let n = 0; n < 5; n += 1) tries.take('first');
  expect(tries.take('first')).toBeGreaterThan(0);
  for (let n = 0; n < 20_000; n += 1) tries.take(`account ${n}`);
  expect(tries.take('first')).toBe(0);
});
