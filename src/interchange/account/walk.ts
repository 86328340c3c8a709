import type { Standing } from '../../domain/mark.ts';
import type { Reader } from '../../domain/reader.ts';
import { type NewComment, settleComments } from './comments.ts';
import { accountEntries, type NewLogged } from './entries.ts';
import { type AccountFilm, accountFilms, type MadeFilm, type Resolved } from './films.ts';
import { type ListRecords, type NewListRows, settleList } from './lists.ts';
import { accountMarks, type MadeMark, type MarkSaid } from './marks.ts';
import type { Owner, Place } from './owner.ts';
import { idleRecord, type RecordPlan } from './plan.ts';
import { settleProfile } from './profile.ts';
import type { AccountRow, NamedFilm } from './rows.ts';

/** What a slice of records does: a plan for each, and what is to be written for them. */
export interface SlicePlan {
  plans: RecordPlan[];
  films: AccountFilm[];
  links: Resolved['links'];
  entries: NewLogged[];
  lists: NewListRows[];
  comments: NewComment[];
  /** Whether the export says itself what its owner thinks of films now. */
  saysRatings: boolean;
}

export interface Walk {
  /** What the next records do. Slices come in the order of the export; the records of a list come together. */
  next(rows: readonly AccountRow[]): Promise<SlicePlan>;
  /** A film this import makes; null for those of the store. */
  made(id: string): MadeFilm | null;
  /** The marks the export makes, in the order of their films' ids; asked once, when all records were walked through. */
  marks(): Iterable<MadeMark>;
  /** Lets go of what is kept outside memory. */
  close(): void;
}

/** What is known of an export before it is walked through. */
export interface WalkOptions {
  /** Whether it says itself what its owner thinks of films now: then entries say nothing of it. */
  saysRatings: boolean;
  /** Films somebody chose for records that could mean several, by `file#row`. */
  decisions: ReadonlyMap<string, string>;
  mint: () => string;
}

/** Walks through an account's export and settles what each record does to the store as it is. Writes nothing. */
export function walkAccount(reader: Reader, owner: Owner, place: Place, options: WalkOptions): Walk {
  const { mint, decisions, saysRatings } = options;
  const marks = accountMarks(reader, owner);
  const films = accountFilms(reader, mint, marks.marked);
  const entries = accountEntries(reader, owner, place, mint);
  const slugs = new Set<string>();
  const remarks = new Set<string>();
  let number = 0;

  return {
    made: films.made,
    marks: marks.made,
    close() {
      marks.close();
      films.close();
    },
    async next(rows) {
      const plans = rows.map((row) => idleRecord(row, ++number));
      const resolved = await resolve(plans);
      const told = (plan: RecordPlan, named: NamedFilm) => filmOf(plan, named, resolved);
      const said = plans.flatMap((plan) => {
        const { record } = plan.row;
        if (!('mark' in record)) return [];
        const film = told(plan, record.film);
        return film ? [{ plan, film, standing: record.mark, tells: true }] : [];
      });
      const occasions = plans.flatMap((plan) => {
        const { record } = plan.row;
        if (!('logged' in record)) return [];
        const film = told(plan, record.film);
        return film ? [{ plan, film, named: record.film, logged: record.logged }] : [];
      });
      await marks.settle(said);
      const logged = await entries.settle(occasions);
      const spoken = logged.map((entry) => ({ entry, plan: silent(entry.plan) }));
      await marks.settle(spoken.flatMap(standingOf));
      for (const { entry, plan } of spoken) if (plan.later) entry.plan.later = plan.later;
      const lists = await settleLists(plans, told);
      const comments = await settleComments(reader, owner, place, remarksIn(plans), mint, remarks);
      for (const plan of plans) await settleProfileOf(plan, resolved);
      const { fresh, links } = resolved;
      return {
        plans,
        films: fresh,
        links,
        entries: logged,
        lists,
        comments,
        saysRatings,
      };
    },
  };

  async function resolve(plans: readonly RecordPlan[]): Promise<Resolved> {
    const chosen = new Map<NamedFilm, string>();
    const names: NamedFilm[] = [];
    for (const { row } of plans) {
      const { record } = row;
      if ('profile' in record)
        names.push(...record.profile.favourites.map((id) => ({ title: '', year: null, id })));
      if (!('film' in record)) continue;
      names.push(record.film);
      const decided = decisions.get(`${row.file}#${row.row}`);
      if (decided) chosen.set(record.film, decided);
    }
    return films.resolve(names, chosen);
  }

  /** What an entry says of its film's standing state. */
  function standingOf({ entry, plan }: { entry: NewLogged; plan: RecordPlan }): MarkSaid[] {
    const { film, logged, removed } = entry;
    if (removed) return [];
    const day = logged.viewed ?? logged.added;
    const says = (standing: Standing): MarkSaid => ({ plan, film, standing, tells: false });
    const watched = says({ state: 'watched', day, rating: null });
    if (saysRatings || logged.rating === null) return [watched];
    return [watched, says({ state: 'rated', day, rating: logged.rating })];
  }

  async function settleLists(
    plans: readonly RecordPlan[],
    told: (plan: RecordPlan, named: NamedFilm) => AccountFilm | null,
  ): Promise<NewListRows[]> {
    const records = new Map<string, ListRecords>();
    for (const plan of plans) {
      const { record } = plan.row;
      if ('list' in record) records.set(record.list.list, { head: { plan, facts: record.list }, items: [] });
      if (!('item' in record)) continue;
      const film = told(plan, record.film);
      if (film) records.get(record.item.list)?.items.push({ plan, film, facts: record.item });
    }
    const made: NewListRows[] = [];
    for (const list of records.values()) {
      const one = await settleList(reader, owner, place, list, mint, slugs);
      if (one) made.push(one);
    }
    return made;
  }

  async function settleProfileOf(plan: RecordPlan, resolved: Resolved): Promise<void> {
    const { record } = plan.row;
    if (!('profile' in record)) return;
    const favourites = record.profile.favourites.flatMap((id) => {
      const meant = resolved.of({ title: '', year: null, id });
      return 'film' in meant && meant.film.title !== '' ? [meant.film.id] : [];
    });
    await settleProfile(reader, owner, plan, record.profile, favourites);
  }
}

/** A plan beside a record's own, so that what else the record does leaves its outcome as it is. */
function silent(plan: RecordPlan): RecordPlan {
  return { ...plan, later: null };
}

/** The film of a record; null where it could not be told, and the plan says so. */
function filmOf(plan: RecordPlan, named: NamedFilm, resolved: Resolved): AccountFilm | null {
  const meant = resolved.of(named);
  if ('film' in meant) {
    plan.targetId ??= meant.film.id;
    return meant.film;
  }
  const { code, candidates } = meant;
  const { title, year } = named;
  const details = { title, ...(year === null ? {} : { year }), count: candidates.length };
  Object.assign(plan, { outcome: 'unmatched', code, candidates, details });
  return null;
}

function remarksIn(plans: readonly RecordPlan[]) {
  return plans.flatMap((plan) => {
    const { record } = plan.row;
    return 'comment' in record ? [{ plan, facts: record.comment }] : [];
  });
}
