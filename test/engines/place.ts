import { accessSync, constants, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';

/** Where Linux keeps files in memory. */
const MEMORY = '/dev/shm';
/** What has to be free there: the largest databases of the slow tests, twice. */
const ENOUGH = 4 * 1024 ** 3;

/**
 * The folder for databases that live as long as a test: in memory where the machine has room, because making the
 * thousand files of a PostgreSQL database takes a third of a second on a disk and a hundredth of one in memory.
 */
export function placeForDatabases(): string {
  const ofRun = process.env.HOUSELIGHTS_TEST_DATABASES;
  if (ofRun) return ofRun;
  if (process.platform !== 'linux') return tmpdir();
  try {
    accessSync(MEMORY, constants.W_OK);
    const { bavail, bsize } = statfsSync(MEMORY);
    return bavail * bsize >= ENOUGH ? MEMORY : tmpdir();
  } catch {
    return tmpdir();
  }
}
