import { arrange } from './de/arrange.ts';
import { errors } from './de/errors.ts';
import { film } from './de/film.ts';
import { form } from './de/form.ts';
import { layout } from './de/layout.ts';
import { report } from './de/report.ts';
import { review } from './de/review.ts';
import { reviews } from './de/reviews.ts';
import { waiting } from './de/waiting.ts';
import type { Words } from './en.ts';

/** Every sentence of the interface, in German. */
export const de: Words = {
  language: 'de',
  name: 'Deutsch',
  direction: 'ltr',
  layout,
  errors,
  film,
  review,
  reviews,
  form,
  waiting,
  arrange,
  report,
};
