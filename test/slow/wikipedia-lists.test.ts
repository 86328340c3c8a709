import { test } from 'vitest';
import { describeWithShared } from '../engines/shared.ts';
import { describeOnBothEngines } from '../engines/store.ts';
import { LISTS, loadWhole } from '../store/wikipedia-lists.ts';

describeWithShared('All lists of films made from Wikipedia', () => {
  describeOnBothEngines('loaded', (engine) => {
    test('are there whole, load again without a change, and are taken back without a trace', async () => {
      await loadWhole(engine, () => true);
    }, 300_000);
  });
}, [LISTS]);
