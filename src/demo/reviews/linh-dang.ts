import { type DemoEntry, prose } from '../shape.ts';

const person = 'linh';

/** The student: lower case, night bus, no patience with being told a film is important. */
export const byLinhDang: readonly DemoEntry[] = [
  {
    person,
    film: 'm',
    rating: 8,
    viewed: '2025-03-12',
    written: '2025-03-12',
    tags: ['week 2', 'screen history'],
    language: 'en',
    text: prose`
      week 2 and they show us peter lorre pulling faces at himself in a mirror, dragging his mouth down with
      two fingers to see if he looks like the monster in the newspaper. i do that. everyone in the lecture
      theatre does that, you could feel it. then the chalk on the hand, that little palm, and the slap on his
      shoulder like a mate saying hi. the tutor said "surveillance" eleven times. nobody said anything about
      the knife, how he drops it and the little girl he's buying fruit for picks it up and politely hands it
      back to him.
    `,
  },
  {
    person,
    film: 'tokyo-story',
    rating: 9,
    liked: true,
    viewed: '2025-03-26',
    written: '2025-03-27',
    tags: ['week 4', 'cried on public transport'],
    language: 'en',
    spoiler: 'no',
    text: prose`
      shige telling her husband not to buy the good cakes for her parents because crackers will do. and then
      eating them!!! i went home and rang my ba ngoai in hai phong and she asked was i sick. that's it that's
      the review
    `,
  },
  {
    person,
    film: 'cleo-from-5-to-7',
    rating: 10,
    liked: true,
    viewed: '2025-04-09',
    written: '2025-04-09',
    tags: ['week 6'],
    language: 'en',
    text: prose`
      things cleo does while waiting to find out if she is dying: cries at a tarot card. buys a fur hat in
      june. gets told she can't wear it because it's tuesday. hates her own record on the taxi radio. hangs
      from a bar in her apartment like a bored cat. walks out on michel legrand, who is right there. plays
      herself on a jukebox and watches nobody care. gets a broken mirror off her best friend. gets talked at
      by a soldier in the prettiest park i've ever seen and lets him. i had a scan in march (fine, i'm fine)
      and spent the two hours in a shop trying on boots. nobody has got this right except her
    `,
  },
  {
    person,
    film: 'stalker',
    rating: 7,
    viewed: '2025-05-14',
    written: '2025-05-15',
    tags: ['week 11', 'fell asleep (compliment)'],
    language: 'en',
    text: prose`
      fell asleep when they fell asleep, woke up when the dog came over the water. honestly ideal. the bit
      where the camera crawls along under the shallow water over syringes and coins and a calendar page and a
      gun went straight into whatever i was dreaming so i may have seen a longer version than you did. docking
      it for the writer who never shuts up about being a writer, we have six of him in the course
    `,
  },
  {
    person,
    film: 'alien',
    rating: 9,
    viewed: '2024-10-31',
    venue: 'Cinema Meridian',
    written: '2024-11-01',
    language: 'en',
    spoiler: 'yes',
    text: prose`
      what no one warned me about is ash. i knew about the dinner, everyone knows about the dinner, it's on
      t-shirts. but he jogs on the spot! he's alone in the science bit and does a tiny jog to loosen up,
      this man made of milk and tubes, because somebody programmed him to look like he has a body. and then
      the rolled-up magazine. and then his head on the table, hoses cut, saying you have my sympathies, with a
      smirk. the creature is just hungry. he's the one from the company
    `,
  },
  {
    person,
    film: 'do-the-right-thing',
    rating: 9,
    liked: true,
    viewed: '2025-05-07',
    written: '2025-05-08',
    tags: ['week 10'],
    language: 'en',
    text: prose`
      a guy in a larry bird shirt wheels his bike over buggin' out's new jordans and an entire street comes to
      look at the scuff. i've had that exact argument at the bakery about a parking spot, same guy basically,
      bought the terrace next door, says he was born here. it's funny for so long. even the ice cube is funny.
      our tutor stopped the discussion to ask who did the right thing and it went so quiet you could hear the
      projector fan, and then kofi said "the question's from the mayor, not from spike" and we all went home
    `,
  },
  {
    person,
    film: 'in-the-mood-for-love',
    rating: 6,
    viewed: '2025-04-30',
    written: '2025-05-01',
    tags: ['week 9', 'unpopular'],
    language: 'en',
    spoiler: 'no',
    text: prose`
      ok so it is the most beautiful film ever made about two people not sending a text. i get it. i got it by
      the third cigarette, the one where the smoke goes up under the lamp in his office for about a year. my
      mum grew up in a corridor like that, five families and one tap, and she says what she remembers is the
      smell of other people's fish sauce, and no one ever once looked that good on the stairs. gorgeous. felt
      like being shushed
    `,
  },
  {
    person,
    film: 'parasite',
    rating: 10,
    liked: true,
    viewed: '2019-07',
    rewatch: false,
    written: '2024-02-11',
    language: 'en',
    spoiler: 'no',
    text: prose`
      was fourteen, snuck in with my cousin who'd told the ticket guy she was my aunt. best day. remember
      everyone laughing at jessica, only child, illinois, chicago, sung on the doorstep like a times table,
      and us laughing hardest because we have a song like that too, for forms. then the flood. ki-jung sitting
      on the toilet lid with it all coming up, finding her cigarettes dry in the ceiling, lighting one. my
      cousin stopped laughing and i didn't, yet. that's the five years' difference
    `,
  },
  { person, film: 'my-neighbor-totoro', rating: 10, liked: true, rewatch: true },
  { person, film: 'playtime', rating: 7, viewed: '2025-04-16', tags: ['week 7'] },
];
