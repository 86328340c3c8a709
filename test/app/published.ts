import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { parse } from 'parse5';
import { pino } from 'pino';
import { readConfig } from '../../src/config.ts';
import { type PublishOptions, publish } from '../../src/main.ts';
import type { TestSite } from './site.ts';

/**
 * Publishes a site as the command does, beside the one that is open.
 *
 * @param live its public address, where it has one
 */
export function publishedTo(
  folder: string,
  site: TestSite,
  { live, ...options }: Partial<Omit<PublishOptions, 'folder'>> & { live?: string } = {},
): ReturnType<typeof publish> {
  const config = readConfig(
    { data: site.folder, database: site.database, port: '3000' },
    live ? { HOUSELIGHTS_URL: live } : {},
  );
  const surroundings = { now: () => site.clock.now, log: pino({ level: 'silent' }) };
  return publish(config, { folder, ...options }, surroundings);
}

/** Every file of a copy but its own records, with `/` between the parts of its path. */
export function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile() && !one.parentPath.endsWith('.houselights'))
    .map((one) => join(one.parentPath, one.name).slice(folder.length + 1))
    .sort();
}

/** When each file was written, which tells those that were touched. */
export function stampsOf(folder: string): Map<string, string> {
  return new Map(
    filesOf(folder).map((file) => {
      const { ino, mtimeMs } = statSync(join(folder, file));
      return [file, `${ino} ${mtimeMs}`];
    }),
  );
}

/** The files that are other ones than they were, are new, or are gone. */
export function touched(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  return [...new Set([...before.keys(), ...after.keys()])].filter(
    (one) => before.get(one) !== after.get(one),
  );
}

interface Node {
  tagName?: string;
  attrs?: { name: string; value: string }[];
  childNodes?: Node[];
}

/** Every address on a page, with the name of the tag it stands in. */
export function addressesIn(html: string): { tag: string; address: string }[] {
  const found: { tag: string; address: string }[] = [];
  const walk = (node: Node) => {
    for (const { name, value } of node.attrs ?? [])
      if (/^(href|src|action|data|poster|formaction)$/.test(name))
        found.push({ tag: node.tagName ?? '', address: value });
    for (const child of node.childNodes ?? []) walk(child);
  };
  walk(parse(html) as unknown as Node);
  return found;
}

/**
 * What a copy leads to that is not there, as `page → address`.
 *
 * @param isBeyond whether an address may lead out of the copy
 */
export function deadLinks(folder: string, isBeyond: (address: string, tag: string) => boolean): string[] {
  const all = new Set(filesOf(folder));
  const dead: string[] = [];
  for (const file of all) {
    if (!file.endsWith('.html')) continue;
    for (const { tag, address } of addressesIn(readFileSync(join(folder, file), 'utf8'))) {
      if (address.startsWith('#') || isBeyond(address, tag)) continue;
      const path = decodeURIComponent(address.replace(/[?#].*$/, ''));
      if (!all.has(posix.join(posix.dirname(file), path))) dead.push(`${file} → ${address}`);
    }
  }
  return dead;
}
