import { errors } from './en/errors.ts';
import { film } from './en/film.ts';
import { layout } from './en/layout.ts';
import { review } from './en/review.ts';

/** Every sentence of the interface, in English. */
export const en = {
  language: 'en',
  name: 'English',
  direction: 'ltr' as 'ltr' | 'rtl',
  layout,
  errors,
  film,
  review,
};

/** Every sentence of the interface in one language. */
export type Words = typeof en;
