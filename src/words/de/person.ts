import type { person as english } from '../en/person.ts';
import { number } from '../german.ts';

const ROLES = new Map(
  Object.entries({
    director: 'Regie',
    actor: 'Darstellung',
    writer: 'Drehbuch',
    producer: 'Produktion',
    composer: 'Musik',
    cinematographer: 'Kamera',
    editor: 'Schnitt',
  }),
);

export const person: typeof english = {
  part: (role) => ROLES.get(role) ?? role,
  count: (count) => number(count),
  all: (count) => `Alle ${number(count)}`,
  partOf: (name, part) => `${name}: ${part}`,
  alsoCalled: 'Auch bekannt als',
  average: (average) => `${number(average, 1)} von 5`,
  here: 'hier',
  elsewhere: 'anderswo',
  description: (name) => `${name}: Filme und was darüber geschrieben wurde.`,
  nothing: 'Kein Film hier nennt diesen Namen noch.',
};
