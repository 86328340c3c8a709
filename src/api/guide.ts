import { SCOPES } from '../domain/token.ts';
import type { Guide, GuideOperation, GuideShape } from '../views/api.ts';
import { descriptionOf, openApi, problemsOf } from './openapi.ts';
import { type Operation, TAGS, type Tag } from './operation.ts';
import { PROBLEMS } from './problem.ts';

interface Schema {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  items?: Schema;
  description?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  examples?: unknown[];
}

/** What the page about the API says: the same as the OpenAPI file, for people. */
export function guideOf(operations: readonly Operation[]): Guide {
  const { components, paths } = openApi(operations, '') as unknown as {
    components: { schemas: Record<string, Schema> };
    paths: Record<string, Record<string, Said>>;
  };
  const byTag = Map.groupBy(operations, ({ tag }) => tag);
  const tags = Object.entries(TAGS) as [Tag, string][];
  return {
    tags: tags.map(([name, said]) => ({
      ...{ name, said },
      operations: (byTag.get(name) ?? []).map((one) =>
        operationOf(one, paths[one.path]?.[one.method.toLowerCase()]),
      ),
    })),
    shapes: Object.entries(components.schemas)
      .map(([name, schema]) => shapeOf(name, schema))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
    problems: Object.entries(PROBLEMS).map(([name, status]) => ({ name, status })),
    scopes: SCOPES,
  };
}

/** An operation as the OpenAPI file has it, as far as the page says it. */
interface Said {
  parameters: { name?: string; $ref?: string; required?: boolean; description?: string; schema?: Schema }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
  responses: Record<string, { description?: string; content?: Record<string, { schema: Schema }> }>;
}

function operationOf(one: Operation, said: Said | undefined): GuideOperation {
  const { id, method, path, summary, scope } = one;
  const description = descriptionOf(one);
  const asked = (said?.parameters ?? []).flatMap(({ name, required = false, description, schema }) =>
    name === undefined
      ? []
      : [{ name, required, type: schema ? typeOf(schema) : 'string', said: description ?? '' }],
  );
  const sentBody = said?.requestBody?.content['application/json'];
  const answers = Object.keys(one.answers).map((status) => {
    const answer = said?.responses[status];
    const [content] = Object.values(answer?.content ?? {});
    return { status: Number(status), said: answer?.description ?? '', shape: nameOf(content?.schema) };
  });
  return {
    ...{ id, method, path, summary, description, scope, asked, answers },
    body: one.body === 'files' ? 'files' : nameOf(sentBody?.schema),
    problems: [...new Set(problemsOf(one))],
  };
}

function shapeOf(name: string, schema: Schema): GuideShape {
  const fields = Object.entries(schema.properties ?? {}).map(([field, of]) => ({
    name: field,
    type: typeOf(of),
    said: of.description ?? '',
    required: schema.required?.includes(field) ?? false,
  }));
  const [example] = schema.examples ?? [];
  return {
    name,
    said: schema.description ?? '',
    fields,
    example: example === undefined ? null : JSON.stringify(example, null, 2),
  };
}

/** A schema in a word or two. */
function typeOf(schema: Schema): string {
  const named = nameOf(schema);
  if (named) return named;
  if (schema.anyOf) return schema.anyOf.map(typeOf).join(' | ');
  if (schema.enum) return schema.enum.map((one) => JSON.stringify(one)).join(' | ');
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.items) return `${typeOf(schema.items)}[]`;
  return [schema.type ?? 'any'].flat().join(' | ');
}

function nameOf(schema: Schema | undefined): string | null {
  return schema?.$ref?.replace('#/components/schemas/', '') ?? null;
}
