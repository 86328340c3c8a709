/** Zips written byte by byte, so that each of their fields can lie (APPNOTE.TXT 6.3.10, section 4.3). */
import { crc32, deflateRawSync } from 'node:zlib';

/** One file of a zip, and in which fields the zip says something else of it than what is there. */
export interface ZipPart {
  name: string | Buffer;
  /** What it holds, uncompressed. */
  content?: string | Buffer;
  /** Its bytes in the zip, where they are not its content deflated. */
  packed?: Buffer;
  /** 8 deflates, 0 stores; any other number is only claimed. */
  method?: number;
  /** General purpose bits: 1 encrypted, 8 a descriptor follows, 0x40 strongly encrypted, 0x800 UTF-8. */
  flags?: number;
  /** What the central directory claims; null leaves it to the zip64 field. */
  size?: number;
  packedSize?: number;
  sum?: number;
  /** What the local header claims, where that differs. */
  local?: { size?: number; packedSize?: number; name?: string };
  /** What the descriptor after the data claims; there is one where `flags` has 8. */
  descriptor?: { size?: number; packedSize?: number };
  /** The 64-bit sizes of a zip64 field; the 32-bit ones are then all ones. */
  zip64?: { size: bigint; packedSize: bigint };
  comment?: Buffer;
  extra?: Buffer;
  /** Attributes of the file's system, such as 0o120777 << 16 for a link. */
  attributes?: number;
  /** Where its local header is claimed to stand. */
  offset?: number;
  /** No bytes of its own: it is only claimed in the directory. */
  claimed?: boolean;
}

/** What the end of a zip claims, where that differs. */
export interface ZipEnd {
  entries?: number;
  directoryOffset?: number;
  /** A zip64 end with this number of entries. */
  entries64?: bigint;
  trailing?: Buffer;
}

export function zipBytes(parts: readonly ZipPart[], end: ZipEnd = {}): Buffer<ArrayBuffer> {
  const pieces: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  const put = (bytes: Buffer) => {
    pieces.push(bytes);
    at += bytes.length;
  };
  for (const part of parts) {
    const place = at;
    const content = Buffer.from(part.content ?? '');
    const { method = 8, flags = 0 } = part;
    const packed = part.packed ?? (method === 0 ? content : deflateRawSync(content));
    const told = {
      size: part.size ?? content.length,
      packedSize: part.packedSize ?? packed.length,
      sum: part.sum ?? crc32(content),
    };
    const name = Buffer.from(part.name);
    if (!part.claimed) {
      const follows = (flags & 8) !== 0;
      const { size, packedSize, sum } = follows ? { size: 0, packedSize: 0, sum: 0 } : told;
      const local = { size, packedSize, name, ...part.local };
      put(localHeader({ ...local, name: Buffer.from(local.name), method, flags, sum }));
      put(packed);
      if (follows) put(descriptor({ ...told, ...part.descriptor }));
    }
    directory.push(centralHeader(part, { ...told, name, method, flags, place: part.offset ?? place }));
  }
  const directoryAt = at;
  for (const entry of directory) put(entry);
  const count = end.entries ?? parts.length;
  if (end.entries64 !== undefined) put(end64(at, end.entries64, directoryAt, at - directoryAt));
  const many = end.entries64 !== undefined || count > 0xffff;
  put(endRecord(many ? 0xffff : count, at - directoryAt, end.directoryOffset ?? directoryAt));
  return Buffer.concat(end.trailing ? [...pieces, end.trailing] : pieces) as Buffer<ArrayBuffer>;
}

/**
 * Spaces that inflate to as many megabytes as wanted from about a thousandth of it: one deflated megabyte, ended at
 * a whole byte, over and over.
 */
export function deflatedMegabytes(megabytes: number, letter = ' '): Buffer {
  // Z_FULL_FLUSH forgets what came before, so that the same bytes can follow themselves.
  const one = deflateRawSync(Buffer.alloc(1_000_000, letter), { finishFlush: 3, level: 9 });
  const last = Buffer.of(3, 0);
  return Buffer.concat([...Array.from({ length: megabytes }, () => one), last]);
}

interface Told {
  size: number;
  packedSize: number;
  sum: number;
  name: Buffer;
  method: number;
  flags: number;
}

function localHeader({ size, packedSize, sum, name, method, flags }: Told): Buffer {
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(20, 4);
  head.writeUInt16LE(flags, 6);
  head.writeUInt16LE(method, 8);
  head.writeUInt32LE(sum >>> 0, 14);
  head.writeUInt32LE(packedSize >>> 0, 18);
  head.writeUInt32LE(size >>> 0, 22);
  head.writeUInt16LE(name.length, 26);
  return Buffer.concat([head, name]);
}

function descriptor({ size, packedSize, sum }: Pick<Told, 'size' | 'packedSize' | 'sum'>): Buffer {
  const after = Buffer.alloc(16);
  after.writeUInt32LE(0x08074b50, 0);
  after.writeUInt32LE(sum >>> 0, 4);
  after.writeUInt32LE(packedSize >>> 0, 8);
  after.writeUInt32LE(size >>> 0, 12);
  return after;
}

function centralHeader(part: ZipPart, told: Told & { place: number }): Buffer {
  const { zip64 } = part;
  const wide = zip64 ? sizes64(zip64) : Buffer.alloc(0);
  const extra = Buffer.concat([wide, part.extra ?? Buffer.alloc(0)]);
  const comment = part.comment ?? Buffer.alloc(0);
  const head = Buffer.alloc(46);
  head.writeUInt32LE(0x02014b50, 0);
  // Made by a Unix, whose attributes stand in the upper half.
  head.writeUInt16LE((3 << 8) | 45, 4);
  head.writeUInt16LE(zip64 ? 45 : 20, 6);
  head.writeUInt16LE(told.flags, 8);
  head.writeUInt16LE(told.method, 10);
  head.writeUInt32LE(told.sum >>> 0, 16);
  head.writeUInt32LE(zip64 ? 0xffffffff : told.packedSize >>> 0, 20);
  head.writeUInt32LE(zip64 ? 0xffffffff : told.size >>> 0, 24);
  head.writeUInt16LE(told.name.length, 28);
  head.writeUInt16LE(extra.length, 30);
  head.writeUInt16LE(comment.length, 32);
  head.writeUInt32LE((part.attributes ?? 0) >>> 0, 38);
  head.writeUInt32LE(told.place, 42);
  return Buffer.concat([head, told.name, extra, comment]);
}

function sizes64({ size, packedSize }: { size: bigint; packedSize: bigint }): Buffer {
  const field = Buffer.alloc(20);
  field.writeUInt16LE(1, 0);
  field.writeUInt16LE(16, 2);
  field.writeBigUInt64LE(size, 4);
  field.writeBigUInt64LE(packedSize, 12);
  return field;
}

function end64(at: number, entries: bigint, directoryAt: number, size: number): Buffer {
  const end = Buffer.alloc(56 + 20);
  end.writeUInt32LE(0x06064b50, 0);
  end.writeBigUInt64LE(44n, 4);
  end.writeUInt16LE(45, 12);
  end.writeUInt16LE(45, 14);
  end.writeBigUInt64LE(entries, 24);
  end.writeBigUInt64LE(entries, 32);
  end.writeBigUInt64LE(BigInt(size), 40);
  end.writeBigUInt64LE(BigInt(directoryAt), 48);
  end.writeUInt32LE(0x07064b50, 56);
  end.writeBigUInt64LE(BigInt(at), 64);
  end.writeUInt32LE(1, 72);
  return end;
}

function endRecord(entries: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries, 8);
  end.writeUInt16LE(entries, 10);
  end.writeUInt32LE(size >>> 0, 12);
  end.writeUInt32LE(offset >>> 0, 16);
  return end;
}
