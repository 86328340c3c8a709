import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import { type CopyRule, RULES } from './rules.ts';

/** Where an address of the site lies in a copy. */
export interface Place {
  /** The path, with the query where it is a further page of a long list. */
  address: string;
  /** From the copy's folder, with `/` between the parts. */
  file: string;
  /** Whether it is a further page of a long list. */
  further: boolean;
  /** So many pages of it are in the copy. */
  pages: number;
  /** Whether it is in the copy only where the site has a public address. */
  onlyLive: boolean;
}

/** What becomes of an address: it lies in the copy, is left out of it, or only what its query asks for is. */
export type Found = Place | 'left-out' | 'asked';

/** A file name beyond this many bytes is cut: a path may not be longer than 260 characters on Windows. */
const LONGEST = 80;
/** Names that are devices on Windows, whatever comes after a full stop. */
const DEVICES = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])$/;
/** Most names: no file system bends them, however long a look is taken. */
const PLAINEST = /^[a-z0-9@_-]{5,80}$/;
const PLAIN = /^[\p{L}\p{N}@_-][\p{L}\p{M}\p{N}@_-]*$/u;
const PLAIN_FILE = /^[\p{L}\p{N}_-][\p{L}\p{M}\p{N}_-]*(\.[A-Za-z0-9]+)+$/u;

/** Where the page or file at an address lies, for an address of the site itself. */
export function placeOf(url: URL): Found {
  const rule = ruleOf(url.pathname);
  if (rule === null || 'leave' in rule) return 'left-out';
  let segments: string[];
  try {
    segments = url.pathname.split('/').filter(Boolean).map(decodeURIComponent);
  } catch {
    return 'left-out';
  }
  const path = `/${segments.map(encoded).join('/')}`;
  const query = url.searchParams;
  const after = query.get('after');
  const { pages = 1, onlyLive = false } = rule;
  if (rule.as === 'file') {
    const names = segments.map((one, at) => fileName(one, at === segments.length - 1));
    return query.size > 0
      ? 'asked'
      : { address: path, file: names.join('/'), further: false, pages, onlyLive };
  }
  const folders = segments.map((one) => fileName(one, false));
  if (query.size === 0)
    return { address: path, file: [...folders, 'index.html'].join('/'), further: false, pages, onlyLive };
  if (query.size > 1 || after === null || pages === 1) return 'asked';
  const file = [...folders, `after-${digest(after)}`, 'index.html'].join('/');
  return { address: `${path}?${query}`, file, further: true, pages, onlyLive };
}

/** How one file of a copy leads to another, whatever folder the copy lies in. */
export function leadingTo(from: string, to: string): string {
  return posix.relative(posix.dirname(from), to).split('/').map(encoded).join('/');
}

/** A part of a path as addresses have it; members' names begin with an @ that stays one. */
function encoded(part: string): string {
  return encodeURIComponent(part).replaceAll('%40', '@');
}

/**
 * A part of an address as a file name that every file system keeps as it is and apart from all others: letters of
 * any script, in one case and composed in one way; whatever else it is bears a digest.
 */
export function fileName(part: string, withEnding: boolean): string {
  if (PLAINEST.test(part)) return part;
  const fits = (withEnding ? PLAIN_FILE : PLAIN).test(part);
  const device = DEVICES.test(part.split('.', 1)[0]?.toLowerCase() ?? '');
  const one = withEnding || part === oneCase(part);
  if (fits && one && !device && Buffer.byteLength(part) <= LONGEST && part === part.normalize('NFC'))
    return part;
  const [ending = ''] = withEnding ? (/\.[A-Za-z0-9]{1,5}$/.exec(part) ?? []) : [];
  return `${beginning(part.slice(0, part.length - ending.length))}~${digest(part)}${ending}`;
}

/** What file systems that know no case, and those that compose letters, take for the same. */
function oneCase(text: string): string {
  return Array.from(text, (letter) => letter.toUpperCase().toLowerCase())
    .join('')
    .normalize('NFKC');
}

function beginning(part: string): string {
  const plain = part
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40);
  return plain.replace(/^-|-$/g, '');
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

const PATTERNS = Object.entries(RULES).map(([path, rule]): { pattern: RegExp; rule: CopyRule } => ({
  pattern: patternOf(path),
  rule,
}));

/** By which rule a path is published; null where it is no address of the route table. */
export function ruleOf(path: string): CopyRule | null {
  const exact = Object.hasOwn(RULES, path) ? RULES[path] : undefined;
  return exact ?? PATTERNS.find(({ pattern }) => pattern.test(path))?.rule ?? null;
}

/** A path of the route table as an expression: `/film/:slug`, `/:handle{@[^/]+}/diary`. */
function patternOf(path: string): RegExp {
  const parts = path.split('/:').map((part, at) => {
    if (at === 0) return escaped(part);
    const [, own, rest = ''] = /^\w+(?:\{(.*)\})?((?:\/.*)?)$/.exec(part) ?? [];
    return `/(?:${own ?? '[^/]+'})${escaped(rest)}`;
  });
  return new RegExp(`^${parts.join('')}$`);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
