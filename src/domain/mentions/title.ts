/** A way a film may be called in a text. */
export interface TitleForm {
  key: string;
  /** Whether it is only what stands before the colon: "Mad Max" of "Mad Max: Fury Road". */
  part: boolean;
}

/** The longest title that is looked for, in words. */
export const MOST_WORDS = 12;
const MOST_KEY = 120;

/** Scripts that put no space between words: each letter counts as one. */
const UNSPACED = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Khmer}';

/** A word, with what leans on it ("Caesar's", "l'amour"); a letter of a script without spaces. */
export const WORD = new RegExp(
  `[${UNSPACED}ー]|(?:(?![${UNSPACED}ー])[\\p{L}\\p{N}\\p{M}])+(?:['’](?:(?![${UNSPACED}ー])[\\p{L}\\p{N}])+)*`,
  'gu',
);

/**
 * What titles and stretches of a text are compared by: its words in lower case, without marks above or below
 * their letters, apart by single spaces. Empty for a text without words, and for one too long to be a title.
 */
export function mentionKey(text: string): string {
  let key = '';
  let end = 0;
  for (const { 0: word, index } of text.matchAll(WORD)) {
    key += key === '' ? wordKey(word) : between(text.slice(end, index)) + wordKey(word);
    end = index + word.length;
  }
  return key.length > MOST_KEY ? '' : key;
}

/** What two words of one key have between them, by what stands between them in the text. */
export function between(text: string): string {
  return text.includes('&') ? ' and ' : ' ';
}

/** What one word is compared by. */
export function wordKey(text: string): string {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’ʼ`]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return plain.normalize('NFC');
}

/** The ways a film of these titles may be called, each once. */
export function titleForms(titles: readonly string[]): TitleForm[] {
  const forms = new Map<string, TitleForm>();
  const add = (text: string, part: boolean) => {
    const key = mentionKey(text);
    if (key !== '' && !forms.has(key)) forms.set(key, { key, part });
  };
  for (const title of titles) add(title, false);
  for (const title of titles) {
    const before = /^(.{3,}?)(?::| [–—-] )\s*\S/u.exec(title)?.[1];
    if (before) add(before, true);
  }
  return [...forms.values()];
}
