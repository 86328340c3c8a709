import { importProperties } from '../store/import-properties.ts';

importProperties((engine) => ({ numRuns: engine === 'sqlite' ? 1500 : 200 }));
