import type { Reader } from '../store/open.ts';
import { notFound } from './errors.ts';
import { type EntryCursor, type ShownEntry, shownElsewhere } from './member.ts';
import { READER, type Viewer } from './viewer.ts';

const ON_A_PAGE = 20;
const LONGEST = 200;

/** A page of the entries that bear a tag. */
export interface TagPage {
  /** The tag as it stands in addresses. */
  key: string;
  /** The tag as the latest of them writes it. */
  tag: string;
  entries: ShownEntry[];
  next: EntryCursor | null;
}

/** A tag as it stands in addresses, however it is written. */
export function tagKey(reader: Reader, tag: string): string {
  return reader.reviews.tagKey(tag);
}

/**
 * What bears a tag, latest writing first.
 *
 * @param of one author's, as the viewer may read them; null for everybody's, of which only what everyone may read
 * @throws DomainError `not-found` where there is nothing
 */
export async function tagPage(
  reader: Reader,
  { tag, authorId }: { tag: string; authorId: string | null },
  viewer: Viewer,
  after: EntryCursor | null,
): Promise<TagPage> {
  const key = tagKey(reader, tag);
  if (key === '' || key.length > LONGEST || key.includes('\0')) throw notFound('page');
  const may = authorId === null ? READER : viewer;
  const rows = await reader.reviews.tagged({ tag: key, authorId }, may, after, ON_A_PAGE + 1);
  if (rows.length === 0) throw notFound('page');
  const entries = await shownElsewhere(reader, rows.slice(0, ON_A_PAGE), viewer);
  const written = entries[0]?.tagList.find((one) => tagKey(reader, one) === key) ?? key;
  const last = entries.at(-1);
  const next: EntryCursor | null = rows.length > ON_A_PAGE && last ? [last.writtenKey, last.id] : null;
  return { key, tag: written, entries, next };
}
