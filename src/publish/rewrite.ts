import { decodeHTMLAttribute } from 'entities';

/** What becomes of an address on a page: what it leads to now, nothing that works, or nothing worth showing. */
export type Led = { to: string } | 'nowhere' | 'gone';

/** Asked for each address on a page, as it stands there. */
export type Lead = (address: string) => Led;

const COMMENT_OR_TAG = /<(?:!--[\s\S]*?-->|(\/?)([a-zA-Z][^\s/>]*)((?:[^>"']|"[^"]*"|'[^']*')*)>)/g;
const ATTRIBUTE = /([^\s=/>"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;

/** The attributes of a tag that hold an address. */
const ADDRESSES: Readonly<Record<string, readonly string[]>> = {
  a: ['href'],
  area: ['href'],
  audio: ['src'],
  embed: ['src'],
  iframe: ['src'],
  image: ['href', 'xlink:href'],
  img: ['src', 'srcset'],
  link: ['href', 'imagesrcset'],
  object: ['data'],
  source: ['src', 'srcset'],
  track: ['src'],
  use: ['href', 'xlink:href'],
  video: ['src', 'poster'],
};
/** What is said of where a link leads, and of nothing else. */
const OF_LINKS = new Set(['download', 'hreflang', 'ping', 'rel', 'target', 'type']);
const VOID = new Set(['area', 'embed', 'img', 'link', 'meta', 'source', 'track']);
/** Stands where something went; no page of ours holds one. */
const GONE = '\0';
const LEFT_EMPTY = /<(p|li|ul|ol|nav|menu|span|div)(?: [^<>]*)?>\s*\0[\s\0]*<\/\1>/g;

/**
 * A page of ours with its addresses made to lead from file to file. Forms that send something go, as do scripts, which
 * ask the live site: a script is kept where `keptScript` says so.
 *
 * @param how.asks what becomes of the address a form asks
 * @param how.card what becomes of the address of its social card
 * @param how.named how an address of ours is named in full; null where it cannot be
 * @param how.origin the site's own address, without a last slash
 * @param how.live whether that leads anywhere; where not, data that name it for machines are left out
 */
export function rewritePage(
  html: string,
  how: {
    lead: Lead;
    asks: Lead;
    card: Lead;
    named: (address: string) => string | null;
    origin: string;
    live: boolean;
    keptScript: (src: string) => boolean;
  },
): string {
  // What is said of a card comes after its address.
  const page: How = { ...how, cardGone: false };
  let made = '';
  let at = 0;
  let cut = false;
  COMMENT_OR_TAG.lastIndex = 0;
  for (let found = COMMENT_OR_TAG.exec(html); found; found = COMMENT_OR_TAG.exec(html)) {
    const [whole, slash, written = '', rest = ''] = found;
    const name = written.toLowerCase();
    if (written === '' || slash !== '') continue;
    made += html.slice(at, found.index);
    at = COMMENT_OR_TAG.lastIndex;
    const tag = tagOf(name, rest, page);
    const raw = name === 'script' || name === 'style';
    if (tag !== null) {
      made += tag === 'same' ? whole : tag;
      if (!raw) continue;
    } else {
      made += GONE;
      cut = true;
    }
    if (tag === null && VOID.has(name)) continue;
    const end = new RegExp(`</${name}\\s*>`, 'gi');
    end.lastIndex = at;
    const closed = end.exec(html);
    const until = closed ? end.lastIndex : html.length;
    if (tag !== null) made += html.slice(at, until);
    at = until;
    COMMENT_OR_TAG.lastIndex = until;
  }
  made += html.slice(at);
  return cut ? withoutEmpty(made) : made;
}

type How = Parameters<typeof rewritePage>[1] & { cardGone: boolean };
type Attributes = [name: string, value: string | null][];

/** A tag as it stands in the copy; null where it goes, with all that it holds. */
function tagOf(name: string, rest: string, how: How): string | 'same' | null {
  if (name === 'script') return scriptOf(rest, how);
  if (name === 'form') return formOf(rest, how);
  if (name === 'meta') return metaOf(rest, how);
  const holding = ADDRESSES[name];
  if (!holding) return 'same';
  const attributes = attributesOf(rest);
  if (name === 'link' && relOf(attributes) === 'canonical') return namedTag(name, attributes, 'href', how);
  // A font is not asked for ahead in a folder of one's own machine; a style sheet that names it gets it all the same.
  if (name === 'link' && relOf(attributes) === 'preload' && !how.live) return null;
  const kept: Attributes = [];
  let led: Led | null = null;
  for (const [key, value] of attributes) {
    if (value === null || !holding.includes(key)) kept.push([key, value]);
    else if (key.endsWith('srcset')) kept.push([key, setOf(value, how.lead)]);
    else {
      led = how.lead(value);
      if (led === 'gone' || (led === 'nowhere' && name !== 'a')) return null;
      if (led !== 'nowhere') kept.push([key, led.to]);
    }
  }
  return tagWith(name, led === 'nowhere' ? kept.filter(([key]) => !OF_LINKS.has(key)) : kept);
}

/** A script of the site goes; data for machines stays where the addresses in it lead somewhere. */
function scriptOf(rest: string, { live, lead, keptScript }: How): string | 'same' | null {
  const attributes = new Map(attributesOf(rest));
  const src = attributes.get('src');
  if (!src) return attributes.get('type') === 'application/ld+json' && live ? 'same' : null;
  const led = keptScript(src) ? lead(src) : 'gone';
  // A module is not loaded from a folder of one's own machine; one that is deferred is.
  return typeof led === 'string'
    ? null
    : tagWith('script', [
        ['defer', null],
        ['src', led.to],
      ]);
}

/** The one form that works in a copy asks its search; others that ask lead to the live site. */
function formOf(rest: string, { asks }: How): string | null {
  const attributes = attributesOf(rest);
  const said = new Map(attributes);
  if ((said.get('method') ?? 'get').toLowerCase() !== 'get') return null;
  const led = asks(said.get('action') ?? '');
  if (typeof led === 'string') return null;
  return tagWith('form', [...attributes.filter(([key]) => key !== 'action'), ['action', led.to]]);
}

/** What is said to machines of where the page and its social card are, where that leads somewhere. */
function metaOf(rest: string, how: How): string | 'same' | null {
  const attributes = attributesOf(rest);
  const said = new Map(attributes);
  const of = said.get('property') ?? said.get('name') ?? '';
  if (of === 'og:image') {
    const led = how.card(said.get('content') ?? '');
    how.cardGone = typeof led === 'string';
    return typeof led === 'string' ? null : tagWith('meta', changed(attributes, 'content', led.to));
  }
  if (/^(?:og:image:|twitter:card)/.test(of)) return how.cardGone ? null : 'same';
  return said.get('content')?.startsWith(`${how.origin}/`)
    ? namedTag('meta', attributes, 'content', how)
    : 'same';
}

/** A tag of which one attribute names a page of ours in full; null where it cannot. */
function namedTag(name: string, attributes: Attributes, key: string, { named }: How): string | null {
  const address = named(new Map(attributes).get(key) ?? '');
  return address === null ? null : tagWith(name, changed(attributes, key, address));
}

function changed(attributes: Attributes, key: string, value: string): Attributes {
  return attributes.map(([name, said]) => [name, name === key ? value : said]);
}

function setOf(value: string, lead: Lead): string {
  return value
    .split(/,\s+/)
    .flatMap((one) => {
      const [address = '', ...size] = one.trim().split(/\s+/);
      const led = lead(address);
      return typeof led === 'string' ? [] : [[led.to, ...size].join(' ')];
    })
    .join(', ');
}

function relOf(attributes: Attributes): string {
  return (attributes.find(([key]) => key === 'rel')?.[1] ?? '').toLowerCase();
}

function attributesOf(rest: string): Attributes {
  return Array.from(rest.matchAll(ATTRIBUTE), ([, name = '', double, single, bare]) => {
    const value = double ?? single ?? bare;
    return [name.toLowerCase(), value === undefined ? null : decodeHTMLAttribute(value)];
  });
}

function tagWith(name: string, attributes: Attributes): string {
  const written = attributes.map(([key, value]) => (value === null ? key : `${key}="${escaped(value)}"`));
  return `<${[name, ...written].join(' ')}>`;
}

function escaped(value: string): string {
  return value.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
}

/** Without what held only what went. */
function withoutEmpty(html: string): string {
  for (let before = html; ; before = html) {
    html = before.replace(LEFT_EMPTY, GONE);
    if (html === before) return html.replaceAll(GONE, '');
  }
}

const CSS_ADDRESS = /url\(\s*(?:"([^"]*)"|'([^']*)'|([^)"'\s]*))\s*\)/g;

/** The addresses that a style sheet names. */
export function namedInStyles(css: string): string[] {
  return Array.from(css.matchAll(CSS_ADDRESS), ([, double, single, bare]) => double ?? single ?? bare ?? '');
}
