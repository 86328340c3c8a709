import { parse } from 'parse5';

interface Node {
  nodeName: string;
  tagName?: string;
  value?: string;
  childNodes?: Node[];
}

/** Elements that begin and end a line when a page is read as text. */
const BLOCKS = new Set(
  'address article aside blockquote body dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table td th tr ul'.split(
    ' ',
  ),
);
const SILENT = new Set(['script', 'style', 'template', 'head', 'noscript']);

/**
 * The lines of a page's `main` as a text dump of it gives them: one for each block and each `br`, spaces folded,
 * empty ones left out.
 */
export function linesOfMain(html: string): string[] {
  const main = find(parse(html) as unknown as Node, 'main');
  if (!main) throw new Error('The page has no main element.');
  const pieces: string[] = [];
  const walk = (node: Node): void => {
    const { tagName = '' } = node;
    if (SILENT.has(tagName)) return;
    if (node.nodeName === '#text') pieces.push((node.value ?? '').replace(/\s+/g, ' '));
    if (tagName === 'br') pieces.push('\n');
    const block = BLOCKS.has(tagName);
    if (block) pieces.push('\n');
    for (const child of node.childNodes ?? []) walk(child);
    if (block) pieces.push('\n');
  };
  walk(main);
  return linesOf(pieces.join(''));
}

/** The lines of a text that was dumped from a page, without bullets and indents. */
export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) =>
      line
        .replace(/\s+/g, ' ')
        .trim()
        .replace(/^[•*] /, ''),
    )
    .filter((line) => line !== '');
}

function find(node: Node, tag: string): Node | undefined {
  return node.tagName === tag ? node : node.childNodes?.map((child) => find(child, tag)).find(Boolean);
}
