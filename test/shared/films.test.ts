import { test } from 'vitest';
import { describeWithShared } from '../engines/shared.ts';
import { LISTS, loadWhole } from '../store/wikipedia-lists.ts';

describeWithShared('A list of films made from Wikipedia', () => {
  test('loads whole, loads again without a change, and is taken back without a trace', async () => {
    await loadWhole('sqlite', (name) => name === 'movies-1900s.json');
  });
}, [LISTS]);
