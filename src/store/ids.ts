import { randomBytes } from 'node:crypto';

const DIGITS = '0123456789abcdefghijklmnopqrstuv';

/** Random bytes are asked for by the page: for each id alone they would cost more than all the rest of it. */
const POOL = 4096;
let pool = Buffer.alloc(0);
let used = 0;

function sixteenRandomBytes(): Buffer {
  if (used + 16 > pool.length) {
    pool = randomBytes(POOL);
    used = 0;
  }
  used += 16;
  return Buffer.from(pool.subarray(used - 16, used));
}

let lastMillisecond = 0;
let counter = 0;

/**
 * Mints a public id: a UUIDv7 (RFC 9562) written as 26 characters of lower-case base32hex (RFC 4648 §7),
 * whose text order is its time order. Ids minted by one process within a millisecond keep their order.
 *
 * @param now epoch milliseconds
 */
export function newId(now: number = Date.now()): string {
  if (now > lastMillisecond) {
    lastMillisecond = now;
    counter = 0;
  } else {
    counter += 1;
    if (counter > 0xfff) {
      lastMillisecond += 1;
      counter = 0;
    }
  }
  const bytes = sixteenRandomBytes();
  bytes.writeUIntBE(lastMillisecond, 0, 6);
  bytes.writeUInt16BE(0x7000 | counter, 6);
  bytes.writeUInt8(0x80 | (bytes.readUInt8(8) & 0x3f), 8);
  return base32(bytes);
}

/** Whether a string has the shape of a public id. */
export function isId(text: string): boolean {
  return /^[0-9a-v]{26}$/.test(text);
}

function base32(bytes: Buffer): string {
  let text = '';
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += DIGITS[(held >>> bits) & 31];
    }
    held &= (1 << bits) - 1;
  }
  return text + DIGITS[(held << (5 - bits)) & 31];
}

/** Things that were read by their ids, in the order the ids were asked in. */
export function inOrder<T extends { id: string }>(ids: readonly string[], read: readonly T[]): T[] {
  const known = new Map(read.map((one) => [one.id, one]));
  return ids.flatMap((id) => known.get(id) ?? []);
}
