import { rmSync } from 'node:fs';
import type { TestProject } from 'vitest/node';
import { type Broker, type Engine, openBroker } from '../engines/broker.ts';
import { startChromium } from '../engines/chromium-server.ts';
import { placeForDatabases } from '../engines/place.ts';
import { startPostgres } from '../engines/postgres-server.ts';
import { migratedFile, migratedTemplate } from '../engines/templates.ts';
import { openPlaces, type Places } from './places.ts';

// Every project runs this file with modules of its own; the broker is one for all of them.
const kept = globalThis as {
  houselightsEngines?: { places: Places; broker: Promise<Broker>; users: number; left: string | undefined };
};

export async function setup(project: TestProject): Promise<void> {
  kept.houselightsEngines ??= {
    users: 0,
    places: openPlaces(),
    broker: openBroker(engines()),
    left: leftByVitest(project),
  };
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
  engines.places.close();
  if (engines.left) rmSync(engines.left, { recursive: true, force: true });
}

/** Where vitest puts the modules of a run, five megabytes that it never takes away. */
function leftByVitest({ vitest }: TestProject): string | undefined {
  const { _tmpDir: folder } = vitest as unknown as { _tmpDir?: string };
  return folder;
}
