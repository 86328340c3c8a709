import { expect } from 'vitest';
import { parseJsonld, readJsonld, readPage } from '../../src/interchange/formats/jsonld.ts';
import { type ImportRow, Refusal } from '../../src/interchange/row.ts';

const turns = async () => {};
/** The rows of a document. */
export const rowsOf = async (document: unknown): Promise<ImportRow[]> => {
  const text = typeof document === 'string' ? document : JSON.stringify(document);
  return (await parseJsonld(readJsonld(text), 'f', turns)).rows;
};
export const rowsOfPage = async (html: string): Promise<ImportRow[]> =>
  (await parseJsonld(await readPage(html), 'f', turns)).rows;
export const refusal = async (work: Promise<unknown>) => {
  const error = await work.then(() => null).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(Refusal);
  const { code, details } = error as Refusal;
  return { code, details };
};

/** What a row comes to, in a line: whose review of what, or why not. */
export const told = ({ row, record }: ImportRow): string =>
  'code' in record
    ? `${row}: ${record.code}`
    : `${row}: ${record.film.title}${record.film.year ? ` (${record.film.year})` : ''}${
        record.review
          ? ` by ${record.review.author.name}: ${record.review.rating ?? '–'} ${record.review.text}`
          : ''
      }`;
export const lines = async (document: unknown) => (await rowsOf(document)).map(told);
export const script = (content: string, type = 'application/ld+json') =>
  `<script type="${type}">${content}</script>`;

export const ada = { '@type': 'Person', name: 'Ada' };
export const bare = { '@type': 'Review', author: 'Ada', reviewBody: 'Tidal.' };
export const film = { '@type': 'Movie', name: 'Saltmarsh', datePublished: '1974' };
