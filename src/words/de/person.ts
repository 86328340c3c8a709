import type { person as english } from '../en/person.ts';

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
  description: (name) => `${name}: Filme und was darüber geschrieben wurde.`,
  nothing: 'Kein Film hier nennt diesen Namen noch.',
};
