import type { merge as english } from '../en/merge.ts';
import { number } from '../german.ts';

/** Gezählt bis zehntausend. */
const upTo = (count: number) => (count > 10_000 ? 'mehr als 10.000' : number(count));

export const merge: typeof english = {
  title: 'Doppelte Filme',
  lead: 'Steht ein Film zweimal hier, mach einen daraus: Rezensionen, Bewertungen, Plätze auf Listen und Vorführungen kommen zusammen, und beide Adressen führen zu ihm.',
  link: 'Mit einem anderen Film zusammenlegen',
  back: 'Zurück zum Film',
  choose: {
    title: 'Mit einem anderen Film zusammenlegen',
    lead: 'Such den Film, der derselbe ist.',
    label: 'Der andere Film',
    search: 'Suchen',
    none: (asked) => `Zu „${asked}“ wurde nichts gefunden.`,
    by: (names) => `von ${names}`,
  },
  look: {
    title: 'Aus zwei Filmen wird einer',
    stays: 'Bleibt',
    goes: 'Geht darin auf',
    after: 'Danach gilt',
    field: 'Angabe',
    address: 'Adresse',
    addressAfter: 'beide führen hierher',
    reviews: 'Tagebucheinträge und Rezensionen',
    ratings: 'Bewertungen',
    lists: 'Listen',
    mentions: 'Nennungen in Rezensionen',
    screenings: 'Vorführungen',
    count: upTo,
    together: (count) => `bis zu ${upTo(count)}`,
    seen: 'Gezählt ist, was alle sehen dürfen. Was nur manche sehen oder nur, wer es schrieb, kommt mit und bleibt so verschlossen, wie es ist.',
    doubled:
      'Wer beide bewertet hat, behält die spätere Bewertung. Eine Liste, auf der beide stehen, behält einen Platz mit beiden Notizen.',
    undo: 'Das lässt sich auch nach Wochen rückgängig machen: Dann geht alles zurück, samt dem, was inzwischen geändert wurde.',
    button: 'Zusammenlegen',
    swap: 'Andersherum',
    another: 'Einen anderen Film wählen',
  },
  wrong: {
    'same-film': 'Das ist schon ein und derselbe Film.',
    'another-running': 'Ein Import oder ein anderes Zusammenlegen läuft noch. Versuch es gleich noch einmal.',
    'merged-since':
      'Der Film, der blieb, ist inzwischen in einem anderen aufgegangen. Mach zuerst das rückgängig.',
    film: 'Diesen Film gibt es hier nicht mehr.',
  },
  done: {
    title: 'Was geschehen ist',
    none: 'Noch wurde nichts zusammengelegt.',
    apart: 'Vermerkt: Das sind zwei Filme.',
    merged: (from, into) => `${from} ging in ${into} auf`,
    split: (from, into) => `Von ${from} zu ${into} gebracht`,
    removal: (film) => `${film} wurde entfernt`,
    by: (name, day) => `${name}, ${day}`,
    formerMember: 'ein früheres Mitglied',
    undone: 'Rückgängig gemacht',
    running: 'Im Gange',
  },
  doubles: {
    title: 'Vielleicht ein Film',
    lead: 'Filme mit gleichem Titel und Jahr, und solche, die anderswo dieselbe Kennung haben sollen. Die neuesten zuerst.',
    none: 'Keine zwei Filme hier gleichen sich.',
    noneYet: 'Von diesen Filmen gleichen sich keine.',
    name: 'gleicher Titel',
    id: 'gleiche Kennung anderswo',
    reviews: (count) => (count === 1 ? '1 Rezension' : `${number(count)} Rezensionen`),
    compare: 'Vergleichen',
    apart: 'Es sind zwei',
    more: 'Weiter zurück',
    pair: (one, other) => `${one} und ${other}`,
  },
  report: {
    merged: 'Aus zwei Filmen wurde einer',
    split: 'Aus einem Film wurden zwei',
    removal: 'Ein Film wurde entfernt',
    running: 'Das ist im Gange. Was schon umgezogen ist, ist zu sehen; der Rest folgt.',
    reload: 'Noch einmal nachsehen',
    entries: (count) =>
      count === 1
        ? '1 Tagebucheintrag oder Rezension umgezogen'
        : `${number(count)} Tagebucheinträge und Rezensionen umgezogen`,
    marks: (count) =>
      count === 1
        ? '1 Bewertung oder Vermerk umgezogen'
        : `${number(count)} Bewertungen und Vermerke umgezogen`,
    list_items: (count) =>
      count === 1 ? '1 Platz auf einer Liste umgezogen' : `${number(count)} Plätze auf Listen umgezogen`,
    mentions: (count) => (count === 1 ? '1 Nennung umgezogen' : `${number(count)} Nennungen umgezogen`),
    screenings: (count) =>
      count === 1 ? '1 Vorführung umgezogen' : `${number(count)} Vorführungen umgezogen`,
    pins: (count) =>
      count === 1
        ? '1 angeheftete Rezension umgezogen'
        : `${number(count)} angeheftete Rezensionen umgezogen`,
    facts: (count) => (count === 1 ? '1 Angabe umgezogen' : `${number(count)} Angaben umgezogen`),
    joined: (count) => (count === 1 ? '1 Paar wurde eins' : `${number(count)} Paare wurden eins`),
    nothing: 'Es hing nichts daran, was umziehen musste.',
    undo: 'Rückgängig machen',
    asked:
      'Alles geht dorthin zurück, wo es war. Was seither geändert wurde, geht mit der Änderung zurück; was seither geschrieben wurde, bleibt, wo es ist.',
    undone: ({ restored }) =>
      restored === 1
        ? 'Rückgängig gemacht. 1 Sache ging zurück.'
        : `Rückgängig gemacht. ${number(restored)} Sachen gingen zurück.`,
    kept: 'Was inzwischen geschah',
    more: (count) =>
      count === 1
        ? 'und 1 weitere, die nicht alle sehen dürfen'
        : `und ${number(count)} weitere, von denen nicht alle jede sehen dürfen`,
    all: 'Alle ansehen',
  },
};
