import type { TermKind } from '../store/schema.ts';
import { genreTerm } from './genre.ts';
import { slugOf } from './slug.ts';

/** What a film is found together with others by. */
export interface ShapedTerm {
  kind: TermKind;
  term: string;
  name: string;
}

/** What a film is found together with others by, from what holds of it. */
export function termsOf(of: {
  countries: readonly string[];
  languages: readonly string[];
  genres: readonly string[];
  studios: readonly string[];
  year: number | null;
}): ShapedTerm[] {
  const terms = new Map<string, ShapedTerm>();
  const add = (kind: TermKind, term: string, name: string) => {
    if (term !== '' && !terms.has(`${kind}:${term}`)) terms.set(`${kind}:${term}`, { kind, term, name });
  };
  for (const name of of.countries) add('country', slugOf(name), name);
  for (const name of of.languages) add('language', name.toLowerCase(), name);
  for (const name of of.genres) add('genre', genreTerm(name), name);
  for (const name of of.studios) add('studio', slugOf(name), name);
  const decade = of.year === null ? null : `${Math.floor(of.year / 10) * 10}s`;
  if (decade !== null) add('decade', decade, decade);
  return [...terms.values()];
}
