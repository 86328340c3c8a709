import { about } from './en/about.ts';
import { account } from './en/account.ts';
import { admin } from './en/admin.ts';
import { api } from './en/api.ts';
import { arrange } from './en/arrange.ts';
import { command } from './en/command.ts';
import { copy } from './en/copy.ts';
import { diary } from './en/diary.ts';
import { errors } from './en/errors.ts';
import { fact } from './en/fact.ts';
import { feed } from './en/feed.ts';
import { film } from './en/film.ts';
import { filmAddress } from './en/film-address.ts';
import { filmSource } from './en/film-source.ts';
import { films } from './en/films.ts';
import { firstRun } from './en/first-run.ts';
import { form } from './en/form.ts';
import { home } from './en/home.ts';
import { imports } from './en/import.ts';
import { known } from './en/known.ts';
import { layout } from './en/layout.ts';
import { list } from './en/list.ts';
import { load } from './en/load.ts';
import { lobbyCard } from './en/lobby-card.ts';
import { marks } from './en/marks.ts';
import { member } from './en/member.ts';
import { mention } from './en/mention.ts';
import { merge } from './en/merge.ts';
import { moreFilms } from './en/more-films.ts';
import { person } from './en/person.ts';
import { picture } from './en/picture.ts';
import { programme } from './en/programme.ts';
import { putItOnline } from './en/put-it-online.ts';
import { quote } from './en/quote.ts';
import { report } from './en/report.ts';
import { review } from './en/review.ts';
import { reviews } from './en/reviews.ts';
import { screening } from './en/screening.ts';
import { search } from './en/search.ts';
import { settings } from './en/settings.ts';
import { split } from './en/split.ts';
import { strip } from './en/strip.ts';
import { tag } from './en/tag.ts';
import { term } from './en/term.ts';
import { waiting } from './en/waiting.ts';
import { webhook } from './en/webhook.ts';

/** Every sentence of the interface, in English. */
export const en = {
  language: 'en',
  name: 'English',
  direction: 'ltr' as 'ltr' | 'rtl',
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

/** Every sentence of the interface in one language. */
export type Words = typeof en;
