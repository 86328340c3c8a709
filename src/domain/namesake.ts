/** Who directed a film, as names are compared: in one script, by how their words begin. */
export interface Directing {
  /** Which of the scripts it is, by its place. */
  script: number;
  beginnings: ReadonlySet<string>;
}

/** Scripts whose names are words with spaces between them, which keep their beginnings however they are spelt. */
const SPELT = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u];
const BEGINNING = 3;

/** Makes ready to be compared who directed a film; null where that tells nothing of which film it is. */
export function directing(names: readonly string[]): Directing | null {
  const script = SPELT.findIndex((letters) => names.every((name) => letters.test(name)));
  if (names.length === 0 || script < 0) return null;
  return { script, beginnings: new Set(names.flatMap(beginningsOf)) };
}

/**
 * Whether two films of one title and year are two by who directed them: both say it, in one script, and no word of a
 * name on one side begins like one on the other. "Joel Coen" and "The Coen Brothers" may be the same, "Sergei
 * Eisenstein" and "Sergej Ejzenštejn" too; where nothing is said, nothing is known.
 */
export function directedApart(one: Directing | null, other: Directing | null): boolean {
  if (!one || !other || one.script !== other.script) return false;
  return ![...one.beginnings].some((word) => other.beginnings.has(word));
}

/** How the words of a name begin, but for those that many names have: "von", "del", "bin" are written small. */
function beginningsOf(name: string): string[] {
  const words =
    name
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .match(/\p{L}+/gu) ?? [];
  const telling = words.filter((word) => word.length > 1 && word !== word.toLowerCase());
  return (telling.length > 0 ? telling : words).map((word) => word.toLowerCase().slice(0, BEGINNING));
}
