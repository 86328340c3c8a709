import { join } from 'node:path';
import { API, type Symbol as Meaning, type Project } from 'typescript/unstable/sync';
import { isSyntax, ROOT, type SourceFile, type Syntax, walk } from './syntax.ts';

const ENGLISH = 'src/words/en/';

/** A place in a file: what TypeScript is asked about. */
interface Place {
  file: string;
  at: number;
}

/** A key of the words room by its path, e.g. `film.arrange`; a group holds other keys and no words of its own. */
interface Key extends Place {
  path: string;
  group: boolean;
}

/**
 * The keys of the words room that nothing in the given files reads. TypeScript itself says which declaration a
 * property means, so that a key counts as used only where it is meant and not where another of its name is. Words
 * that are read by a name that is computed, or handed on as a whole, count as used.
 */
export function unusedKeys(words: readonly SourceFile[], readers: readonly SourceFile[]): string[] {
  const api = new API({ cwd: ROOT });
  try {
    const project = api.updateSnapshot({ openProjects: [join(ROOT, 'tsconfig.json')] }).getProjects()[0];
    if (!project) throw new Error('TypeScript did not open the project.');
    const keys = words.flatMap(keysOf);
    const ids = meaningsAt(project, keys).map((meaning) => idsOf(meaning)[0] ?? '');
    const groups = keys.filter(({ group }) => group);
    const held = membersOf(project, groups);
    const opaque = new Set(groups.filter((_, index) => !held[index]?.some(isWord)));
    const add = (to: Set<string>, meaning: Meaning | undefined) => {
      for (const id of idsOf(meaning)) to.add(id);
    };
    const used = new Set<string>();
    const whole = new Set<string>();
    const found = placesIn(readers.filter(({ text }) => /words/i.test(text)));
    for (const meaning of meaningsAt(project, found.read)) add(used, meaning);
    for (const meaning of picked(project, found.picked)) add(used, meaning);
    for (const meaning of meaningsAt(project, [...found.whole, ...found.computed])) add(whole, meaning);
    for (const handed of membersOf(project, found.whole))
      if (handed?.some(isWord)) for (const member of handed) add(used, member);
    // Whatever a computed name may mean is used with all that it holds.
    for (const members of membersOf(project, found.computed))
      if (members?.some(isWord))
        for (const member of members) {
          add(used, member);
          add(whole, member);
        }
    const taken = keys.filter(
      (key, index) =>
        key.group && (whole.has(ids[index] ?? '') || (opaque.has(key) && used.has(ids[index] ?? ''))),
    );
    return keys
      .filter(({ group }, index) => !group && !used.has(ids[index] ?? ''))
      .map(({ path }) => path)
      .filter((path) => !taken.some((group) => path.startsWith(`${group.path}.`)));
  } finally {
    api.close();
  }
}

function keysOf({ path, text }: SourceFile): Key[] {
  const found: Key[] = [];
  const collect = (object: Syntax, prefix: string) => {
    for (const property of object.properties as Syntax[]) {
      const key = property.key as Syntax | undefined;
      if (!key) continue;
      const value = unwrapped(property.value as Syntax);
      const name = `${prefix}.${String(key.name ?? key.value)}`;
      const group = value.type === 'ObjectExpression';
      found.push({ path: name, file: path, at: placeOf(key), group });
      if (group) collect(value, name);
    }
  };
  walk(text, (node) => {
    if (node.type !== 'VariableDeclarator' || node.parent?.parent?.type !== 'ExportNamedDeclaration') return;
    const init = unwrapped(node.init as Syntax);
    if (init.type === 'ObjectExpression') collect(init, String((node.id as Syntax).name));
  });
  return found;
}

function unwrapped(node: Syntax): Syntax {
  return /^TS(?:As|Satisfies)Expression$/.test(node.type) ? unwrapped(node.expression as Syntax) : node;
}

interface Places {
  /** A property read by its name. */
  read: Place[];
  /** An object of which some properties are picked by a pattern. */
  picked: (Place & { names: string[] })[];
  /** An object read by a computed name. */
  computed: Place[];
  /** An object handed on whole. */
  whole: Place[];
}

function placesIn(files: readonly SourceFile[]): Places {
  const places: Places = { read: [], picked: [], computed: [], whole: [] };
  for (const { path, text } of files)
    walk(text, (node) => {
      if (node.type === 'MemberExpression') {
        const property = node.property as Syntax;
        if (node.computed) places.computed.push(endOf(path, node.object as Syntax));
        else places.read.push({ file: path, at: property.start });
      }
      if (node.type === 'ObjectPattern') {
        const keys = (node.properties as Syntax[]).flatMap((one) => (isSyntax(one.key) ? [one.key] : []));
        for (const key of keys) places.read.push({ file: path, at: placeOf(key) });
        const names = keys.map((key) => String(key.name ?? key.value));
        const init = node.parent?.type === 'VariableDeclarator' ? node.parent.init : null;
        const from = isSyntax(init) ? endOf(path, init) : { file: path, at: node.start };
        places.picked.push({ ...from, names });
      }
      for (const handed of handedOn(node)) places.whole.push(endOf(path, handed));
    });
  return places;
}

/** What a node hands on whole: arguments, spread objects, values of objects and of lists, what is returned. */
function handedOn(node: Syntax): Syntax[] {
  const candidates: unknown[] =
    node.type === 'CallExpression' || node.type === 'ArrayExpression'
      ? ((node.arguments ?? node.elements) as unknown[])
      : node.type === 'SpreadElement' || node.type === 'ReturnStatement'
        ? [node.argument]
        : node.type === 'Property' && node.parent?.type === 'ObjectExpression'
          ? [node.value]
          : [];
  return candidates.filter(
    (one): one is Syntax => isSyntax(one) && /^(?:Identifier|MemberExpression)$/.test(one.type),
  );
}

/** TypeScript is asked about the last name of an expression. */
function endOf(file: string, node: Syntax): Place {
  const last = node.type === 'MemberExpression' && !node.computed ? (node.property as Syntax) : node;
  return { file, at: last.start };
}

/** A key in quotes begins behind its quote. */
function placeOf(key: Syntax): number {
  return key.type === 'Literal' ? key.start + 1 : key.start;
}

function meaningsAt(project: Project, places: readonly Place[]): (Meaning | undefined)[] {
  return byFile(places, (file, positions) => project.checker.getSymbolAtPosition(file, positions));
}

/** The properties of the types at some places. */
function membersOf(project: Project, places: readonly Place[]): (readonly Meaning[] | undefined)[] {
  const known = new Map<unknown, readonly Meaning[]>();
  return byFile(places, (file, positions) => project.checker.getTypeAtPosition(file, positions)).map(
    (type) => {
      if (!type) return undefined;
      const members = known.get(type) ?? project.checker.getPropertiesOfType(type);
      known.set(type, members);
      return members;
    },
  );
}

/** What patterns pick, under whatever name they keep it. */
function picked(project: Project, places: Places['picked']): Meaning[] {
  return membersOf(project, places).flatMap(
    (members, index) => members?.filter(({ name }) => places[index]?.names.includes(name)) ?? [],
  );
}

function byFile<T>(places: readonly Place[], ask: (file: string, positions: number[]) => readonly T[]): T[] {
  const answers: T[] = [];
  const indexes = Map.groupBy(
    places.map((place, index) => ({ ...place, index })),
    ({ file }) => file,
  );
  for (const [file, some] of indexes) {
    const told = ask(
      join(ROOT, file),
      some.map(({ at }) => at),
    );
    some.forEach(({ index }, order) => {
      answers[index] = told[order] as T;
    });
  }
  return answers;
}

function isWord(meaning: Meaning): boolean {
  return meaning.declarations?.[0]?.path.includes(ENGLISH) ?? false;
}

/** A declaration is the same however many types it has gone through; a property of one of several has several. */
function idsOf(meaning: Meaning | undefined): string[] {
  return meaning?.declarations?.map(({ path, index }) => `${path}:${index}`) ?? [];
}
