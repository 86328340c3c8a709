/** `node bench/parse-alone.ts FILE`: reads a CSV file with csv-parse as the importer does, and nothing more. */
import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse';
import { PARSED_AS } from '../src/interchange/csv.ts';

const [, , file = ''] = process.argv;
const before = process.cpuUsage();
const began = performance.now();
const parser = parse({ ...PARSED_AS, delimiter: ',', record_delimiter: ['\r\n', '\n'] });
let rows = -1;
for await (const _ of createReadStream(file, 'utf8').pipe(parser)) rows += 1;
const { user, system } = process.cpuUsage(before);
const seconds = (performance.now() - began) / 1000;
process.stdout.write(`${JSON.stringify({ rows, seconds, cpu: (user + system) / 1e6 })}\n`);
