import { number } from '../english.ts';

/** A curator's hands on a film's page. */
export const arrange = {
  label: (author: string) => `Arrange the review by ${author}`,
  pin: 'Pin to the page',
  unpin: 'Take down',
  up: 'Move up',
  down: 'Move down',
  /** What has just been done, said beside the review. `place` counts from 1; 0 is not among them. */
  done: (act: 'pin' | 'unpin' | 'up' | 'down', place: number, of: number) => {
    if (act === 'unpin' || place === 0) return 'Taken down. It stands where its likes put it.';
    const where = `${number(place)} of ${number(of)} pinned`;
    return act === 'pin' ? `Pinned: ${where}.` : `Moved: ${where}.`;
  },
  tooMany: (most: number) => `At most ${most} reviews can be pinned. Take one down first.`,
};
