import { remembered } from './remembered.ts';

const numbers = new Intl.NumberFormat('en-GB');
const decimals = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const lists = new Intl.ListFormat('en-GB', { type: 'conjunction' });
const weekdays = new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' });
const days = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
const months = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });
const shortDays = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});
const fullDays = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: 'UTC' });
const writtenShort = remembered((date: string) => shortDays.format(new Date(date)));
const writtenFull = remembered((date: string) => fullDays.format(new Date(date)));
const countries = new Intl.DisplayNames(['en-GB'], { type: 'region', fallback: 'none' });
const languages = new Intl.DisplayNames(['en-GB'], { type: 'language', fallback: 'none' });
const writtenDecimal = remembered((value: string) => decimals.format(Number(value)));
const writtenDay = remembered((date: string) => days.format(new Date(date)));
const writtenMonth = remembered((month: string) => months.format(new Date(`${month}-01`)));
const writtenCountry = remembered((code: string) => countries.of(code) ?? '');
const writtenLanguage = remembered((tag: string) => {
  try {
    return languages.of(tag) ?? '';
  } catch {
    // What is no tag has no name.
    return '';
  }
});

/** A number as it is written; with one decimal when asked. */
export function number(value: number, decimalPlaces: 0 | 1 = 0): string {
  if (!decimalPlaces && value >= 0 && value < 1000 && Number.isInteger(value)) return String(value);
  return decimalPlaces ? writtenDecimal(`${value}`) : numbers.format(value);
}

/** Names in a row: "A, B and C". */
export function listed(names: readonly string[]): string {
  return names.length === 1 ? names[0]! : lists.format(names);
}

/** A viewing date as it is known: "3 May 2014", "May 2014", "2014". */
export function day(date: string): string {
  if (date.length === 4) return date;
  return (date.length === 7 ? writtenMonth : writtenDay)(date);
}

/** The day of the week of a calendar date. */
export function weekday(date: string): string {
  return weekdays.format(new Date(date));
}

/** A calendar date in little room, with its day of the week: "Fri 4 Dec 2026". */
export function shortDay(date: string): string {
  return writtenShort(date).replace(',', '');
}

/** A calendar date with its day of the week: "Friday 4 December 2026". */
export function fullDay(date: string): string {
  return writtenFull(date).replace(',', '');
}

/** A country by its ISO 3166-1 code; null where the code has no name. */
export function countryName(code: string): string | null {
  return /^[A-Z]{2}$/.test(code) ? writtenCountry(code) || null : null;
}

/** A language by its tag, BCP 47; null where it has no name. */
export function languageNamed(tag: string): string | null {
  return writtenLanguage(tag) || null;
}

/** With a capital to begin with. */
export function capital(text: string): string {
  const [first = ''] = text;
  return first.toLocaleUpperCase('en-GB') + text.slice(first.length);
}
