/** The site in a process of its own, for the bench: `node bench/server.ts DATA PAGE_CACHE_BYTES [DATABASE]`. */
import { pino } from 'pino';
import { readConfig } from '../src/config.ts';
import { serve } from '../src/main.ts';

const [data, cache, database] = process.argv.slice(2);
// A path is that of the file in the folder.
const url = database?.includes('://') ? { database } : {};
const config = readConfig({ data, port: '0', ...url }, {});
const surroundings = { pageCache: Number(cache), log: pino({ level: 'silent' }) };
const serving = await serve(config, Number(cache) ? { log: surroundings.log } : surroundings);
process.stdout.write(`${serving.url}\n`);
process.once('SIGTERM', () => void serving.stop());
