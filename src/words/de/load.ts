import type { load as english } from '../en/load.ts';
import { number } from '../german.ts';

export const load: typeof english = {
  licence: 'Ich habe eine Lizenz, oder dies ist privat.',
  ownWord:
    'Wer diese Filme geladen hat, steht dafür ein, dass die Website zeigen darf, was in der Datei steht.',
  leftOut: (rows) =>
    rows === 1
      ? 'Eine weitere Zeile blieb draußen: kein Film, oder keiner, nach dem gefragt war.'
      : `${number(rows)} weitere Zeilen blieben draußen: keine Filme, oder keine, nach denen gefragt war.`,
  nothingIn: 'Kein Film darin, nach dem gefragt war.',
  refused: 'Es wurde nichts geladen.',
  onlyLooked: 'Es wurde nichts geschrieben. Das würde beim Laden geschehen.',
};
