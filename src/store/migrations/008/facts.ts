import { type Kysely, sql } from 'kysely';

/** A film as it was kept before facts were. */
interface FormerFilm {
  id: string;
  title: string;
  title_key: string;
  original_title: string | null;
  year: number | null;
  released: string | null;
  runtime: number | null;
  synopsis: string | null;
  synopsis_language: string | null;
  countries: string;
  languages: string;
  genres: string;
  batch_id: string | null;
  updated: number;
}

interface FormerCredit {
  film_id: string;
  role: string;
  name: string;
  character: string | null;
  batch_id: string | null;
}

/** Tables as this migration leaves them. */
interface Made {
  films: FormerFilm;
  facts: Record<string, string | number | null>;
  film_titles: Record<string, string | number | null>;
  film_terms: Record<string, string>;
}

const FILMS_AT_ONCE = 500;
const ROWS_AT_ONCE = 200;

/** Makes facts, titles and terms of what films held. */
export async function factsOfFilms(any: Kysely<unknown>): Promise<void> {
  const db = any as Kysely<Made>;
  const demonstration = await sql`select 1 from site where settings like '%"demonstration":true%'`.execute(
    db,
  );
  const otherwise = demonstration.rows.length > 0 ? 'demonstration' : 'import';
  for (let after = ''; ; ) {
    const films = await db
      .selectFrom('films')
      .selectAll()
      .where('id', '>', after)
      .orderBy('id')
      .limit(FILMS_AT_ONCE)
      .execute();
    const last = films.at(-1);
    if (!last) return;
    const { rows: credits } = await sql<FormerCredit>`
      select credits.film_id, credits.role, people.name, credits.character, credits.batch_id
      from credits join people on people.id = credits.person_id
      where credits.film_id > ${after} and credits.film_id <= ${last.id}
      order by credits.film_id, credits.position`.execute(db);
    const byFilm = Map.groupBy(credits, ({ film_id }) => film_id);
    const facts = films.flatMap((film) => factsOf(film, byFilm.get(film.id) ?? [], otherwise));
    await insert(db, 'facts', facts);
    await insert(db, 'film_titles', films.flatMap(titlesOf));
    await insert(db, 'film_terms', films.flatMap(termsOf));
    after = last.id;
  }
}

async function insert(
  db: Kysely<Made>,
  table: 'facts' | 'film_titles' | 'film_terms',
  rows: Made['facts'][],
): Promise<void> {
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE)
    await db
      .insertInto(table)
      .values(rows.slice(start, start + ROWS_AT_ONCE) as never)
      .execute();
}

function factsOf(film: FormerFilm, credits: FormerCredit[], otherwise: string): Made['facts'][] {
  const fact = (field: string, value: unknown, batch: string | null, language: string | null = null) => ({
    film_id: film.id,
    field,
    source: batch === null ? otherwise : 'import',
    value: JSON.stringify(value),
    language,
    licence: null,
    link: null,
    fetched: film.updated,
    member_id: null,
    batch_id: batch,
  });
  const columns = Object.entries({
    title: film.title,
    'original-title': film.original_title,
    year: film.year,
    released: film.released,
    runtime: film.runtime,
    [`synopsis:${film.synopsis_language ?? 'und'}`]: film.synopsis,
    countries: JSON.parse(film.countries),
    languages: JSON.parse(film.languages),
    genres: JSON.parse(film.genres),
  }).filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0));
  const byRole = Map.groupBy(credits, ({ role }) => role);
  return [
    ...columns.map(([field, value]) => fact(field, value, film.batch_id)),
    ...[...byRole].map(([role, some]) =>
      fact(
        `credits:${role}`,
        some.map(({ name, character }) => (character === null ? { name } : { name, character })),
        some[0]?.batch_id ?? null,
      ),
    ),
  ];
}

function titlesOf({ id, title, title_key, original_title }: FormerFilm): Made['film_titles'][] {
  const titles = [{ title, kind: 'title', key: title_key }];
  if (original_title !== null && original_title !== title)
    titles.push({ title: original_title, kind: 'original', key: keyOf(original_title) });
  return titles.map(({ title, kind, key }, position) => ({
    film_id: id,
    position,
    title,
    language: null,
    kind,
    title_key: key,
  }));
}

function termsOf({ id, countries, languages, genres, year }: FormerFilm): Made['film_terms'][] {
  const terms = new Map<string, Made['film_terms']>();
  const add = (kind: string, term: string, name: string) => {
    if (term !== '' && !terms.has(`${kind}:${term}`))
      terms.set(`${kind}:${term}`, { film_id: id, kind, term, name });
  };
  for (const name of JSON.parse(countries) as string[]) add('country', wordsOf(name), name);
  for (const name of JSON.parse(languages) as string[]) add('language', name.toLowerCase(), name);
  for (const name of JSON.parse(genres) as string[]) add('genre', genreOf(name), name);
  if (year !== null) add('decade', `${Math.floor(year / 10) * 10}s`, `${Math.floor(year / 10) * 10}s`);
  return [...terms.values()];
}

/** The words of an address, as they were made when this migration was written. */
function wordsOf(text: string): string {
  const words = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’]/gu, '')
    .match(/[\p{L}\p{M}\p{N}]+/gu);
  return [...(words ?? []).join('-')].slice(0, 120).join('').replace(/-$/u, '');
}

function genreOf(text: string): string {
  const term = wordsOf(text.replace(/\s+(?:film|movie)s?$/iu, ''));
  return term === 'sci-fi' ? 'science-fiction' : term;
}

/** The sort key of a title, as it was made when this migration was written. */
function keyOf(title: string): string {
  const articles = /^(?:the|a|an|der|die|das|le|la|les|l'|el|los|las|il|lo|gli|o|os)\s+|^l['’]/iu;
  const plain = title
    .normalize('NFKD')
    .replace(/(?<=\p{Script=Latin})\p{M}+/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .trim();
  return plain.replace(articles, '').trim() || plain || title;
}
