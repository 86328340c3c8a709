import type { CopyRecord, CopyRecords } from '../domain/reader.ts';
import { type Folder, hashOf } from './folder.ts';

/** What is written at once, in files and in bytes. */
const AT_ONCE = { files: 64, bytes: 8_000_000 };
const MOST_LEFT = 100;

interface Made {
  record: CopyRecord;
  bytes: Uint8Array;
  etag: string | null;
  links: Uint32Array;
}

/** Writes the files of a copy, some at once, those alone that are others than what lies there; and removes them. */
export function openWriting({ folder, records }: { folder: Folder; records: CopyRecords }) {
  let written = 0;
  let removed = 0;
  const left: string[] = [];
  let pending: Made[] = [];
  let pendingBytes = 0;

  const flush = () => {
    const changed: (Made & { hash: string })[] = [];
    for (const one of pending) {
      const { record, bytes, etag, links } = one;
      const hash = hashOf(bytes);
      const size = folder.size(record.file);
      const known = { etag, hash, size: bytes.length, links };
      if (neverWritten(record) && size !== null) {
        if (left.length < MOST_LEFT) left.push(record.file);
        records.save(record.id, { ...known, etag: null, hash: null, size: 0 });
      } else if (record.hash === hash && size === bytes.length) {
        if (!same(record, known)) records.save(record.id, known);
      } else changed.push({ ...one, hash });
    }
    // Said before it is done: a run that is killed leaves nothing of which it is not known whose it is.
    for (const { record } of changed) records.writing(record.id);
    records.keep();
    for (const { record, bytes } of changed) folder.write(record.file, bytes);
    for (const { record, bytes, etag, hash, links } of changed)
      records.save(record.id, { etag, hash, size: bytes.length, links });
    written += changed.length;
    pending = [];
    pendingBytes = 0;
  };

  return {
    /** Files that are somebody else's and stand where one of the copy belongs, the first of them. */
    left,
    written: () => written,
    removed: () => removed,
    flush,
    /** Takes what a file is to hold, by which ETag that is exact, and the records of what it leads to. */
    put(
      record: CopyRecord,
      body: string | Uint8Array,
      etag: string | null,
      links: ReadonlySet<number>,
    ): void {
      const bytes = typeof body === 'string' ? Buffer.from(body) : body;
      pending.push({ record, bytes, etag, links: Uint32Array.from(links) });
      pendingBytes += bytes.length;
      if (pending.length >= AT_ONCE.files || pendingBytes >= AT_ONCE.bytes) flush();
    },
    /** Removes the files of records that nothing leads to any more. */
    sweep(isMet: (id: number) => boolean): void {
      let id = 0;
      for (let some = records.after(id); some.length > 0; some = records.after(id)) {
        for (const one of some) {
          id = one.id;
          if (isMet(id)) continue;
          const { file, hash } = one;
          const lies = folder.hash(file);
          // What somebody put in the place of ours is theirs; what we were writing when we were killed is ours.
          if (lies !== null && !neverWritten(one) && (hash === null || lies === hash)) {
            folder.remove(file);
            removed += 1;
          } else if (lies !== null && left.length < MOST_LEFT) left.push(file);
          records.remove(id);
        }
        records.keep();
      }
    },
  };
}

export type Writing = ReturnType<typeof openWriting>;

function same(one: Pick<CopyRecord, 'etag' | 'links'>, other: Pick<CopyRecord, 'etag' | 'links'>): boolean {
  return one.etag === other.etag && Buffer.from(one.links.buffer).equals(Buffer.from(other.links.buffer));
}

/** Whether nothing was ever written for a record: what lies there is somebody else's. */
function neverWritten({ hash, etag }: Pick<CopyRecord, 'hash' | 'etag'>): boolean {
  return hash === null && etag === null;
}
