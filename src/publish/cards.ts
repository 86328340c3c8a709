import type { CopyRecords } from '../domain/reader.ts';

/** Which social cards a copy holds: all; those of what somebody wrote or made; or none, the live site drawing them. */
export type CardChoice = 'all' | 'written' | 'live';

/** The social card below a page. */
export function cardBelow(page: string): string {
  return `${page}/card.png`;
}

/**
 * Tells which social cards belong in a copy, and counts them. Where those of what was written do, the card of a film
 * belongs there once something is said of the film, and has then been met.
 */
export function openCards(parts: {
  cards: CardChoice;
  records: CopyRecords;
  isMet: (id: number) => boolean;
}) {
  const { cards: choice, records, isMet } = parts;
  let held = 0;
  let drawn = 0;
  let asBefore = false;
  return {
    choice,
    /** Says that the films of which something is said are those of the last run. */
    stand(): void {
      asBefore = true;
    },
    /** Whether the card at an address belongs in the copy. */
    belongs(address: string): boolean {
      if (choice !== 'written' || !address.startsWith('/film/')) return choice !== 'live';
      const known = records.idOf(address);
      return known !== null && (asBefore || isMet(known));
    },
    isOne: (address: string): boolean => address.endsWith('/card.png'),
    count(wasDrawn: boolean): void {
      held += 1;
      if (wasDrawn) drawn += 1;
    },
    counted: () => ({ choice, held, drawn }),
  };
}

export type Cards = ReturnType<typeof openCards>;
