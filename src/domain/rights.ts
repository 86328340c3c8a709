import { forbidden, invalid } from './errors.ts';
import { ACCOUNT, OTHERS } from './import.ts';
import type { AllowedUse, Batch, Reader, Writer } from './reader.ts';
import { curates, type Viewer } from './viewer.ts';

/** Where else than here a review may be shown, in the order it is asked. */
export const USES_ELSEWHERE = ['strips', 'posters'] as const satisfies readonly AllowedUse[];

/** The uses that were said of something: here in any case; what is no use is not heard. */
export function usesSaid(said: readonly string[]): AllowedUse[] {
  return ['here', ...USES_ELSEWHERE.filter((use) => said.includes(use))];
}

/** What the word that was given with an import allows of everything in it. */
export function usesOf({ report }: Pick<Batch, 'report'>): AllowedUse[] {
  return usesSaid(Array.isArray(report.allowed) ? report.allowed : []);
}

/**
 * A word for the right to show reviews, with a sentence for each further use it covers: what is kept with an import
 * and with every review in it.
 *
 * @param words the word for showing them here, and the sentence for each use elsewhere
 */
export function wordFor(
  here: string,
  allowed: readonly AllowedUse[],
  further: Readonly<Record<(typeof USES_ELSEWHERE)[number], string>>,
): string {
  return [here, ...USES_ELSEWHERE.filter((use) => allowed.includes(use)).map((use) => further[use])].join(
    ' ',
  );
}

/** Of how many reviews what is said of a whole import holds, and how many of its reviews were spoken of otherwise. */
export interface UsesReach {
  /** Up to 10,000. */
  reviews: number;
  /** By members, who say so themselves, or said of one alone. */
  apart: number;
  /** Whether there are more reviews than were counted. */
  more: boolean;
}

/**
 * Whether somebody may say of a whole import where else its reviews may be shown: of their own account whoever brought
 * it; of what others wrote those who bring such things in, and for an owner whatever was brought.
 */
export function maySayUses(batch: Pick<Batch, 'format' | 'memberId' | 'kind'>, viewer: Viewer): boolean {
  if (viewer.memberId === null || batch.kind !== 'import') return false;
  const own = batch.memberId === viewer.memberId;
  if (batch.format === ACCOUNT) return own;
  return OTHERS.includes(batch.format) && curates(viewer) && (own || viewer.role === 'owner');
}

/** Whether a word has to be given for uses, because an import's word does not cover them so far. */
export function isFurther(batch: Pick<Batch, 'report'>, allowed: readonly AllowedUse[]): boolean {
  const before = usesOf(batch);
  return allowed.some((use) => !before.includes(use));
}

/** Of how many reviews an import's word holds, for whoever may say it anew. */
export function usesReach(reader: Reader, batch: Batch, viewer: Viewer): Promise<UsesReach> {
  return reader.entries.ofBatch(batch.id, viewer.memberId ?? '');
}

/** Who said last of a whole import where it may be shown, whether with a new word, and when. */
interface Spoken {
  by: string;
  promised: boolean;
  at: number;
}

/** The same, as it is kept with the import; null where nothing was said since it came. */
export function spokenOf({ report }: Pick<Batch, 'report'>): Spoken | null {
  return (report.spoken as Spoken | undefined) ?? null;
}

/**
 * Says of a whole import where else its reviews may be shown. What members say of what they wrote, and what was said of
 * one review alone, stays. The reviews follow in the background.
 *
 * @param said the uses, and the word for them in full; null where nothing is added
 * @throws DomainError `forbidden` for whoever may not; `invalid` `no-word` where something is added without a word
 */
export async function sayUses(
  writer: Writer,
  batchId: string,
  said: { allowed: readonly AllowedUse[]; word: string | null },
  viewer: Viewer,
  now: number,
): Promise<void> {
  const batch = await writer.batches.byId(batchId);
  if (batch?.state !== 'done' || !maySayUses(batch, viewer)) throw forbidden('curators-only');
  const allowed = usesSaid(said.allowed);
  const word = isFurther(batch, allowed) ? said.word : null;
  if (isFurther(batch, allowed) && word === null) throw invalid('no-word');
  const spoken: Spoken = { by: viewer.memberId ?? '', promised: word !== null, at: now };
  const report = { ...batch.report, allowed, spoken };
  await writer.entries.sayOfBatch({ id: batch.id, word: word ?? batch.word, report });
  await writer.jobs.enqueue('import-uses', { id: batch.id }, now);
}
