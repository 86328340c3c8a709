import type { member as english } from '../en/member.ts';
export const member: typeof english = {
  since: (day) => `Hier seit ${day}`,
  nothing: (name) => `${name} hat noch nichts geschrieben, was du sehen kannst.`,
  nothingOwn: 'Du hast noch nichts geschrieben. Such dir einen Film aus und sag, was du gesehen hast.',
  rated: 'Bewertet',
  watched: 'Gesehen, ohne Worte',
  more: 'Frühere',
  first: 'Ab dem Neuesten',
  permalink: 'Link zu diesem Eintrag',
  pages: 'Seiten',
  settings: 'Deine Einstellungen',
  description: (name, site) => `Was ${name} bei ${site} über Filme geschrieben hat.`,
};
