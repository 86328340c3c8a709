import type { tag as english } from '../en/tag.ts';

export const tag: typeof english = {
  title: (tag) => `Mit dem Schlagwort „${tag}“`,
  titleOf: (tag, name) => `${name}: mit dem Schlagwort „${tag}“`,
  description: (tag) => `Was unter „${tag}“ gesehen und geschrieben wurde.`,
  everybody: 'Was alle darunter geschrieben haben',
  seenBy: 'gesehen von',
  ratedBy: 'bewertet von',
};
