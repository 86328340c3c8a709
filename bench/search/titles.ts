import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

/** A film as the shared data name it. */
export interface NamedFilm {
  title: string;
  year: number | null;
  /** The same film's other titles. */
  others: string[];
  directors: string[];
  /** How many of the accounts have it: what a site that holds them would know of how much it is used. */
  uses: number;
}

/** Every film of the shared data, each once; the same title in the same year is one film. */
export function namedFilms(data: string): NamedFilm[] {
  const films = new Map<string, NamedFilm & { by: Set<string> }>();
  const add = (
    by: string | null,
    title: string,
    year: number | null,
    others: string[] = [],
    directors: string[] = [],
  ) => {
    const key = `${title.normalize('NFC').toLowerCase()} ${year}`;
    const film = films.get(key) ?? { title, year, others: [], directors: [], uses: 0, by: new Set() };
    films.set(key, film);
    if (by) film.by.add(by);
    for (const other of others)
      if (other !== film.title && !film.others.includes(other)) film.others.push(other);
    if (film.directors.length === 0) film.directors = directors;
  };
  letterboxd(data, add);
  imdb(data, add);
  movieLens(data, add);
  criticker(data, add);
  wikipedia(data, add);
  wikidata(data, add);
  return [...films.values()].map(({ by, ...film }) => ({ ...film, uses: by.size }));
}

type Add = (
  by: string | null,
  title: string,
  year: number | null,
  others?: string[],
  directors?: string[],
) => void;

function letterboxd(data: string, add: Add): void {
  const folder = join(data, 'letterboxd');
  for (const account of readdirSync(folder))
    for (const name of readdirSync(join(folder, account), { recursive: true, encoding: 'utf8' })) {
      if (!name.endsWith('.csv') || name.startsWith('orphaned') || name.startsWith('deleted')) continue;
      const text = readFileSync(join(folder, account, name), 'utf8').replaceAll('\0', '');
      // A list's own row stands above its films.
      const from = /^(?:Position|Date),Name,Year/m.exec(text)?.index;
      if (from === undefined) continue;
      for (const row of rows(text.slice(from))) if (row.Name) add(account, row.Name, yearOf(row.Year));
    }
}

function imdb(data: string, add: Add): void {
  for (const name of readdirSync(join(data, 'imdb'))) {
    const bytes = readFileSync(join(data, 'imdb', name));
    for (const row of rows(new TextDecoder(name.includes('latin1') ? 'latin1' : 'utf-8').decode(bytes))) {
      const type = (row['Title Type'] ?? row['Title type'] ?? '').toLowerCase();
      if (!row.Title || !/^(?:movie|film|feature film|tv ?movie|short|documentary|video)/.test(type))
        continue;
      const other = row['Original Title'];
      const directors = (row.Directors ?? '').split(', ').filter(Boolean);
      add(name, row.Title, yearOf(row.Year), other ? [other] : [], directors);
    }
  }
}

/** `City of Lost Children, The (Cité des enfants perdus, La) (1995)`. */
function movieLens(data: string, add: Add): void {
  for (const { title = '' } of rows(readFileSync(join(data, 'other/movielens-ratings.csv'), 'utf8'))) {
    const year = /\((\d{4})\)\s*$/.exec(title)?.[1];
    const names = title.replace(/\(\d{4}\)\s*$/, '').trim();
    const others = [...names.matchAll(/\((?:a\.k\.a\. )?([^()]+)\)/g)].map((match) =>
      articleFirst(match[1] ?? ''),
    );
    const own = articleFirst(names.replace(/\s*\([^()]*\)/g, '').trim());
    if (own) add('movielens', own, yearOf(year), others);
  }
}

function articleFirst(title: string): string {
  return title.replace(
    /^(.*), (The|A|An|La|Le|Les|L'|El|Los|Las|Il|Der|Die|Das|Un|Une)$/u,
    (_, rest, article: string) => (article.endsWith("'") ? `${article}${rest}` : `${article} ${rest}`),
  );
}

function criticker(data: string, add: Add): void {
  const text = readFileSync(join(data, 'other/criticker-ratings.xml'), 'utf8');
  for (const [, name = '', year] of text.matchAll(/<filmname>(.*?) \((\d{4})\)<\/filmname>/g))
    add('criticker', name.replaceAll('&amp;', '&').replaceAll('&#039;', "'"), yearOf(year));
}

function wikipedia(data: string, add: Add): void {
  const folder = join(data, 'wikipedia-movies');
  for (const name of readdirSync(folder))
    for (const { title, year } of JSON.parse(readFileSync(join(folder, name), 'utf8')) as {
      title: string;
      year: number;
    }[])
      add(null, title, year);
}

/** Titles in many languages, of the few films that are there. */
function wikidata(data: string, add: Add): void {
  const folder = join(data, 'wikidata');
  for (const name of readdirSync(folder)) {
    const { labels, statements } = JSON.parse(readFileSync(join(folder, name), 'utf8')) as {
      labels: Record<string, string>;
      statements: Record<string, { value: { content: { time?: string } } }[]>;
    };
    const years = (statements.P577 ?? []).map((one) => Number(one.value.content.time?.slice(1, 5)));
    const year = Math.min(...years.filter(Number.isFinite));
    if (labels.en) add(null, labels.en, year, [...new Set(Object.values(labels))]);
  }
}

function rows(text: string): Record<string, string>[] {
  return parse(text, {
    columns: true,
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
  });
}

function yearOf(text: string | undefined): number | null {
  return text && /^\d{4}$/.test(text) ? Number(text) : null;
}

/**
 * A larger catalogue of the same words: these films, and others whose titles begin like one of them and end like
 * another. Few are used much, as Zipf found.
 */
export function recombined(films: readonly NamedFilm[], count: number, random: () => number): NamedFilm[] {
  const any = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)]!;
  const directors = films.filter((film) => film.directors.length > 0);
  const made = films.map((film) => ({ ...film, uses: film.uses * film.uses * 40 }));
  while (made.length < count) {
    const [one, other] = [any(films), any(films)];
    const begins = one.title.split(' ').slice(0, 1 + Math.floor(random() * 3));
    const ends = other.title.split(' ').slice(-1 - Math.floor(random() * 3));
    made.push({
      title: [...begins, ...ends].join(' '),
      year: other.year,
      others: [],
      directors: random() < 0.8 ? any(directors).directors : [],
      uses: Math.floor(5000 / (1 + random() * count)),
    });
  }
  return made;
}
