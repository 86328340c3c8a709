import type { Reader } from '../../domain/reader.ts';
import type { ListLook } from '../../domain/upload.ts';
import { previewLoad } from './load.ts';
import type { ReadList } from './read.ts';

/** So many of the films it would make are shown. */
const SHOWN = 30;

/** What a load would do, with the first films it would make. */
export async function lookAtList(reader: Reader, read: ReadList, now: () => number): Promise<ListLook> {
  const films: ListLook['films'] = [];
  const report = await previewLoad(reader, read, now, ({ plans }, lines) => {
    for (const [at, { outcome }] of plans.entries()) {
      const line = lines[at];
      if (films.length < SHOWN && outcome === 'created' && line)
        films.push({ title: line.title, year: line.year });
    }
  });
  return { kind: 'films', report, films };
}
