import { expect, test } from 'vitest';
import { COMMON_PASSWORDS } from './common-passwords.ts';
import { isWeak, LONGEST, SHORTEST } from './password.ts';

test('length is counted in characters, not in the units they are stored in', async () => {
  expect(await isWeak('🎬🎞📽🎥🎭🍿🎟')).toBe(true);
  expect(await isWeak('🎬🎞📽🎥🎭🍿🎟🎫')).toBe(false);
  expect(await isWeak('映写機と幕間の')).toBe(true);
  expect(await isWeak('abc'.repeat(60))).toBe(false);
  expect(await isWeak('ab c'.repeat(51))).toBe(true);
});

test('nothing is asked of a password but length and not being guessed first', async () => {
  for (const password of ['carbonarc', 'CARBONARC', '73920184', 'two reels left', 'ключ от кабины'])
    expect(await isWeak(password), password).toBe(false);
});

test('the commonest are refused in any case, and so are one or two characters repeated', async () => {
  for (const password of ['PASSWORD1', 'Letterboxd', 'iLoveYou', 'abababababababab', '              '])
    expect(await isWeak(password), password).toBe(true);
});

test('the list holds a few hundred, each of which length alone would let through', () => {
  expect(COMMON_PASSWORDS.size).toBeGreaterThan(300);
  for (const password of COMMON_PASSWORDS) {
    expect(password).toBe(password.toLowerCase());
    expect([...password].length).toBeGreaterThanOrEqual(SHORTEST);
    expect([...password].length).toBeLessThanOrEqual(LONGEST);
  }
});

test('each of the three thousand passwords that people use most is refused, as is its spelling in capitals', async () => {
  const { dictionary } = await import('@zxcvbn-ts/language-common');
  const top = dictionary['passwords-common'].slice(0, 3000);
  expect(top).toContain('password');
  const taken: string[] = [];
  for (const password of top)
    if (!(await isWeak(password)) || !(await isWeak(password.toUpperCase()))) taken.push(password);
  expect(taken).toEqual([]);
});
