import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Ready } from './reply.ts';
import { SECURITY_HEADERS } from './security.ts';

const TYPES: Record<string, string> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  woff2: 'font/woff2',
  svg: 'image/svg+xml',
  txt: 'text/plain; charset=utf-8',
  map: 'application/json',
};

/** The built style sheets, fonts and scripts, each at an address that changes with its content. */
export interface Assets {
  /** The address of a file by its plain name, e.g. `film.css`. */
  href(name: string): string;
  /** The file at an address under `/assets/`, or null. */
  file(name: string, brotli: boolean): Ready | null;
  /** What a built text file says, by its plain name. */
  text(name: string): string;
  /** Changes whenever any file does. */
  readonly build: string;
}

/** @param folder holds the built files and their `manifest.json`: plain name → file name */
export function openAssets(folder: string): Assets {
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Record<string, string>;
  const names = new Set(readdirSync(folder).filter((name) => name !== 'manifest.json'));
  const kept = new Map<string, Ready>();
  const fileOf = (name: string): string => {
    const file = manifest[name];
    if (file === undefined) throw new Error(`There is no built file ${name}.`);
    return file;
  };
  return {
    build: hash(JSON.stringify(manifest)),
    href: (name) => `/assets/${fileOf(name)}`,
    text: (name) => readFileSync(join(folder, fileOf(name)), 'utf8'),
    file(name, brotli) {
      if (!names.has(name)) return null;
      const key = `${name} ${brotli}`;
      const known = kept.get(key);
      if (known) return known;
      const made = prepare(folder, name, brotli);
      kept.set(key, made);
      return made;
    },
  };
}

/** What a frame on another site asks for, which its browser may take for nobody's page. */
const LENT = /^embed|\.woff2$/;
const LENT_HEADERS = { 'cross-origin-resource-policy': 'cross-origin', 'access-control-allow-origin': '*' };

function prepare(folder: string, name: string, brotli: boolean): Ready {
  const extension = name.split('.').at(-1) ?? '';
  const type = TYPES[extension] ?? 'application/octet-stream';
  const plain = readFileSync(join(folder, name));
  const packed = brotli && /^(text|image\/svg)/.test(type);
  const body = (packed ? brotliCompressSync(plain) : plain) as Uint8Array<ArrayBuffer>;
  return {
    status: 200,
    headers: {
      ...SECURITY_HEADERS,
      ...(LENT.test(name) ? LENT_HEADERS : {}),
      'content-type': type,
      'content-length': String(body.length),
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'accept-encoding',
      ...(packed ? { 'content-encoding': 'br' } : {}),
    },
    body,
    cookies: [],
  };
}

function hash(text: string): string {
  let sum = 5381;
  for (let at = 0; at < text.length; at += 1) sum = (sum * 33 + text.charCodeAt(at)) >>> 0;
  return sum.toString(36);
}
