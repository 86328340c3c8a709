import { errors } from './de/errors.ts';
import { film } from './de/film.ts';
import { layout } from './de/layout.ts';
import { review } from './de/review.ts';
import type { Words } from './en.ts';

/** Every sentence of the interface, in German. */
export const de: Words = { language: 'de', name: 'Deutsch', direction: 'ltr', layout, errors, film, review };
