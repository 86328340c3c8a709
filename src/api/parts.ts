import type { Logger } from 'pino';
import type { Reader, Transact } from '../domain/reader.ts';
import type { ApiLimit, ApiServices } from './operation.ts';

/** How much of a limit is left, as the limits of main tell it. */
export interface Quota {
  of: number;
  window: number;
  left: number;
  reset: number;
  wait: number;
}

/** What the API is made of. */
export interface ApiParts {
  reader: Reader;
  transact: Transact;
  services: ApiServices;
  limits: { ask(limit: ApiLimit, address: string): Promise<Quota> };
  log: Logger;
  /** What of an error a log may keep. */
  errorForLog: (error: unknown) => Record<string, string>;
  now: () => number;
  newId: () => string;
  /** The public address, without a last slash. */
  origin: () => string;
}
