import { filmsOfTheEighties } from './films/eighties.ts';
import { filmsOfTheFifties } from './films/fifties.ts';
import { filmsOfTheNineties } from './films/nineties.ts';
import { filmsOfNow } from './films/now.ts';
import { filmsOfTheSeventies } from './films/seventies.ts';
import { silentFilms } from './films/silent.ts';
import { filmsOfTheSixties } from './films/sixties.ts';
import { filmsOfTheThirtiesAndForties } from './films/thirties-and-forties.ts';
import { filmsOfTheTwoThousands } from './films/two-thousands.ts';
import { undatedFilms } from './films/undated.ts';
import { byArohaTamihana } from './reviews/aroha-tamihana.ts';
import { byAwaDiedhiou } from './reviews/awa-diedhiou.ts';
import { byDaviSabino } from './reviews/davi-sabino.ts';
import { laterByDaviSabino } from './reviews/davi-sabino-later.ts';
import { byEcheverriaSaavedra } from './reviews/echeverria-saavedra.ts';
import { laterByEcheverriaSaavedra } from './reviews/echeverria-saavedra-later.ts';
import { byElunedPryce } from './reviews/eluned-pryce.ts';
import { laterByElunedPryce } from './reviews/eluned-pryce-later.ts';
import { byFarhanaQuddus } from './reviews/farhana-quddus.ts';
import { laterByFarhanaQuddus } from './reviews/farhana-quddus-later.ts';
import { byHarukaMinegishi } from './reviews/haruka-minegishi.ts';
import { byIgnacioQuiroga } from './reviews/ignacio-quiroga.ts';
import { byJostWiegand } from './reviews/jost-wiegand.ts';
import { laterByJostWiegand } from './reviews/jost-wiegand-later.ts';
import { byLinhDang } from './reviews/linh-dang.ts';
import { laterByLinhDang } from './reviews/linh-dang-later.ts';
import { byNkechiObiora } from './reviews/nkechi-obiora.ts';
import { laterByNkechiObiora } from './reviews/nkechi-obiora-later.ts';
import { bySuhaMansour } from './reviews/suha-mansour.ts';
import { laterBySuhaMansour } from './reviews/suha-mansour-later.ts';
import { byTedHallam } from './reviews/ted-hallam.ts';
import { laterByTedHallam } from './reviews/ted-hallam-later.ts';
import type { DemoEntry, DemoFilm } from './shape.ts';

export { lists } from './lists.ts';
export { marks } from './marks.ts';
export { people } from './people.ts';
export { screenings, venues } from './programme.ts';
export type {
  DemoEntry,
  DemoFilm,
  DemoList,
  DemoMarks,
  DemoPerson,
  DemoScreening,
  DemoVenue,
} from './shape.ts';

/** Every film of the demonstration, oldest first, and last what nobody knows the year of. */
export const films: readonly DemoFilm[] = [
  ...silentFilms,
  ...filmsOfTheThirtiesAndForties,
  ...filmsOfTheFifties,
  ...filmsOfTheSixties,
  ...filmsOfTheSeventies,
  ...filmsOfTheEighties,
  ...filmsOfTheNineties,
  ...filmsOfTheTwoThousands,
  ...filmsOfNow,
  ...undatedFilms,
];

/** Every diary entry of the demonstration, by person, in the order each of them would be imported. */
export const entries: readonly DemoEntry[] = [
  ...byNkechiObiora,
  ...laterByNkechiObiora,
  ...byTedHallam,
  ...laterByTedHallam,
  ...byLinhDang,
  ...laterByLinhDang,
  ...byElunedPryce,
  ...laterByElunedPryce,
  ...byDaviSabino,
  ...laterByDaviSabino,
  ...byFarhanaQuddus,
  ...laterByFarhanaQuddus,
  ...byEcheverriaSaavedra,
  ...laterByEcheverriaSaavedra,
  ...byJostWiegand,
  ...laterByJostWiegand,
  ...byArohaTamihana,
  ...bySuhaMansour,
  ...laterBySuhaMansour,
  ...byAwaDiedhiou,
  ...byHarukaMinegishi,
  ...byIgnacioQuiroga,
];
