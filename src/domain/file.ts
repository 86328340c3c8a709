import { setTimeout as sleep } from 'node:timers/promises';
import { DomainError } from './errors.ts';
import type { Reader, Transact } from './reader.ts';

/** What files are taken away with. */
export interface FileSweeper {
  transact: Transact;
  /** Takes the bytes of a file away; nothing where there are none. */
  remove(hash: string): Promise<void>;
  now(): number;
}

/** For so long a file is held for whoever has brought it, and may die before saying what it is needed for. */
const HELD_MS = 86_400_000;
/** For so long a file may be on its way out; whoever takes longer is taken for dead. */
const LEAVING_MS = 600_000;
/** No file's bytes are touched any more when so much of that is left: storage elsewhere is asked three times. */
const MARGIN_MS = 300_000;
const AT_ONCE = 50;
/** Files whose needs are looked at in one question. */
const LOOKED_AT = 500;
const WAIT_MS = 20;
const WAITS = 250;

/**
 * Holds a file, known by its hash, before its bytes are put where files are: from then on nobody takes them away
 * until `releaseFiles`, or until what needs them is recorded. One that is being taken away at this moment is waited
 * for.
 *
 * @throws DomainError `too-many` while one that somebody died over is not free yet
 */
export async function holdFile(
  { transact, now }: Pick<FileSweeper, 'transact' | 'now'>,
  file: { hash: string; size: number },
): Promise<void> {
  for (let wait = 0; wait < WAITS; wait += 1) {
    const at = now();
    if (await transact((writer) => writer.files.hold(file, at + HELD_MS, at))) return;
    await sleep(WAIT_MS);
  }
  throw new DomainError('too-many', 'too-many', { seconds: LEAVING_MS / 1000 });
}

/** Lets go of files that were held and are not needed after all, one hold for each mention, and takes them away. */
export async function releaseFiles(sweeper: FileSweeper, hashes: readonly string[]): Promise<void> {
  await sweeper.transact((writer) => writer.files.letGo(hashes));
  await sweepFiles(sweeper, hashes);
}

/**
 * Takes away those of some files that nothing needs. What an upload or a picture needs stays, and so does what a
 * picture of a film needs that can be brought back, and what somebody holds.
 */
export async function sweepFiles(sweeper: FileSweeper, hashes: readonly string[]): Promise<void> {
  const all = [...new Set(hashes)];
  for (let at = 0; at < all.length; at += AT_ONCE) await sweepSome(sweeper, all.slice(at, at + AT_ONCE));
}

async function sweepSome({ transact, remove, now }: FileSweeper, hashes: readonly string[]): Promise<void> {
  const from = now();
  const until = from + LEAVING_MS;
  const leaving = await transact((writer) => writer.files.leave(hashes, until, from));
  if (leaving.length === 0) return;
  const gone: string[] = [];
  let begun = 0;
  try {
    for (const hash of leaving) {
      if (now() > until - MARGIN_MS) break;
      begun += 1;
      await remove(hash);
      gone.push(hash);
    }
  } finally {
    // One whose removal failed may yet go: it stays marked until its time is over.
    await transact(async (writer) => {
      await writer.files.forget(gone, until);
      await writer.files.stay(leaving.slice(begun), until);
    });
  }
}

/**
 * Looks through all files and takes away those that nothing needs any more: of films that are gone for good, and of
 * whoever died over an upload. What lies where the files are and was never recorded is not ours to take: two sites
 * may share the place.
 */
export async function sweepAllFiles(sweeper: FileSweeper & { reader: Reader }): Promise<void> {
  for (let after: string | null = ''; after !== null; ) {
    const looked: { hashes: string[]; last: string | null } = await sweeper.reader.files.needless(
      after,
      LOOKED_AT,
      sweeper.now(),
    );
    await sweepFiles(sweeper, looked.hashes);
    after = looked.last;
  }
}
