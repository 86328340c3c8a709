import type { review as english } from '../en/review.ts';
import { day, number } from '../german.ts';

export const review: typeof english = {
  by: 'Rezension von',
  on: 'auf',
  outOfFive: (halfStars) => {
    const whole = Math.floor(halfStars / 2);
    return `${halfStars % 2 ? `${whole || ''}½` : whole} von 5 Sternen`;
  },
  score: (score) => `mit ${score} bewertet`,
  seen: 'Gesehen am',
  seenAgain: 'Wieder gesehen am',
  at: (venue) => `im ${venue}`,
  written: 'Geschrieben am',
  edited: 'Bearbeitet',
  day,
  original: 'Zum Original',
  mine: 'Das ist von mir: ändern oder entfernen',
  report: 'Melden',
  edit: 'Bearbeiten',
  permalink: 'Link zu dieser Rezension',
  firstWritten: (place, date) =>
    date ? `Zuerst erschienen auf ${place}, ${day(date)}` : `Zuerst erschienen auf ${place}`,
  chosenBy: (site) => `Ausgewählt von ${site}`,
  liked: 'Mochte den Film',
  tells: { before: 'Verrät, was in ', after: ' geschieht. Rezension zeigen' },
  mayTell: 'Verrät vielleicht die Handlung',
  showHidden: 'Wörter zeigen, die die Handlung verraten',
  readOn: (words) => `Weiterlesen, noch ${number(words)} ${words === 1 ? 'Wort' : 'Wörter'}`,
  readWhole: 'Den Rest lesen',
  awaiting: 'Wartet, bis das Haus sie gelesen hat. Nur du und das Haus können sie sehen.',
  hidden: 'Verborgen, solange über eine Bitte dazu entschieden wird.',
  draft: 'Ein Entwurf. Nur du kannst ihn sehen.',
  onlyMembers: 'Nur für Mitglieder.',
  onlyYou: 'Nur du kannst das sehen.',
  quoted: 'Ein Auszug',
};
