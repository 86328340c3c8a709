import type { Fact, FormerFact } from '../store/fact.ts';
import type { Reader, Writer } from '../store/open.ts';
import type { FactSource, FilmsTable } from '../store/schema.ts';
import { forbidden, invalid, notFound } from './errors.ts';
import { checkFact, type FactFault } from './fact-field.ts';
import { renameFilm } from './film-address.ts';
import { heldOf, shapeOf } from './film-shape.ts';
import { awaitPictures } from './picture-wait.ts';
import { bringInLine, mayHold, orderOf, reshape } from './reshape.ts';
import { curates, type Viewer } from './viewer.ts';

/** All that is said of one field of a film. */
export interface FieldFacts {
  field: string;
  /** What is shown; null where nobody says anything any more, or a curator holds it empty. */
  holds: Fact | null;
  /** What each source says, the most believed first. */
  said: Fact[];
  /** What was said before, latest first. */
  former: FormerFact[];
}

/** A fact as a source gives it. */
export interface GivenFact {
  field: string;
  value: unknown;
  /** The language of a title or an original title, BCP 47. */
  language?: string | null;
  /** Where this one is from, if it is not where the others are. */
  licence?: string | null;
  link?: string | null;
}

/** What taking facts did. */
export interface Taken {
  /** The fields of which the source now says something else. */
  changed: string[];
  /** Whether anything people see changed. */
  shown: boolean;
  refused: { field: string; fault: FactFault }[];
}

/**
 * Takes what a source says of a film now; of one that is part of another it is taken of that part, and the whole film
 * follows. Only what differs is written; what is shown changes where no source that
 * is believed more says otherwise.
 *
 * @param given.fetched when the source was asked, epoch milliseconds
 * @param given.whole whether these are all the facts the source has: others it said before are then taken back.
 * Nothing but facts is ever taken back: a film keeps its reviews and itself
 * @throws DomainError `not-found` `film`
 */
export async function takeFacts(
  writer: Writer,
  filmId: string,
  source: FactSource,
  facts: readonly GivenFact[],
  given: { licence: string | null; link: string | null; fetched: number; whole: boolean },
): Promise<Taken> {
  const film = await held(writer, filmId);
  const before = await writer.facts.of(film.id);
  // What came with a film that was merged into this one stays that film's.
  const mine = before.filter((fact) => fact.source === source && fact.filmId === film.id);
  const own = new Map(mine.map((fact) => [fact.field, fact]));
  const refused: Taken['refused'] = [];
  const said = new Map<string, Fact>();
  for (const fact of facts) {
    const checked = checkFact(fact.field, fact.value);
    if ('fault' in checked) refused.push({ field: fact.field, fault: checked.fault });
    else
      said.set(fact.field, {
        filmId: film.id,
        field: fact.field,
        source,
        value: checked.value,
        language: fact.language ?? null,
        licence: fact.licence ?? given.licence,
        link: fact.link ?? given.link,
        fetched: given.fetched,
        memberId: null,
        batchId: null,
      });
  }
  await awaitPictures(writer, film.id, source, said, given);
  const put = [...said.values()].filter((fact) => !same(fact, own.get(fact.field)));
  const kept = new Set([...said.keys(), ...refused.map(({ field }) => field)]);
  const gone = given.whole ? [...own.values()].filter(({ field }) => !kept.has(field)) : [];
  const changes = await change(writer, film, before, { put, gone }, { memberId: null, now: given.fetched });
  const { canonical_id: whole } = film;
  const shown = (whole !== null && (await reshape(writer, whole, given.fetched))) || changes;
  if (shown) await writer.versions.raise(whole ?? film.id, 'films');
  return { changed: [...put, ...gone].map(({ field }) => field), shown, refused };
}

/**
 * Sets a fact by hand: it holds over whatever any source says. Null holds the field empty.
 *
 * @throws DomainError `forbidden` `curators-only`; `not-found` `film`; `invalid` with a `FactFault`
 */
export async function setFact(
  writer: Writer,
  filmId: string,
  { field, value, language = null }: { field: string; value: unknown; language?: string | null },
  viewer: Viewer,
  now: number,
): Promise<void> {
  if (!curates(viewer)) throw forbidden('curators-only');
  const checked = value === null && field !== 'title' ? { value } : checkFact(field, value);
  if ('fault' in checked) throw invalid(checked.fault, { field });
  const film = await standing(writer, filmId);
  const before = await writer.facts.of(film.id);
  const fact: Fact = {
    filmId: film.id,
    field,
    source: 'curator',
    value: checked.value,
    language,
    licence: null,
    link: null,
    fetched: now,
    memberId: viewer.memberId,
    batchId: null,
  };
  const own = before.find((one) => one.source === 'curator' && one.field === field && one.filmId === film.id);
  if (same(fact, own)) return;
  const by = { memberId: viewer.memberId, now };
  await change(writer, film, before, { put: [fact], gone: [] }, by);
  await renameFilm(writer, film);
  await writer.versions.raise(film.id, 'films');
}

/**
 * Goes back to what the sources say of a field. What a curator has set is kept in the history.
 *
 * @throws DomainError `forbidden` `curators-only`; `not-found` `film`; `invalid` `last-title` where nobody else says
 * how the film is called
 */
export async function clearFact(
  writer: Writer,
  filmId: string,
  field: string,
  viewer: Viewer,
  now: number,
): Promise<void> {
  if (!curates(viewer)) throw forbidden('curators-only');
  const film = await standing(writer, filmId);
  const before = await writer.facts.of(film.id);
  const gone = before.filter((fact) => fact.source === 'curator' && fact.field === field);
  if (gone.length === 0) return;
  if (field === 'title' && !before.some((fact) => fact.field === 'title' && fact.source !== 'curator'))
    throw invalid('last-title', { field });
  await change(writer, film, before, { put: [], gone }, { memberId: viewer.memberId, now });
  await renameFilm(writer, film);
  await writer.versions.raise(film.id, 'films');
}

/** All that is and was said of a film, by field; those that hold first, in the order of their names. */
export async function factsOf(reader: Reader, filmId: string): Promise<FieldFacts[]> {
  const order = await orderOf(reader);
  const facts = await reader.facts.of(filmId);
  const former = Map.groupBy(await reader.facts.former(filmId), ({ field }) => field);
  const held = heldOf(mayHold(facts, filmId), order);
  const byField = Map.groupBy(facts, ({ field }) => field);
  const fields = [...new Set([...byField.keys(), ...former.keys()])].sort();
  const believed = (fact: Fact) => (order.indexOf(fact.source) + order.length + 1) % (order.length + 1);
  return fields.map((field) => ({
    field,
    holds: (held.get(field) as Fact | undefined) ?? null,
    said: (byField.get(field) ?? []).sort((a, b) => believed(a) - believed(b)),
    former: former.get(field) ?? [],
  }));
}

/**
 * Writes facts of an import on a film that was there before, and brings the film in line with them.
 *
 * @returns whether anything people see changed
 */
export async function putImported(
  writer: Writer,
  filmId: string,
  facts: readonly Fact[],
  by: { batchId: string; now: number },
): Promise<boolean> {
  const film = await standing(writer, filmId);
  const before = await writer.facts.of(film.id);
  return change(writer, film, before, { put: [...facts], gone: [] }, { memberId: null, ...by });
}

/** The film that is meant, held against others who change it; a merged one leads to the one it is part of. */
async function standing(writer: Writer, filmId: string): Promise<FilmsTable> {
  const film = await held(writer, filmId);
  return film.canonical_id === null ? film : standing(writer, film.canonical_id);
}

/** A film, held against others who change it. */
async function held(writer: Writer, filmId: string): Promise<FilmsTable> {
  await writer.facts.hold(filmId);
  const film = await writer.facts.row(filmId);
  if (!film) throw notFound('film');
  return film;
}

/** Writes what is said from now on, keeps what was said before, and brings the film in line. */
async function change(
  writer: Writer,
  film: FilmsTable,
  before: readonly Fact[],
  { put, gone }: { put: readonly Fact[]; gone: readonly Fact[] },
  by: { memberId: string | null; batchId?: string; now: number },
): Promise<boolean> {
  if (put.length + gone.length === 0) return false;
  const keyOf = ({ filmId, field, source }: Fact) => `${filmId} ${source} ${field}`;
  const touched = new Map([...put, ...gone].map((fact) => [keyOf(fact), fact]));
  const replaced = before.filter((fact) => touched.has(keyOf(fact)));
  const batchId = by.batchId ?? null;
  await writer.facts.keepFormer(replaced, { memberId: by.memberId, batchId }, by.now);
  for (const some of Map.groupBy(gone, ({ filmId, source }) => `${filmId} ${source}`).values()) {
    const fields = some.map(({ field }) => field);
    for (const { filmId, source } of some.slice(0, 1)) await writer.facts.remove(filmId, source, fields);
  }
  await writer.facts.putMany(put);
  const left = before.filter((fact) => !touched.has(keyOf(fact)));
  // What is said of the film itself goes before what came with films merged into it.
  const after = [
    ...left.filter(({ filmId }) => filmId === film.id),
    ...put,
    ...left.filter(({ filmId }) => filmId !== film.id),
  ];
  const order = await orderOf(writer);
  const idsBefore = shapeOf(mayHold(before, film.id), order).ids;
  const idsAfter = shapeOf(mayHold(after, film.id), order).ids;
  for (const [scheme, value] of idsBefore)
    if (idsAfter.get(scheme) !== value) await writer.facts.removeExternalId(film.id, scheme, value);
  return bringInLine(writer, film, after, { batchId, now: by.now });
}

/** Whether a source says again what it said, under the same licence and with the same link. */
function same(fact: Fact, other: Fact | undefined): boolean {
  if (!other) return false;
  return (
    JSON.stringify(fact.value) === JSON.stringify(other.value) &&
    fact.language === other.language &&
    fact.licence === other.licence &&
    fact.link === other.link
  );
}
