import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';

/** A server process and where it listens. */
export interface Served {
  url: string;
  child: ChildProcess;
  stop(): Promise<void>;
}

/** Starts a script of the bench on the second core, and waits for the address it prints. */
export async function start(script: string, ...words: string[]): Promise<Served> {
  const pinned = process.platform === 'linux' ? ['taskset', '-c', '1'] : [];
  const [command = '', ...rest] = [...pinned, process.execPath, script, ...words];
  const child = spawn(command, rest, { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await once(child.stdout!, 'data')) as [Buffer];
  return {
    url: line.toString().trim(),
    child,
    stop: async () => {
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      const hurry = setTimeout(() => child.kill('SIGKILL'), 3000);
      await gone;
      clearTimeout(hurry);
    },
  };
}

/** What a stretch of load cost and how long answers took. */
export interface Cost {
  /** Microseconds of the server's own time, user and system, per request answered. */
  cpu: number;
  /** Milliseconds. */
  p50: number;
  p99: number;
  requests: number;
}

/** Asks for paths, four at a time over kept connections, for so many milliseconds. */
export async function load(
  served: Served,
  paths: () => string,
  options: { milliseconds: number; headers?: Record<string, string> },
): Promise<Cost> {
  const agent = new Agent({ keepAlive: true, maxSockets: 4 });
  const { hostname, port } = new URL(served.url);
  const times: number[] = [];
  const until = performance.now() + options.milliseconds;
  const before = processorTime(served.child.pid!);
  const one = (path: string) =>
    new Promise<void>((resolve, reject) => {
      const began = performance.now();
      const headers = { 'accept-encoding': 'br', ...options.headers };
      const asking = request({ agent, hostname, port, path, headers }, (response) => {
        response.on('error', reject).on('end', () => {
          const { statusCode = 0 } = response;
          if (statusCode !== 200 && statusCode !== 304)
            reject(new Error(`${path} was answered ${statusCode}`));
          times.push(performance.now() - began);
          resolve();
        });
        response.resume();
      });
      asking.on('error', reject).end();
    });
  await Promise.all(
    Array.from({ length: 4 }, async () => {
      while (performance.now() < until) await one(paths());
    }),
  );
  const spent = processorTime(served.child.pid!) - before;
  agent.destroy();
  times.sort((a, b) => a - b);
  const at = (part: number) => times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0;
  return { cpu: (spent * 1e6) / times.length, p50: at(0.5), p99: at(0.99), requests: times.length };
}

const TICKS_PER_SECOND = 100;

/** Seconds of processor time a process has had, its threads among them (proc(5), fields 14 and 15). */
function processorTime(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
}
