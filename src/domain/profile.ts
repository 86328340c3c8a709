import type { Reader, Writer } from '../store/open.ts';
import type { Profile } from '../store/profile.ts';
import { safeLink } from './author.ts';
import { renderText, type TextFormat } from './text/render.ts';

export type { Profile };

/** The most favourite films somebody names. */
export const MOST_FAVOURITES = 4;

/** A film as a card shows it. */
export interface FilmCard {
  id: string;
  slug: string;
  title: string;
  year: number | null;
}

/** What somebody says of themselves, with their favourite films. */
export interface ShownProfile extends Profile {
  favouriteFilms: FilmCard[];
}

/** What somebody says of themselves, with their favourite films. */
export async function shownProfile(reader: Reader, profile: Profile): Promise<ShownProfile> {
  const { favourites } = profile;
  const found = favourites.length > 0 ? await reader.films.byIds(favourites) : [];
  const films = new Map(found.map((film) => [film.id, film]));
  return { ...profile, favouriteFilms: profile.favourites.flatMap((id) => films.get(id) ?? []) };
}

/** What somebody says of themselves, as they write it. */
export interface ProfileInput {
  bio: string;
  format: TextFormat;
  location: string | null;
  website: string | null;
  pronoun: string | null;
  favourites: readonly string[];
}

/** Keeps what somebody says of themselves. */
export async function saveProfile(
  writer: Writer,
  authorId: string,
  input: ProfileInput,
  now: number,
): Promise<void> {
  const before = await writer.profiles.of(authorId);
  await writer.profiles.set(
    authorId,
    {
      bio: bioOf(input.bio, input.format),
      location: input.location,
      website: safeLink(input.website),
      pronoun: input.pronoun,
      joined: before.joined,
      favourites: input.favourites.slice(0, MOST_FAVOURITES),
    },
    now,
  );
  await writer.versions.raise('films');
}

/** Words about somebody with what is derived from them; null where there are none. */
export function bioOf(written: string, format: TextFormat): Profile['bio'] {
  // No database of ours can hold a NUL.
  const source = written.replaceAll('\0', '');
  if (source.trim() === '') return null;
  const { html, length } = renderText(source, format);
  return length === 0 ? null : { format, source, html };
}
