import type { search as english } from '../en/search.ts';
import { number } from '../german.ts';

export const search: typeof english = {
  title: 'Suche',
  found: (text) => `Gefunden zu „${text}“`,
  ask: 'Titel in jeder Sprache, Namen, Jahre, Wörter aus einer Rezension. Wenige Buchstaben genügen, Tippfehler schaden nicht.',
  box: 'Was suchst du?',
  search: 'Suchen',
  nothing: (text) =>
    `Zu „${text}“ findet sich hier nichts. Versuch es mit weniger Buchstaben oder anders geschrieben.`,
  noMore: 'Mehr findet sich nicht.',
  groups: {
    films: 'Filme',
    people: 'Menschen',
    members: 'Mitglieder',
    lists: 'Listen',
    reviews: 'Rezensionen',
  },
  more: {
    films: 'Mehr Filme',
    people: 'Mehr Menschen',
    members: 'Mehr Mitglieder',
    lists: 'Mehr Listen',
    reviews: 'Mehr Rezensionen',
  },
  everything: 'Alles, was gefunden wurde',
  pages: 'Seiten',
  listBy: (name, films) => `Liste von ${name}, ${films === 1 ? '1 Film' : `${number(films)} Filme`}`,
  person: 'Mensch vom Film',
  member: (username) => `Mitglied, @${username}`,
  suggestions: 'Vorschläge',
  noSuggestion: 'Kein Vorschlag',
  oneSuggestion: '1 Vorschlag',
  someSuggestions: '# Vorschläge',
};
