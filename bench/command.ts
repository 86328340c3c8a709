import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What a process has cost from its start to its end. */
export interface ProcessCost {
  seconds: number;
  /** Seconds of processor time, all threads, user and system. */
  cpu: number;
  /** The most memory it held (resident), in bytes. */
  memory: number;
}

/** The command as people call it. */
export const BIN = fileURLToPath(new URL('../bin/houselights.js', import.meta.url));
/** Written by the process itself as it ends: nothing outside sees what all its threads took. */
const TELL = `
import { isMainThread } from 'node:worker_threads';
import { writeFileSync } from 'node:fs';
if (isMainThread) process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  const memory = process.resourceUsage().maxRSS * 1024;
  writeFileSync(process.env.BENCH_COST, JSON.stringify({ cpu: (user + system) / 1e6, memory }));
});`;

/** Runs `houselights` with these words, and tells what it printed with \`--json\` and what it cost. */
export async function command<Said>(
  words: readonly string[],
  flags: readonly string[] = [],
): Promise<ProcessCost & { said: Said }> {
  return script([BIN, ...words], flags);
}

/** Runs a script that prints one JSON object in a process of its own. */
export async function script<Said>(
  words: readonly string[],
  flags: readonly string[] = [],
): Promise<ProcessCost & { said: Said }> {
  const folder = mkdtempSync(join(tmpdir(), 'houselights-bench-cost-'));
  try {
    const cost = join(folder, 'cost.json');
    const tell = `data:text/javascript,${encodeURIComponent(TELL)}`;
    const began = performance.now();
    const child = spawn(process.execPath, ['--import', tell, ...flags, ...words], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, BENCH_COST: cost },
    });
    let text = '';
    child.stdout.setEncoding('utf8').on('data', (piece: string) => {
      text += piece;
    });
    const [code] = (await once(child, 'close')) as [number];
    if (code !== 0) throw new Error(`${words.join(' ')} ended with ${code}: ${text}`);
    const seconds = (performance.now() - began) / 1000;
    const { cpu, memory } = JSON.parse(readFileSync(cost, 'utf8')) as { cpu: number; memory: number };
    return { seconds, cpu, memory, said: JSON.parse(text) as Said };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
