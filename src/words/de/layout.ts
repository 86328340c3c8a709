import type { layout as english } from '../en/layout.ts';

export const layout: typeof english = {
  skip: 'Zum Inhalt',
  films: 'Filme',
  search: 'Suchen',
  searchFor: 'Filme, Menschen, Mitglieder, Listen und Rezensionen suchen',
  lists: 'Listen',
  programme: 'Programm',
  signIn: 'Anmelden',
  signOut: 'Abmelden',
  about: 'Über uns',
  desk: 'Verwaltung',
  pages: 'Hauptseiten',
  you: (name) => `${name}, deine Seite`,
  titled: (page, site) => `${page} · ${site}`,
};
