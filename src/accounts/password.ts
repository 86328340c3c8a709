import { COMMON_PASSWORDS } from './common-passwords.ts';

/** Lengths in characters; 15 or more are advised. */
export const SHORTEST = 8;
export const LONGEST = 200;

/** Whether a password is too short, too long, or among those that are guessed first. No other rule is made. */
export function isWeak(password: string): boolean {
  const length = [...password].length;
  if (length < SHORTEST || length > LONGEST) return true;
  const plain = password.toLowerCase();
  return COMMON_PASSWORDS.has(plain) || new Set(plain).size < 3;
}
