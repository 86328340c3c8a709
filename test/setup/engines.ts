import type { TestProject } from 'vitest/node';
import { type Broker, openBroker } from '../engines/broker.ts';
import { startChromium } from '../engines/chromium-server.ts';
import { startPostgres } from '../engines/postgres-server.ts';

// Every project runs this file with modules of its own; the broker is one for all of them.
const kept = globalThis as { houselightsEngines?: { broker: Promise<Broker>; users: number } };

export async function setup(project: TestProject): Promise<void> {
  kept.houselightsEngines ??= {
    users: 0,
    broker: openBroker({
      postgres: async () => {
        const { url, stop } = await startPostgres();
        return { address: url, stop };
      },
      chromium: startChromium,
    }),
  };
  kept.houselightsEngines.users += 1;
  project.provide('engines', (await kept.houselightsEngines.broker).url);
}

export async function teardown(): Promise<void> {
  const engines = kept.houselightsEngines;
  if (!engines) return;
  engines.users -= 1;
  if (engines.users > 0) return;
  delete kept.houselightsEngines;
  await (await engines.broker).close();
}
