import { importProperties } from './import-properties.ts';

// The same files each time: a fault in an import shows where it was made. New ones are tried by the slow tests.
importProperties((engine) => ({ numRuns: engine === 'sqlite' ? 30 : 8, seed: 1895 }));
