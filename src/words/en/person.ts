import { number } from '../english.ts';

const ROLES = new Map(
  Object.entries({
    director: 'Directed',
    actor: 'Acted in',
    writer: 'Wrote',
    producer: 'Produced',
    composer: 'Wrote the music for',
    cinematographer: 'Photographed',
    editor: 'Edited',
  }),
);

/** Somebody who made films. */
export const person = {
  /** The heading over the films of one part; a part without a word of its own is named as it came. */
  part: (role: string) => ROLES.get(role) ?? role,
  count: (count: number) => number(count),
  all: (count: number) => `All ${number(count)}`,
  /** The title of a page of the films somebody had one part in. */
  partOf: (name: string, part: string) => `${name}: ${part}`,
  alsoCalled: 'Also called',
  average: (average: number) => `${number(average, 1)} out of 5`,
  here: 'here',
  elsewhere: 'elsewhere',
  description: (name: string) => `${name}: films and what people wrote about them.`,
  nothing: 'No film here names them any more.',
};
