import * as theirs from 'better-auth/crypto';
import { expect, test } from 'vitest';
import * as ours from './scrypt.ts';

const PASSWORD = 'Projektör – 映写機';

test('a hash is read by the library, and the library’s by us', async () => {
  expect(await theirs.verifyPassword({ hash: await ours.hashPassword(PASSWORD), password: PASSWORD })).toBe(
    true,
  );
  expect(await ours.verifyPassword({ hash: await theirs.hashPassword(PASSWORD), password: PASSWORD })).toBe(
    true,
  );
});

test('another password does not fit, nor does anything fit a hash that is none', async () => {
  const hash = await ours.hashPassword(PASSWORD);
  expect(await ours.verifyPassword({ hash, password: `${PASSWORD} ` })).toBe(false);
  for (const broken of ['', ':', 'abc', `${hash.split(':')[0]}:`])
    expect(await ours.verifyPassword({ hash: broken, password: '' })).toBe(false);
});

test('the same password is hashed differently each time, and is the same however it was composed', async () => {
  const hash = await ours.hashPassword('caf\u00e9 noir');
  expect(await ours.hashPassword('caf\u00e9 noir')).not.toBe(hash);
  expect(await ours.verifyPassword({ hash, password: 'cafe\u0301 noir' })).toBe(true);
});
