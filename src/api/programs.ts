import type { Guide } from '../views/api.ts';
import { BASE, createApi } from './app.ts';
import { guideOf } from './guide.ts';
import { openApi } from './openapi.ts';
import { OPERATIONS } from './operations.ts';
import type { ApiParts } from './parts.ts';

/** What answers programs: the addresses, and who answers there. */
export interface Programs {
  paths: readonly string[];
  answer(request: Request, address: string): Promise<Response>;
}

const FILE = '/api/openapi.json';

/** The API, and the file that says what it is. */
export function programs(parts: ApiParts): Programs {
  const api = createApi(OPERATIONS, parts);
  let file: { origin: string; text: string } | null = null;
  const written = () => {
    const origin = parts.origin();
    if (file?.origin !== origin) file = { origin, text: JSON.stringify(openApi(OPERATIONS, origin)) };
    return file.text;
  };
  return {
    paths: [FILE, BASE, `${BASE}/*`],
    async answer(request, address) {
      if (new URL(request.url).pathname !== FILE) return api(request, address);
      if (request.method !== 'GET' && request.method !== 'HEAD')
        return new Response(null, { status: 405, headers: { allow: 'GET, HEAD' } });
      const headers = {
        'content-type': 'application/json',
        'access-control-allow-origin': '*',
        'cross-origin-resource-policy': 'cross-origin',
        'cache-control': 'public, no-cache',
      };
      return new Response(request.method === 'HEAD' ? null : written(), { headers });
    },
  };
}

let made: Guide | null = null;

/** What is to be said of the API, for people; made when it is asked for first. */
export function guide(): Guide {
  made ??= guideOf(OPERATIONS);
  return made;
}
