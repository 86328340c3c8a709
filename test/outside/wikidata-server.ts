import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An item as the REST interface of Wikidata gives it. */
export interface TestItem {
  id: string;
  labels: Record<string, string>;
  aliases?: Record<string, string[]>;
  statements: Record<string, unknown[]>;
  [other: string]: unknown;
}

/** A stand-in for Wikidata. */
export interface WikidataServer {
  origin: string;
  items: Map<string, TestItem>;
  /** English names of other items: `Person Q1` where nothing is said. */
  names: Map<string, string>;
  /** Paths with their queries, in the order they were asked. */
  asked: string[];
  /** Answers in place of the stand-in, where it returns true. */
  instead: (path: string, response: ServerResponse) => boolean;
  close(): Promise<void>;
}

/** A statement of normal rank. */
export function states(content: unknown, qualifiers: Record<string, unknown> = {}, rank = 'normal') {
  const narrowed = Object.entries(qualifiers).map(([id, value]) => ({
    property: { id },
    value: { type: 'value', content: value },
  }));
  return { rank, qualifiers: narrowed, references: [], value: { type: 'value', content } };
}

/** What countries and languages are called in other lists, as statements of their items. */
const CODES: Readonly<Record<string, Record<string, string>>> = {
  Q30: { P297: 'US' },
  Q142: { P297: 'FR' },
  Q8646: { P297: 'HK' },
  Q145: { P297: 'GB' },
  Q408: { P297: 'AU' },
  Q1860: { P305: 'en' },
  Q5287: { P305: 'ja' },
  Q150: { P305: 'fr' },
};

/** Starts a stand-in that knows no item yet. */
export async function startWikidata(): Promise<WikidataServer> {
  const items = new Map<string, TestItem>();
  const names = new Map<string, string>();
  const asked: string[] = [];
  const json = (response: ServerResponse, value: unknown, status = 200) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://stand.in');
    asked.push(`${url.pathname}${url.search}`);
    response.on('error', () => undefined);
    if (mock.instead(url.pathname + url.search, response)) return;
    const [, id = '', part] = /\/entities\/items\/(Q\d+)(\/statements)?$/.exec(url.pathname) ?? [];
    if (part) {
      const property = url.searchParams.get('property') ?? '';
      const code = CODES[id]?.[property];
      json(response, code === undefined ? {} : { [property]: [states(code)] });
    } else if (id !== '') {
      const item = items.get(id);
      if (item) json(response, item);
      else json(response, { code: 'resource-not-found', message: 'not found' }, 404);
    } else if (url.searchParams.get('action') === 'query') {
      const found = foundBy(url.searchParams.get('srsearch') ?? '', [...items.values()]);
      const search = found.map((title) => ({ ns: 0, title }));
      json(response, { query: { searchinfo: { totalhits: search.length }, search } });
    } else if (url.searchParams.get('props') === 'info') {
      const ids = (url.searchParams.get('ids') ?? '').split('|');
      const entities = ids.map((one) => [one, items.get(one) ?? { id: one, missing: '' }]);
      json(response, { success: 1, entities: Object.fromEntries(entities) });
    } else json(response, { success: 1, entities: labelled(url.searchParams, items, names) });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const mock: WikidataServer = {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    items,
    names,
    asked,
    instead: () => false,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return mock;
}

function labelled(
  query: URLSearchParams,
  items: ReadonlyMap<string, TestItem>,
  names: ReadonlyMap<string, string>,
) {
  const languages = query.get('languages')?.split('|');
  const ids = (query.get('ids') ?? '').split('|');
  return Object.fromEntries(
    ids.map((id) => {
      const labels = Object.entries(items.get(id)?.labels ?? { en: names.get(id) ?? `Person ${id}` });
      const kept = labels.filter(([language]) => languages?.includes(language) ?? true);
      const shown = kept.map(([language, value]) => [language, { language, value }]);
      // An empty map comes as a list.
      return [id, { id, type: 'item', labels: shown.length > 0 ? Object.fromEntries(shown) : [] }];
    }),
  );
}

/** The items that have one of the statements that are searched for, and the label. */
function foundBy(words: string, items: readonly TestItem[]): string[] {
  const wanted = (/haswbstatement:(\S+)/.exec(words)?.[1] ?? '').split('|').map((one) => one.split('='));
  const label = /inlabel:"([^"]*)"/.exec(words)?.[1]?.toLowerCase();
  return items
    .filter(({ statements }) =>
      wanted.some(([property = '', value]) =>
        (statements[property] ?? []).some(
          (one) => (one as { value: { content?: unknown } }).value.content === value,
        ),
      ),
    )
    .filter(({ labels }) => !label || Object.values(labels).some((one) => one.toLowerCase().includes(label)))
    .map(({ id }) => id);
}
