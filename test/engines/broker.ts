import { createServer } from 'node:http';

/**
 * Engines are slow to start and are shared by every test file, each of which runs in a process of its own. So
 * the test run's main process keeps them: a test asks the broker, the first to ask starts the engine, and an
 * engine that no test needs is never started.
 */
export interface Broker {
  url: string;
  close(): Promise<void>;
}

/** Something to be started once and shared by its address. */
export interface Engine {
  address: string;
  stop(): Promise<void>;
}

/** What the broker answers: the engine's address, or why there is none. */
export type Answer = { address: string } | { missing: string };

/** Opens a broker over engines that can be started, by name. */
export async function openBroker(engines: Record<string, () => Promise<Engine>>): Promise<Broker> {
  const started = new Map<string, Promise<Engine>>();
  const server = createServer(async (request, response) => {
    const name = (request.url ?? '').slice(1);
    const start = engines[name];
    let answer: Answer = { missing: `There is no engine called ${name}.` };
    if (start) {
      if (!started.has(name)) started.set(name, start());
      answer = await started.get(name)!.then(
        (engine) => ({ address: engine.address }),
        (error: Error) => ({ missing: error.message }),
      );
    }
    response.end(JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  server.unref();
  const { port } = server.address() as { port: number };
  return {
    url: `http://127.0.0.1:${port}`,
    close: async () => {
      server.close();
      server.closeAllConnections();
      for (const engine of started.values()) {
        await engine.then(
          ({ stop }) => stop(),
          () => {},
        );
      }
    },
  };
}
