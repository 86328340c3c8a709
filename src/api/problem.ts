import { DomainError } from '../domain/errors.ts';

/** Everything that may go wrong, with its status: each has its sentence in the words room. Stable. */
export const PROBLEMS = {
  'bad-request': 400,
  'bad-cursor': 400,
  'no-token': 401,
  'bad-token': 401,
  forbidden: 403,
  'not-found': 404,
  'no-such-address': 404,
  'wrong-method': 405,
  conflict: 409,
  'in-flight': 409,
  gone: 410,
  changed: 412,
  'too-large': 413,
  'wrong-media-type': 415,
  invalid: 422,
  'key-used': 422,
  'no-if-match': 428,
  'too-many': 429,
  broken: 500,
  busy: 503,
} as const;

export type ProblemName = keyof typeof PROBLEMS;

/** What is wrong with one part of what was sent. */
export interface FieldProblem {
  /** Where: a JSON pointer into the body (RFC 6901), or the name of a parameter. */
  at: string;
  detail: string;
}

/** What went wrong, as it is answered: RFC 9457, with members of ours behind its own. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  /** The problem's own name, whatever site says it. */
  name: ProblemName;
  /** Which of the kind it is, by the domain's own code. */
  code?: string;
  details?: Record<string, string | number>;
  errors?: FieldProblem[];
  /** By which the log knows a fault of ours. */
  instance?: string;
}

/** A refusal of the API itself, by the problem it is answered as. */
export class ApiProblem extends Error {
  override name = 'ApiProblem';
  readonly problem: ProblemName;
  readonly more: Pick<Problem, 'code' | 'details' | 'errors'>;
  readonly headers: Record<string, string>;
  constructor(
    problem: ProblemName,
    more: Pick<Problem, 'code' | 'details' | 'errors'> = {},
    headers: Record<string, string> = {},
  ) {
    super(problem);
    this.problem = problem;
    this.more = more;
    this.headers = headers;
  }
}

/** A thing that has another address now. */
export class Moved extends Error {
  override name = 'Moved';
  readonly slug: string;
  constructor(slug: string) {
    super(`moved to ${slug}`);
    this.slug = slug;
  }
}

const BY_KIND: Record<DomainError['kind'], ProblemName> = {
  'not-found': 'not-found',
  forbidden: 'forbidden',
  conflict: 'conflict',
  invalid: 'invalid',
  gone: 'gone',
  'too-large': 'too-large',
  'too-many': 'too-many',
};

/** Whatever was thrown, as a refusal; null for a fault of ours. */
export function refusalOf(error: unknown): ApiProblem | null {
  if (error instanceof ApiProblem) return error;
  if ((error as Error | undefined)?.name === 'Busy')
    return new ApiProblem('busy', {}, { 'retry-after': '5' });
  if (!(error instanceof DomainError)) return null;
  const { kind, code, details } = error;
  // Somebody else has changed it since it was read: what If-Match is for.
  if (code === 'edited-elsewhere') return new ApiProblem('changed');
  const said = Object.keys(details).length > 0 ? { details } : {};
  return new ApiProblem(BY_KIND[kind] ?? 'broken', { code, ...said });
}
