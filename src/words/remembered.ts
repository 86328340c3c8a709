const MOST = 1000;
const LONGEST = 100;

/**
 * Remembers what a function made of short inputs that come again and again: a formatter of dates takes longer for
 * one of them than a page takes for all else on its line.
 */
export function remembered<Made>(make: (input: string) => Made): (input: string) => Made {
  const known = new Map<string, Made>();
  return (input) => {
    const found = known.get(input);
    if (found !== undefined) return found;
    const made = make(input);
    if (known.size >= MOST) known.clear();
    if (input.length <= LONGEST) known.set(input, made);
    return made;
  };
}
