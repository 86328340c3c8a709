import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { placeForDatabases } from '../engines/place.ts';

/** The folders of one test run, into which goes whatever its tests put aside. */
export interface Places {
  /** In the temporary folder, and where databases lie best; often the same. */
  folders: readonly string[];
  /** Takes them away with all that is still in them. */
  close(): void;
}

const NAME = 'houselights-run-';
/** A folder of a run that seems to be over is left for an hour: its process may be one that cannot be seen from here. */
const LEFT_MS = 3_600_000;

/**
 * Makes the folders of this run, and says so in the environment, which the processes of tests inherit: `tmpdir()` is
 * one of them from then on. What runs left that were killed is taken away.
 */
export function openPlaces(): Places {
  const [kept, memory] = [tmpdir(), placeForDatabases()];
  const parents = [...new Set([kept, memory])];
  for (const parent of parents) sweepPlaces(parent);
  const [own = kept, fast = own] = parents.map((parent) => {
    const folder = mkdtempSync(join(parent, `${NAME}${process.pid}-`));
    // PostgreSQL runs as somebody else, who has to get through.
    chmodSync(folder, 0o755);
    return folder;
  });
  const said = {
    TMPDIR: own,
    TMP: own,
    TEMP: own,
    HOUSELIGHTS_TEST_DATABASES: fast,
    HOUSELIGHTS_TEST_KEPT: kept,
    // Hundreds of threads and commands start from the same sources, each of which Node would compile anew.
    NODE_COMPILE_CACHE: join(own, 'compiled'),
  };
  const before = Object.keys(said).map((name) => [name, process.env[name]] as const);
  Object.assign(process.env, said);
  const folders = [...new Set([own, fast])];
  return {
    folders,
    close() {
      for (const folder of folders) rmSync(folder, { recursive: true, force: true });
      for (const [name, value] of before) {
        if (value === undefined) delete process.env[name];
        else process.env[name] = value;
      }
    },
  };
}

/** Takes away the folders of runs whose process is gone and that nobody has touched for an hour. */
export function sweepPlaces(parent: string, now = Date.now()): void {
  for (const name of readdirSync(parent)) {
    const pid = Number(new RegExp(`^${NAME}(\\d+)-`).exec(name)?.[1]);
    if (!Number.isInteger(pid) || isAlive(pid)) continue;
    const folder = join(parent, name);
    const touched = statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? now;
    if (now - touched < LEFT_MS) continue;
    try {
      rmSync(folder, { recursive: true, force: true });
    } catch {
      // Another user's: theirs to take away.
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}
