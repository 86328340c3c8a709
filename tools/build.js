// Builds dist/ from the sources. Plain JavaScript, because bin/houselights.js calls it on whatever Node is there.
import { createHash } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The oldest Node whose node:sqlite needs no flag; what the server's code is compiled for. */
const OLDEST_NODE = 'node22.13';

/** What every browser in use since 2023 understands, nesting in style sheets included. */
const BROWSERS = ['chrome120', 'firefox121', 'safari17.2'];

const checkout = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/**
 * Makes sure that `dist/` is what the sources say: nothing to do in an installed package, which has no sources;
 * in a checkout a build, unless `dist/` was built from exactly these. Safe when several processes start at once.
 *
 * @param {string} [root] the package's folder
 * @returns {Promise<boolean>} whether a build was needed
 */
export async function ensureBuilt(root = checkout) {
  if (!existsSync(join(root, 'src'))) return false;
  const wanted = fingerprint(root);
  if (builtFrom(root) === wanted) return false;
  const unlock = await lock(join(root, 'dist.lock'));
  try {
    // Another process may have built while this one waited.
    if (builtFrom(root) === wanted) return false;
    await build(root, wanted);
    return true;
  } finally {
    unlock();
  }
}

/** A hash over the sources' names and bytes, so that neither clocks nor copies can mislead it. */
function fingerprint(root) {
  const hash = createHash('sha256');
  for (const file of sources(root)) {
    hash
      .update(`${relative(root, file)}\0`)
      .update(readFileSync(file))
      .update('\0');
  }
  return hash.digest('hex');
}

function sources(root) {
  const files = ['package.json', 'tsconfig.json', 'tools/build.js'].map((name) => join(root, name));
  for (const room of ['src', 'browser', 'styles']) files.push(...filesUnder(join(root, room)));
  return files.filter((file) => existsSync(file) && !/\.test\.tsx?$/.test(file));
}

function filesUnder(folder) {
  if (!existsSync(folder)) return [];
  const files = [];
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) files.push(...filesUnder(path));
    else files.push(path);
  }
  return files.sort();
}

const STAMP = 'built-from.txt';

function builtFrom(root) {
  const stamp = join(root, 'dist', STAMP);
  return existsSync(stamp) ? readFileSync(stamp, 'utf8') : null;
}

async function build(root, wanted) {
  // What a build that was killed left behind.
  for (const name of readdirSync(root)) {
    if (name.startsWith('dist.fresh-')) rmSync(join(root, name), { recursive: true, force: true });
  }
  const fresh = mkdtempSync(join(root, 'dist.fresh-'));
  // A temporary folder is closed to others, but whoever builds is often not who runs what was built.
  chmodSync(fresh, 0o777 & ~process.umask());
  try {
    const esbuild = await import('esbuild');
    await Promise.all([buildServer(esbuild, root, fresh), buildAssets(esbuild, root, join(fresh, 'assets'))]);
    writeFileSync(join(fresh, STAMP), wanted);
    const dist = join(root, 'dist');
    const former = `${fresh}-former`;
    if (existsSync(dist)) renameSync(dist, former);
    renameSync(fresh, dist);
    rmSync(former, { recursive: true, force: true });
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

/** The command line, and every thread: a file called `…-thread.ts` anywhere under src is one. */
async function buildServer(esbuild, root, outdir) {
  const threads = filesUnder(join(root, 'src')).filter((file) => file.endsWith('-thread.ts'));
  const entryPoints = [join(root, 'src/cli/run.ts'), ...threads].map((file) => ({
    in: file,
    out: basename(file, '.ts'),
  }));
  await esbuild.build({
    absWorkingDir: root,
    entryPoints,
    outdir,
    bundle: true,
    splitting: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: OLDEST_NODE,
    sourcemap: 'linked',
    logLevel: 'warning',
  });
}

/**
 * What browsers load, each under a name that changes with its content, and `manifest.json`, which tells that
 * name for each plain one: `{"film.css": "film-1A2B3C4D.css"}`. A font or picture that a style sheet names is
 * taken along; so are every font in styles/fonts and every picture in styles, which pages may name themselves.
 */
async function buildAssets(esbuild, root, outdir) {
  mkdirSync(outdir, { recursive: true });
  const all = entries(root, 'browser', /(?<!\.test|\.d)\.ts$/);
  const lent = all.filter((file) => LENT.test(basename(file)));
  const scripts = all.filter((file) => !lent.includes(file));
  const styles = entries(root, 'styles', /\.css$/);
  const fonts = filesUnder(join(root, 'styles/fonts')).filter((file) => file.endsWith('.woff2'));
  const pictures = entries(root, 'styles', /\.svg$/);
  const manifest = {};
  const build = async (entryPoints, how) => {
    if (entryPoints.length === 0) return;
    const { metafile } = await esbuild.build({
      absWorkingDir: root,
      entryPoints,
      outdir,
      bundle: true,
      minify: true,
      platform: 'browser',
      target: BROWSERS,
      ...how,
      entryNames: '[name]-[hash]',
      assetNames: '[name]-[hash]',
      chunkNames: '[name]-[hash]',
      loader: { '.woff2': 'copy', '.svg': 'copy', '.png': 'copy' },
      metafile: true,
      logLevel: 'warning',
    });
    for (const [output, { entryPoint, inputs }] of Object.entries(metafile.outputs)) {
      const source = entryPoint ?? Object.keys(inputs)[0];
      if (source && !basename(output).startsWith('chunk-')) manifest[plainName(source)] = basename(output);
    }
  };
  await build([...scripts, ...styles, ...fonts, ...pictures], { format: 'esm', splitting: true });
  await build(lent, { format: 'iife', plugins: [styleAsText(esbuild)] });
  // The fonts' licence asks to go where they go.
  for (const file of filesUnder(join(root, 'styles/fonts')).filter((file) => file.endsWith('.txt'))) {
    copyFileSync(file, join(outdir, basename(file)));
  }
  const sorted = Object.fromEntries(Object.entries(manifest).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(join(outdir, 'manifest.json'), `${JSON.stringify(sorted, null, 2)}\n`);
}

/** Scripts that pages elsewhere run: each in one piece, which leaves no name of its own among theirs. */
const LENT = /^embed/;

/** A style sheet that a script imports is a text, made small as the others are. */
function styleAsText(esbuild) {
  return {
    name: 'style-as-text',
    setup(build) {
      build.onLoad({ filter: /\.css$/ }, async ({ path }) => {
        const how = { loader: 'css', minify: true, target: BROWSERS };
        const { code } = await esbuild.transform(readFileSync(path, 'utf8'), how);
        return { contents: code.trim(), loader: 'text' };
      });
    },
  };
}

function entries(root, room, pattern) {
  const folder = join(root, room);
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => pattern.test(name));
  return names.sort().map((name) => join(folder, name));
}

function plainName(source) {
  return basename(source).replace(/\.ts$/, '.js');
}

/** How long a build may take before its lock counts as left behind. */
const LOCK_LIFETIME = 30_000;

/** Waits for the lock file and takes it; one whose holder is dead is taken over. */
async function lock(path) {
  for (;;) {
    try {
      const file = openSync(path, 'wx');
      writeSync(file, String(process.pid));
      closeSync(file);
      return () => rmSync(path, { force: true });
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      if (leftBehind(path)) rmSync(path, { force: true });
      else await new Promise((wake) => setTimeout(wake, 25));
    }
  }
}

function leftBehind(path) {
  try {
    if (Date.now() - statSync(path).mtimeMs > LOCK_LIFETIME) return true;
    const holder = Number(readFileSync(path, 'utf8'));
    if (holder > 0) process.kill(holder, 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(resolve(process.argv[1])).href) {
  // What esbuild has to say about the sources, it has said by then.
  await ensureBuilt().catch((error) => {
    if (!Array.isArray(error.errors)) throw error;
    process.exitCode = 1;
  });
}
