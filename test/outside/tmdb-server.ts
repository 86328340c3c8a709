import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A film as version 3 of TMDB's interface gives it. */
export interface TestFilm {
  id: number;
  title: string;
  [other: string]: unknown;
}

/** A stand-in for TMDB. */
export interface TmdbServer {
  origin: string;
  films: Map<string, TestFilm>;
  /** Ids of films that have changed, page by page. */
  changes: number[][];
  /** What was asked: paths with their queries but the key, and how the key came. */
  asked: string[];
  keys: string[];
  /** Answers in place of the stand-in, where it returns true. */
  instead: (path: string, response: ServerResponse) => boolean;
  close(): Promise<void>;
}

export const V3_KEY = '0123456789abcdef0123456789abcdef';
export const V4_TOKEN = 'eyJhbGciOiJIUzI1NiJ9.eyJhdWQiOiJ0ZXN0In0.c2lnbmF0dXJlLW9mLWEtdGVzdA';

/** Starts a stand-in that knows no film yet. */
export async function startTmdb(): Promise<TmdbServer> {
  const films = new Map<string, TestFilm>();
  const json = (response: ServerResponse, value: unknown, status = 200) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
  const missing = { success: false, status_code: 34, status_message: 'not found' };
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://stand.in');
    const key = url.searchParams.get('api_key');
    url.searchParams.delete('api_key');
    mock.keys.push(key ?? request.headers.authorization ?? '');
    mock.asked.push(`${url.pathname}${url.search}`);
    response.on('error', () => undefined);
    if (mock.instead(url.pathname + url.search, response)) return;
    if (key !== V3_KEY && request.headers.authorization !== `Bearer ${V4_TOKEN}`)
      return json(response, { success: false, status_code: 7 }, 401);
    const [, what = '', id = ''] = /^\/3\/(find|movie|search)\/(\w+)$/.exec(url.pathname) ?? [];
    if (what === 'find') {
      const all = [...films.values()].filter((film) => imdbOf(film) === id);
      json(response, { movie_results: all.map(hitOf), tv_results: [] });
    } else if (what === 'search') {
      const words = url.searchParams.get('query')?.toLowerCase() ?? '';
      const year = url.searchParams.get('primary_release_year');
      const all = [...films.values()].filter(
        (film) =>
          JSON.stringify(film).toLowerCase().includes(words) &&
          (year === null || String(film.release_date ?? '').startsWith(year)),
      );
      json(response, {
        page: 1,
        results: all.map(hitOf).slice(0, 20),
        total_pages: Math.ceil(all.length / 20),
      });
    } else if (id === 'changes') {
      const page = Number(url.searchParams.get('page'));
      const results = (mock.changes[page - 1] ?? []).map((one) => ({ id: one, adult: false }));
      json(response, { page, results, total_pages: mock.changes.length });
    } else if (what === 'movie' && films.has(id)) json(response, films.get(id));
    else json(response, missing, 404);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const mock: TmdbServer = {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    ...{ films, changes: [], asked: [], keys: [] },
    instead: () => false,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return mock;
}

function imdbOf(film: TestFilm): unknown {
  return (film.external_ids as { imdb_id?: string } | undefined)?.imdb_id ?? film.imdb_id;
}

/** A film as a search finds it. */
function hitOf({ id, title, original_title, release_date }: TestFilm) {
  return { id, title, original_title, release_date };
}
