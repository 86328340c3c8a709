import { readFileSync } from 'node:fs';
import { parseXml, XmlElement } from '@rgrove/parse-xml';
import { RelaxNGValidator, XmlDocument, XmlValidateError } from 'libxml2-wasm';

const ATOM = 'http://www.w3.org/2005/Atom';
const RFC_3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;

const inside = (element: XmlElement, name?: string) =>
  element.children.filter(
    (child): child is XmlElement => child instanceof XmlElement && (!name || child.name === name),
  );
const said = (element: XmlElement | undefined) => element?.text ?? '';

const grammar = RelaxNGValidator.fromDoc(
  XmlDocument.fromString(readFileSync(new URL('./atom.rng', import.meta.url), 'utf8')),
);

/** What libxml2 has against a document by the grammar of RFC 4287, appendix B; empty when nothing. */
export function againstGrammar(text: string): string[] {
  const document = XmlDocument.fromString(text);
  try {
    grammar.validate(document);
    return [];
  } catch (error) {
    if (!(error instanceof XmlValidateError)) throw error;
    return error.details.map(({ message }) => message.trim());
  } finally {
    document.dispose();
  }
}

/** An Atom document, read by a strict parser of XML. */
export interface ReadAtom {
  feed: XmlElement;
  entries: { title: string; id: string; content: string; updated: string }[];
  /** What it has against RFC 4287, section by section; empty when nothing. */
  faults: string[];
}

/** Reads a feed and holds it against the grammar of RFC 4287, and against what else it says MUST be. */
export function readAtom(text: string): ReadAtom {
  const { root } = parseXml(text);
  if (!root) throw new Error('The document is empty.');
  const faults = againstGrammar(text);
  const must = (holds: boolean, what: string) => !holds && faults.push(what);
  must(root.name === 'feed' && root.attributes.xmlns === ATOM, '4.1.1 the root is atom:feed');
  const checkMeta = (element: XmlElement, where: string) => {
    for (const name of ['id', 'title', 'updated'])
      must(inside(element, name).length === 1, `4.1 ${where} has one ${name}`);
    must(URL.canParse(said(inside(element, 'id')[0])), `4.2.6 ${where}: id is an IRI`);
    for (const name of ['updated', 'published'])
      for (const date of inside(element, name)) must(RFC_3339.test(said(date)), `3.3 ${where}: ${name}`);
    for (const person of inside(element, 'author')) {
      must(said(inside(person, 'name')[0]) !== '', `3.2.1 ${where}: a person has a name`);
      for (const uri of inside(person, 'uri')) must(URL.canParse(said(uri)), `3.2.2 ${where}: uri`);
    }
    const alternates = new Set<string>();
    for (const link of inside(element, 'link')) {
      const { href = '', rel = 'alternate', type = '', hreflang = '' } = link.attributes;
      must(URL.canParse(href), `4.2.7.1 ${where}: href of ${rel}`);
      must(type === '' || /^[\w.+-]+\/[\w.+-]+$/.test(type), `4.2.7.3 ${where}: type`);
      if (rel !== 'alternate') continue;
      must(!alternates.has(`${type} ${hreflang}`), `4.1.1 ${where}: one alternate of a kind`);
      alternates.add(`${type} ${hreflang}`);
    }
    for (const category of inside(element, 'category'))
      must((category.attributes.term ?? '') !== '', `4.2.2 ${where}: term`);
  };
  checkMeta(root, 'the feed');
  const entries = inside(root, 'entry');
  for (const [at, entry] of entries.entries()) {
    checkMeta(entry, `entry ${at + 1}`);
    must(inside(entry, 'content').length <= 1, `4.1.2 entry ${at + 1}: one content`);
    must(inside(root, 'author').length + inside(entry, 'author').length > 0, `4.1.2 entry ${at + 1}: author`);
  }
  const ids = entries.map((entry) => said(inside(entry, 'id')[0]));
  must(new Set(ids).size === ids.length, '4.1.1 no two entries have one id');
  return {
    feed: root,
    faults,
    entries: entries.map((entry, at) => ({
      id: ids[at] ?? '',
      title: said(inside(entry, 'title')[0]),
      content: said(inside(entry, 'content')[0]),
      updated: said(inside(entry, 'updated')[0]),
    })),
  };
}

const INSTANT = { type: 'string', pattern: RFC_3339.source };
const ADDRESS = { type: 'string', pattern: '^https?://' };

/** JSON Feed 1.1 as a JSON Schema, stricter: nothing that its specification does not name. */
export const JSON_FEED = {
  type: 'object',
  required: ['version', 'title', 'items'],
  additionalProperties: false,
  properties: {
    version: { const: 'https://jsonfeed.org/version/1.1' },
    title: { type: 'string', minLength: 1 },
    home_page_url: ADDRESS,
    feed_url: ADDRESS,
    language: { type: 'string' },
    items: {
      type: 'array',
      items: {
        type: 'object',
        required: ['id', 'content_html'],
        additionalProperties: false,
        patternProperties: { '^_': { type: 'object' } },
        properties: {
          id: { type: 'string', minLength: 1 },
          url: ADDRESS,
          external_url: ADDRESS,
          title: { type: 'string' },
          content_html: { type: 'string' },
          date_published: INSTANT,
          date_modified: INSTANT,
          authors: {
            type: 'array',
            items: {
              type: 'object',
              additionalProperties: false,
              properties: { name: { type: 'string' }, url: ADDRESS },
            },
          },
          tags: { type: 'array', items: { type: 'string' } },
          language: { type: 'string' },
        },
      },
    },
  },
};
