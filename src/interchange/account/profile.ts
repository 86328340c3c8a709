import { safeLink } from '../../domain/author.ts';
import { bioOf, type Profile } from '../../domain/profile.ts';
import type { Reader, Writer } from '../../domain/reader.ts';
import type { ProfileChange } from './later.ts';
import type { Owner } from './owner.ts';
import type { RecordPlan } from './plan.ts';
import type { ProfileFacts } from './rows.ts';

/**
 * Settles what an export says of its owner: it fills what is empty, and changes nothing they have said here.
 *
 * @param favourites ids of their favourite films, as far as these are known
 */
export async function settleProfile(
  reader: Reader,
  owner: Owner,
  plan: RecordPlan,
  facts: ProfileFacts,
  favourites: readonly string[],
): Promise<void> {
  const before = await reader.profiles.of(owner.authorId);
  const said: Profile = {
    bio: before.bio ?? (facts.bio === null ? null : bioOf(facts.bio, 'lbml')),
    location: before.location ?? facts.location,
    website: before.website ?? safeLink(facts.website),
    pronoun: before.pronoun ?? facts.pronoun,
    joined: before.joined ?? facts.joined,
    favourites: before.favourites.length > 0 ? before.favourites : [...favourites],
  };
  plan.targetId = owner.authorId;
  if (JSON.stringify(said) === JSON.stringify(before)) return;
  plan.outcome = JSON.stringify(before) === JSON.stringify(NOTHING) ? 'created' : 'updated';
  plan.later = { profile: { authorId: owner.authorId, said } };
}

const NOTHING: Profile = {
  bio: null,
  location: null,
  website: null,
  pronoun: null,
  joined: null,
  favourites: [],
};

/** Keeps what an export says of its owner, and records how it was. */
export async function changeProfile(
  writer: Writer,
  batchId: string,
  { authorId, said }: ProfileChange,
  now: number,
): Promise<void> {
  const key = { author_id: authorId };
  const was = await writer.batches.stored('profiles', key);
  await writer.profiles.set(authorId, said, now, batchId);
  await writer.batches.record(batchId, [{ table: 'profiles', key, was }]);
}
