import type { Context } from 'hono';
import type { z } from 'zod';
import { MOST_BYTES, MOST_FILES } from '../domain/upload.ts';
import { readUpload } from '../interchange/upload.ts';
import { readJson } from './body.ts';
import type { ApiServices, Operation } from './operation.ts';
import { ApiProblem, type FieldProblem } from './problem.ts';

/** What a form of files has beside them. */
const AROUND = 100_000;
const MOST_FAULTS = 20;

/** What was sent, read by the schemas of its operation. */
export interface Input {
  params: unknown;
  query: unknown;
  body: unknown;
}

/**
 * Reads what was sent.
 *
 * @throws ApiProblem `bad-request` for an address, `invalid` for a body that is not as it should be
 */
export async function readInput(one: Operation, c: Context, files: ApiServices['files']): Promise<Input> {
  const params = one.params ? checked(one.params, c.req.param(), 'bad-request') : undefined;
  const query = checkedQuery(one, new URL(c.req.url).searchParams);
  if (one.body === undefined) return { params, query, body: undefined };
  if (one.body === 'files') {
    if (!/^multipart\/form-data\s*;/i.test(c.req.header('content-type') ?? ''))
      throw new ApiProblem('wrong-media-type', { details: { takes: 'multipart/form-data' } });
    const limits = { most: MOST_BYTES + AROUND, files: MOST_FILES };
    return { params, query, body: await readUpload(c.req.raw, limits, files.put, files.release) };
  }
  return { params, query, body: checked(one.body, await readJson(c.req.raw), 'invalid') };
}

function checked(schema: z.ZodType, value: unknown, problem: 'bad-request' | 'invalid'): unknown {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  throw new ApiProblem(problem, { code: 'shape', errors: faultsOf(read.error.issues) });
}

function faultsOf(issues: readonly z.core.$ZodIssue[]): FieldProblem[] {
  return issues.slice(0, MOST_FAULTS).map(({ path, message }) => ({
    at: path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join(''),
    detail: message,
  }));
}

/** An address's questions, each once, but where several are asked for by their schema. */
function checkedQuery({ query }: Operation, asked: URLSearchParams): unknown {
  if (query === undefined) {
    const [name] = asked.keys();
    if (name === undefined) return undefined;
    throw new ApiProblem('bad-request', {
      code: 'shape',
      errors: [{ at: `/${name.slice(0, 100)}`, detail: 'unknown' }],
    });
  }
  const shape: Record<string, z.ZodType> = query.shape;
  const several = (name: string) => Object.hasOwn(shape, name) && inner(shape[name])?.def.type === 'array';
  const values = [...new Set(asked.keys())].map((name) => {
    const all = asked.getAll(name);
    return [name, several(name) || all.length > 1 ? all : all[0]];
  });
  return checked(query, Object.fromEntries(values), 'bad-request');
}

function inner(schema: z.ZodType | undefined): z.ZodType | undefined {
  const wrapped = schema as { unwrap?: () => z.ZodType; def: { type: string } } | undefined;
  return wrapped?.def.type === 'optional' || wrapped?.def.type === 'default'
    ? inner(wrapped.unwrap?.())
    : schema;
}
