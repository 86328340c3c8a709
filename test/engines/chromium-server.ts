import { spawn } from 'node:child_process';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { chmod, lstat, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { brotliDecompress, createBrotliDecompress } from 'node:zlib';
import { chromium } from 'playwright-core';
import type { Engine } from './broker.ts';

/** A Chromium to launch and the environment it needs. */
export interface ChromiumBinary {
  path: string;
  env: Record<string, string>;
}

const FLAGS = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-gpu',
  '--font-render-hinting=none',
];

const OF_MACHINE = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * Starts one headless Chromium that every test connects to.
 *
 * @throws Error with a sentence when there is none or it does not start
 */
export async function startChromium(): Promise<Engine> {
  const binary = await findChromium();
  if (binary === null) {
    throw new Error(
      'There is no Chromium: npm brought none for this machine, and HOUSELIGHTS_CHROMIUM names none.',
    );
  }
  const server = await chromium.launchServer({
    executablePath: binary.path,
    env: { ...process.env, ...binary.env },
    args: FLAGS,
    chromiumSandbox: false,
    host: '127.0.0.1',
  });
  return { address: server.wsEndpoint(), stop: () => server.close() };
}

/**
 * Chooses the Chromium: `HOUSELIGHTS_CHROMIUM`, else the one npm brought, so that results agree from machine to
 * machine, else the machine's own.
 */
export async function findChromium(): Promise<ChromiumBinary | null> {
  const named = process.env.HOUSELIGHTS_CHROMIUM;
  if (named) return { path: named, env: {} };
  if (process.platform === 'linux' && process.arch === 'x64') {
    const brought = packageFolder();
    if (brought !== null) return unpacked(brought);
  }
  const path = OF_MACHINE.find((candidate) => existsSync(candidate));
  return path === undefined ? null : { path, env: {} };
}

function packageFolder(): { bin: string; version: string } | null {
  const require = createRequire(import.meta.url);
  try {
    const main = require.resolve('@sparticuz/chromium');
    const folder = join(dirname(main), '..', '..');
    const { version } = require(join(folder, 'package.json')) as { version: string };
    return { bin: join(folder, 'bin'), version };
  } catch {
    return null;
  }
}

/**
 * Unpacks the package's archives once per version and user. The package itself does so only for the browser, and
 * for the libraries (nspr, nss, expat) and the fonts that a bare Debian lacks only on the service it was made for.
 */
async function unpacked({ bin, version }: { bin: string; version: string }): Promise<ChromiumBinary> {
  const owner = process.getuid?.() ?? 0;
  // Not in the folder of this run, which goes when it ends.
  const folder = join(
    process.env.HOUSELIGHTS_TEST_KEPT ?? tmpdir(),
    `houselights-chromium-${version}-${owner}`,
  );
  if (!(await isOurs(folder, owner))) {
    const fresh = await mkdtemp(`${folder}-`);
    try {
      await Promise.all([
        inflate(join(bin, 'chromium.br'), join(fresh, 'chromium')),
        untar(join(bin, 'al2023.tar.br'), fresh),
        untar(join(bin, 'fonts.tar.br'), fresh),
      ]);
      await chmod(join(fresh, 'chromium'), 0o755);
      await mkdir(join(fresh, 'home'));
      await writeFile(join(fresh, 'fonts.conf'), fontConfiguration(folder));
      // Whoever unpacks first wins; a run that comes second finds the folder there and uses it.
      await rename(fresh, folder).catch(() => {});
    } finally {
      await rm(fresh, { recursive: true, force: true });
    }
    if (!(await isOurs(folder, owner))) throw new Error(`${folder} belongs to somebody else; remove it.`);
  }
  const libraries = [join(folder, 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  return {
    path: join(folder, 'chromium'),
    env: {
      LD_LIBRARY_PATH: libraries,
      FONTCONFIG_FILE: join(folder, 'fonts.conf'),
      HOME: join(folder, 'home'),
    },
  };
}

/** In a temporary folder open to all, only what this user made is executed. */
async function isOurs(folder: string, owner: number): Promise<boolean> {
  const found = await lstat(folder).catch(() => null);
  return found?.isDirectory() === true && found.uid === owner;
}

async function inflate(archive: string, file: string): Promise<void> {
  await pipeline(createReadStream(archive), createBrotliDecompress(), createWriteStream(file));
}

async function untar(archive: string, folder: string): Promise<void> {
  const tar = spawn('tar', ['--extract', '--no-same-owner', '--directory', folder], {
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    tar.once('error', reject);
    tar.once('exit', resolve);
  });
  // Tar hangs up when it has read enough, which is no error.
  tar.stdin.on('error', () => {});
  tar.stdin.end(await promisify(brotliDecompress)(await readFile(archive)));
  if ((await ended) !== 0) throw new Error(`tar could not unpack ${archive}.`);
}

/** The package's fonts and no others, so that text has the same widths on every machine. */
function fontConfiguration(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts</dir>
  <cachedir>${folder}/font-cache</cachedir>
</fontconfig>
`;
}
