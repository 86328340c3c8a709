import type { DemoEntry } from '../shape.ts';

const person = 'aroha';
const language = 'en';

/** The one-liner. */
export const byArohaTamihana: readonly DemoEntry[] = [
  {
    person,
    film: 'the-third-man',
    rating: 9,
    viewed: '2020-04-18',
    language,
    text: 'Best supporting performance: a doorway, with kitten.',
  },
  {
    person,
    film: 'stalker',
    rating: 7,
    viewed: '2018-06-02',
    written: '2018-06-02',
    language,
    text:
      'Three men reach the room that grants wishes and hold a meeting outside it; I sit on the school board, ' +
      'so yes.',
  },
  {
    person,
    film: 'alien',
    rating: 10,
    liked: true,
    rewatch: true,
    language,
    text: 'I would also have gone back for Jones.',
  },
  {
    person,
    film: 'my-neighbor-totoro',
    rating: 9,
    liked: true,
    viewed: '2023-07-15',
    venue: 'The Tūī',
    written: '2023-07-16',
    language,
    text: 'Have not once been annoyed by a late bus since the Catbus changed its sign to MEI.',
  },
  {
    person,
    film: 'close-up',
    rating: 10,
    liked: true,
    viewed: '2021-09-05',
    written: '2021-09-05',
    language,
    text: 'My favourite action sequence is still a spray can going down a hill.',
  },
  {
    person,
    film: 'in-the-mood-for-love',
    rating: 9,
    viewed: '2020-05-09',
    written: '2020-05-10',
    language,
    text: 'All that silk, and what finished me was the whole building ordering rice cookers from her husband.',
  },
  {
    person,
    film: 'parasite',
    rating: 10,
    liked: true,
    viewed: '2019-06-30',
    written: '2019-07-01',
    language,
    text: 'Eight minutes to put sirloin on instant noodles, and the tension was worse than any shark.',
  },
  { person, film: 'm', rating: 7, viewed: '2020-08' },
  { person, film: 'tokyo-story', rating: 10, viewed: '2022', liked: true },
  { person, film: 'do-the-right-thing', rating: 9, viewed: '2020-06', rewatch: true },
];
