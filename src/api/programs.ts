import type { Guide } from '../views/api.ts';
import { etagOf, isKnown, tagsIn } from './etag.ts';
import type { ApiParts } from './parts.ts';

/** What answers programs: the addresses, and who answers there. */
export interface Programs {
  paths: readonly string[];
  answer(request: Request, address: string): Promise<Response>;
}

const FILE = '/api/openapi.json';
const BASE = '/api/v1';

/** A site that no program asks need not know what programs could: the table is read with the first question. */
const loaded = {
  app: () => import('./app.ts'),
  operations: async () => (await import('./operations.ts')).OPERATIONS,
};

/** The API, and the file that says what it is. */
export function programs(parts: ApiParts): Programs {
  let api: Promise<(request: Request, address: string) => Promise<Response>> | null = null;
  const opened = async () => (await loaded.app()).createApi(await loaded.operations(), parts);
  let file: { origin: string; text: string; etag: string } | null = null;
  const written = async () => {
    const origin = parts.origin();
    if (file?.origin === origin) return file;
    const { openApi } = await import('./openapi.ts');
    const text = JSON.stringify(openApi(await loaded.operations(), origin));
    file = { origin, text, etag: etagOf(text) };
    return file;
  };
  return {
    paths: [FILE, BASE, `${BASE}/*`],
    async answer(request, address) {
      if (new URL(request.url).pathname !== FILE) {
        api ??= opened();
        return (await api)(request, address);
      }
      if (request.method !== 'GET' && request.method !== 'HEAD')
        return new Response(null, { status: 405, headers: { allow: 'GET, HEAD' } });
      const { text, etag } = await written();
      const headers = {
        etag,
        'content-type': 'application/json',
        'access-control-allow-origin': '*',
        'cross-origin-resource-policy': 'cross-origin',
        'cache-control': 'public, no-cache',
      };
      if (isKnown(tagsIn(request.headers.get('if-none-match')), etag))
        return new Response(null, { status: 304, headers });
      return new Response(request.method === 'HEAD' ? null : text, { headers });
    },
  };
}

let made: Promise<Guide> | null = null;

/** What is to be said of the API, for people; made when it is asked for first. */
export function guide(): Promise<Guide> {
  made ??= (async () => (await import('./guide.ts')).guideOf(await loaded.operations()))();
  return made;
}
