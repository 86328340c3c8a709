import { reviewText } from '../../domain/entry.ts';
import type { ImportReport } from '../../domain/import.ts';
import type { Reader } from '../../domain/reader.ts';
import { guessLanguage } from '../../domain/text/language.ts';
import type {
  AccountKind,
  AccountLook,
  LookCandidate,
  LookQuestion,
  LookReview,
  LookViewing,
} from '../../domain/upload.ts';
import { profileIn } from '../formats/letterboxd/export.ts';
import type { MadeFilm } from './films.ts';
import { type AccountExport, type LookOptions, previewAccount } from './import.ts';
import { LETTERBOXD } from './owner.ts';
import type { RecordPlan } from './plan.ts';
import type { AccountRecord, LoggedFacts, NamedFilm } from './rows.ts';
import { addToGroups, type FilmGroup, joinGroups } from './same-film.ts';
import type { SlicePlan, Walk } from './walk.ts';

const SAMPLES = 3;
const VIEWINGS = 5;
const MOST_QUESTIONS = 20;
const MOST_CANDIDATES = 10;

/** What was met on the way through the records; the export itself is never held. */
interface Met {
  counts: Record<AccountKind, number>;
  filmsNew: number;
  viewings: LookViewing[];
  samples: LookReview[];
  groups: Map<string, FilmGroup<RecordPlan>>;
  made: Map<string, MadeFilm>;
}

/** What an import of an account would do, with what its owner wants to see before it is done. */
export async function lookAtAccount(
  reader: Reader,
  account: AccountExport,
  options: LookOptions,
): Promise<AccountLook> {
  const met: Met = {
    counts: {
      viewings: 0,
      ratings: 0,
      watched: 0,
      reviews: 0,
      likes: 0,
      watchlist: 0,
      lists: 0,
      comments: 0,
    },
    filmsNew: 0,
    viewings: [],
    samples: [],
    groups: new Map(),
    made: new Map(),
  };
  const report = await previewAccount({ reader }, account, options, (slice, walk) => meet(met, slice, walk));
  const profile = await profileIn(account.found);
  const groups = joinGroups(met.groups);
  const questions: LookQuestion[] = [];
  for (const group of groups.slice(0, MOST_QUESTIONS))
    questions.push(await questionOf(reader, group, met.made));
  return {
    kind: 'account',
    report: withoutLeft(report),
    whose: profile && {
      name: profile.name,
      username: profile.username,
      link: LETTERBOXD.page(profile.username),
    },
    counts: met.counts,
    filmsNew: met.filmsNew,
    viewings: met.viewings,
    samples: met.samples,
    questions,
    questionsTotal: groups.length,
    removedFiles: account.found.left.filter(({ code }) => code === 'left-out').length,
  };
}

/** What was left out is asked about, so it stands in nobody's way. */
function withoutLeft(report: ImportReport): ImportReport {
  const problems = report.problems.filter(({ code }) => code !== 'left-out');
  return {
    ...report,
    problems,
    problemsTotal: report.problemsTotal - report.problems.length + problems.length,
  };
}

function meet(met: Met, slice: SlicePlan, walk: Walk): void {
  met.filmsNew += slice.films.length;
  for (const plan of slice.plans) {
    const { record, removed } = plan.row;
    const kind = removed ? null : kindOf(record);
    if (kind) met.counts[kind] += 1;
    if ('logged' in record && !removed) see(met, record.film, record.logged);
    if (plan.outcome !== 'unmatched' || !('film' in record)) continue;
    for (const id of plan.candidates) {
      const film = walk.made(id);
      if (film) met.made.set(id, film);
    }
    addToGroups(met.groups, record.film, plan);
  }
}

function kindOf(record: AccountRecord): AccountKind | null {
  if ('mark' in record) {
    const { state } = record.mark;
    return state === 'rated' ? 'ratings' : state === 'liked' ? 'likes' : state;
  }
  if ('logged' in record) return record.logged.text === null ? 'viewings' : 'reviews';
  if ('list' in record) return 'lists';
  return 'comment' in record ? 'comments' : null;
}

function see(met: Met, film: NamedFilm, logged: LoggedFacts): void {
  const { viewed, rating, rewatch, tags, text } = logged;
  if (text === null && viewed !== null && met.viewings.length < VIEWINGS)
    met.viewings.push({ filmTitle: film.title, year: film.year, viewed, rating, rewatch, tags: [...tags] });
  if (text === null || met.samples.length >= SAMPLES) return;
  const words = reviewText(text, 'lbml');
  if (!words) return;
  met.samples.push({
    filmTitle: film.title,
    authorName: '',
    authorLink: null,
    place: LETTERBOXD.name,
    link: null,
    rating,
    score: null,
    title: null,
    written: logged.added,
    language: guessLanguage(words.text),
    spoiler: 'unknown',
    html: words.html,
    fold: words.fold,
    cut: words.cut,
  });
}

async function questionOf(
  reader: Reader,
  { rows: [first, ...also] }: FilmGroup<RecordPlan>,
  made: ReadonlyMap<string, MadeFilm>,
): Promise<LookQuestion> {
  const { row, candidates } = first;
  const named = 'film' in row.record ? row.record.film : null;
  const names = ({ row: one }: RecordPlan) => `${one.file}#${one.row}`;
  return {
    file: row.file,
    row: row.row,
    title: named?.title ?? '',
    year: named?.year ?? null,
    authorName: null,
    candidates: await candidatesOf(reader, candidates, made),
    also: also.map(names),
  };
}

/** The films somebody can choose from, as they are asked about. */
export async function candidatesOf(
  reader: Reader,
  ids: readonly string[],
  made: ReadonlyMap<string, MadeFilm> = new Map(),
): Promise<LookCandidate[]> {
  const some = ids.slice(0, MOST_CANDIDATES);
  const films = new Map((await reader.batches.known.filmsById(some)).map((one) => [one.film.id, one]));
  const directors = await reader.films.directors([...films.keys()]);
  return some.flatMap((id): LookCandidate[] => {
    const known = films.get(id);
    if (known) {
      const { slug, title, year } = known.film;
      const link = known.ids.find(({ scheme }) => scheme === 'boxd' || scheme === 'letterboxd');
      return [{ id, slug, title, year, directors: directors.get(id) ?? [], link: addressOf(link) }];
    }
    const fresh = made.get(id);
    if (!fresh?.choice) return [];
    const { title, year, choice, link } = fresh;
    return [{ id: choice, slug: '', title, year, directors: [], link: addressOf(link) }];
  });
}

/** Where a film stands at the place the account comes from. */
function addressOf(link: { scheme: string; value: string } | null | undefined): string | null {
  if (!link) return null;
  return link.scheme === 'boxd'
    ? `https://boxd.it/${link.value}`
    : `https://letterboxd.com/film/${link.value}/`;
}
