import { type DefaultTreeAdapterMap, parse, serialize } from 'parse5';
import { strays } from './allow-list.ts';

type Node = DefaultTreeAdapterMap['node'];
type Element = DefaultTreeAdapterMap['element'];

/** A page as a browser's parser reads it. */
export interface ParsedPage {
  /** What its elements are, whatever its words and addresses are: the same for harmless and for harmful words. */
  skeleton: string;
  /** What no page may hold: foreign addresses, handlers, inline style or script, stray markup, parse errors. */
  faults: string[];
  elements: Element[];
}

/** Attributes that hold words, whose value the skeleton leaves out. */
const WORDS = new Set(
  'value content aria-label alt title placeholder datetime summary label data-key lang'.split(' '),
);
/** Attributes that hold an address. */
const ADDRESSES = new Set('href src action formaction poster cite data srcset ping xlink:href'.split(' '));
const XHTML = 'http://www.w3.org/1999/xhtml';
const ID = /[0-9a-v]{26}/g;

/** Parses a page and says what it is made of. */
export function parsePage(markup: string): ParsedPage {
  const faults: string[] = [];
  const document = parse(markup, {
    onParseError: ({ code, startLine, startCol }) => {
      faults.push(`${code} at ${startLine}:${startCol}`);
    },
  });
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  const unseen = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/.exec(markup);
  if (unseen) faults.push(`a control character: ${shown(unseen[0])}`);
  if (!markup.isWellFormed()) faults.push('half a character');
  const elements: Element[] = [];
  const skeleton = shapeOf(document, faults, elements);
  return { skeleton, faults, elements };
}

/** The words of an element, as a reader meets them. */
export function textOf(node: Node): string {
  if (node.nodeName === '#text') return (node as DefaultTreeAdapterMap['textNode']).value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

/** An attribute's value, or null. */
export function attributeOf(element: Element, name: string): string | null {
  return element.attrs.find((attribute) => attribute.name === name)?.value ?? null;
}

/**
 * An element's own shape and those of what is in it. Equal neighbours count once, in no order: a list of three
 * reviews has the shape of a list of one.
 */
function shapeOf(node: Node, faults: string[], elements: Element[]): string {
  if (node.nodeName === '#text') return '';
  if (!('childNodes' in node)) {
    if (node.nodeName === '#documentType') return '<!doctype>';
    faults.push(`${node.nodeName} in the page`);
    return node.nodeName;
  }
  const own = 'tagName' in node ? elementShape(node, faults) : node.nodeName;
  if ('tagName' in node) {
    elements.push(node);
    if (isReview(node)) {
      faults.push(...strays(asStored(node), true).map((stray) => `in a review: ${stray}`));
      return own;
    }
  }
  const inside = new Set(node.childNodes.flatMap((child) => shapesIn(child, faults, elements)));
  const lines = [...inside].filter(Boolean).sort().join('\n');
  return lines === '' ? own : `${own}\n${lines.replace(/^/gm, ' ')}`;
}

/** What follows the length of a text or of a list is no part of the shape: folds, and the way to the next page. */
function shapesIn(node: Node, faults: string[], elements: Element[]): string[] {
  const folds = 'tagName' in node && ['rest', 'onward', 'pages'].includes(attributeOf(node, 'class') ?? '');
  const shape = shapeOf(node, faults, elements);
  return folds ? [] : [shape];
}

/** What somebody wrote stands in a block of its own; its markup is judged by the allow-list. */
function isReview(element: Element): boolean {
  const classes = (attributeOf(element, 'class') ?? '').split(' ');
  return classes.some((one) => one === 'text' || one === 'fr-text') && attributeOf(element, 'dir') === 'auto';
}

/** A review's markup without the boxes that our pages put before what an inline spoiler hides. */
function asStored(element: Element): string {
  const boxes =
    /<label class="hush"><input type="checkbox" autocomplete="off" aria-label="[^"<]*"><span>([\s\S]*?)<\/span><\/label>/g;
  return serialize(element).replace(boxes, '<span class="spoiler">$1</span>');
}

function elementShape(element: Element, faults: string[]): string {
  const { tagName, attrs } = element;
  const harmless =
    (tagName === 'base' && attrs.map(({ name, value }) => `${name}=${value}`).join() === 'target=_top') ||
    (tagName === 'iframe' && attributeOf(element, 'src')?.startsWith('/embed/'));
  if (['style', 'iframe', 'object', 'embed', 'base', 'template'].includes(tagName) && !harmless)
    faults.push(`<${tagName}>`);
  if (tagName === 'script') checkScript(element, faults);
  if (element.namespaceURI !== XHTML && tagName !== 'svg' && tagName !== 'path')
    faults.push(`${tagName} of another language`);
  const attributes = attrs.map(({ name, value }) => attributeShape(tagName, name, value, faults));
  return `${tagName}[${attributes.filter(Boolean).sort().join(' ')}]`;
}

function checkScript(element: Element, faults: string[]): void {
  if (attributeOf(element, 'src') !== null) return;
  const words = textOf(element);
  if (!/^application\/(ld\+)?json$/.test(attributeOf(element, 'type') ?? '')) faults.push('an inline script');
  if (/[<>]/.test(words)) faults.push('a bracket within data');
  try {
    JSON.parse(words);
  } catch {
    faults.push('data that is no JSON');
  }
}

function attributeShape(tag: string, name: string, value: string, faults: string[]): string {
  if (/^on/i.test(name) || name === 'style' || name === 'srcdoc') faults.push(`${tag}[${name}]`);
  if (ADDRESSES.has(name)) return `${name}=${addressShape(tag, value, faults)}`;
  // A language is guessed from the words; a long title is set smaller.
  if (name === 'lang' && tag !== 'html') return '';
  if (name === 'class' && tag === 'h1') return '';
  if (WORDS.has(name)) return name;
  return `${name}=${value.replace(ID, '#')}`;
}

function addressShape(tag: string, value: string, faults: string[]): string {
  if (value.startsWith('#')) return '#';
  if (/^\/(?![/\\])/.test(value)) {
    const path = new URL(value, 'http://here.invalid').pathname;
    return `/${path.split('/')[1]?.replace(/^@.*/, '@')}`;
  }
  const url = URL.parse(value);
  const open = url !== null && ['http:', 'https:', 'mailto:'].includes(url.protocol) && !url.username;
  if (!open) faults.push(`${tag} leads to ${shown(value)}`);
  if (tag !== 'a' && tag !== 'link') faults.push(`${tag} fetches ${shown(value)}`);
  return url?.protocol ?? value;
}

function shown(text: string): string {
  return JSON.stringify(text.slice(0, 80));
}
