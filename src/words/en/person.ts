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
  description: (name: string) => `${name}: films and what people wrote about them.`,
  nothing: 'No film here names them any more.',
};
