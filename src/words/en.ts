import { arrange } from './en/arrange.ts';
import { errors } from './en/errors.ts';
import { film } from './en/film.ts';
import { form } from './en/form.ts';
import { layout } from './en/layout.ts';
import { report } from './en/report.ts';
import { review } from './en/review.ts';
import { reviews } from './en/reviews.ts';
import { waiting } from './en/waiting.ts';

/** Every sentence of the interface, in English. */
export const en = {
  language: 'en',
  name: 'English',
  direction: 'ltr' as 'ltr' | 'rtl',
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

/** Every sentence of the interface in one language. */
export type Words = typeof en;
