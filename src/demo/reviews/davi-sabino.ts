import { type DemoEntry, lines, prose } from '../shape.ts';

const person = 'davi_e_lurdes';

/** The dialogues: what his grandmother said, during and after. */
export const byDaviSabino: readonly DemoEntry[] = [
  {
    person,
    film: 'the-third-man',
    rating: 8,
    viewed: '2022-06-04',
    tags: ['with lurdes'],
    venue: 'Cine Farol',
    written: '2022-06-05',
    language: 'en',
    spoiler: 'no',
    text: prose`
      – Who is the fat boy with the ball?

      – He thinks the American did it, Vó.

      – He is right.

      – He isn't, he's about four years old and he's wrong.

      – I did not say did what. A man comes to a city, speaks to nobody in their language,
      knocks on every door, and wherever he has knocked somebody is dead. I would point too.

      – And the parrot that bites him?

      – Also right.
    `,
  },
  {
    person,
    film: 'tokyo-story',
    rating: 9,
    liked: true,
    viewed: '2021-08-15',
    tags: ['with lurdes', 'at home'],
    written: '2021-08-15',
    language: 'en',
    spoiler: 'no',
    text: lines`
      "She gave her money. The daughter-in-law. In a little envelope."
      "Pocket money, for the old lady, yes."
      "And she lives in one room, that girl. She had to go next door to borrow the sake."
      "And the cups."
      "And the cups! While the doctor sends them to a hotel with an orchestra."

      (Ten minutes of film.)

      "Davi."
      "Yes?"
      "When I come to São Paulo in December, I am staying with Renata."
      "Renata isn't even family any more, Vó. They're divorced."
      "I have just watched a film about this."
    `,
  },
  {
    person,
    film: 'playtime',
    rating: 6,
    viewed: '2023-09-10',
    tags: ['with lurdes'],
    venue: 'Cine Farol',
    written: '2023-09-11',
    language: 'en',
    text: prose`
      She was asleep by the airport. I had promised her a comedy; I sat there with my own laugh, feeling
      foolish. Then came the armchairs in the waiting room, black leather, the kind that sigh when you sit
      down and sigh again when you stand.

      "That's the notary in Olinda," she said, with her eyes shut.

      "You're awake?"

      "I am resting. It is the notary. Your grandfather sat on his, it made that noise, and the man looked at
      him as though it had been him. We signed everything. We lost the lower field because of a chair."

      The restaurant she watched to the end, holding my arm. When the ceiling came down and nobody stopped
      dancing she said: "<i>Now</i> they have opened."
    `,
  },
  {
    person,
    film: 'alien',
    rating: 8,
    viewed: '2019-10-12',
    tags: ['with lurdes'],
    written: '2019-10-13',
    language: 'en',
    spoiler: 'no',
    text: prose`
      – She says don't open the door. The tall one.

      – Ripley.

      – She says it: there is a rule, nobody comes in. And he opens.

      – His friend had a thing on his face, Vó.

      – In 1958 we had the smallpox in the Rua do Lima. My mother stood inside the door with my uncle
      outside crying to be let in. Her own brother. And she talked to him through the wood until morning,
      but she did not open.

      – And what happened to him?

      – He lived. He never spoke to her again. Now let me see what happens to this cat.
    `,
  },
  {
    person,
    film: 'my-neighbor-totoro',
    rating: 10,
    liked: true,
    viewed: '2024-01-06',
    tags: ['with lurdes', 'and bento, 5'],
    venue: 'Cine Farol',
    written: '2024-01-07',
    language: 'en',
    text: lines`
      BENTO: Why has she got corn?
      LURDES: It's for her mother, so that she gets well.
      BENTO: Does corn make you well?
      LURDES: If you carry it all that way yourself, yes.
      BENTO: The goat wanted it.
      LURDES: The goat was also ill.
      BENTO: (thinks) Is the bus alive or is the cat empty?
      LURDES: Both. Look how politely it opens.
      ME: You told me it was nonsense when I was seven.
      LURDES: When you were seven I had to be at work at six.
    `,
  },
  {
    person,
    film: 'in-the-mood-for-love',
    rating: 9,
    liked: true,
    viewed: '2022-11-26',
    tags: ['with lurdes'],
    venue: 'Cine Farol',
    written: '2022-11-27',
    language: 'en',
    spoiler: 'no',
    text: prose`
      Afterwards, at the bus stop, in the heat.

      "He sings in Spanish with an American accent, that man. <i>Quizás, quizás.</i> It was on the radio the
      whole year I was engaged."

      "Nat King Cole. Did you like it? The film?"

      "The landlady is me. The one who tells her she goes out too much. I said those words to Zuleide from the
      second floor, in the kitchen, in front of people. 'It is good to enjoy oneself while one is young, but
      not every evening.' And she put down her cup, and she stopped going out."

      "Was there somebody?"

      "I don't know. That is what I am telling you. I saw the cup."

      We let two buses go by.
    `,
  },
  {
    person,
    film: 'parasite',
    rating: 9,
    viewed: '2019-12-01',
    tags: ['with lurdes'],
    written: '2019-12-02',
    language: 'en',
    spoiler: 'no',
    text: lines`
      — Forty years I cleaned in Boa Viagem.
      — I know, Vó.
      — The senhor never once said that I smelled. He opened the window of the car.
      — …
      — Just two fingers. As that one does, with the nose. He was a polite man.
      — Do you want to go?
      — Go? Sit down. I want to see how they get out from under that table.
    `,
  },
  {
    person,
    film: 'roma',
    viewed: '2018-12-23',
    liked: true,
    tags: ['with lurdes', 'she would not discuss it'],
  },
  { person, film: 'cairo-station', rating: 8, viewed: '2023-03-19', venue: 'Cine Farol' },
];
