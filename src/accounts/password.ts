/** Lengths in characters; 15 or more are advised. */
export const SHORTEST = 8;
export const LONGEST = 200;

/** What people choose first, and whoever guesses tries first; longer ones made of these are found by `isWeak`. */
const COMMON = new Set(
  `12345678 123456789 1234567890 0123456789 87654321 11111111 00000000 12341234 password password1 passw0rd
   qwertyui qwertyuiop qwerty12 qwerty123 asdfghjk asdfghjkl 1q2w3e4r 1qaz2wsx zaq12wsx abcdefgh abcd1234 abc12345
   iloveyou sunshine princess football baseball basketball superman batman12 starwars trustno1 letmein1 welcome1
   whatever computer internet michelle jennifer liverpool passwort hallo123 geheim12 schatz12 changeme secret12
   admin123 administrator filmfilm cinema12 houselights letterboxd moviemovie`
    .trim()
    .split(/\s+/),
);

/** Whether a password is too short, too long, or among those that are guessed first. No other rule is made. */
export function isWeak(password: string): boolean {
  const length = [...password].length;
  if (length < SHORTEST || length > LONGEST) return true;
  const plain = password.toLowerCase();
  return COMMON.has(plain) || new Set(plain).size < 3;
}
