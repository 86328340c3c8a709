import type { Operation } from './operation.ts';
import { DESK } from './v1/desk.ts';
import { ENTRIES } from './v1/entry.ts';
import { CURATING } from './v1/fact.ts';
import { FILMS } from './v1/film.ts';
import { FILM_ADDRESSES } from './v1/film-address.ts';
import { FILM_WORKS } from './v1/film-work.ts';
import { HISTORY } from './v1/history.ts';
import { IMPORTS } from './v1/import.ts';
import { IMPORT_ROWS } from './v1/import-row.ts';
import { IMPORT_USES } from './v1/import-uses.ts';
import { LISTS } from './v1/list.ts';
import { LIST_FILMS } from './v1/list-films.ts';
import { MARKS } from './v1/mark.ts';
import { MEMBERS } from './v1/member.ts';
import { MERGES } from './v1/merge.ts';
import { PEOPLE } from './v1/person.ts';
import { PICTURES } from './v1/picture.ts';
import { POSTER_WORDS } from './v1/poster-word.ts';
import { QUOTES } from './v1/quote.ts';
import { REPORTS } from './v1/report.ts';
import { REVIEWS } from './v1/review.ts';
import { SCREENINGS } from './v1/screening.ts';
import { SCREENING_IMPORTS } from './v1/screening-import.ts';
import { SEARCH } from './v1/search.ts';
import { ME, SITE } from './v1/site.ts';
import { SOURCES } from './v1/source.ts';
import { SPLITS } from './v1/split.ts';
import { STRIPS } from './v1/strip.ts';
import { TAGS } from './v1/tag.ts';
import { VENUES } from './v1/venue.ts';
import { WEBHOOKS } from './v1/webhook.ts';

/** Every operation of the API: how it is asked, who may, how often, and what is answered. */
export const OPERATIONS: readonly Operation[] = [
  ...SITE,
  ...FILMS,
  ...REVIEWS,
  ...ENTRIES,
  ...HISTORY,
  ...REPORTS,
  ...MARKS,
  ...LISTS,
  ...LIST_FILMS,
  ...TAGS,
  ...PEOPLE,
  ...MEMBERS,
  ...ME,
  ...SEARCH,
  ...SCREENINGS,
  ...SCREENING_IMPORTS,
  ...VENUES,
  ...IMPORTS,
  ...IMPORT_ROWS,
  ...IMPORT_USES,
  ...CURATING,
  ...PICTURES,
  ...MERGES,
  ...SPLITS,
  ...FILM_ADDRESSES,
  ...FILM_WORKS,
  ...DESK,
  ...SOURCES,
  ...STRIPS,
  ...WEBHOOKS,
  ...QUOTES,
  ...POSTER_WORDS,
];
