import { inject } from 'vitest';
import type { Answer } from './broker.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the tests ask for engines: see broker.ts beside this file. */
    engines: string;
  }
}

/** What a test run starts once, for all of its files. */
export type Shared = 'postgres' | 'postgres-template' | 'sqlite-template' | 'chromium';

/** Asks the test run for an engine, which is started if this is the first to ask. */
export async function ask(engine: Shared): Promise<Answer> {
  const response = await fetch(`${inject('engines')}/${engine}`);
  return (await response.json()) as Answer;
}

/** The address of an engine that is there. */
export async function addressOf(engine: Shared): Promise<string> {
  const answer = await ask(engine);
  if ('missing' in answer) throw new Error(answer.missing);
  return answer.address;
}
