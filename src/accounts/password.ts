import { COMMON_PASSWORDS } from './common-passwords.ts';

/** Lengths in characters; 15 or more are advised. */
export const SHORTEST = 8;
export const LONGEST = 200;

let guessedFirst: Promise<ReadonlySet<string>> | null = null;

/**
 * Whether a password is too short, too long, or among those that are guessed first: the tens of thousands that
 * people were found to use most, and our own list beside them. No other rule is made.
 */
export async function isWeak(password: string): Promise<boolean> {
  const length = [...password].length;
  if (length < SHORTEST || length > LONGEST) return true;
  const plain = password.toLowerCase();
  if (COMMON_PASSWORDS.has(plain) || new Set(plain).size < 3) return true;
  guessedFirst ??= load();
  return (await guessedFirst).has(plain);
}

/** The list takes memory, so it is read when the first password is chosen, and its short ones are left out. */
async function load(): Promise<ReadonlySet<string>> {
  const { dictionary } = await import('@zxcvbn-ts/language-common');
  const common = dictionary['passwords-common'].map((password) => password.toLowerCase());
  return new Set(common.filter((password) => [...password].length >= SHORTEST));
}
