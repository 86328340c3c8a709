import type { CopyRecords, Reader } from '../domain/reader.ts';
import { placeOf } from './address.ts';
import { type CardChoice, openCards } from './cards.ts';
import { openExactness, type StandsFor } from './exact.ts';
import type { Saying } from './findable.ts';
import type { Folder } from './folder.ts';
import { openLeading } from './leading.ts';
import { openQueue } from './queue.ts';
import { openCopySearch } from './search.ts';
import { openSettling } from './settling.ts';
import type { TitlePage } from './titles.ts';
import { openWriting } from './writing.ts';

/** What a copy is made of. */
export interface CopyParts {
  /** Asks the site, as a reader without an account would. */
  ask: (address: string, headers: Record<string, string>) => Promise<Response>;
  /** What the ETag of an answer stands for; null where only asking tells. */
  standsFor: (etag: string) => StandsFor | null;
  reader: Reader;
  folder: Folder;
  records: CopyRecords;
  /** The site's own address, without a last slash. */
  origin: string;
  /** The public address, to which what a copy cannot do leads; null where there is none. */
  live: string | null;
  /** Where the copy itself will lie, without a last slash; null where nobody says. */
  at: string | null;
  cards: CardChoice;
  /** Another one whenever the same answers would be written otherwise. */
  stamp: string;
  said: Saying;
  /** Pages of the list of titles, as HTML; the first is the search. */
  titlePage: (page: TitlePage) => string;
  /** Epoch milliseconds. */
  now: () => number;
  /** Told now and then how many pages are done of how many are known of. */
  progress?: ((done: number, all: number) => void) | undefined;
}

/** What publishing came to. */
export interface Published {
  /** All files of the copy, and their bytes. */
  files: number;
  bytes: number;
  /** Pages and files that the site was asked to make. */
  made: number;
  written: number;
  removed: number;
  /** Which social cards the copy was to hold, how many it holds, and how many of them were drawn now. */
  cards: { choice: CardChoice; held: number; drawn: number };
  /** Files that are somebody else's and stand where one of the copy belongs: they are left. */
  left: string[];
}

/** So many answers are waited for at once: pictures are drawn beside the thread that makes pages. */
const AT_ONCE = 4;

/** Writes the public site into a folder: what has changed since the last time, and nothing else. */
export async function publishCopy(parts: CopyParts): Promise<Published> {
  const { records, reader, origin, stamp } = parts;
  if (records.said('stamp') !== stamp) {
    records.askAnew();
    records.say('stamp', stamp);
  }
  // The whole catalogue: by its versions is kept what the site gives none of its own, and by all of them the search.
  const [site, films, members] = await reader.versions.of('site', 'films', 'members');
  const asOf = `as of ${site}.${films}`;
  const queue = openQueue();
  const cards = openCards({ ...parts, isMet: queue.isMet });
  const leading = openLeading({ ...parts, cards });
  const writing = openWriting(parts);
  const making = { ...parts, queue, cards, leading, writing };
  const settling = openSettling({ ...making, exact: await openExactness(parts), asOf });

  const named = parts.live === null ? [] : ['/robots.txt', '/sitemap.xml'];
  for (const address of ['/', '/films', '/search', ...named]) {
    const place = placeOf(new URL(address, origin));
    if (typeof place === 'object') queue.mark(leading.recordOf(place, 0));
  }
  await openCopySearch(making).bring(`${stamp} ${asOf}.${members}`);
  await inLanes(async () => {
    const { settled, met } = queue.counts();
    if (settled % 100 === 0 && settled < met) parts.progress?.(settled, met);
    const id = queue.next();
    if (id !== null) await settling.settle(id);
    return id !== null;
  });
  writing.flush();
  writing.sweep(queue.isMet);
  const done = { made: settling.made(), written: writing.written(), removed: writing.removed() };
  return { ...records.totals(), ...done, cards: cards.counted(), left: writing.left };
}

/**
 * Takes one step after another until none is left, some at once; what a step in one lane finds, another may take.
 *
 * @throws what the first step to fail throws, once no lane goes on
 */
async function inLanes(step: () => Promise<boolean>): Promise<void> {
  let failed = false;
  let any = true;
  const lane = async () => {
    while (!failed && (await step())) any = true;
  };
  const failing = (error: unknown) => {
    failed = true;
    throw error;
  };
  while (any) {
    any = false;
    const ends = await Promise.allSettled(Array.from({ length: AT_ONCE }, () => lane().catch(failing)));
    for (const end of ends) if (end.status === 'rejected') throw end.reason;
  }
}
