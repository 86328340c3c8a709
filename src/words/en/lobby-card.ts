import { fullDay } from '../english.ts';

/** A card for the lobby, printed, by which whoever has seen a film finds where to say so. */
export const lobbyCard = {
  title: 'A card for the lobby',
  link: 'Print a card for the lobby',
  of: (film: string) => `A card for the lobby: ${film}`,
  lead: 'Print this page, and only the card comes out. Its code leads every phone to where this film is reviewed.',
  paper: 'Paper',
  screening: 'For',
  every: 'The film, whenever it is shown',
  quote: 'With a quote',
  noQuote: 'Without',
  show: 'Show it so',
  film: 'The film’s page',
  download: (format: string) => `Take the ${format}`,
  /** What the card says to those who come out. */
  question: ['The lights are up.', 'What did you think?'] as readonly [string, string],
  /** When and where, on the card. */
  when: (day: string, time: string) => `${fullDay(day)}, ${time}`,
  where: (venue: string, town: string | null) => (town === null ? venue : `${venue}, ${town}`),
  address: 'The code leads to',
};
