import { Worker } from 'node:worker_threads';

/** What has a name to be looked for by. */
export type NamedKind = 'film' | 'person' | 'member' | 'list';

/** What is looked for, and which part of what is found is wanted. */
export interface SearchQuestion {
  kind: NamedKind | 'review';
  text: string;
  offset: number;
  limit: number;
}

/** Ids of things everyone may see, the likeliest to be meant first; `more` when others follow. */
export interface SearchPage {
  ids: string[];
  more: boolean;
}

/** A question for the thread, and what it answers. */
export interface SearchTask {
  number: number;
  question: SearchQuestion;
}
export type SearchAnswer = { number: number; found: SearchPage } | { number: number; error: string };

/** Looks for things, in a thread that begins with the first question and ends when none has come for a while. */
export interface Search {
  /** Films, people, members or lists by name, or reviews by their words. */
  find(question: SearchQuestion): Promise<SearchPage>;
  close(): Promise<void>;
}

/** How long the thread is kept without a question, in milliseconds: what it holds in memory is given back then. */
const IDLE = 120_000;

/**
 * @param database a PostgreSQL URL, or the path of an SQLite file, with the newest schema when the first question
 * comes
 */
export function openSearch(database: string): Search {
  let worker: Worker | null = null;
  let asked = 0;
  let idle: NodeJS.Timeout | undefined;
  let closed = false;
  const waiting = new Map<number, { done: (page: SearchPage) => void; failed: (error: Error) => void }>();
  const begin = () => {
    const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
    const begun = new Worker(new URL(`./search-thread.${extension}`, import.meta.url), {
      workerData: { database },
    });
    begun.on('message', (answer: SearchAnswer) => {
      const task = waiting.get(answer.number);
      waiting.delete(answer.number);
      if ('error' in answer) task?.failed(new Error(answer.error));
      else task?.done(answer.found);
      if (waiting.size === 0) {
        begun.unref();
        if (!closed) idle = setTimeout(end, IDLE).unref();
      }
    });
    let cause: Error | null = null;
    begun.on('error', (error) => {
      cause = error;
    });
    begun.on('exit', () => {
      if (worker === begun) worker = null;
      for (const { failed } of waiting.values())
        failed(new Error('The thread of the search has ended.', { cause }));
      waiting.clear();
    });
    return begun;
  };
  const end = async () => {
    const ended = worker;
    worker = null;
    if (!ended) return;
    const gone = new Promise<void>((resolve) => ended.once('exit', () => resolve()));
    ended.ref();
    ended.postMessage('close');
    await gone;
  };
  return {
    find(question) {
      if (closed) return Promise.reject(new Error('The store is closed.'));
      clearTimeout(idle);
      worker ??= begin();
      const at = worker;
      at.ref();
      asked += 1;
      const number = asked;
      return new Promise((done, failed) => {
        waiting.set(number, { done, failed });
        at.postMessage({ number, question } satisfies SearchTask);
      });
    },
    async close() {
      closed = true;
      clearTimeout(idle);
      await end();
    },
  };
}
