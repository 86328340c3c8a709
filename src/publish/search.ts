import type { CopyRecord, CopyRecords, Reader } from '../domain/reader.ts';
import { leadingTo, type Place, placeOf } from './address.ts';
import { type Cards, cardBelow } from './cards.ts';
import { addFindable, type Saying } from './findable.ts';
import type { Folder } from './folder.ts';
import { type Leading, SEARCH } from './leading.ts';
import type { Queue } from './queue.ts';
import { indexPieces, indexTable, type TitlePage, titlePages, titlesAddress } from './titles.ts';
import type { Writing } from './writing.ts';

/** The table of the index, whose record leads to all that the search is made of. */
const TABLE = '/search/copy/index.js';

/** Whether a copy makes itself what lies at an address. */
export function isOwn(address: string): boolean {
  return /^\/search(\/titles\/|\/copy\/|$)/.test(address);
}

/** The search of a copy: lists of titles to read, and an index to ask; and by it all that has a name is met. */
export function openCopySearch(parts: {
  reader: Reader;
  records: CopyRecords;
  folder: Folder;
  queue: Queue;
  cards: Cards;
  leading: Leading;
  writing: Writing;
  origin: string;
  said: Saying;
  titlePage: (page: TitlePage) => string;
}) {
  const { records, folder, queue, cards, leading, writing, origin } = parts;
  const idAt = (address: string): number | null => {
    const place = placeOf(new URL(address, origin));
    return typeof place === 'object' ? leading.recordOf(place, 0) : null;
  };
  const own = (address: string): CopyRecord => {
    const id = leading.recordOf(placeOf(new URL(address, origin)) as Place, 0);
    queue.mark(id);
    return records.get(id) as CopyRecord;
  };
  const lies = (record: CopyRecord | null): record is CopyRecord =>
    record !== null && record.hash !== null && folder.size(record.file) === record.size;

  /** Meets all that was found the last time; false where a part of the search is not there as it was written. */
  const stands = (): boolean => {
    const table = records.get(idAt(TABLE) ?? 0);
    if (!lies(table)) return false;
    for (const id of table.links) if (!lies(records.get(id))) return false;
    queue.mark(table.id);
    for (const id of table.links) {
      queue.mark(id);
      records.get(id)?.links.forEach(queue.mark);
    }
    cards.stand();
    return true;
  };
  const make = async (): Promise<void> => {
    const made = new Set<number>();
    await addFindable(parts, {
      meet(address) {
        const id = idAt(address);
        if (id !== null) queue.mark(id);
        return id;
      },
      writtenOf(address) {
        const id = cards.choice === 'written' ? idAt(cardBelow(address)) : null;
        if (id !== null) queue.mark(id);
      },
    });
    for (const one of titlePages(records)) {
      const record = own(titlesAddress(one.prefix));
      const { text, links } = leading.page(record, parts.titlePage(one));
      links.forEach(queue.mark);
      writing.put(record, text, null, links);
      made.add(record.id);
    }
    const pieces: { prefix: string; name: string }[] = [];
    const led = (page: number) => leadingTo(SEARCH, records.fileOf(page));
    for (const { prefix, name, script, pages } of indexPieces(records, led)) {
      const record = own(`/search/copy/${encodeURIComponent(name)}`);
      writing.put(record, script, null, pages);
      made.add(record.id);
      pieces.push({ prefix, name: encodeURIComponent(name) });
    }
    writing.put(own(TABLE), indexTable(pieces), null, made);
    writing.flush();
  };

  return {
    /**
     * Brings the search up to date.
     *
     * @param asOf stands for all that can be found, and for how it is called
     */
    async bring(asOf: string): Promise<void> {
      if (records.said('search') === asOf && stands()) return;
      await make();
      records.say('search', asOf);
    },
  };
}
