/** Letters that Unicode takes for letters of their own, as people without them on their keyboard type them. */
const TYPED: Readonly<Record<string, string>> = {
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ß: 'ss',
  þ: 'th',
  ð: 'd',
  đ: 'd',
  ħ: 'h',
  ı: 'i',
  ł: 'l',
  ŋ: 'n',
  ς: 'σ',
  ـ: '',
};
const TYPED_LETTERS = new RegExp(`[${Object.keys(TYPED).join('')}]`, 'gu');
/** E.T., M*A*S*H, S.W.A.T. */
const INITIALS = /(?<![\p{L}\p{N}])\p{L}(?:[.*]\p{L})+(?:[.*])?(?![\p{L}\p{N}])/gu;
/** An article that leans on the word behind it: l'avventura, dell'arte. */
const LEANING = /(?<![\p{L}\p{N}])(l|d|qu|un|dell|nell|sull|dall|all|quell)'(?=\p{L}{2})/gu;
/** Scripts that put no space between words: each letter counts as one. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const PARTS = new RegExp(`${UNSPACED.source}|(?:(?!${UNSPACED.source})[\\p{L}\\p{N}])+`, 'gu');

/**
 * The words of a text as they are looked for: lower case, without marks above or below letters, apostrophes or
 * punctuation, and with `and` for `&`; a letter of a script without spaces is a word.
 */
export function wordsOf(text: string): string[] {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[’‘ʼ`´]/gu, "'")
    .replace(INITIALS, (letters) => letters.replace(/[.*]/g, ''))
    .replace(LEANING, '$1 ')
    .replaceAll("'", '')
    .replaceAll('&', ' and ')
    .normalize('NFKC')
    .replace(TYPED_LETTERS, (letter) => TYPED[letter] ?? letter);
  return plain.match(PARTS) ?? [];
}

/** Whether a word is a letter of a script without spaces. */
export function isUnspaced(word: string): boolean {
  return UNSPACED.test(word);
}

/** Articles of titles, which people leave out, put last, or add. */
const ARTICLES: ReadonlySet<string> = new Set(
  'the a an der die das le la les l el los las il lo gli o os as un une uno una ein eine het de den det'.split(
    ' ',
  ),
);

/** Words that a title is found without: articles, and what joins two names. */
const LEFT_OUT: ReadonlySet<string> = new Set([...ARTICLES, 'and', 'und', 'et', 'y', 'e']);

export function isArticle(word: string): boolean {
  return ARTICLES.has(word);
}

export function mayBeLeftOut(word: string): boolean {
  return LEFT_OUT.has(word);
}

const NUMBERS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen'.split(' ');
const ROMAN = 'i ii iii iv v vi vii viii ix x xi xii xiii xiv xv'.split(' ');

const NUMBERED: ReadonlySet<string> = new Set(['chapter', 'episode', 'part', 'vol', 'volume']);

/**
 * A title with its numbers written the other way, as one may look for it: `rocky ii` as `rocky 2`, `12 angry men`
 * as `twelve angry men`. Null for a title without one.
 */
export function otherNumbers(words: readonly string[]): string[] | null {
  let changed = false;
  const other = words.map((word, at) => {
    const roman = at > 0 ? ROMAN.indexOf(word) : -1;
    const spelt = NUMBERS.indexOf(word);
    const digits = /^\d{1,2}$/.test(word) ? NUMBERS[Number(word)] : undefined;
    // A single letter is a number at the end of a title and behind what is numbered, and a word elsewhere.
    const numbered = at === words.length - 1 || NUMBERED.has(words[at - 1] ?? '');
    const number = roman > 0 || (roman === 0 && numbered) ? `${roman + 1}` : undefined;
    const written = number ?? (spelt >= 0 ? `${spelt}` : digits);
    changed ||= written !== undefined;
    return written ?? word;
  });
  return changed ? other : null;
}
