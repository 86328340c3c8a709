import type { PageCache } from './page-cache.ts';
import { respond } from './reply.ts';

/**
 * Answers a reader who asks for what others were shown, before anything is looked up: while nobody has written
 * anything to the database, what was exact is exact.
 */
export interface Front {
  /** The answer, at once; null when the page has to be asked for in the ordinary way. */
  answer(request: Request): Response | null;
  /**
   * Learns what a request was answered in the ordinary way: the copy of `page` under `etag`, exact before the
   * instant `until`.
   */
  learn(request: Request, answered: Omit<Answered, 'revision'>): void;
}

interface Answered {
  page: string;
  etag: string;
  /** Epoch milliseconds from which on it is another, though nobody writes. */
  until: number;
  /** What else is said to whoever has it already. */
  headers?: Readonly<Record<string, string>> | undefined;
  /** The revision of the database at which it was exact; null until it is asked for again. */
  revision: number | null;
}

const MOST = 2000;
const LONGEST = 500;

/**
 * @param revision tells of any change at once; null where it cannot, and nothing is answered here
 * @param unchanged the answer to whoever has the page already
 * @param signsIn whether a cookie may be that of somebody who is signed in, for whom nothing is kept
 */
export function openFront(parts: {
  cache: PageCache;
  revision: () => number | null;
  unchanged: (etag: string, headers?: Readonly<Record<string, string>>) => Response;
  signsIn: (cookie: string) => boolean;
  now: () => number;
}): Front {
  const { cache, revision, unchanged, signsIn, now: clock } = parts;
  const known = new Map<string, Answered>();
  /** The revision that a request found before it went on: whatever it reads is at least as new. */
  const found = new WeakMap<Request, number>();
  /** All of a request that its answer depends on; null where it is never kept. */
  const askedOf = ({ method, headers, url }: Request): string | null => {
    if (method !== 'GET') return null;
    const cookie = headers.get('cookie');
    if (cookie !== null && signsIn(cookie)) return null;
    const asked = `${headers.get('accept-encoding')}\n${headers.get('accept-language')}\n${url}`;
    const origin = headers.get('origin');
    return origin === null ? asked : `${asked}\n${origin}`;
  };
  return {
    answer(request) {
      const asked = known.size === 0 ? null : askedOf(request);
      const answered = asked === null ? undefined : known.get(asked);
      if (!answered || clock() >= answered.until) return null;
      const now = told(revision);
      if (now === null) return null;
      if (answered.revision !== now) {
        found.set(request, now);
        return null;
      }
      if (request.headers.get('if-none-match') === answered.etag)
        return unchanged(answered.etag, answered.headers);
      const kept = cache.get(answered.page, answered.etag);
      return kept ? respond(kept) : null;
    },
    learn(request, answered) {
      const asked = askedOf(request);
      if (asked === null || asked.length > LONGEST) return;
      if (known.size >= MOST && !known.has(asked)) known.clear();
      known.set(asked, { ...answered, revision: found.get(request) ?? null });
    },
  };
}

/** A database that cannot be read is told of by the ordinary way. */
function told(revision: () => number | null): number | null {
  try {
    return revision();
  } catch {
    return null;
  }
}
