import type { Guide } from '../views/api.ts';
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
  let file: { origin: string; text: string } | null = null;
  const written = async () => {
    const origin = parts.origin();
    const { openApi } = await import('./openapi.ts');
    if (file?.origin !== origin)
      file = { origin, text: JSON.stringify(openApi(await loaded.operations(), origin)) };
    return file.text;
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
      const headers = {
        'content-type': 'application/json',
        'access-control-allow-origin': '*',
        'cross-origin-resource-policy': 'cross-origin',
        'cache-control': 'public, no-cache',
      };
      return new Response(request.method === 'HEAD' ? null : await written(), { headers });
    },
  };
}

let made: Promise<Guide> | null = null;

/** What is to be said of the API, for people; made when it is asked for first. */
export function guide(): Promise<Guide> {
  made ??= (async () => (await import('./guide.ts')).guideOf(await loaded.operations()))();
  return made;
}
