import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** What starting costs, of the built command as an owner runs it. */
export interface ColdStart {
  /** Milliseconds from the command to the last byte of the first page. */
  firstPage: number;
  /** Milliseconds of processor time until then: the same on a machine that is busy with other things. */
  processor: number;
  /** Bytes that the process holds three seconds later, when nobody has asked for more. */
  idle: number;
}

/** Starts the site on a folder, asks for one page, and lets it rest. */
export async function coldStart(folder: string, path: string): Promise<ColdStart> {
  const began = performance.now();
  const child = spawn(process.execPath, ['bin/houselights.js', 'serve', '--data', folder, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    let said = '';
    while (!/http:\S+/.test(said)) said += (await once(child.stdout, 'data')).toString();
    const url = /http:\S+/.exec(said)?.[0] ?? '';
    const answer = await fetch(`${url}${path}`);
    await answer.text();
    if (answer.status !== 200) throw new Error(`${path} was answered ${answer.status}`);
    const firstPage = performance.now() - began;
    const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    const processor = (Number(fields[11]) + Number(fields[12])) * 10;
    await sleep(3000);
    const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
    return { firstPage, processor, idle: Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) * 1024 };
  } finally {
    const gone = once(child, 'exit');
    child.kill('SIGTERM');
    await gone;
  }
}
