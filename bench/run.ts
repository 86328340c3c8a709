/**
 * `npm run bench`: seeds a site, measures the server's own processor time per request beside a bare node:http
 * server that sends the same bytes, and prints a table. `--full` seeds 100k films with a million reviews, and for
 * the row on growth a million films with ten million entries (about 20 GB of disk); `--quick` shortens every
 * stretch, to see that it runs; `--only rendered,search` measures some of the rows.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startPostgres } from '../test/engines/postgres-server.ts';
import { ensureBuilt } from '../tools/build.js';
import { coldStart } from './cold-start.ts';
import { ratingsCost } from './import-ratings.ts';
import { type Cost, load, type Served, start } from './load.ts';
import { loadCost, perSecond } from './load-films.ts';
import { questionsOfFilmPage } from './questions.ts';
import { searching } from './search/run.ts';
import { type Seeded, seedSite } from './site.ts';

const { values: flags } = parseArgs({
  options: { full: { type: 'boolean' }, quick: { type: 'boolean' }, only: { type: 'string' } },
});
const SIZE = flags.full ? { films: 100_000, reviews: 1_000_000 } : { films: 10_000, reviews: 100_000 };
const SMALL = { films: 1000, reviews: 10_000 };
const GROWN = { films: 1_000_000, reviews: 1_000_000, entries: 10_000_000 };
const SEARCHED = flags.full ? 1_000_000 : flags.quick ? 20_000 : 100_000;
const RUNS = flags.quick ? 1 : 5;
const WARM_MS = flags.quick ? 500 : 5000;
const RUN_MS = flags.quick ? 500 : 2000;
const MOST_BYTES = 14 * 1024;

await ensureBuilt();
const parent = mkdtempSync(join(tmpdir(), 'houselights-bench-'));
try {
  await bench();
} finally {
  rmSync(parent, { recursive: true, force: true });
}

async function bench(): Promise<void> {
  if (flags.only === 'search') return searching(parent, SEARCHED, say);
  if (flags.only === 'films') {
    header();
    return loadingFilms();
  }
  const site = await seedSite(parent, 'site', SIZE);
  say(`${SIZE.films} films and ${SIZE.reviews} reviews, seeded in ${site.seconds.toFixed(0)} s.\n`);
  header();
  const rows = {
    rendered: () => besideBare(site),
    growth: () => growth(site),
    queries,
    weight: () => weight(site),
    start: () => starting(site),
    import: importing,
    films: loadingFilms,
    search: () => searching(parent, SEARCHED, say),
  };
  for (const [name, row] of Object.entries(rows))
    if (!flags.only || flags.only.split(',').includes(name)) await row();
}

function header(): void {
  say('| what | ours | beside | ratio | goal | p50 ms | p99 ms | p99/p50 |');
  say('| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |');
}

/** The rows that are compared with a bare server. */
async function besideBare({ folder, slugs, anyFilm, eachFilm }: Seeded): Promise<void> {
  const middling = `/film/${slugs[Math.floor(slugs.length / 400)]}`;
  const most = `/film/${slugs[0]}`;
  const rendering = await start('bench/server.ts', folder, '0');
  const keeping = await start('bench/server.ts', folder, '1');
  try {
    const bytes = await sample(rendering, middling, 'middling.html');
    const largest = await sample(rendering, most, 'most.html');
    await pair('film page, rendered and compressed, Zipf over all', 3, rendering, anyFilm, 'compress', bytes);
    await pair('the page with most reviews, rendered', 3, rendering, () => most, 'compress', largest);
    await pair('the same page again, kept', 1.5, keeping, () => middling, 'ready', bytes);
    const etag = await etagOf(keeping, middling);
    await pair('answered 304', 1.5, keeping, () => middling, 'unchanged', bytes, { 'if-none-match': etag });
    await askForAll(keeping, slugs);
    await pair('film page as readers are served, Zipf over all', 3, keeping, anyFilm, 'compress', bytes);
    await pair('the same, each film as often as any other', 3, keeping, eachFilm, 'compress', bytes);
  } finally {
    await rendering.stop();
    await keeping.stop();
  }
}

/** Asks once for each film's page: what is kept of them from then on lies in memory and on the disk. */
async function askForAll(served: Served, slugs: readonly string[]): Promise<void> {
  const left = slugs.values();
  const some = async () => {
    for (const slug of left) await sentBytes(served, `/film/${slug}`);
  };
  await Promise.all([some(), some(), some(), some()]);
}

/** Measures ours and a bare server in turn, and prints the medians of their processor time. */
async function pair(
  what: string,
  goal: number,
  ours: Served,
  paths: () => string,
  mode: string,
  file: string,
  headers?: Record<string, string>,
): Promise<void> {
  const bare = await start('bench/bare.ts', file, mode);
  try {
    const [mine, other] = await inTurn([ours, paths], [bare, paths], headers);
    row(what, mine, other, goal);
  } finally {
    await bare.stop();
  }
}

type Side = [served: Served, paths: () => string];

async function inTurn(one: Side, two: Side, headers: Record<string, string> = {}): Promise<[Cost, Cost]> {
  const costs: [Cost[], Cost[]] = [[], []];
  for (const [served, paths] of [one, two]) await load(served, paths, { milliseconds: WARM_MS, headers });
  for (let run = 0; run < RUNS; run += 1)
    for (const [side, [served, paths]] of [one, two].entries())
      costs[side]!.push(await load(served, paths, { milliseconds: RUN_MS, headers }));
  return [median(costs[0]), median(costs[1])];
}

function median(costs: Cost[]): Cost {
  return costs.toSorted((a, b) => a.cpu - b.cpu)[Math.floor(costs.length / 2)]!;
}

/** The same page, rendered, of a site that has grown beside one that has not. */
async function growth(site: Seeded): Promise<void> {
  const small = await seedSite(parent, 'small', SMALL);
  const grown = flags.full ? await seedSite(parent, 'grown', GROWN) : site;
  if (flags.full) say(`(${GROWN.films} films and ${GROWN.entries} entries: ${grown.seconds.toFixed(0)} s)`);
  const servers = [await start('bench/server.ts', grown.folder, '0')];
  servers.push(await start('bench/server.ts', small.folder, '0'));
  try {
    const [large, little] = servers as [Served, Served];
    const [mine, other] = await inTurn([large, grown.anyFilm], [little, small.anyFilm]);
    const { films, reviews, entries = reviews } = grown.size;
    row(
      `growth: ${films} films and ${entries} entries beside ${SMALL.films} and ${SMALL.reviews}`,
      mine,
      other,
      1.3,
    );
  } finally {
    for (const server of servers) await server.stop();
  }
}

async function queries(): Promise<void> {
  for (const reviews of [10, 1000])
    plain(
      `questions of a film’s page with ${reviews} reviews`,
      `${await questionsOfFilmPage(parent, reviews)}`,
      '≤ 6',
    );
}

/** What a browser is sent for a film's page before it can be read: HTML and CSS, compressed. */
async function weight({ folder, slugs }: Seeded): Promise<void> {
  const served = await start('bench/server.ts', folder, '0');
  try {
    const page = `/film/${slugs[Math.floor(slugs.length / 400)]}`;
    const text = await (await fetch(`${served.url}${page}`)).text();
    const sheets = [...text.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, href]) => href ?? '');
    const sizes = await Promise.all([page, ...sheets].map((path) => sentBytes(served, path)));
    const sum = sizes.reduce((all, size) => all + size, 0);
    const reviews = text.split('<article').length - 1;
    plain(
      `HTML and CSS of a film’s page with ${reviews} reviews, bytes`,
      `${sum} (${sizes.join(' + ')})`,
      `≤ ${MOST_BYTES}`,
    );
  } finally {
    await served.stop();
  }
}

/** Bytes of an answer as they are sent, compressed. */
async function sentBytes(served: Served, path: string): Promise<number> {
  const answer = await fetch(`${served.url}${path}`, { headers: { 'accept-encoding': 'br' } });
  await answer.arrayBuffer();
  return Number(answer.headers.get('content-length'));
}

async function starting({ folder, slugs }: Seeded): Promise<void> {
  const starts = [];
  for (let run = 0; run < (flags.quick ? 1 : 3); run += 1)
    starts.push(await coldStart(folder, `/film/${slugs[Math.floor(slugs.length / 400)]}`));
  const least = starts.toSorted((a, b) => a.firstPage - b.firstPage)[0]!;
  const { firstPage, processor, idle } = least;
  plain('cold start to first page, ms', `${firstPage.toFixed(0)} (${processor} of processor time)`, '≤ 1000');
  plain('idle memory, MB', (idle / 1e6).toFixed(0), '≤ 150');
}

/** Ratings of films that are known, brought in by the command on SQLite, beside reading them alone. */
async function importing(): Promise<void> {
  const {
    rows,
    parse,
    import: brought,
    memory,
  } = await ratingsCost(parent, flags.full ? 1_000_000 : 20_000, null);
  const ratio = (brought.cpu / parse.cpu).toFixed(1);
  const times = `${brought.cpu.toFixed(1)} beside ${parse.cpu.toFixed(1)} s: 1/${ratio}`;
  plain(`import of ${rows} ratings beside parsing them, processor time`, times, '≥ 1/10');
  plain('its memory, MB', (memory / 1e6).toFixed(0), '≤ 200');
}

/** Films of a file like IMDb's, loaded by the command into an empty site, the whole process counted. */
async function loadingFilms(): Promise<void> {
  const films = flags.quick ? 10_000 : 100_000;
  const cost = await loadCost(parent, films, null);
  plain(`${films} films loaded, a second of processor time`, String(perSecond(cost)), '≥ 5000');
  plain('a second by the clock', String(Math.round(films / cost.seconds)), '');
  plain('its memory, MB', (cost.memory / 1e6).toFixed(0), '');
  const { p50 = 0, p99 = 0 } = cost.lock ?? {};
  plain('the write lock held, p50 and p99, ms', `${p50.toFixed(0)}, ${p99.toFixed(0)}`, '≤ 50');
  const server = await startPostgres();
  try {
    const other = await loadCost(parent, films, server.url);
    plain('the same on PostgreSQL, its server not counted', String(perSecond(other)), '');
    plain('a second by the clock, its server with it', String(Math.round(films / other.seconds)), '');
  } finally {
    await server.stop();
  }
}

/** Keeps a page's bytes in a file, for the bare server to send. */
async function sample(served: Served, path: string, name: string): Promise<string> {
  const file = join(parent, name);
  writeFileSync(file, await (await fetch(`${served.url}${path}`)).text());
  return file;
}

async function etagOf(served: Served, path: string): Promise<string> {
  const response = await fetch(`${served.url}${path}`, { headers: { 'accept-encoding': 'br' } });
  await response.arrayBuffer();
  return response.headers.get('etag') ?? '';
}

function row(what: string, ours: Cost, beside: Cost, goal: number): void {
  const ratio = (ours.cpu / beside.cpu).toFixed(2);
  const times = [ours.p50, ours.p99, ours.p99 / ours.p50].map((value) => value.toFixed(2));
  const cells = [
    what,
    `${ours.cpu.toFixed(0)} µs`,
    `${beside.cpu.toFixed(0)} µs`,
    ratio,
    `≤ ${goal}`,
    ...times,
  ];
  say(`| ${cells.join(' | ')} |`);
}

function plain(what: string, ours: string, goal: string): void {
  say(`| ${[what, ours, '', '', goal, '', '', ''].join(' | ')} |`);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
