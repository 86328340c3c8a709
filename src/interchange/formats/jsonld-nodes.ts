/** An object of a JSON-LD document. Only its own properties are ever read. */
export type Node = Readonly<Record<string, unknown>>;

/** Where a value stands: the steps from the root, shared by all values below. */
export interface Place {
  node: Node;
  /** The property, or the place in an array, under which it stands; null at the root. */
  step: string | number | null;
  above: Place | null;
  depth: number;
}

/** Nested deeper than this, nothing is a film or a review any more. */
const DEEPEST = 200;

export interface Found {
  /** Where the wanted objects stand, in the order of the document. */
  places: Place[];
  /** The fullest node of each `@id`. */
  byId: ReadonlyMap<string, Node>;
  /** Where nesting was given up. */
  tooDeep: Place[];
}

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Walks a document without recursion and keeps the places of the objects that are wanted. */
export function walk(root: unknown, wanted: (node: Node) => boolean): Found {
  const places: Place[] = [];
  const tooDeep: Place[] = [];
  const byId = new Map<string, Node>();
  if (typeof root !== 'object' || root === null) return { places, byId, tooDeep };
  const waiting: Place[] = [{ node: root as Node, step: null, above: null, depth: 0 }];
  for (let place = waiting.pop(); place; place = waiting.pop()) {
    if (place.depth > DEEPEST) {
      tooDeep.push(place);
      continue;
    }
    const { node, depth } = place;
    if (Array.isArray(node)) {
      for (let index = node.length - 1; index >= 0; index -= 1)
        push(waiting, place, index, node[index], depth);
      continue;
    }
    const id = own(node, '@id');
    if (typeof id === 'string') {
      const known = byId.get(id);
      if (!known || Object.keys(known).length < Object.keys(node).length) byId.set(id, node);
    }
    if (wanted(node)) places.push(place);
    const keys = Object.keys(node);
    for (let index = keys.length - 1; index >= 0; index -= 1) {
      const key = keys[index]!;
      if (key !== '@context') push(waiting, place, key, node[key], depth);
    }
  }
  return { places, byId, tooDeep };
}

function push(waiting: Place[], above: Place, step: string | number, value: unknown, depth: number): void {
  if (typeof value !== 'object' || value === null) return;
  waiting.push({ node: value as Node, step, above, depth: depth + 1 });
}

/** Where a place stands, as a person would point at it: `review[3]`, `@graph[2].review[0]`. */
export function pathOf(place: Place, below?: readonly (string | number)[]): string {
  const steps: (string | number)[] = [...(below ?? [])].reverse();
  for (let at: Place | null = place; at && steps.length < 12; at = at.above)
    if (at.step !== null) steps.push(at.step);
  const path = steps
    .reverse()
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${short(step)}`))
    .join('')
    .replace(/^\./, '');
  return path || (typesOf(place.node)[0] ?? 'root');
}

/** The object a place stands in, and the property of it that leads there. */
export function parentOf(place: Place): { place: Place; property: string } | null {
  for (let at: Place | null = place; at; at = at.above) {
    const { above, step } = at;
    // Lists are seen through, however they are written.
    if (above && typeof step === 'string' && step !== '@list' && step !== '@set')
      return { place: above, property: plainName(step) };
  }
  return null;
}

/** The prefixes schema.org goes by, besides none. */
const PREFIXES = ['schema:', 'http://schema.org/', 'https://schema.org/'];
/** A property's names with each prefix, put together once. */
const prefixed = new Map<string, readonly string[]>();

/** A property of a node under any of the names schema.org goes by; undefined when it is not the node's own. */
export function prop(node: Node, name: string): unknown {
  const plain = own(node, name);
  if (plain !== undefined && plain !== null) return plain;
  let names = prefixed.get(name);
  if (!names) {
    names = PREFIXES.map((prefix) => `${prefix}${name}`);
    prefixed.set(name, names);
  }
  for (const one of names) if (Object.hasOwn(node, one)) return node[one];
  return undefined;
}

/** The types of a node without their prefixes: `Movie` for `http://schema.org/Movie` and `schema:Movie`. */
export function typesOf(node: Node): string[] {
  if (!isNode(node)) return [];
  return list(own(node, '@type')).flatMap((type) => (typeof type === 'string' ? [plainName(type)] : []));
}

/** A value as a list: nothing is an empty one. `@list` and `@set` are seen through. */
export function list(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return value;
  if (isNode(value)) {
    const inner = own(value, '@list') ?? own(value, '@set');
    if (Array.isArray(inner)) return inner;
  }
  return [value];
}

/** The node a reference means; a node that is none stands for itself. */
export function resolved(value: unknown, byId: ReadonlyMap<string, Node>): unknown {
  if (!isNode(value)) return value;
  const id = own(value, '@id');
  if (typeof id !== 'string') return value;
  const bare = Object.keys(value).every((key) => key === '@id' || key === '@type');
  return bare ? (byId.get(id) ?? value) : value;
}

export function own(node: Node, name: string): unknown {
  return Object.hasOwn(node, name) ? node[name] : undefined;
}

function plainName(name: string): string {
  return name.replace(/^(?:https?:\/\/(?:www\.)?schema\.org\/|schema:)/i, '');
}

function short(step: string): string {
  return step.length > 40 ? `${step.slice(0, 40)}…` : step;
}
