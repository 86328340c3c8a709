import { remembered } from './remembered.ts';

const numbers = new Intl.NumberFormat('de-DE');
const decimals = new Intl.NumberFormat('de-DE', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const lists = new Intl.ListFormat('de-DE', { type: 'conjunction' });
const weekdays = new Intl.DateTimeFormat('de-DE', { weekday: 'long', timeZone: 'UTC' });
const days = new Intl.DateTimeFormat('de-DE', { dateStyle: 'long', timeZone: 'UTC' });
const months = new Intl.DateTimeFormat('de-DE', { month: 'long', year: 'numeric', timeZone: 'UTC' });
const shortDays = new Intl.DateTimeFormat('de-DE', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});
const fullDays = new Intl.DateTimeFormat('de-DE', { dateStyle: 'full', timeZone: 'UTC' });
const writtenShort = remembered((date: string) => shortDays.format(new Date(date)));
const writtenFull = remembered((date: string) => fullDays.format(new Date(date)));
const countries = new Intl.DisplayNames(['de'], { type: 'region', fallback: 'none' });
const languages = new Intl.DisplayNames(['de'], { type: 'language', fallback: 'none' });
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

/** Names in a row: "A, B und C". */
export function listed(names: readonly string[]): string {
  return names.length === 1 ? names[0]! : lists.format(names);
}

/** A viewing date as it is known: "3. Mai 2014", "Mai 2014", "2014". */
export function day(date: string): string {
  if (date.length === 4) return date;
  return (date.length === 7 ? writtenMonth : writtenDay)(date);
}

/** The day of the week of a calendar date. */
export function weekday(date: string): string {
  return weekdays.format(new Date(date));
}

/** A calendar date in little room, with its day of the week: "Fr., 4. Dez. 2026". */
export function shortDay(date: string): string {
  return writtenShort(date);
}

/** A calendar date with its day of the week: "Freitag, 4. Dezember 2026". */
export function fullDay(date: string): string {
  return writtenFull(date);
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
  return first.toLocaleUpperCase('de') + text.slice(first.length);
}
