import type { TestProject } from 'vitest/node';
import { type Broker, type Engine, openBroker } from '../engines/broker.ts';
import { startChromium } from '../engines/chromium-server.ts';
import { placeForDatabases } from '../engines/place.ts';
import { startPostgres } from '../engines/postgres-server.ts';
import { migratedFile, migratedTemplate } from '../engines/templates.ts';

// Every project runs this file with modules of its own; the broker is one for all of them.
const kept = globalThis as { houselightsEngines?: { broker: Promise<Broker>; users: number } };

export async function setup(project: TestProject): Promise<void> {
  kept.houselightsEngines ??= { users: 0, broker: openBroker(engines()) };
  kept.houselightsEngines.users += 1;
  project.provide('engines', (await kept.houselightsEngines.broker).url);
}

function engines(): Record<string, () => Promise<Engine>> {
  let postgres: ReturnType<typeof startPostgres> | null = null;
  const started = () => {
    postgres ??= startPostgres(placeForDatabases());
    return postgres;
  };
  return {
    postgres: async () => {
      const { url, stop } = await started();
      return { address: url, stop };
    },
    'postgres-template': async () => ({
      address: await migratedTemplate((await started()).url),
      stop: async () => undefined,
    }),
    'sqlite-template': migratedFile,
    chromium: startChromium,
  };
}

export async function teardown(): Promise<void> {
  const engines = kept.houselightsEngines;
  if (!engines) return;
  engines.users -= 1;
  if (engines.users > 0) return;
  delete kept.houselightsEngines;
  await (await engines.broker).close();
}
