import { decodeHTML, decodeHTMLAttribute, decodeHTMLStrict } from 'entities';
import { cleanCharacters } from './characters.ts';
import { indentation, type Kind, pushLines, type Token } from './tokens.ts';

const KINDS: ReadonlySet<string> = new Set(['strong', 'em', 'b', 'i', 'a', 'blockquote']);

/** Elements whose content is not words for a reader: they go with all that is in them. */
const DROPPED: ReadonlySet<string> = new Set(
  (
    'script style iframe template noscript noembed noframes object applet svg math textarea title head ' +
    'select datalist audio video canvas xmp'
  ).split(' '),
);

/** Elements that begin and end a paragraph. */
const BLOCKS: ReadonlySet<string> = new Set(
  (
    'p div h1 h2 h3 h4 h5 h6 ul ol dl table section article aside header footer main nav figure form ' +
    'fieldset address details pre hr body html center'
  ).split(' '),
);

/** Elements that begin and end a line. */
const LINES: ReadonlySet<string> = new Set('li tr dt dd figcaption caption summary legend option'.split(' '));

/** What counts as a tag in Letterboxd's markup beside the above: `<Heat>` there is a word in brackets. */
const OTHER_TAGS: ReadonlySet<string> = new Set(
  (
    'br span img u s strike del ins small big sub sup font code cite q abbr td th thead tbody input button ' +
    'label embed param source link meta base'
  ).split(' '),
);
const NOT_IN_LBML: ReadonlySet<string> = new Set(['title', 'head', 'main', 'body', 'html', 'form', 'object']);

/** More attributes than this, or a longer tag, is no tag anybody typed: `<` is then a letter. */
const MOST_ATTRIBUTES = 40;
const LONGEST_TAG = 32_768;

interface Tag {
  name: string;
  closing: boolean;
  selfClosing: boolean;
  attributes: Map<string, string>;
  end: number;
}

/**
 * Reads text with tags, in one pass. What looks like no tag is text. Nothing here is trusted: the tokens only
 * say which of the few known marks begin and end where, and every other character is a letter.
 *
 * - `lbml`: newlines are line breaks, unknown tags are letters.
 * - `html`: newlines are white space, blocks and `br` make paragraphs and breaks, unknown tags fall away.
 */
export function readTags(source: string, format: 'lbml' | 'html', spoilers: boolean): Token[] {
  const lbml = format === 'lbml';
  const tokens: Token[] = [];
  const closers = closersIn(source);
  const openSpans: boolean[] = [];
  let pending = '';
  let preformatted = 0;
  let at = 0;

  const flush = () => {
    if (lbml) pushLines(tokens, pending);
    else if (preformatted > 0) pushPreformatted(tokens, pending);
    else if (pending) tokens.push({ type: 'text', text: collapseLines(pending) });
    pending = '';
  };
  const letters = (text: string) => {
    if (text) pending += cleanCharacters(lbml ? decodeHTMLStrict(text) : decodeHTML(text));
  };

  while (at < source.length) {
    const next = source.indexOf('<', at);
    if (next < 0) {
      letters(source.slice(at));
      break;
    }
    letters(source.slice(at, next));
    const skipped = closers.endOfComment(next, lbml);
    if (skipped > 0) {
      at = skipped;
      continue;
    }
    const tag = readTag(source, next, closers);
    if (!tag || (lbml && !isLbmlTag(tag.name))) {
      pending += '<';
      at = next + 1;
      continue;
    }
    at = tag.end;
    if (DROPPED.has(tag.name)) {
      if (!tag.closing && !tag.selfClosing) at = closers.endOfElement(tag.name, at) ?? at;
    } else if (tag.name === 'br') {
      if (lbml) {
        pending += '\n';
        at += source.startsWith('\r\n', at) ? 2 : source[at] === '\n' ? 1 : 0;
      } else {
        flush();
        tokens.push({ type: 'break', by: 'br' });
      }
    } else if (KINDS.has(tag.name)) {
      flush();
      const kind = tag.name as Kind;
      const written = tag.attributes.get('href');
      if (tag.closing || (tag.selfClosing && kind !== 'a')) tokens.push({ type: 'close', kind });
      else {
        const href = written === undefined ? null : decodeHTMLAttribute(written);
        tokens.push({ type: 'open', kind, href, bare: written === undefined });
      }
    } else if (spoilers && tag.name === 'span') {
      const kind = 'spoiler';
      if (!tag.closing) openSpans.push(tag.attributes.get('class') === 'spoiler');
      const marked = tag.closing ? openSpans.pop() : openSpans.at(-1);
      if (marked) {
        flush();
        tokens.push(tag.closing ? { type: 'close', kind } : { type: 'open', kind, href: null, bare: false });
      }
    } else if (BLOCKS.has(tag.name)) {
      flush();
      if (tag.name === 'pre') preformatted = Math.max(0, preformatted + (tag.closing ? -1 : 1));
      tokens.push({ type: 'paragraph', extra: 0, tag: true });
    } else if (LINES.has(tag.name)) {
      flush();
      tokens.push({ type: 'break', by: 'line' });
    } else if (tag.name === 'td' || tag.name === 'th') {
      pending += ' ';
    }
  }
  flush();
  return tokens;
}

function isLbmlTag(name: string): boolean {
  if (NOT_IN_LBML.has(name)) return false;
  return KINDS.has(name) || OTHER_TAGS.has(name) || BLOCKS.has(name) || LINES.has(name) || DROPPED.has(name);
}

/** HTML's white space with a newline in it is one space; other runs stay, since a browser narrows them anyway. */
function collapseLines(text: string): string {
  return text.replace(/[ \t\n]+/g, (run) => (run.includes('\n') ? ' ' : run));
}

function pushPreformatted(tokens: Token[], text: string): void {
  text.split('\n').forEach((line, index) => {
    if (index > 0) tokens.push({ type: 'break', by: 'br' });
    if (line) tokens.push({ type: 'text', text: line.replace(/^[ \t]+/, indentation) });
  });
}

/** Reads the tag that begins at `start`, or null when what stands there is no tag. */
function readTag(source: string, start: number, closers: Closers): Tag | null {
  if (start > closers.lastBracket) return null;
  const head = /<(\/?)([a-zA-Z][a-zA-Z0-9:-]{0,30})(?=[\s/>])/y;
  head.lastIndex = start;
  const opening = head.exec(source);
  if (!opening) return null;
  const attributes = new Map<string, string>();
  let selfClosing = false;
  let at = head.lastIndex;
  while (at - start <= LONGEST_TAG && attributes.size <= MOST_ATTRIBUTES) {
    const character = source[at];
    if (character === undefined || character === '<') return null;
    if (character === '>') {
      const name = opening[2]!.toLowerCase();
      return { name, closing: opening[1] === '/', selfClosing, attributes, end: at + 1 };
    }
    selfClosing = character === '/';
    if (selfClosing || /\s/.test(character)) {
      at += 1;
      continue;
    }
    const attribute = readAttribute(source, at, closers);
    if (!attribute) return null;
    if (!attributes.has(attribute.name)) attributes.set(attribute.name, attribute.value);
    else attributes.set(`${attribute.name} ${attributes.size}`, '');
    at = attribute.end;
  }
  return null;
}

function readAttribute(source: string, start: number, closers: Closers) {
  const head = /([^\s"'<>/=]{1,200})(?:\s{0,20}=\s{0,20}(?:(["'“”])|([^\s"'<>`]{1,8192}))?)?/y;
  head.lastIndex = start;
  const match = head.exec(source);
  if (!match) return null;
  const name = match[1]!.toLowerCase();
  const quote = match[2];
  if (!quote) return { name, value: match[3] ?? '', end: head.lastIndex };
  const end = closers.endOfQuote(quote, head.lastIndex);
  return end === null ? null : { name, value: source.slice(head.lastIndex, end), end: end + 1 };
}

interface Closers {
  /** Where the last `>` stands: no tag begins after it. */
  lastBracket: number;
  endOfComment(start: number, onlyComments: boolean): number;
  endOfElement(name: string, start: number): number | null;
  endOfQuote(quote: string, start: number): number | null;
}

/**
 * Finds what ends a comment, an element or a quotation, and remembers what does not come any more, so that a
 * text of nothing but beginnings is read in one pass too.
 */
function closersIn(source: string): Closers {
  const gone = new Set<string>();

  function find(what: string, start: number): number | null {
    if (gone.has(what)) return null;
    const found = source.indexOf(what, start);
    if (found >= 0) return found;
    gone.add(what);
    return null;
  }

  return {
    lastBracket: source.lastIndexOf('>'),
    /** After the comment, declaration or processing instruction at `start`; 0 when there is none. */
    endOfComment(start, onlyComments) {
      const next = source[start + 1];
      if (next !== '!' && next !== '?') return 0;
      const comment = source.startsWith('<!--', start);
      if (!comment && onlyComments) return 0;
      const closer = comment ? '-->' : '>';
      const end = find(closer, start + (comment ? 4 : 2));
      return end === null ? 0 : end + closer.length;
    },
    /** After the closing tag of an element, or null when it is never closed: then only its tag goes. */
    endOfElement(name, start) {
      if (gone.has(name)) return null;
      const closer = new RegExp(`</${name}(?=[\\s/>])[^<>]{0,200}>`, 'gi');
      closer.lastIndex = start;
      if (closer.test(source)) return closer.lastIndex;
      gone.add(name);
      return null;
    },
    /** Where the quotation ends; what an editor made of `"` is taken for it. */
    endOfQuote(quote, start) {
      return find(quote === '“' ? '”' : quote, start);
    },
  };
}
