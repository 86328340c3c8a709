import type { StoredMention } from '../../store/mention.ts';
import type { NameableFilm, TextToRead } from '../../store/nameable.ts';
import type { Reader, Transact, Writer } from '../../store/open.ts';
import type { About, Candidate } from './film.ts';
import { placeOf, readStored } from './reading.ts';
import { resolveMentions } from './resolve.ts';
import { spansOf } from './span.ts';
import { mentionKey, titleForms } from './title.ts';

/** The kind of job that looks for the films reviews name. */
export const MENTIONS_JOB = 'mentions';

/**
 * One step of that work; each asks for the one behind it, so that a killed process loses no more than a step.
 * Nothing: the reviews that were queued. `films`: the titles of all films after an id, of one import where `batch`
 * names it. `entries`: queues the reviews of an import after an id. `reviews`: all reviews after an id.
 */
export interface MentionsStep {
  films?: string;
  entries?: string;
  reviews?: string;
  batch?: string;
}

const FILMS_AT_ONCE = 300;
const ENTRIES_AT_ONCE = 500;
const QUEUED_AT_ONCE = 20;
const REVIEWS_AT_ONCE = 100;
/** Films that arrive one by one are waited for so long before all reviews are looked through for them. */
const MORE_FILMS_MS = 600_000;
/** A walk through all reviews leaves the machine to others for so long between its steps. */
const BREATH_MS = 1_000;
/** A span that very many films are called by names none of them. */
const MOST_OF_ONE_NAME = 12;

/** Asks that a review is looked through once what is being written can be read. */
export async function askForMentions(writer: Writer, entryId: string, now: number): Promise<void> {
  await writer.mentions.queue([entryId]);
  await ask(writer, {}, now);
}

/** Asks that the films and the reviews of an import are looked through. */
export async function askForBatch(writer: Writer, batchId: string, now: number): Promise<void> {
  await ask(writer, { films: '', batch: batchId }, now);
}

/** Looks for nothing more in an import that was undone, and again in the reviews that read as before. */
export async function askAfterUndo(writer: Writer, batchId: string, now: number): Promise<void> {
  await writer.jobs.forgetAbout(MENTIONS_JOB, 'batch', batchId);
  await ask(writer, {}, now);
}

/** Lets films be named by their titles as they are now; all reviews are looked through for them a little later. */
export async function askForFilms(
  writer: Writer,
  films: readonly { id: string; titles: readonly string[] }[],
  now: number,
): Promise<void> {
  await setTitles(writer, films);
  await askAgain(writer, now);
}

/** Looks through all reviews again, because other films are meant by their titles now. */
export async function askAgain(writer: Writer, now: number): Promise<void> {
  await ask(writer, { reviews: '' }, now, now + MORE_FILMS_MS);
}

async function ask(writer: Writer, step: MentionsStep, now: number, due = now): Promise<void> {
  const payload = { ...step };
  if (!(await writer.jobs.stands(MENTIONS_JOB, payload)))
    await writer.jobs.enqueue(MENTIONS_JOB, payload, now, due);
}

/** Does one step. Done twice it changes nothing. */
export async function doMentions(
  store: { reader: Reader; transact: Transact },
  step: MentionsStep,
  now: number,
): Promise<void> {
  if (step.films !== undefined) return titlesStep(store, step.films, step.batch ?? null, now);
  if (step.entries !== undefined) return entriesStep(store, step.entries, step.batch ?? '', now);
  if (step.reviews !== undefined) return reviewsStep(store, step.reviews, now);
  for (;;) {
    const ids = await store.reader.mentions.queued(QUEUED_AT_ONCE);
    if (ids.length === 0) return;
    await lookThrough(store, await store.reader.mentions.texts({ ids }), ids);
  }
}

async function titlesStep(
  { reader, transact }: { reader: Reader; transact: Transact },
  after: string,
  batch: string | null,
  now: number,
): Promise<void> {
  const films = await reader.mentions.filmsAfter(after, FILMS_AT_ONCE, batch);
  const last = films.at(-1)?.id;
  await transact(async (writer) => {
    await setTitles(writer, films);
    if (batch !== null && (after === '' || last === undefined))
      await ask(writer, { entries: '', batch }, now);
    if (last !== undefined) await ask(writer, batch === null ? { films: last } : { films: last, batch }, now);
    // Films that came with an import may be named in reviews that were there before.
    else if (batch === null || after !== '') await ask(writer, { reviews: '' }, now, now + BREATH_MS);
  });
}

async function setTitles(
  writer: Writer,
  films: readonly { id: string; titles: readonly string[] }[],
): Promise<void> {
  await writer.mentions.setTitles(films.map(({ id, titles }) => ({ id, forms: titleForms(titles) })));
}

async function entriesStep(
  { reader, transact }: { reader: Reader; transact: Transact },
  after: string,
  batch: string,
  now: number,
): Promise<void> {
  const ids = await reader.mentions.entriesOfBatch(batch, after, ENTRIES_AT_ONCE);
  const last = ids.at(-1);
  if (last === undefined) return;
  await transact(async (writer) => {
    await writer.mentions.queue(ids);
    await ask(writer, {}, now);
    await ask(writer, { entries: last, batch }, now);
  });
}

async function reviewsStep(
  store: { reader: Reader; transact: Transact },
  after: string,
  now: number,
): Promise<void> {
  const texts = await store.reader.mentions.texts({ after, most: REVIEWS_AT_ONCE });
  await lookThrough(store, texts, []);
  const last = texts.at(-1)?.entryId;
  if (last !== undefined)
    await store.transact((writer) => ask(writer, { reviews: last }, now, now + BREATH_MS));
}

/** Finds what reviews name and keeps it, in one short transaction after all of the thinking. */
async function lookThrough(
  { reader, transact }: { reader: Reader; transact: Transact },
  texts: readonly TextToRead[],
  queued: readonly string[],
): Promise<void> {
  const found = new Map<string, StoredMention[]>();
  for (const text of texts) {
    found.set(text.entryId, await mentionsIn(reader, text));
    // Whoever waits for a page is not kept waiting by this.
    await new Promise((resolve) => setImmediate(resolve));
  }
  await transact(async (writer) => {
    const now = await writer.mentions.wordsNow(texts.map((text) => text.entryId));
    const known = Map.groupBy(await writer.mentions.known([...now.keys()]), ({ entryId }) => entryId);
    const changed = new Set<string>();
    for (const text of texts) {
      // What was rewritten in the meantime has been queued again.
      if (now.get(text.entryId) !== text.html) continue;
      const films = await keep(
        writer,
        text.entryId,
        found.get(text.entryId) ?? [],
        known.get(text.entryId) ?? [],
      );
      if (films.length > 0) for (const id of [text.filmId, ...films, 'films']) changed.add(id);
    }
    await writer.mentions.unqueue(queued);
    await writer.versions.raise(...changed);
  });
}

/**
 * Keeps what was found; what somebody has said stands.
 *
 * @returns the films whose pages now say otherwise
 */
async function keep(
  writer: Writer,
  entryId: string,
  found: readonly StoredMention[],
  known: readonly StoredMention[],
): Promise<string[]> {
  const changed: string[] = [];
  const before = new Map(known.map((one) => [one.filmId, one]));
  for (const mention of found) {
    const was = before.get(mention.filmId);
    const state = was?.state ?? 'found';
    if (was && was.start === mention.start && was.said === mention.said && was.score === mention.score)
      continue;
    await writer.mentions.put(entryId, { ...mention, state });
    changed.push(mention.filmId);
  }
  const gone = known.filter(
    (one) => one.state === 'found' && found.every(({ filmId }) => filmId !== one.filmId),
  );
  await writer.mentions.remove(
    entryId,
    gone.map(({ filmId }) => filmId),
  );
  return [...changed, ...gone.map(({ filmId }) => filmId)];
}

/** The films a review names, each at its first place. */
async function mentionsIn(reader: Reader, text: TextToRead): Promise<StoredMention[]> {
  const reading = readStored(text.html);
  const spans = spansOf(reading);
  const called = await reader.mentions.called([...new Set(spans.map((span) => span.key))]);
  const byKey = Map.groupBy(called, ({ key }) => key);
  const asked = [...byKey.values()].filter((films) => films.length <= MOST_OF_ONE_NAME).flat();
  if (asked.length === 0) return [];
  const ids = [...new Set([text.filmId, ...asked.map(({ filmId }) => filmId)])];
  const films = new Map((await reader.mentions.nameable(ids)).map((film) => [film.id, film]));
  const candidates = new Map<string, Candidate[]>();
  for (const { key, filmId, part } of asked) {
    const film = films.get(filmId);
    if (film) candidates.set(key, [...(candidates.get(key) ?? []), { ...film, part }]);
  }
  const own = films.get(text.filmId);
  if (!own) return [];
  const said = spans.flatMap(({ key, words, start, end }) =>
    words > 1 && candidates.has(key) ? reading.text.slice(start, end) : [],
  );
  const people = new Set((await reader.mentions.people([...new Set(said)])).map(mentionKey));
  const about = { ...aboutOf(own, text), people };
  const mentions = resolveMentions(reading, spans, candidates, about, text.language);
  const first = new Map<string, StoredMention>();
  for (const { start, end, filmId, score } of mentions) {
    if (first.has(filmId)) continue;
    const place = placeOf(reading, start, end);
    const said = text.html.slice(place.start, place.end);
    first.set(filmId, { filmId, state: 'found', ...place, said, score: Math.round(score * 10) });
  }
  return [...first.values()];
}

function aboutOf(film: NameableFilm, { written }: TextToRead): Omit<About, 'people'> {
  const { id, titles, year, directors, names } = film;
  return {
    id,
    titles,
    year,
    directors,
    names,
    written: written === null ? null : Number(written.slice(0, 4)),
  };
}
