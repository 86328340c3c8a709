import { type DefaultTreeAdapterMap, parseFragment } from 'parse5';

type Node = DefaultTreeAdapterMap['node'];

const ELEMENTS: ReadonlySet<string> = new Set('p blockquote br strong em b i a'.split(' '));
const REL = 'nofollow ugc noopener';

/**
 * Everything in a text's HTML that the allow-list does not name, as a browser's parser reads it: elements,
 * attributes, addresses, comments, and blocks where none may stand. Empty when all is well.
 *
 * @param spoilers whether `<span class="spoiler">` is allowed
 */
export function strays(html: string, spoilers = false): string[] {
  const found: string[] = [];
  const waiting: { node: Node; parent: string }[] = parseFragment(html).childNodes.map((node) => ({
    node,
    parent: '',
  }));
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { node, parent } = next;
    if (node.nodeName === '#text') {
      if (parent === '' || parent === 'blockquote') found.push('text outside a paragraph');
      continue;
    }
    if (!('tagName' in node)) {
      found.push(node.nodeName);
      continue;
    }
    const name = node.tagName;
    const spoiler = spoilers && name === 'span';
    if (!ELEMENTS.has(name) && !spoiler) found.push(`<${name}>`);
    if (node.namespaceURI !== 'http://www.w3.org/1999/xhtml') found.push(`${name} of another language`);
    const fits =
      name === 'p'
        ? parent === '' || parent === 'blockquote'
        : name === 'blockquote'
          ? parent === ''
          : parent !== '' && parent !== 'blockquote';
    if (!fits) found.push(`<${name}> in <${parent}>`);
    if (spoiler && (parent !== 'p' || node.attrs.length !== 1)) found.push('a spoiler out of place');
    const attributes = new Map(node.attrs.map((attribute) => [attribute.name, attribute.value]));
    for (const [attribute, value] of attributes) {
      const allowed =
        (name === 'a' && attribute === 'href' && isOpenAddress(value)) ||
        (name === 'a' && attribute === 'rel' && value === REL) ||
        (spoiler && attribute === 'class' && value === 'spoiler');
      if (!allowed) found.push(`${name}[${attribute}=${value}]`);
    }
    if (name === 'a' && attributes.size !== 2) found.push('a link without href or rel');
    for (const child of node.childNodes) waiting.push({ node: child, parent: name });
  }
  return found;
}

function isOpenAddress(value: string): boolean {
  const url = URL.parse(value);
  return url !== null && ['http:', 'https:', 'mailto:'].includes(url.protocol) && !url.username;
}
