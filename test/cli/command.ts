import { run } from '../../src/cli/run.ts';

/** How a command ended: its exit code and what it printed. */
export interface Ended {
  code: number;
  out: string;
  err: string;
  /** Standard output as the one JSON object it must be. */
  json: () => Record<string, unknown>;
}

/** Runs the command line in this process. */
export async function houselights(
  argv: readonly string[],
  around: { input?: string; environment?: Record<string, string>; terminal?: boolean } = {},
): Promise<Ended> {
  let out = '';
  let err = '';
  const code = await run(argv, {
    environment: around.environment ?? {},
    input: piped(around.input ?? ''),
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    terminal: around.terminal ?? false,
  });
  return { code, out, err, json: () => JSON.parse(out) as Record<string, unknown> };
}

async function* piped(text: string): AsyncGenerator<Uint8Array> {
  if (text) yield Buffer.from(text);
}

/** A film with reviews, as schema.org says it; each review is by somebody else. */
export function filmWithReviews(name: string, ...reviews: object[]): string {
  return JSON.stringify({
    '@context': 'https://schema.org',
    '@type': 'Movie',
    name,
    dateCreated: '1951',
    review: reviews.map((review) => ({ '@type': 'Review', ...review })),
  });
}
