import { z } from 'zod';
import { SCOPES } from '../domain/token.ts';
import { BASE } from './app.ts';
import { type Operation, TAGS } from './operation.ts';
import { PROBLEMS, type ProblemName } from './problem.ts';
import { SENT, TAKEN } from './schema.ts';

type Json = Record<string, unknown>;

const LIMITED = {
  RateLimit: { $ref: '#/components/headers/RateLimit' },
  'RateLimit-Policy': { $ref: '#/components/headers/RateLimit-Policy' },
};
const HEADERS: Json = {
  ETag: { description: 'what tells this from any other state of it', schema: { type: 'string' } },
  Link: { description: 'the address of the next page, `rel="next"` (RFC 8288)', schema: { type: 'string' } },
  Location: { description: 'where it is', schema: { type: 'string' } },
  RateLimit: {
    description: 'how many requests are left (`r`), and in how many seconds there are all again (`t`)',
    schema: { type: 'string' },
    example: '"api-read";r=599;t=300',
  },
  'RateLimit-Policy': {
    description: 'how many requests there are (`q`) in so many seconds (`w`)',
    schema: { type: 'string' },
    example: '"api-read";q=600;w=300',
  },
  'Retry-After': { description: 'so many seconds to wait', schema: { type: 'integer' } },
  'Idempotent-Replayed': {
    description: '`true` where this was answered before under the same key',
    schema: { type: 'string' },
  },
};

/** What the API is, as OpenAPI 3.1 says it: made of the very schemas by which it reads and answers. */
export function openApi(operations: readonly Operation[], origin: string): Json {
  return {
    openapi: '3.1.1',
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    info: {
      title: 'Houselights',
      version: '1',
      summary: 'films, and the reviews people wrote of them, wherever they wrote them',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: `${origin}${BASE}` }],
    security: [{}],
    tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
    paths: pathsOf(operations),
    components: {
      securitySchemes: {
        token: {
          type: 'http',
          scheme: 'bearer',
          description: `a token of a member’s settings; what it allows is among ${SCOPES.join(', ')}`,
        },
      },
      headers: HEADERS,
      parameters: {
        'If-None-Match': header('If-None-Match', 'the ETag of what you have: 304 where it is still so'),
        'Idempotency-Key': header('Idempotency-Key', 'of your making; the same request is carried out once'),
      },
      responses: responses(operations),
      schemas: { ...schemasOf(SENT, 'output'), ...schemasOf(TAKEN, 'input'), Problem: PROBLEM },
    },
  };
}

function header(name: string, description: string): Json {
  return { name, in: 'header', required: false, description, schema: { type: 'string' } };
}

function pathsOf(operations: readonly Operation[]): Json {
  const paths: Record<string, Json> = {};
  for (const one of operations) {
    const path = paths[one.path] ?? {};
    path[one.method.toLowerCase()] = operationOf(one);
    paths[one.path] = path;
  }
  return paths;
}

function operationOf(one: Operation): Json {
  const { id, tag, summary, scope } = one;
  const description = descriptionOf(one);
  return {
    operationId: id,
    tags: [tag],
    summary,
    ...(description ? { description } : {}),
    // A token is welcome everywhere; where none is needed, the second is to ask without one.
    security: scope === null ? [{ token: [] }, {}] : [{ token: [scope] }],
    parameters: parametersOf(one),
    ...(one.body === undefined ? {} : { requestBody: bodyOf(one.body) }),
    responses: { ...answersOf(one), ...refusalsOf(one) },
  };
}

/** In English, as all that the file says. */
const WHO = { owner: 'For the owners.' } as const;

/** What is said of an operation beyond its line, and who alone may ask for it. */
export function descriptionOf({ description, who }: Operation): string {
  return [who ? WHO[who] : '', description ?? ''].filter((said) => said !== '').join(' ');
}

function parametersOf(one: Operation): Json[] {
  const each = (shape: z.ZodObject | undefined, place: 'path' | 'query') => {
    const { properties = {}, required = [] } = shape ? plain(shape, 'input') : {};
    return Object.entries(properties as Record<string, Json>).map(([name, schema]) => {
      const { description, ...rest } = schema;
      return {
        ...{ name, in: place, required: place === 'path' || (required as string[]).includes(name) },
        ...(description === undefined ? {} : { description }),
        schema: rest,
      };
    });
  };
  const known = (name: string) => ({ $ref: `#/components/parameters/${name}` });
  return [
    ...each(one.params, 'path'),
    ...each(one.query, 'query'),
    ...(one.method === 'GET' ? [known('If-None-Match')] : []),
    ...(one.match
      ? [{ ...header('If-Match', `the ETag of GET ${one.match.of.path}`), required: one.match.must === true }]
      : []),
    ...(one.method === 'POST' ? [known('Idempotency-Key')] : []),
  ];
}

function bodyOf(body: NonNullable<Operation['body']>): Json {
  if (body !== 'files')
    return { required: true, content: { 'application/json': { schema: schemaOf(body, 'input') } } };
  const files = { type: 'array', items: { type: 'string', contentMediaType: 'application/octet-stream' } };
  const schema = { type: 'object', properties: { files }, required: ['files'] };
  return { required: true, content: { 'multipart/form-data': { schema } } };
}

function answersOf(one: Operation): Json {
  const answers: Json = {};
  for (const [status, { description, schema, located }] of Object.entries(one.answers)) {
    const headers: Json = { ...LIMITED };
    if (status === '200') headers.ETag = { $ref: '#/components/headers/ETag' };
    if (status === '201' || located) headers.Location = { $ref: '#/components/headers/Location' };
    if (one.paged) headers.Link = { $ref: '#/components/headers/Link' };
    if (one.method === 'POST')
      headers['Idempotent-Replayed'] = { $ref: '#/components/headers/Idempotent-Replayed' };
    const content = schema ? { content: { 'application/json': { schema: schemaOf(schema, 'output') } } } : {};
    answers[status] = { description, headers, ...content };
  }
  if (one.method === 'GET') {
    answers['304'] = { $ref: '#/components/responses/unchanged' };
    if (/\{(?:film|person|username)\}/.test(one.path))
      answers['301'] = { $ref: '#/components/responses/moved' };
  }
  return answers;
}

/** What may come of an operation where it does not go well, by status. */
export function problemsOf(one: Operation): ProblemName[] {
  return [
    'bad-request',
    'no-token',
    'bad-token',
    'forbidden',
    ...(one.params ? (['not-found'] as const) : []),
    ...(one.match ? (['changed'] as const) : []),
    ...(one.match?.must ? (['no-if-match'] as const) : []),
    ...(one.body ? (['too-large', 'wrong-media-type', 'invalid'] as const) : []),
    ...(one.method === 'POST' ? (['in-flight', 'key-used'] as const) : []),
    ...(one.problems ?? []),
    'too-many',
    'broken',
    ...(one.method === 'GET' ? [] : (['busy'] as const)),
  ];
}

function refusalsOf(one: Operation): Json {
  const statuses = new Set(problemsOf(one).map((name) => PROBLEMS[name]));
  return Object.fromEntries(
    [...statuses].map((status) => [status, { $ref: `#/components/responses/${status}` }]),
  );
}

function responses(operations: readonly Operation[]): Json {
  const all: Json = {
    unchanged: {
      description: 'what you have is what there is',
      headers: { ETag: { $ref: '#/components/headers/ETag' }, ...LIMITED },
    },
    moved: {
      description: 'it has another address now',
      headers: { Location: { $ref: '#/components/headers/Location' }, ...LIMITED },
    },
  };
  for (const status of new Set(operations.flatMap(problemsOf).map((name) => PROBLEMS[name]))) {
    const names = Object.entries(PROBLEMS).filter(([, one]) => one === status);
    const waits = status === 429 || status === 503;
    all[status] = {
      description: names.map(([name]) => name).join(', '),
      ...(waits ? { headers: { 'Retry-After': { $ref: '#/components/headers/Retry-After' } } } : {}),
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    };
  }
  return all;
}

const PROBLEM: Json = {
  type: 'object',
  description: 'what went wrong (RFC 9457); `name` is the same on every site',
  properties: {
    type: { type: 'string', format: 'uri', description: 'where it is explained' },
    title: { type: 'string', description: 'in the language asked for' },
    status: { type: 'integer' },
    name: { type: 'string', enum: Object.keys(PROBLEMS) },
    code: { type: 'string', description: 'which of its kind it is' },
    details: { type: 'object', additionalProperties: { type: ['string', 'number'] } },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          at: { type: 'string', description: 'where in what was sent: a JSON pointer (RFC 6901)' },
          detail: { type: 'string' },
        },
        required: ['at', 'detail'],
        additionalProperties: false,
      },
    },
    instance: { type: 'string', description: 'by which the site’s log knows a fault of ours' },
  },
  required: ['type', 'title', 'status', 'name'],
  additionalProperties: false,
};

/** A schema by its name where it has one, else as it is. */
export function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const named = (io === 'output' ? SENT : TAKEN).get(schema);
  return named ? { $ref: ref(named.id) } : plain(schema, io);
}

function ref(id: string): string {
  return `#/components/schemas/${id}`;
}

function plain(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Json;
  return rest;
}

function schemasOf(registry: typeof SENT, io: 'input' | 'output'): Json {
  const { schemas } = z.toJSONSchema(registry, { io, uri: ref, unrepresentable: 'any' });
  return Object.fromEntries(
    Object.entries(schemas as unknown as Record<string, Json>).map(
      ([id, { $schema: _, $id: __, ...schema }]) => [id, schema],
    ),
  );
}
