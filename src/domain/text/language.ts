import { createRequire } from 'node:module';

type Detector = typeof import('tinyld/light');

/** Fewer Latin or Cyrillic letters than this say too little. */
const LEAST_LETTERS = 24;
/** A language is found from the beginning of a text; more costs time and says nothing new. */
const SAMPLE = 2000;
/** How far the likeliest language must lead the next, and the least it must score itself. */
const LEAST_LEAD = 1.25;
const LEAST_SCORE = 0.03;

/** Scripts that one language writes, or that one language writes so often that it is the best guess. */
const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Hangul}/gu, 'ko'],
  [/\p{Script=Greek}/gu, 'el'],
  [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Devanagari}/gu, 'hi'],
  [/\p{Script=Thai}/gu, 'th'],
  [/\p{Script=Bengali}/gu, 'bn'],
  [/\p{Script=Tamil}/gu, 'ta'],
  [/\p{Script=Telugu}/gu, 'te'],
  [/\p{Script=Kannada}/gu, 'kn'],
  [/\p{Script=Malayalam}/gu, 'ml'],
  [/\p{Script=Gujarati}/gu, 'gu'],
  [/\p{Script=Gurmukhi}/gu, 'pa'],
  [/\p{Script=Sinhala}/gu, 'si'],
  [/\p{Script=Armenian}/gu, 'hy'],
  [/\p{Script=Georgian}/gu, 'ka'],
  [/\p{Script=Khmer}/gu, 'km'],
  [/\p{Script=Lao}/gu, 'lo'],
  [/\p{Script=Myanmar}/gu, 'my'],
  [/\p{Script=Ethiopic}/gu, 'am'],
  [/\p{Script=Tibetan}/gu, 'bo'],
];

const LATIN =
  'af ca cs cy da de en eo es et eu fi fr ga gl hr hu id is it la lt lv ms nl no pl pt ro sk sl sq sv tl tr vi'.split(
    ' ',
  );
/** Letters of one language among those of Latin script; of it are texts that have one of them in 40 letters. */
const OWN_LETTERS: readonly (readonly [RegExp, string])[] = [
  [/[řěů]/giu, 'cs'],
  [/[őű]/giu, 'hu'],
  [/[ığ]/gu, 'tr'],
  [/[ðþ]/giu, 'is'],
  [/[ơưđảạấầẩẫậắằẳẵặẻẽẹếềểễệỉịỏọốồổỗộớờởỡợủụứừửữựỳỵỷỹ]/giu, 'vi'],
];
/**
 * Small words of English. A text in which every sixth word is one of these, and five different ones stand, is
 * English: other languages share three or four of them. So most English texts need no closer look, which takes
 * twenty times as long.
 */
const ENGLISH = new Set(
  'the and of to is that it with as was for this but his her you are not have has from they who which would its be been were there their'.split(
    ' ',
  ),
);
const ENGLISH_SHARE = 1 / 6;
const ENGLISH_KINDS = 5;
const CYRILLIC = ['ru', 'uk', 'be', 'bg', 'mk', 'sr'];

let detector: Detector | null = null;

/**
 * The language a text is probably written in, as a two-letter code (BCP 47), or null when it is too short or
 * two languages are about as likely. Scripts of their own are known from a single word; Latin letters need 24,
 * unless there are letters among them that one language has to itself.
 *
 * @param text words without markup
 */
export function guessLanguage(text: string): string | null {
  const sample = text
    .slice(0, SAMPLE)
    .replace(/https?:\/\/\S+/g, ' ')
    .normalize('NFC');
  const count = (script: RegExp) => sample.match(script)?.length ?? 0;
  const latin = count(/\p{Script=Latin}/gu);
  const cyrillic = count(/\p{Script=Cyrillic}/gu);
  const arabic = count(/\p{Script=Arabic}/gu);
  const han = count(/\p{Script=Han}/gu);
  const kana = count(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu);
  // One of these characters says about as much as two letters, and foreign titles stand between them.
  const eastern = 2 * (han + kana);

  let best: { letters: number; language: () => string | null } = {
    letters: latin,
    language: () => ofLatin(sample, latin),
  };
  const consider = (letters: number, language: () => string | null) => {
    if (letters > best.letters) best = { letters, language };
  };
  consider(cyrillic, () => ofCyrillic(sample, cyrillic));
  consider(arabic, () => ofArabic(sample));
  consider(eastern, () => (kana > 0 && kana * 20 >= han ? 'ja' : 'zh'));
  for (const [script, language] of SCRIPTS) {
    const letters = count(script);
    consider(language === 'ko' ? 2 * letters : letters, () => language);
  }
  return best.letters === 0 ? null : best.language();
}

function ofLatin(sample: string, letters: number): string | null {
  for (const [own, language] of OWN_LETTERS) {
    if ((sample.match(own)?.length ?? 0) * 40 >= letters) return language;
  }
  if (letters < LEAST_LETTERS) return null;
  return isEnglish(sample) ? 'en' : detect(sample, LATIN);
}

function isEnglish(sample: string): boolean {
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? [];
  const small = words.filter((word) => ENGLISH.has(word));
  return small.length >= words.length * ENGLISH_SHARE && new Set(small).size >= ENGLISH_KINDS;
}

/** Letters that one Cyrillic alphabet has and the others lack come first; Russian is the guess for a few words. */
function ofCyrillic(sample: string, letters: number): string | null {
  if (/[ўЎ]/.test(sample)) return 'be';
  if (/[їєґЇЄҐ]/.test(sample)) return 'uk';
  if (/[ѓќѕЃЌЅ]/.test(sample)) return 'mk';
  if (/[ђћЂЋ]/.test(sample)) return 'sr';
  if (/[ыэёЫЭЁ]/.test(sample)) return /[іІ]/.test(sample) ? 'be' : 'ru';
  if (letters < LEAST_LETTERS) return /[љњџјЉЊЏЈ]/.test(sample) ? 'sr' : /[іІ]/.test(sample) ? 'uk' : 'ru';
  return detect(sample, CYRILLIC) ?? 'ru';
}

function ofArabic(sample: string): string {
  if (/[ٹڈڑںے]/.test(sample)) return 'ur';
  return /[پچژگکی]/.test(sample) ? 'fa' : 'ar';
}

function detect(sample: string, only: string[]): string | null {
  const [first, second] = load().detectAll(sample, { only });
  if (!first || !only.includes(first.lang) || first.accuracy < LEAST_SCORE) return null;
  return second && first.accuracy < second.accuracy * LEAST_LEAD ? null : first.lang;
}

/** The light build, read at the first text that needs it: it costs a few MB, which many processes never use. */
function load(): Detector {
  detector ??= createRequire(import.meta.url)('tinyld/light') as Detector;
  return detector;
}
