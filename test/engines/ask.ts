import { inject } from 'vitest';
import type { Answer } from './broker.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the tests ask for engines: see broker.ts beside this file. */
    engines: string;
  }
}

/** Asks the test run for an engine, which is started if this is the first to ask. */
export async function ask(engine: 'postgres' | 'chromium'): Promise<Answer> {
  const response = await fetch(`${inject('engines')}/${engine}`);
  return (await response.json()) as Answer;
}
