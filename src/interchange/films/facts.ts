import { checkFact } from '../../domain/fact-field.ts';
import type { NewFilm } from '../../domain/new-film.ts';
import { guessLanguage } from '../../domain/text/language.ts';
import { factsOfFile } from '../stage-films.ts';
import type { ListedFilm } from './row.ts';

export type ListedFact = NewFilm['facts'][number];

/** Texts are somebody's work; what else is said of a film is not. */
const TEXT = /^synopsis:/;

/** What a row says of a film, field by field. What no field takes, such as a length of no minutes, is left. */
export function factsOf(film: ListedFilm): ListedFact[] {
  const { originalTitle, studios, ids, licence, link, synopsis } = film;
  const synopsisLanguage = synopsis === null ? null : (film.synopsisLanguage ?? guessLanguage(synopsis));
  const said = factsOfFile({ ...film, synopsisLanguage });
  if (originalTitle !== null) said.push({ field: 'original-title', value: originalTitle });
  if (studios.length > 0) said.push({ field: 'studios', value: studios });
  for (const { scheme, value } of ids) said.push({ field: `id:${scheme}`, value });
  return said.flatMap(({ field, value }) => {
    const checked = checkFact(field, value);
    if ('fault' in checked) return [];
    return { field, value: checked.value, link, licence: TEXT.test(field) ? licence : null };
  });
}
