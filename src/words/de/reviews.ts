import type { reviews as english } from '../en/reviews.ts';
import { day, number } from '../german.ts';

export const reviews: typeof english = {
  title: (film) => `Alle Rezensionen zu ${film}`,
  heading: 'Alle Rezensionen',
  sift: {
    label: 'Welche Rezensionen, und in welcher Reihenfolge',
    sort: 'Reihenfolge',
    newest: 'Neueste zuerst',
    highest: 'Beste Bewertung',
    lowest: 'Schlechteste Bewertung',
    longest: 'Längste',
    viewed: 'Am frühesten gesehen',
    rating: 'Bewertung',
    anyRating: 'Jede',
    place: 'Wo geschrieben',
    anywhere: 'Überall',
    here: 'Hier',
    language: 'Sprache',
    anyLanguage: 'Jede',
    words: 'Text',
    withWords: 'Rezensionen mit Text',
    ratingsToo: 'Auch Bewertungen ohne Text',
    spoilers: 'Weglassen, was die Handlung verrät',
    one: 'Eine pro Person',
    show: 'Zeigen',
    clear: 'Alle zeigen',
  },
  count: (count, sifted) =>
    count === 0
      ? 'Keine'
      : `${number(count)} ${count === 1 ? 'Rezension' : 'Rezensionen'}${sifted ? ', wie unten gewählt' : ''}`,
  people: (count) => `Je eine Rezension von ${number(count)} ${count === 1 ? 'Person' : 'Leuten'}`,
  noneMatch: 'So eine Rezension gibt es nicht. Wähle weniger aus, oder sieh dir alle an.',
  unread: 'Ein Teil der Adresse war nicht zu lesen und wurde weggelassen.',
  firstAgain: 'Die Stelle in der Liste war nicht zu finden, darum ist das hier ihr Anfang.',
  pages: 'Seiten',
  first: 'Erste Seite',
  next: 'Weitere Rezensionen',
  single: (film, author) => `${film}, von ${author}`,
  description: (film, author) => `Was ${author} über ${film} geschrieben hat.`,
  tags: 'Schlagwörter',
  also: (author) => `Auch von ${author} zu diesem Film`,
  occasion: (stars, date) =>
    [
      stars,
      date === null
        ? ''
        : date.length === 10
          ? `am ${day(date)}`
          : date.length === 7
            ? `im ${day(date)}`
            : day(date),
    ]
      .filter(Boolean)
      .join(' '),
  unrated: 'ohne Bewertung',
  outOfFive: (halfStars) => `${number(halfStars / 2, halfStars % 2 ? 1 : 0)} von 5 Sternen`,
  removed: 'Vom Haus von der Seite genommen. Nur du und das Haus können sie sehen.',
  settle: 'Verrät sie die Handlung?',
  tells: 'Sie verrät die Handlung',
  tellsNot: 'Sie verrät die Handlung nicht',
  delete: 'Löschen',
  versions: 'Frühere Fassungen',
  deleting: {
    title: 'Diese Rezension löschen?',
    text: (days) =>
      `Niemand wird sie mehr sehen. ${number(days)} Tage lang kannst du sie zurückholen; danach ist sie endgültig weg.`,
    yes: 'Löschen',
    no: 'Behalten',
  },
  deleted: {
    title: 'Du hast diese Rezension gelöscht',
    text: (days) =>
      `Niemand sieht sie. ${number(days)} Tage nach dem Löschen kannst du sie noch zurückholen.`,
    back: 'Zurückholen',
  },
  history: {
    title: 'Frühere Fassungen',
    seenBy: 'Nur für die Verfasserin oder den Verfasser und die Moderation.',
    none: 'Sie wurde nie geändert.',
    until: (date) => `So war sie bis zum ${day(date)}`,
    forgotten: (date) => `Die Fassung bis zum ${day(date)} wurde endgültig entfernt.`,
    noWords: 'Ohne Text.',
    forget: 'Diese Fassung endgültig entfernen',
    back: 'Zurück zur Rezension',
  },
};
