import { reviewText } from '../../domain/entry.ts';
import type { KnownEntry } from '../../domain/import.ts';
import type { AllowedUse, Reader, ReviewText, Visibility, Writer } from '../../domain/reader.ts';
import { guessLanguage } from '../../domain/text/language.ts';
import { versionOf } from '../../domain/version.ts';
import { viewedKey, writtenKey } from '../../domain/viewing-date.ts';
import type { AccountFilm } from './films.ts';
import type { LoggedChange } from './later.ts';
import { keyOf, type Owner, type Place } from './owner.ts';
import type { RecordPlan } from './plan.ts';
import type { LoggedFacts, NamedFilm } from './rows.ts';

/** An entry to be made. */
export interface NewLogged {
  plan: RecordPlan;
  id: string;
  film: AccountFilm;
  logged: LoggedFacts;
  key: string;
  position: number;
  /** What its author had deleted is for them alone. */
  removed: boolean;
  words: ReviewText | null;
  language: string | null;
}

/** One occasion of an export with its film and its plan. */
export interface Occasion {
  plan: RecordPlan;
  film: AccountFilm;
  named: NamedFilm;
  logged: LoggedFacts;
}

export interface AccountEntries {
  /** What a slice's occasions do; `plans` are told their outcomes. */
  settle(occasions: readonly Occasion[]): Promise<NewLogged[]>;
}

/**
 * Settles the entries of an export. The same occasion in the diary and among the reviews is one entry: they share
 * a link. Those without one are told apart by film, days, and their order among equals.
 */
export function accountEntries(
  reader: Reader,
  owner: Owner,
  place: Place,
  mint: () => string,
): AccountEntries {
  const seen = new Set<string>();
  const equals = new Map<string, number>();
  let position = 0;

  return {
    async settle(occasions) {
      const keyed = occasions.map((one) => ({ ...one, key: keyFor(one) }));
      const keys = [...new Set(keyed.map(({ key }) => key))].filter((key) => !seen.has(key));
      const known = new Map<string, KnownEntry>();
      if (!owner.made)
        for (const entry of await reader.batches.known.entries(keys)) known.set(entry.entry.key ?? '', entry);
      const made: NewLogged[] = [];
      for (const one of keyed) {
        position += 1;
        if (seen.has(one.key)) continue;
        seen.add(one.key);
        const there = known.get(one.key);
        if (there) change(one, there);
        else made.push(create(one));
      }
      return made;
    },
  };

  function keyFor({ logged, named, plan }: Occasion): string {
    if (logged.link !== null) return keyOf(owner, place, 'entry', [logged.link]);
    const said = [named.title, named.year, logged.viewed, logged.added];
    // Counted for each file: the first of the diary's equals is the first of the reviews'.
    const group = JSON.stringify([plan.row.file, ...said]);
    const ordinal = (equals.get(group) ?? 0) + 1;
    equals.set(group, ordinal);
    return keyOf(owner, place, 'entry', [...said, ordinal]);
  }

  function create({ plan, film, logged, key }: Occasion & { key: string }): NewLogged {
    const id = mint();
    const words = logged.text === null ? null : reviewText(logged.text, 'lbml');
    Object.assign(plan, { outcome: 'created', targetId: id });
    const language = words ? guessLanguage(words.text) : null;
    return { plan, id, film, logged, key, position, removed: plan.row.removed, words, language };
  }
}

/** Plans what an export says differently of an entry; one that somebody has changed here stays as it is. */
function change({ plan, logged }: Occasion, { entry, review }: KnownEntry): void {
  plan.targetId = entry.id;
  const { viewed, rating, rewatch, tags, added: written } = logged;
  const text = logged.text !== null && reviewText(logged.text, 'lbml') ? logged.text : null;
  const same =
    entry.viewed === viewed &&
    entry.rating === rating &&
    (entry.rewatch === 1) === rewatch &&
    entry.tags === JSON.stringify(tags) &&
    entry.written === written &&
    (review?.source ?? null) === text;
  if (same) return;
  if (entry.edited !== null || entry.deleted !== null || entry.withheld === 'rights') {
    plan.code = 'kept-here';
    return;
  }
  plan.outcome = 'updated';
  plan.later = { logged: { entryId: entry.id, viewed, rating, rewatch, tags, written, text } };
}

/** What every record of a batch is written with. */
export interface AccountStaging {
  batchId: string;
  visibility: Visibility;
  word: string;
  /** Where that word lets it be shown. */
  allowed: readonly AllowedUse[];
  givenBy: string | null;
  now: number;
}

/** Writes entries with their words and by what right they are shown, invisible until the batch is shown. */
export async function stageEntries(
  writer: Writer,
  owner: Owner,
  place: Place,
  made: readonly NewLogged[],
  staging: AccountStaging,
): Promise<void> {
  const { staging: store } = writer.batches;
  const { batchId, now } = staging;
  const basis = owner.memberId === null ? ('permission' as const) : ('own' as const);
  await store.insert(
    batchId,
    'entries',
    made.map(({ id, film, logged, key, position, removed, words, language }) => {
      const visibility = removed ? 'me' : staging.visibility;
      return {
        id,
        film_id: film.id,
        author_id: owner.authorId,
        first_film_id: film.id,
        first_author_id: owner.authorId,
        source: place.source,
        key,
        link: logged.link,
        place: place.name,
        viewed: logged.viewed,
        rating: logged.rating,
        score: null,
        liked: 0 as const,
        rewatch: logged.rewatch ? (1 as const) : (0 as const),
        venue: null,
        tags: JSON.stringify(logged.tags),
        title: null,
        has_text: words ? (1 as const) : (0 as const),
        length: words?.length ?? 0,
        language,
        // Exports carry no spoiler marks: it is unknown until somebody says.
        spoiler: words ? ('unknown' as const) : ('no' as const),
        visibility,
        withheld: null,
        everyone: visibility === 'everyone' ? (1 as const) : (0 as const),
        basis,
        counted: 1 as const,
        likes: 0,
        written: logged.added,
        written_key: writtenKey(logged.added, position),
        viewed_key: viewedKey(logged.viewed),
        batch_id: batchId,
        created: now,
        updated: now,
        edited: null,
        deleted: null,
      };
    }),
  );
  await store.insert(
    batchId,
    'reviews',
    made.flatMap(({ id, words }) => {
      if (!words) return [];
      const { format, source, html, text, fold, cut } = words;
      return [{ entry_id: id, format, source, html, text, fold, cut, batch_id: batchId }];
    }),
  );
  await store.insert(
    batchId,
    'rights',
    made.map(({ id }) => ({
      entry_id: id,
      basis,
      allowed: JSON.stringify(staging.allowed),
      word: staging.word,
      given_by: staging.givenBy,
      given: now,
      until: null,
      batch_id: batchId,
    })),
  );
}

/** Changes an entry that was there before, keeps how it was among its versions, and records it for an undo. */
export async function changeLogged(
  writer: Writer,
  batchId: string,
  change: LoggedChange,
  now: number,
): Promise<string[]> {
  const { entryId, viewed, rating, rewatch, written, text } = change;
  const entry = await writer.entries.toChange(entryId);
  if (!entry || entry.edited !== null || entry.deleted !== null) return [];
  const was = await writer.batches.stored('entries', { id: entryId });
  const review = await writer.batches.stored('reviews', { entry_id: entryId });
  const versionId = await writer.entries.keepVersion(entryId, versionOf(entry), null, now);
  const words = text === null ? null : reviewText(text, 'lbml');
  await writer.entries.change(
    entryId,
    {
      ...entry,
      viewed,
      viewedKey: viewedKey(viewed),
      rating,
      rewatch,
      tags: [...change.tags],
      written,
      writtenKey: entry.written === written ? entry.writtenKey : writtenKey(written),
      language: words ? guessLanguage(words.text) : entry.language,
      spoiler: words && !entry.review ? 'unknown' : entry.spoiler,
    },
    words,
    now,
    false,
  );
  await writer.batches.record(batchId, [
    { table: 'entries', key: { id: entryId }, was },
    { table: 'review_versions', key: { id: versionId }, was: null },
    ...(review || words ? [{ table: 'reviews' as const, key: { entry_id: entryId }, was: review }] : []),
  ]);
  return [entry.filmId];
}
