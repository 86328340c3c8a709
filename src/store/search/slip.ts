/** Slips of the finger that are forgiven in a word of so many letters. */
export function forgiven(letters: number): number {
  if (letters < 4) return 0;
  if (letters < 6) return 1;
  return letters < 10 ? 2 : 3;
}

/**
 * How many slips lie between what was typed and a word: a letter too many, too few, wrong, or two in the wrong order.
 *
 * @param begins whether the word may go on behind what was typed
 * @returns the slips, or `most + 1` where there are more than `most`
 */
export function slips(typed: string, word: string, most: number, begins: boolean): number {
  const [n, m] = [typed.length, begins ? Math.min(word.length, typed.length + most) : word.length];
  if (Math.abs(n - m) > most && !begins) return most + 1;
  let before: number[] = [];
  let above = Array.from({ length: m + 1 }, (_, at) => at);
  for (let i = 1; i <= n; i += 1) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= m; j += 1) {
      const same = typed[i - 1] === word[j - 1];
      let one = Math.min(above[j]! + 1, row[j - 1]! + 1, above[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && typed[i - 1] === word[j - 2] && typed[i - 2] === word[j - 1])
        one = Math.min(one, before[j - 2]! + 1);
      row.push(one);
      least = Math.min(least, one);
    }
    if (least > most) return most + 1;
    before = above;
    above = row;
  }
  const found = begins ? Math.min(...above) : above[m]!;
  return Math.min(found, most + 1);
}
