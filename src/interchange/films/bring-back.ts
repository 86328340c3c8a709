import type { Writer } from '../../domain/reader.ts';

/** Brings a film back that was taken away, with all that was said of it; answers how many rows came back. */
export async function bringBack(writer: Writer, batchId: string, filmId: string): Promise<number> {
  const rows = await writer.filmMoves.bringBack(batchId);
  await writer.batches.staging.raise(['site', 'films', 'programme', filmId]);
  return rows;
}
