import type { AllowedUse, Batch } from './reader.ts';

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
