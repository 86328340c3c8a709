import type { CopyRecords, Reader } from '../domain/reader.ts';

/** What the ETag of a page stands for: versions of all it shows, and until when, in epoch milliseconds. */
export interface StandsFor {
  versions: readonly (readonly [id: string, version: number])[];
  due: number;
}

const AT_ONCE = 5000;

/**
 * Reads all versions there are, once, and tells by them whether an ETag is still that of its page: what would be said
 * of each page by asking for it, and thousands of them in the time of one.
 *
 * @param standsFor null where only the page itself tells
 */
export async function openExactness(parts: {
  reader: Reader;
  records: CopyRecords;
  standsFor: (etag: string) => StandsFor | null;
  now: () => number;
}): Promise<(etag: string) => boolean> {
  const { versions } = parts.records;
  let after = '';
  for (let more = true; more; ) {
    const rows = await parts.reader.versions.page(after, AT_ONCE);
    for (const { id, version } of rows) versions.add(id, version);
    after = rows.at(-1)?.id ?? '';
    more = rows.length === AT_ONCE;
  }
  return (etag) => {
    const known = parts.standsFor(etag);
    if (!known || known.due <= parts.now()) return false;
    return known.versions.every(([id, version]) => versions.of(id) === version);
  };
}
