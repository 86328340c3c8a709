/**
 * The one place for trusted HTML. Everything a page says goes through the `html` tag, which escapes each
 * interpolation, or through `trusted`, which takes only what our own sanitiser has made.
 *
 * Hono's `html` helper is not used: it answers `HtmlEscapedString | Promise<HtmlEscapedString>`, so a view built
 * from parts is asynchronous in its type although nothing waits, and its escaped strings are strings, so that one
 * joined to plain text by `+` passes for escaped in the types. An `Html` is an object of its own: joining two by
 * `+` gives no `Html`, and only this file can make one.
 */

/**
 * What only this file can make, read or change. A class for its private field, which costs a third of what freezing
 * a plain object does: a page is made of hundreds of them.
 */
class Markup {
  readonly #text: string;
  constructor(text: string) {
    this.#text = text;
  }
  /** @returns undefined for what was not made here */
  static textOf(made: object): string | undefined {
    return #text in made ? made.#text : undefined;
  }
}

/** Escaped markup. Made by `html`, `trusted`, `attributes`, `dataBlock`, `moduleScript` and `plainScript`, and by nothing else. */
export type Html = Markup;

/**
 * What a template takes. Text is escaped, numbers are written as they are, lists are joined without a separator,
 * and null, undefined and false leave nothing, so that `condition && html` reads well.
 */
export type Fragment = Html | string | number | null | undefined | false | readonly Fragment[];

/** What an attribute may be set to: true writes the bare name; false, null and undefined leave it out. */
export type AttributeValue = string | number | boolean | null | undefined;

function made(markup: string): Html {
  return new Markup(markup);
}

/** Nothing at all. */
export const nothing: Html = made('');

/**
 * HTML from a template. Every interpolation is escaped for text and for attributes in quotes; an attribute
 * without quotes, a tag's or an attribute's name, and the inside of `script` or `style` are no places for an
 * interpolation (the test beside this file reads the views for it).
 */
export function html(strings: TemplateStringsArray, ...values: readonly Fragment[]): Html {
  let markup = strings[0]!;
  for (let at = 0; at < values.length; at += 1) {
    markup += written(values[at]) + strings[at + 1]!;
  }
  return made(markup);
}

/** Takes HTML that our own sanitiser made and the store kept, as it is. Never call it with anything else. */
export function trusted(storedHtml: string): Html {
  return made(storedHtml);
}

/** The page as text, ready to be sent. */
export function render(page: Html): string {
  return Markup.textOf(page) ?? '';
}

/**
 * Attributes with a space before each, to stand right behind a tag's name: `<input${attributes({ checked })}>`.
 *
 * @throws RangeError for a name that is no plain attribute name, an event handler, or `style`: the pages' content
 * security policy forbids both
 */
export function attributes(values: Readonly<Record<string, AttributeValue>>): Html {
  let markup = '';
  for (const name of Object.keys(values)) {
    const value = values[name];
    if (value === false || value === null || value === undefined) continue;
    if (!/^[a-z][a-z0-9-]*$/.test(name) || name === 'style' || name.startsWith('on')) {
      throw new RangeError(`${JSON.stringify(name)} is not an attribute a page may carry`);
    }
    markup += value === true ? ` ${name}` : ` ${name}="${escaped(String(value))}"`;
  }
  return made(markup);
}

/**
 * A `script` element that holds data, such as JSON-LD: never run, and nothing inside can end it early.
 * `<`, `>` and `&` are written as JSON escapes, which every JSON reader turns back.
 *
 * @param type a media type of data, e.g. `application/ld+json`
 */
export function dataBlock(type: 'application/ld+json' | 'application/json', value: unknown): Html {
  const json = JSON.stringify(value).replace(
    /[<>&\u007f-\u009f\u2028\u2029\ufffe\uffff]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return made(`<script type="${type}">${json}</script>`);
}

/** A script of ours, fetched from its own address; what it says is never part of a page. */
export function moduleScript(address: string): Html {
  return made(`<script type="module" src="${escaped(address)}"></script>`);
}

/**
 * A `script` element that runs a file of ours, once the page is read, also where the page has no origin: in a frame
 * that is shut off from everything, modules are not to be had.
 */
export function plainScript(address: string): Html {
  return made(`<script src="${escaped(address)}" defer></script>`);
}

function written(value: Fragment): string {
  if (typeof value === 'string') return escaped(value);
  if (typeof value === 'number') return String(value);
  if (value === null || value === undefined || value === false) return '';
  if (Array.isArray(value)) {
    let markup = '';
    for (const part of value as readonly Fragment[]) markup += written(part);
    return markup;
  }
  const markup = Markup.textOf(value as Html);
  if (markup === undefined) throw new TypeError('a template was given an object that is not Html');
  return markup;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: characters that no page may hold are what it looks for
const SPECIAL = /[&<>"'\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/;

/** Whether a page may hold a UTF-16 unit: controls and non-characters are an error to every reader of HTML or XML. */
function isUnseen(unit: number): boolean {
  if (unit < 0x20) return unit !== 0x09 && unit !== 0x0a && unit !== 0x0d;
  return (unit >= 0x7f && unit <= 0x9f) || unit >= 0xfffe;
}

function escaped(text: string): string {
  let at = text.search(SPECIAL);
  if (at < 0) return text;
  let from = 0;
  let markup = '';
  for (; at < text.length; at += 1) {
    let entity: string;
    const unit = text.charCodeAt(at);
    switch (unit) {
      case 38:
        entity = '&amp;';
        break;
      case 60:
        entity = '&lt;';
        break;
      case 62:
        entity = '&gt;';
        break;
      case 34:
        entity = '&quot;';
        break;
      case 39:
        entity = '&#39;';
        break;
      default:
        if (!isUnseen(unit)) continue;
        entity = '';
    }
    markup += text.slice(from, at) + entity;
    from = at + 1;
  }
  return markup + text.slice(from);
}
