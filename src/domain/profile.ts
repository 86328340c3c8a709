import type { Reader, Writer } from '../store/open.ts';
import type { Profile } from '../store/profile.ts';
import { safeLink } from './author.ts';
import { titleKey } from './slug.ts';
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
  poster: string | null;
}

/** What somebody says of themselves, with their favourite films. */
export interface ShownProfile extends Profile {
  favouriteFilms: FilmCard[];
}

/** What somebody says of themselves, with their favourite films. */
export async function shownProfile(reader: Reader, profile: Profile): Promise<ShownProfile> {
  const { favourites } = profile;
  return { ...profile, favouriteFilms: favourites.length > 0 ? await reader.films.byIds(favourites) : [] };
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

/** What somebody says of themselves, as the fields of a form hold it. */
export interface ProfileFields {
  bio: string;
  location: string;
  website: string;
  pronoun: string;
  /** As many titles as there is room for, with their years; empty where no film is named. */
  favourites: string[];
}

/** What is wrong with the fields of a profile; `favourites` by their places. */
export interface ProfileWrong {
  long?: 'bio' | 'location' | 'pronoun';
  website?: true;
  favourites: (null | 'none' | 'several')[];
}

const LONGEST = { bio: 10_000, location: 100, pronoun: 40 } as const;

/** A profile as a form shows it. */
export async function profileFields(reader: Reader, authorId: string): Promise<ProfileFields> {
  const profile = await reader.profiles.of(authorId);
  const { favouriteFilms } = await shownProfile(reader, profile);
  const named = favouriteFilms.map(labelOf);
  return {
    bio: profile.bio?.source ?? '',
    location: profile.location ?? '',
    website: profile.website ?? '',
    pronoun: profile.pronoun ?? '',
    favourites: Array.from({ length: MOST_FAVOURITES }, (_, at) => named[at] ?? ''),
  };
}

/**
 * Reads the fields of a profile. A favourite that is named as before is the same film as before, so that one with
 * a namesake need not be told anew.
 *
 * @returns what is to be kept, in Letterboxd's markup; or what is wrong with the fields
 */
export async function readProfile(
  reader: Reader,
  authorId: string,
  fields: ProfileFields,
): Promise<{ input: ProfileInput } | { wrong: ProfileWrong }> {
  const { favouriteFilms } = await shownProfile(reader, await reader.profiles.of(authorId));
  const known = new Map(favouriteFilms.map((film) => [labelOf(film), film.id]));
  const favourites: string[] = [];
  const wrong: ProfileWrong = { favourites: [] };
  for (const text of fields.favourites.slice(0, MOST_FAVOURITES).map((one) => one.trim())) {
    const found = text === '' ? [] : [known.get(text) ?? (await filmsNamed(reader, text))].flat();
    wrong.favourites.push(text === '' || found.length === 1 ? null : found.length === 0 ? 'none' : 'several');
    if (found[0] && !favourites.includes(found[0])) favourites.push(found[0]);
  }
  for (const name of ['bio', 'location', 'pronoun'] as const)
    if ([...fields[name]].length > LONGEST[name]) wrong.long = name;
  const website = addressOf(fields.website);
  if (fields.website.trim() !== '' && website === null) wrong.website = true;
  if (wrong.long || wrong.website || wrong.favourites.some(Boolean)) return { wrong };
  const line = (text: string) => text.replace(/\s+/gu, ' ').trim() || null;
  const { bio, location, pronoun } = fields;
  return {
    input: { bio, format: 'lbml', location: line(location), website, pronoun: line(pronoun), favourites },
  };
}

/** Ids of the films a text names: by exact title, else but for accents, capitals and a leading article. */
async function filmsNamed(reader: Reader, text: string): Promise<string[]> {
  const [, title = text, digits] = /^(.*\S)\s*\((\d{4})\)$/su.exec(text) ?? [];
  const year = digits === undefined ? null : Number(digits);
  const exact = await reader.films.byTitle(title.normalize('NFC'), year);
  if (exact.length > 0) return exact.map(({ id }) => id);
  const key = titleKey(title);
  const { ids } = await reader.search.find({ kind: 'film', text: title, offset: 0, limit: 50 });
  const films = await reader.films.byIds(ids);
  const alike = films.filter((film) => titleKey(film.title) === key && (year === null || film.year === year));
  return alike.map(({ id }) => id);
}

function labelOf({ title, year }: FilmCard): string {
  return year === null ? title : `${title} (${year})`;
}

/** A web address as people type it, with or without what stands before the name. */
function addressOf(text: string): string | null {
  const typed = text.trim();
  if (typed === '') return null;
  return safeLink(/^[a-z][a-z0-9+.-]*:/i.test(typed) ? typed : `https://${typed}`);
}
