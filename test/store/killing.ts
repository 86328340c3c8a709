import type { ImportStore } from '../../src/interchange/hold.ts';
import type { Store } from '../../src/store/open.ts';

/** What a store throws whose process is dead. */
export class Killed extends Error {}

/** A store as a process sees it that dies after so many transactions: nothing it asks for from then on happens. */
export function dyingAfter(store: Store, transactions: number): ImportStore & { done: () => number } {
  let done = 0;
  return {
    reader: store.reader,
    done: () => done,
    transact: (work) => {
      if (done >= transactions) throw new Killed();
      done += 1;
      return store.transact(work);
    },
  };
}

/** What tables hold, but for ids and instants, which no two imports share. */
export function shape(tables: Record<string, string[]>): Record<string, string[]> {
  const plain = (row: string) =>
    row
      .replace(/\b[0-9a-v]{26}\b/g, '#')
      .replace(/jsonld:#:[\w-]+/g, 'jsonld:#')
      .replace(/\b17\d{11}\b/g, '@');
  return Object.fromEntries(Object.entries(tables).map(([name, rows]) => [name, rows.map(plain).sort()]));
}
