import { lineAt, type SourceFile, type Syntax, walk } from './syntax.ts';

/** Words for people that stand in a file instead of in the words room. */
export interface Literal {
  file: string;
  line: number;
  words: string;
}

/** Attributes whose value people read or hear. */
const SPOKEN = new Set(
  'aria-label aria-description aria-roledescription title alt placeholder content value'.split(' '),
);
/** Stands for what is put in between: no letter, and nothing that ends a tag or a value. */
const SLOT = '\ufffc';
const LETTERS = /\p{L}/u;

/**
 * Finds words for people: text between the tags of an `html` template, spoken attributes set to words, and
 * strings that read as a sentence.
 */
export function literalsIn({ path, text }: SourceFile): Literal[] {
  const found: Literal[] = [];
  const add = (node: Syntax, words: string) =>
    found.push({ file: path, line: lineAt(text, node.start), words });
  walk(text, (node) => {
    if (node.type === 'TaggedTemplateExpression' && nameOf(node.tag) === 'html')
      for (const words of wordsOfTemplate(partsOf(node.quasi as Syntax))) add(node, words);
    const said = stringOf(node);
    if (said !== null && isSentence(said) && !isForDevelopers(node, path)) add(node, said);
    if (
      node.type === 'Property' &&
      SPOKEN.has(keyOf(node)) &&
      isLiteralWords(node.value) &&
      !isForDevelopers(node, path)
    )
      add(node, keyOf(node));
  });
  return found;
}

/** The text of a template, with a slot for each value. */
function partsOf(quasi: Syntax): string {
  const quasis = quasi.quasis as { value: { cooked: string } }[];
  return quasis.map((part) => part.value.cooked).join(SLOT);
}

function stringOf(node: Syntax): string | null {
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value;
  const tagged = node.parent?.type === 'TaggedTemplateExpression';
  return node.type === 'TemplateLiteral' && !tagged ? partsOf(node) : null;
}

/** Runs of letters between tags, and spoken attributes that hold letters. */
export function wordsOfTemplate(template: string): string[] {
  // A template that is an attribute by itself stands within a tag.
  if (/^\s*[\w-]+="[^"]*"\s*$/.test(template)) return wordsOfTemplate(`<x ${template}>`);
  const found: string[] = [];
  let at = 0;
  while (at < template.length) {
    const open = template.indexOf('<', at);
    const run = template.slice(at, open < 0 ? template.length : open);
    const words = run.replace(/&[a-z]+;|&#\d+;/g, ' ');
    if (LETTERS.test(words)) found.push(words.trim());
    if (open < 0) break;
    const tag = tagAt(template, open);
    for (const [, name = '', value = ''] of tag.matchAll(/([\w-]+)="([^"]*)"/g)) {
      const technical = name === 'content' && /^[\w-]+(?:=[\w-]+,? ?.*)?$/.test(value.replaceAll(SLOT, ''));
      if (SPOKEN.has(name) && name !== 'value' && !technical && LETTERS.test(value))
        found.push(`${name}="${value}"`);
      if (name === 'value' && /type="(?:submit|button)"/.test(tag) && LETTERS.test(value)) found.push(value);
    }
    at = open + tag.length;
  }
  return found;
}

/** A tag from its bracket to its end; brackets in its quoted values do not end it. */
function tagAt(template: string, start: number): string {
  const tag = /^<(?:!--[\s\S]*?-->|(?:"[^"]*"|'[^']*'|[^"'>])*>?)/.exec(template.slice(start));
  return tag?.[0] ?? '<';
}

/** Whether a string reads as words for people: two words or more with a capital or an end, or a mark of an end. */
export function isSentence(text: string): boolean {
  const words = text.replaceAll(SLOT, ' x ').trim();
  if (/^[./@#]|^https?:|[{}]|=|;\s|\\|^\w+\/[\w.+-]+$/.test(words)) return false;
  const count = words.match(/\p{L}{2,}/gu)?.length ?? 0;
  if (count >= 2 && /\p{L}[.!?…]$/u.test(words)) return true;
  return count >= 2 && /^\p{Lu}\p{Ll}+[ ,]/u.test(words);
}

/** By these the API says in its OpenAPI file, in English, what it takes and answers, with examples. */
const OF_OPENAPI = /^(?:operation|sent|taken|meta)$/;

/**
 * What is thrown, logged or imported is read by developers, and so is the OpenAPI file; `satisfies` and types are no
 * strings at all.
 */
function isForDevelopers(node: Syntax, path: string): boolean {
  const documents = path.startsWith('src/api/');
  for (let place = node.parent; place; place = place.parent) {
    if (/^(?:Import|Export(?:All|Named))|^TS/.test(place.type) && place.type !== 'TSAsExpression')
      return true;
    if (place.type === 'NewExpression' && /Error$/.test(nameOf(place.callee))) return true;
    if (place.type === 'CallExpression' && /^(?:error|warn|info|debug)$/.test(nameOf(place.callee)))
      return true;
    if (documents && place.type === 'CallExpression' && OF_OPENAPI.test(nameOf(place.callee))) return true;
    if (/Function|Program/.test(place.type)) return false;
  }
  return false;
}

function isLiteralWords(value: unknown): boolean {
  const node = value as Syntax;
  const said = node ? stringOf(node) : null;
  return said !== null && /\p{L}{2,} \p{L}/u.test(said.replaceAll(SLOT, ''));
}

function keyOf(node: Syntax): string {
  const key = node.key as Syntax;
  return String(key.name ?? key.value ?? '');
}

function nameOf(node: unknown): string {
  const syntax = node as Syntax | undefined;
  if (syntax?.type === 'MemberExpression') return nameOf(syntax.property);
  return typeof syntax?.name === 'string' ? syntax.name : '';
}
