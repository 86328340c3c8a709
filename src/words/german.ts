const numbers = new Intl.NumberFormat('de-DE');
const decimals = new Intl.NumberFormat('de-DE', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const lists = new Intl.ListFormat('de-DE', { type: 'conjunction' });
const weekdays = new Intl.DateTimeFormat('de-DE', { weekday: 'long', timeZone: 'UTC' });
const days = new Intl.DateTimeFormat('de-DE', { dateStyle: 'long', timeZone: 'UTC' });
const months = new Intl.DateTimeFormat('de-DE', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** A number as it is written; with one decimal when asked. */
export function number(value: number, decimalPlaces: 0 | 1 = 0): string {
  return decimalPlaces ? decimals.format(value) : numbers.format(value);
}

/** Names in a row: "A, B und C". */
export function listed(names: readonly string[]): string {
  return lists.format(names);
}

/** A viewing date as it is known: "3. Mai 2014", "Mai 2014", "2014". */
export function day(date: string): string {
  if (date.length === 4) return date;
  return (date.length === 7 ? months : days).format(new Date(date.length === 7 ? `${date}-01` : date));
}

/** The day of the week of a calendar date. */
export function weekday(date: string): string {
  return weekdays.format(new Date(date));
}
