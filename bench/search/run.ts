import { existsSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { openReads } from '../../src/store/engines/reads.ts';
import { openStore } from '../../src/store/open.ts';
import { answerer } from '../../src/store/search/answer.ts';
import { type PostgresServer, startPostgres } from '../../test/engines/postgres-server.ts';
import { chance } from '../seed.ts';
import { isMeant, type Query, readQueries } from './queries.ts';
import { fillCatalogue } from './site.ts';
import { type NamedFilm, namedFilms, recombined } from './titles.ts';

const SHOWN = 8;

/**
 * How often the film meant is first, and among the first five, over all titles of the shared data; and how long a
 * question takes over so many films of the same words, for each beginning of each query.
 */
export async function searching(parent: string, films: number, say: (line: string) => void): Promise<void> {
  const data = join(process.env.HOUSELIGHTS_SHARED ?? '../shared', 'data');
  if (!existsSync(data)) return say('The shared data are not here: no search is measured.');
  const named = namedFilms(data);
  const many = recombined(named, films, chance(3));
  const server = await startPostgres();
  say('\n| search | films | recall@1 | recall@5 | p50 ms | p99 ms | CPU p50 ms | CPU p99 ms |');
  say('| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |');
  try {
    const places = {
      SQLite: (name: string) => join(parent, `${name}.sqlite`),
      PostgreSQL: (name: string) => database(server, name),
    };
    for (const [engine, place] of Object.entries(places)) {
      const small = await place('named');
      await fill(small, named);
      const { first, five, of } = await recall(small);
      say(`| ${engine} | ${named.length} | ${part(first, of)} | ${part(five, of)} | | | | |`);
      const large = await place('many');
      await fill(large, many);
      for (const slips of [false, true]) {
        const queries = readQueries().filter(({ kind }) => (kind === 'typo') === slips);
        const what = slips ? 'with slips' : 'without slips';
        say(`| ${engine}, typed ${what} | ${many.length} | | | ${await times(large, queries)} |`);
      }
    }
  } finally {
    await server.stop();
  }
}

function part(some: number, all: number): string {
  return (some / all).toFixed(3);
}

async function database(server: PostgresServer, name: string): Promise<string> {
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  await client.query(`create database bench_${name} template template0`);
  await client.end();
  const url = new URL(server.url);
  url.pathname = `/bench_${name}`;
  return url.href;
}

async function fill(where: string, films: readonly NamedFilm[]): Promise<void> {
  const store = await openStore(where);
  await fillCatalogue(store, films).finally(() => store.close());
}

async function recall(where: string): Promise<{ first: number; five: number; of: number }> {
  const store = await openStore(where);
  const queries = readQueries();
  let first = 0;
  let five = 0;
  try {
    for (const query of queries) {
      const question = { kind: 'film' as const, text: query.typed, offset: 0, limit: 5 };
      const films = await store.reader.films.byIds((await store.reader.search.find(question)).ids);
      const at = films.findIndex((film) => isMeant(query, film));
      if (at === 0) first += 1;
      if (at >= 0) five += 1;
    }
  } finally {
    await store.close();
  }
  return { first, five, of: queries.length };
}

/** Every beginning of every query, each asked once after a first round; on PostgreSQL, processor time is ours alone. */
async function times(where: string, queries: readonly Query[]): Promise<string> {
  const reads = await openReads(where);
  const answer = answerer(reads);
  const typed = [
    ...new Set(
      queries.flatMap((query) => [...query.typed].map((_, at, all) => all.slice(0, at + 1).join(''))),
    ),
  ];
  const ask = (text: string) => answer({ kind: 'film', text, offset: 0, limit: SHOWN });
  for (const text of typed.slice(0, 300)) await ask(text);
  const took: number[] = [];
  const used: number[] = [];
  for (const text of typed) {
    const [began, before] = [performance.now(), process.cpuUsage()];
    await ask(text);
    const { user, system } = process.cpuUsage(before);
    took.push(performance.now() - began);
    used.push((user + system) / 1000);
  }
  await reads.close();
  return [at(took, 0.5), at(took, 0.99), at(used, 0.5), at(used, 0.99)].join(' | ');
}

function at(values: readonly number[], quantile: number): string {
  const sorted = values.toSorted((one, other) => one - other);
  return (sorted[Math.floor(sorted.length * quantile)] ?? 0).toFixed(1);
}
