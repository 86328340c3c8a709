import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';

/** The parameters of better-auth's own hash: 32 MB and about a tenth of a second of one core. */
const COST: ScryptOptions = { N: 16_384, r: 16, p: 1, maxmem: 64 * 1024 * 1024 };
const KEY_BYTES = 64;

/**
 * Hashes a password by scrypt (RFC 7914) in Node's thread pool: better-auth computes the same hash in JavaScript,
 * on the thread that answers requests. Written as it writes it, `salt:key` in hex, so that either reads the other's.
 */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16).toString('hex');
  return `${salt}:${(await derive(password, salt)).toString('hex')}`;
}

/** Whether a password is the one that was hashed; compared without telling by time how near it came. */
export async function verifyPassword({ hash, password }: { hash: string; password: string }) {
  const [salt = '', key = ''] = hash.split(':');
  const kept = Buffer.from(key, 'hex');
  const asked = await derive(password, salt);
  return kept.length === asked.length && timingSafeEqual(kept, asked);
}

/** The salt is taken as its hex digits, not as the bytes they stand for: so does better-auth. */
function derive(password: string, salt: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, KEY_BYTES, COST, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}
