import type { Viewer } from '../domain/viewer.ts';
import type { ReadDb, WriteDb } from './engines/engine.ts';
import { readable, readableState, settled } from './readable.ts';
import type { ProfilesTable, TextFormat } from './schema.ts';

/** What somebody says of themselves. The HTML of the words about them was derived when they were written. */
export interface Profile {
  bio: { format: TextFormat; source: string; html: string } | null;
  location: string | null;
  /** An http or https address. */
  website: string | null;
  pronoun: string | null;
  /** The calendar date they joined where they wrote before. */
  joined: string | null;
  /** Ids of at most four films, in their order. */
  favourites: string[];
}

/** How much somebody has of each kind, as far as the viewer may see it. */
export interface MemberCounts {
  viewings: number;
  films: number;
  reviews: number;
  watchlist: number;
  lists: number;
}

export function profileReader(db: ReadDb) {
  return {
    /** What an author says of themselves; nothing where they have not. */
    async of(authorId: string): Promise<Profile> {
      const row = await db
        .selectFrom('profiles')
        .select(COLUMNS)
        .where('author_id', '=', authorId)
        .where(settled('profiles'))
        .executeTakeFirst();
      return profile(row);
    },
    /** What stands above an author's pages, in one question: what they say, and how much the viewer may see. */
    async head(authorId: string, viewer: Viewer): Promise<{ profile: Profile; counts: MemberCounts }> {
      const entries = () =>
        db
          .selectFrom('entries')
          .select((eb) => eb.fn.countAll<number>().as('n'))
          .where('entries.author_id', '=', authorId)
          .where(readable(viewer));
      const marks = (as: 'watched' | 'watchlist') =>
        db
          .selectFrom('marks')
          .select((eb) => eb.fn.countAll<number>().as('n'))
          .where('marks.author_id', '=', authorId)
          .where(`marks.${as}`, 'is not', null)
          .where(readableState(viewer, 'marks'));
      const lists = db
        .selectFrom('lists')
        .select((eb) => eb.fn.countAll<number>().as('n'))
        .where('lists.author_id', '=', authorId)
        .where(readableState(viewer, 'lists'));
      const row = await db
        .selectFrom('authors')
        .leftJoin('profiles', (join) =>
          join.onRef('profiles.author_id', '=', 'authors.id').on(settled('profiles')),
        )
        .select(COLUMNS)
        .select([
          entries().where('entries.viewed', 'is not', null).as('viewings'),
          entries().where('entries.has_text', '=', 1).as('reviews'),
          marks('watched').as('films'),
          marks('watchlist').as('watchlist'),
          lists.as('lists'),
        ])
        .where('authors.id', '=', authorId)
        .executeTakeFirst();
      return {
        profile: profile(row),
        counts: {
          viewings: Number(row?.viewings ?? 0),
          films: Number(row?.films ?? 0),
          reviews: Number(row?.reviews ?? 0),
          watchlist: Number(row?.watchlist ?? 0),
          lists: Number(row?.lists ?? 0),
        },
      };
    },
  };
}

export function profileWriter(db: WriteDb) {
  return {
    /** Sets the whole of what somebody says of themselves. */
    async set(authorId: string, said: Profile, now: number, batchId: string | null = null): Promise<void> {
      const columns = {
        bio_format: said.bio?.format ?? null,
        bio: said.bio?.source ?? null,
        bio_html: said.bio?.html ?? null,
        location: said.location,
        website: said.website,
        pronoun: said.pronoun,
        joined: said.joined,
        favourites: JSON.stringify(said.favourites),
        updated: now,
      };
      await db
        .insertInto('profiles')
        .values({ author_id: authorId, batch_id: batchId, ...columns })
        .onConflict((oc) => oc.column('author_id').doUpdateSet(columns))
        .execute();
    },
  };
}

const COLUMNS = [
  'profiles.bio_format',
  'profiles.bio',
  'profiles.bio_html',
  'profiles.location',
  'profiles.website',
  'profiles.pronoun',
  'profiles.joined',
  'profiles.favourites',
] as const;

function profile(row: Partial<Nullable<ProfilesTable>> | undefined): Profile {
  const { bio = null, bio_format: format = null, bio_html: html = null } = row ?? {};
  return {
    bio: bio !== null && format !== null && html !== null ? { format, source: bio, html } : null,
    location: row?.location ?? null,
    website: row?.website ?? null,
    pronoun: row?.pronoun ?? null,
    joined: row?.joined ?? null,
    favourites: JSON.parse(row?.favourites ?? '[]') as string[],
  };
}

type Nullable<T> = { [Key in keyof T]: T[Key] | null };
