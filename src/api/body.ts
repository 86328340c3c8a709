import { DomainError } from '../domain/errors.ts';
import { ApiProblem } from './problem.ts';

/** The largest JSON that is taken, in bytes: the longest review, and room. */
export const MOST = 1_500_000;

/**
 * Reads JSON, counting bytes while they come. Texts have their line ends as \n, no NUL and no half characters, as
 * forms bring them.
 *
 * @throws ApiProblem `wrong-media-type` or `bad-request`; DomainError `too-large`
 */
export async function readJson(request: Request): Promise<unknown> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i.test(type))
    throw new ApiProblem('wrong-media-type', { details: { takes: 'application/json' } });
  const tooLarge = new DomainError('too-large', 'body-too-large', { most: MOST });
  if (Number(request.headers.get('content-length') ?? 0) > MOST) throw tooLarge;
  const pieces: Uint8Array[] = [];
  let size = 0;
  if (request.body)
    for await (const piece of request.body as unknown as AsyncIterable<Uint8Array>) {
      size += piece.length;
      if (size > MOST) throw tooLarge;
      pieces.push(piece);
    }
  try {
    return JSON.parse(Buffer.concat(pieces).toString(), (_, value: unknown) =>
      typeof value === 'string' ? plain(value) : value,
    );
  } catch {
    throw new ApiProblem('bad-request', { code: 'not-json' });
  }
}

function plain(text: string): string {
  return text.toWellFormed().replace(/\r\n?/g, '\n').replaceAll('\0', '');
}
