import { expect, test } from 'vitest';
import { COMMON_PASSWORDS } from './common-passwords.ts';
import { isWeak, LONGEST, SHORTEST } from './password.ts';

test('length is counted in characters, not in the units they are stored in', () => {
  expect(isWeak('🎬🎞📽🎥🎭🍿🎟')).toBe(true);
  expect(isWeak('🎬🎞📽🎥🎭🍿🎟🎫')).toBe(false);
  expect(isWeak('映写機と幕間の')).toBe(true);
  expect(isWeak('abc'.repeat(60))).toBe(false);
  expect(isWeak('ab c'.repeat(51))).toBe(true);
});

test('nothing is asked of a password but length and not being guessed first', () => {
  for (const password of ['carbonarc', 'CARBONARC', '73920184', 'two reels left', 'ключ от кабины'])
    expect(isWeak(password), password).toBe(false);
});

test('the commonest are refused in any case, and so are one or two characters repeated', () => {
  for (const password of ['PASSWORD1', 'Letterboxd', 'iLoveYou', 'abababababababab', '              '])
    expect(isWeak(password), password).toBe(true);
});

test('the list holds a few hundred, each of which length alone would let through', () => {
  expect(COMMON_PASSWORDS.size).toBeGreaterThan(300);
  for (const password of COMMON_PASSWORDS) {
    expect(password).toBe(password.toLowerCase());
    expect([...password].length).toBeGreaterThanOrEqual(SHORTEST);
    expect([...password].length).toBeLessThanOrEqual(LONGEST);
  }
});
