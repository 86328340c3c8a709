import { about } from './de/about.ts';
import { account } from './de/account.ts';
import { admin } from './de/admin.ts';
import { api } from './de/api.ts';
import { arrange } from './de/arrange.ts';
import { command } from './de/command.ts';
import { copy } from './de/copy.ts';
import { diary } from './de/diary.ts';
import { errors } from './de/errors.ts';
import { fact } from './de/fact.ts';
import { feed } from './de/feed.ts';
import { film } from './de/film.ts';
import { filmAddress } from './de/film-address.ts';
import { filmSource } from './de/film-source.ts';
import { films } from './de/films.ts';
import { firstRun } from './de/first-run.ts';
import { form } from './de/form.ts';
import { home } from './de/home.ts';
import { imports } from './de/import.ts';
import { known } from './de/known.ts';
import { layout } from './de/layout.ts';
import { list } from './de/list.ts';
import { load } from './de/load.ts';
import { lobbyCard } from './de/lobby-card.ts';
import { marks } from './de/marks.ts';
import { member } from './de/member.ts';
import { mention } from './de/mention.ts';
import { merge } from './de/merge.ts';
import { moreFilms } from './de/more-films.ts';
import { person } from './de/person.ts';
import { picture } from './de/picture.ts';
import { programme } from './de/programme.ts';
import { putItOnline } from './de/put-it-online.ts';
import { quote } from './de/quote.ts';
import { report } from './de/report.ts';
import { review } from './de/review.ts';
import { reviews } from './de/reviews.ts';
import { screening } from './de/screening.ts';
import { search } from './de/search.ts';
import { settings } from './de/settings.ts';
import { split } from './de/split.ts';
import { strip } from './de/strip.ts';
import { tag } from './de/tag.ts';
import { term } from './de/term.ts';
import { waiting } from './de/waiting.ts';
import { webhook } from './de/webhook.ts';
import type { Words } from './en.ts';

/** Every sentence of the interface, in German. */
export const de: Words = {
  language: 'de',
  name: 'Deutsch',
  direction: 'ltr',
  layout,
  command,
  copy,
  errors,
  fact,
  feed,
  film,
  filmAddress,
  filmSource,
  review,
  about,
  account,
  admin,
  films,
  firstRun,
  home,
  imports,
  diary,
  known,
  list,
  load,
  lobbyCard,
  marks,
  member,
  mention,
  moreFilms,
  merge,
  person,
  picture,
  programme,
  screening,
  putItOnline,
  search,
  settings,
  reviews,
  form,
  waiting,
  webhook,
  api,
  arrange,
  quote,
  report,
  split,
  strip,
  tag,
  term,
};
