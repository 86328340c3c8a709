import { remembered } from '../words/remembered.ts';

/** By the language they are said in: making one of these costs more than a page does. */
const namers = remembered((inLanguage: string) => {
  const names = new Intl.DisplayNames([inLanguage], { type: 'language', fallback: 'none' });
  return remembered((code: string): string => {
    try {
      return names.of(code) ?? '';
    } catch {
      return '';
    }
  });
});

/** A language by its name in another; the code itself where it has none. */
export function languageName(inLanguage: string, code: string): string {
  return knownLanguageName(inLanguage, code) ?? code;
}

/** A language by its name in another; null where it has none. */
export function knownLanguageName(inLanguage: string, code: string): string | null {
  return namers(inLanguage)(code) || null;
}

const regions = remembered((inLanguage: string) => {
  const names = new Intl.DisplayNames([inLanguage], { type: 'region', fallback: 'none' });
  return remembered((code: string): string => (/^[A-Z]{2}$/.test(code) ? (names.of(code) ?? '') : ''));
});

/** A country by its name in a language; as it is written where it has no code (ISO 3166-1) or the code no name. */
export function countryName(inLanguage: string, country: string): string {
  return regions(inLanguage)(country) || country;
}

/** Compares words as an index in a language has them, one behind the other. */
export const orderIn = remembered((language: string) => new Intl.Collator(language).compare);

/** The months by their names in a language, January first. */
export const monthsIn = remembered((language: string): readonly string[] => {
  const names = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, month) => names.format(Date.UTC(2001, month, 15)));
});

/** The country in which most who read a language are at home, as ISO 3166-1 alpha-2: `GB` for `en-GB`, `DE` for `de`. */
export const homeOf = remembered((language: string) => new Intl.Locale(language).maximize().region ?? '');
