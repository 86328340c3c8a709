import type { arrange as english } from '../en/arrange.ts';
import { number } from '../german.ts';

export const arrange: typeof english = {
  label: (author) => `Die Rezension von ${author} einordnen`,
  pin: 'Auf der Seite festhalten',
  unpin: 'Abnehmen',
  up: 'Nach oben',
  down: 'Nach unten',
  done: (act, place, of) => {
    if (act === 'unpin' || place === 0) return 'Abgenommen. Sie steht, wohin ihre Likes sie stellen.';
    const where = `${number(place)} von ${number(of)} festgehaltenen`;
    return act === 'pin' ? `Festgehalten: ${where}.` : `Verschoben: ${where}.`;
  },
  tooMany: (most) => `Höchstens ${most} Rezensionen lassen sich festhalten. Nimm zuerst eine ab.`,
};
