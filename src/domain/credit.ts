import type { Writer } from '../store/open.ts';
import type { CreditValue } from './fact-field.ts';
import { freeSlugs } from './free-slugs.ts';
import { slugOf } from './slug.ts';

/** What people are made with. */
export interface Making {
  /** The import that makes them; null where none does. */
  batchId: string | null;
  /** Epoch milliseconds. */
  now: number;
  /** Who was found or made before in the same work, by `keyOfPerson`: saves asking again. */
  people?: Map<string, string>;
}

const NAMES_AT_ONCE = 500;

/** What tells one person of a film's credits from another: an id elsewhere where there is one, else the name. */
export function keyOfPerson({ name, ids }: CreditValue): string {
  const [first] = Object.entries(ids ?? {});
  return first ? `${first[0]}:${first[1]}` : `name:${name}`;
}

/**
 * The people that credits name, by `keyOfPerson`; those nobody knows are made. Somebody is known by an id
 * elsewhere, else by name; two of one name with different ids in one catalogue are two.
 */
export async function peopleOf(
  writer: Writer,
  credits: readonly CreditValue[],
  { batchId, now, people = new Map() }: Making,
): Promise<ReadonlyMap<string, string>> {
  const wanted = new Map<string, CreditValue>();
  for (const credit of credits) {
    const key = keyOfPerson(credit);
    if (!people.has(key) && !wanted.has(key)) wanted.set(key, credit);
  }
  if (wanted.size === 0) return people;
  const found = await knownPeople(writer, [...wanted.values()]);
  const strangers: CreditValue[] = [];
  const called: { personId: string; name: string }[] = [];
  for (const [key, credit] of wanted) {
    const id = found(credit);
    if (id === null) {
      strangers.push(credit);
      continue;
    }
    people.set(key, id);
    // Whoever is known by an id may be called otherwise here; what an import brings is not kept of people.
    if (credit.ids !== undefined && batchId === null) called.push({ personId: id, name: credit.name });
  }
  await writer.people.putNames(called);
  // Who has ids goes first, so that a name alone means them.
  strangers.sort((a, b) => Number(b.ids !== undefined) - Number(a.ids !== undefined));
  const slugs = await freeSlugs(
    writer,
    'person',
    strangers.map(({ name }) => slugOf(name) || 'person'),
  );
  const made: { id: string; slug: string; name: string }[] = [];
  const byName = new Map<string, string>();
  for (const [at, credit] of strangers.entries()) {
    const namesake = credit.ids === undefined ? byName.get(credit.name) : undefined;
    const id = namesake ?? writer.batches.staging.mintId(now);
    people.set(keyOfPerson(credit), id);
    if (namesake) continue;
    byName.set(credit.name, id);
    made.push({ id, slug: slugs[at] ?? id, name: credit.name });
  }
  if (batchId === null) await writer.credits.putPeople(made, now);
  else
    await writer.batches.staging.insert(
      batchId,
      'people',
      made.map((person) => ({ ...person, batch_id: batchId, created: now })),
    );
  await writer.credits.putPersonIds(
    [...wanted.values()].flatMap((credit) =>
      Object.entries(credit.ids ?? {}).map(([scheme, value]) => ({
        personId: people.get(keyOfPerson(credit)) ?? '',
        scheme,
        value,
        batchId,
      })),
    ),
  );
  return people;
}

/** Finds who the store knows of those whom credits name. */
async function knownPeople(
  writer: Writer,
  credits: readonly CreditValue[],
): Promise<(credit: CreditValue) => string | null> {
  const idsOf = ({ ids = {} }: CreditValue) =>
    Object.entries(ids).map(([scheme, value]) => ({ scheme, value }));
  const byId = await writer.credits.peopleOfIds(credits.flatMap(idsOf));
  const ofId = (credit: CreditValue) =>
    idsOf(credit).flatMap(({ scheme, value }) => byId.get(`${scheme}:${value}`) ?? [])[0];
  const names = [...new Set(credits.flatMap((credit) => (ofId(credit) ? [] : credit.name)))];
  const byName = new Map<string, string>();
  for (let start = 0; start < names.length; start += NAMES_AT_ONCE)
    for (const [name, id] of await writer.batches.staging.peopleNamed(
      names.slice(start, start + NAMES_AT_ONCE),
    ))
      byName.set(name, id);
  const identified = credits.some(({ ids }) => ids !== undefined);
  const schemes = identified ? await writer.credits.schemesOf([...byName.values()]) : new Map();
  const taken = new Set<string>();
  return (credit) => {
    const known = ofId(credit);
    if (known) return known;
    const namesake = byName.get(credit.name) ?? null;
    if (namesake === null || credit.ids === undefined) return namesake;
    const other = Object.keys(credit.ids).some((scheme) => schemes.get(namesake)?.has(scheme));
    if (other || taken.has(namesake)) return null;
    taken.add(namesake);
    return namesake;
  };
}
