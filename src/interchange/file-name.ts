/** What is not seen, turns a line's direction round, breaks it, or does something to a terminal. */
const UNSEEN = /[\p{C}\p{Zl}\p{Zp}]/gu;

const LONGEST_NAME = 120;

/**
 * A path of somebody's export as people may see it: there is no more to it than is seen, so that paths which look
 * the same are the same.
 */
export function shownPath(path: string): string {
  return path.normalize('NFC').toWellFormed().replace(UNSEEN, '');
}

/** A file's name as people know it: never a path, in one line, and no longer than a line. */
export function shownName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  return shortened(shownPath(last).replace(/\s+/gu, ' ').trim()) || '?';
}

/** A name that is as long as a line at most: its beginning, and its end, which tells what it is. */
export function shortened(name: string): string {
  const letters = [...name];
  if (letters.length <= LONGEST_NAME) return name;
  return `${letters.slice(0, LONGEST_NAME - 20).join('')}…${letters.slice(-19).join('')}`;
}
