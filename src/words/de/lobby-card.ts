import type { lobbyCard as english } from '../en/lobby-card.ts';
import { fullDay } from '../german.ts';

export const lobbyCard: typeof english = {
  title: 'Eine Karte fürs Foyer',
  link: 'Karte fürs Foyer drucken',
  of: (film) => `Eine Karte fürs Foyer: ${film}`,
  lead: 'Druck diese Seite, und nur die Karte kommt heraus. Ihr Code führt jedes Telefon dorthin, wo man diesen Film rezensiert.',
  paper: 'Papier',
  screening: 'Für',
  every: 'Den Film, wann immer er läuft',
  quote: 'Mit Zitat',
  noQuote: 'Ohne',
  show: 'So zeigen',
  film: 'Die Seite des Films',
  download: (format) => `${format} nehmen`,
  question: ['Das Licht ist an.', 'Und, wie war’s?'],
  when: (day, time) => `${fullDay(day)}, ${time} Uhr`,
  where: (venue, town) => (town === null ? venue : `${venue}, ${town}`),
  address: 'Der Code führt zu',
};
