import { films as earlierFilms } from './films.ts';
import { laterFilms } from './later-films.ts';
import { byArohaTamihana } from './reviews/aroha-tamihana.ts';
import { byDaviSabino } from './reviews/davi-sabino.ts';
import { byEcheverriaSaavedra } from './reviews/echeverria-saavedra.ts';
import { byElunedPryce } from './reviews/eluned-pryce.ts';
import { byFarhanaQuddus } from './reviews/farhana-quddus.ts';
import { byJostWiegand } from './reviews/jost-wiegand.ts';
import { byLinhDang } from './reviews/linh-dang.ts';
import { byNkechiObiora } from './reviews/nkechi-obiora.ts';
import { bySuhaMansour } from './reviews/suha-mansour.ts';
import { byTedHallam } from './reviews/ted-hallam.ts';
import type { DemoEntry, DemoFilm } from './shape.ts';

export { people } from './people.ts';
export type { DemoEntry, DemoFilm, DemoPerson } from './shape.ts';

/** Every film of the demonstration, oldest first. */
export const films: readonly DemoFilm[] = [...earlierFilms, ...laterFilms];

/** Every diary entry of the demonstration, by person, in the order each of them would be imported. */
export const entries: readonly DemoEntry[] = [
  ...byNkechiObiora,
  ...byTedHallam,
  ...byLinhDang,
  ...byElunedPryce,
  ...byDaviSabino,
  ...byFarhanaQuddus,
  ...byEcheverriaSaavedra,
  ...byJostWiegand,
  ...byArohaTamihana,
  ...bySuhaMansour,
];
