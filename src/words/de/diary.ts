import type { diary as English } from '../en/diary.ts';
import { weekday } from '../german.ts';

export const diary: typeof English = {
  of: (name) => `Tagebuch von ${name}`,
  ofYear: (name, year) => `Tagebuch von ${name}, ${year}`,
  nothing: (name) => `Von ${name} gibt es hier keine Filmabende, die du sehen kannst.`,
  nothingOwn:
    'Noch kein Filmabend. Gib einer Rezension den Tag, an dem du den Film sahst, und sie steht hier.',
  years: 'Jahre',
  allYears: 'Alle Jahre',
  dayOfMonth: (date) => (date.length === 10 ? `${weekday(date)}, ${Number(date.slice(8))}.` : '–'),
  again: 'Wieder gesehen',
  review: 'Rezension',
  entry: 'Eintrag',
};
