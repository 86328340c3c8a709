import type { member as english } from '../en/member.ts';
export const member: typeof english = {
  written: 'Hier geschrieben',
  since: (day) => `Hier seit ${day}`,
  nothing: (name) => `${name} hat noch nichts geschrieben, was du sehen kannst.`,
  nothingOwn: 'Du hast noch nichts geschrieben. Such dir einen Film aus und sag, was du gesehen hast.',
  rated: 'Bewertet',
  watched: 'Gesehen, ohne Worte',
  more: 'Frühere',
  first: 'Ab dem Neuesten',
  pages: 'Seiten',
  settings: 'Deine Einstellungen',
  description: (name, site) => `Was ${name} bei ${site} über Filme geschrieben hat.`,
  spoilerNote: 'Rezensionen, die etwas verraten oder verraten könnten, bleiben hier zu, bis du sie öffnest.',
};
