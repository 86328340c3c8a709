import { writeEntry } from '../domain/entry.ts';
import { saveProfile } from '../domain/profile.ts';
import type { Reader, Transact, Writer } from '../domain/reader.ts';
import { filmSlug, freeSlug, slugOf, titleKey } from '../domain/slug.ts';
import { entries, films, people } from './catalogue.ts';
import type { DemoEntry, DemoFilm } from './shape.ts';

const DAY = 86_400_000;

/**
 * Fills an empty site with the demonstration: films, the people who write about them, and what they wrote. Does
 * nothing on a site that has films already.
 *
 * @param now epoch milliseconds
 * @returns whether anything was put in
 */
export async function fillDemonstration(
  store: { reader: Reader; transact: Transact },
  now: number,
): Promise<boolean> {
  return store.transact(async (writer) => {
    if ((await writer.films.count()) > 0) return false;
    const filmIds = new Map<string, string>();
    for (const film of films) filmIds.set(film.slug, await addFilm(writer, film, now));
    const members = new Map<string, { memberId: string; authorId: string }>();
    for (const person of people) {
      const author = { name: person.name, source: 'local' as const, key: `member:${person.username}` };
      const authorId = await writer.authors.add(author, now);
      const member = { accountId: null, authorId, username: person.username, role: 'member' as const };
      members.set(person.username, { authorId, memberId: await writer.members.add(member, now) });
      await saveProfile(
        writer,
        authorId,
        {
          bio: person.bio ?? '',
          format: 'plain',
          location: person.place ?? null,
          website: null,
          pronoun: null,
          favourites: (person.favourites ?? []).flatMap((slug) => filmIds.get(slug) ?? []),
        },
        now,
      );
    }
    for (const [index, entry] of entries.entries()) {
      const filmId = filmIds.get(entry.film);
      const member = members.get(entry.person);
      if (filmId && member)
        await addEntry(writer, filmId, member, entry, now - (entries.length - index) * DAY);
    }
    await writer.site.set({ settings: { demonstration: true } }, now);
    await writer.versions.raise('site', 'films');
    return true;
  });
}

async function addFilm(writer: Writer, film: DemoFilm, now: number): Promise<string> {
  const slug = await freeSlug(filmSlug(film.title, film.year), writer.films.slugTaken);
  const id = await writer.films.add({ ...film, slug, titleKey: titleKey(film.title) }, now);
  const credits = [
    ...film.directors.map((name) => ({ name, role: 'director', character: null })),
    ...film.cast.map(({ name, character }) => ({ name, role: 'actor', character: character ?? null })),
  ];
  for (const [position, { name, role, character }] of credits.entries()) {
    const personId = (await writer.people.byName(name))?.id ?? (await addPerson(writer, name, now));
    await writer.films.addCredit({ filmId: id, personId, role, position, character, batchId: null }, now);
  }
  for (const [scheme, value] of Object.entries(film.ids ?? {}))
    await writer.films.addExternalId(id, scheme, value, null);
  return id;
}

async function addPerson(writer: Writer, name: string, now: number): Promise<string> {
  const slug = await freeSlug(slugOf(name) || 'person', writer.people.slugTaken);
  return writer.people.add({ name, slug }, now);
}

async function addEntry(
  writer: Writer,
  filmId: string,
  by: { memberId: string; authorId: string },
  entry: DemoEntry,
  otherwise: number,
): Promise<void> {
  const instant = entry.written ? Date.parse(`${entry.written}T12:00:00Z`) : otherwise;
  const input = {
    rating: entry.rating ?? null,
    liked: entry.liked ?? false,
    viewed: entry.viewed ?? null,
    rewatch: entry.rewatch ?? false,
    tags: entry.tags ?? [],
    title: entry.title ?? null,
    text: entry.text ?? '',
    format: 'lbml' as const,
    spoiler: entry.spoiler ?? ('no' as const),
    language: entry.language ?? null,
    visibility: 'everyone' as const,
    venue: entry.venue ?? null,
  };
  const today = new Date(instant).toISOString().slice(0, 10);
  await writeEntry(writer, filmId, input, { ...by, now: instant, today, waits: false });
}
