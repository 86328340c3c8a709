import { type DemoEntry, prose } from '../shape.ts';

const person = 'farhana_q';

/** The parent: pauses, questions from the sofa, and what can be shown to whom. */
export const byFarhanaQuddus: readonly DemoEntry[] = [
  {
    person,
    film: 'pather-panchali',
    rating: 10,
    liked: true,
    viewed: '2022-02-21',
    rewatch: true,
    tags: ['with mina, 11', 'bangla'],
    written: '2022-02-23',
    language: 'en',
    spoiler: 'yes',
    text: prose`
      Mina chose it, for Language Day, so that she could say she'd sat through one of Amma's black-and-whites.
      She sat through it on her knees in front of the screen. When Durga prises the blanket open with two
      fingers and there is Apu's eye, enormous, pretending to be asleep, she said "that's literally Ayaan",
      and it is, every morning before school.

      I had forgotten how much of it is about mustard oil and whose guavas they are. I'd remembered the train,
      everybody does, the children pushing through the white grass with their ears against the pylon; and I'd
      braced for the storm, and the mother holding the door shut with her body all night. I told her
      beforehand that Durga dies. I think you should, at eleven. What I couldn't prepare her for was Harihar
      coming home with a sari for his daughter and Sarbajaya biting it, and no voice coming out, only that
      instrument.

      But the thing she wanted to talk about, drying plates, was the necklace. He finds it, the one Durga was
      beaten over and swore she'd never seen, and throws it in the pond, and the weed closes. "So he's the
      only one who knows now," Mina said. "And us."
    `,
  },
  {
    person,
    film: 'tokyo-story',
    rating: 10,
    liked: true,
    viewed: '2014-04-27',
    written: '2014-04-30',
    language: 'en',
    spoiler: 'no',
    text: prose`
      Watched in three goes with a one-year-old asleep on me, which is how I noticed the packing. Right at the
      start the two of them are on the floor with the cases, and he can't find the air cushion; he says he
      gave it to her, she says he never did, they're quite short about it, and then of course it is with his
      things after all and he says "here it is" without looking up. She says nothing whatever. Thirty-some
      years of marriage in one inflatable cushion. I've gone over to Koichi and Shige's side since having
      children of my own, by the way. They aren't wicked. They have work in the morning.
    `,
  },
  {
    person,
    film: 'alien',
    rating: 8,
    viewed: '2017-01-14',
    tags: ['after bedtime'],
    written: '2017-01-15',
    language: 'en',
    spoiler: 'no',
    text: prose`
      Professional opinion: I have been a midwife for sixteen years and the panic round that table is
      extremely well observed. The hands all going in at once, nobody in charge, one person holding a leg. And
      before it, the nice meal, the relief, him wolfing his noodles because he's alive.

      The part that got under my skin is earlier and nothing happens in it. The empty ship wakes up. Papers
      lift in the draught, a helmet has lights reflected across it, a bird dips its beak in a cup, and then
      the lids come up on seven people in white cotton, asleep like a nursery. I went upstairs and checked
      on mine.
    `,
  },
  {
    person,
    film: 'my-neighbor-totoro',
    rating: 10,
    liked: true,
    viewed: '2016-05-29',
    rewatch: true,
    tags: ['with ayaan, 3', 'with mina, 5'],
    written: '2016-05-30',
    title: 'Nobody is bad in it',
    language: 'en',
    text: prose`
      For parents, practical notes. No villain. The soot sprites frighten some two-year-olds for about ten
      seconds, until Mei claps one and shows her black hands. The mother is in hospital, and we are told what
      with only later and hardly at all; if yours have had somebody in hospital, sit close for the telegram
      and the sandal in the pond. It isn't hers. I say so in advance, I'd spoil anything for that.

      For myself: the father. He's late, he's untidy, he forgets there are lunchboxes until Satsuki has packed
      them, and when his daughters tell him they've seen a spirit he doesn't smile over their heads. He takes
      them to the tree and bows to it. When the wind bangs the house about at night and they're scared in the
      bath he starts to laugh like a maniac on purpose, and they have to laugh too. I've used that in three
      power cuts.
    `,
  },
  {
    person,
    film: 'wall-e',
    rating: 9,
    liked: true,
    viewed: '2018-04',
    tags: ['with ayaan, 5', 'with mina, 7'],
    written: '2018-04-14',
    language: 'en',
    spoiler: 'no',
    text: prose`
      Spork. He has a tray for the forks and a tray for the spoons, he has lived alone for seven hundred
      years, and he holds it over one and then the other and then sets it down precisely between them. Ayaan
      laughed so hard he had to be taken out. Mina said, "He's sorting. He's got no one to tell him if it's
      right."

      There are forty minutes at the start with scarcely a word in them and mine didn't fidget once; then
      everybody gets on a spaceship and starts explaining, and they asked for raisins. But the fire
      extinguisher dance is out there too, so I can't be cross. What hands are for he has learned off an old
      tape of <i>Hello, Dolly!</i> Mine held theirs in the car home, of their own accord, for nearly a mile.
    `,
  },
  {
    person,
    film: 'parasite',
    rating: 7,
    viewed: '2020-03',
    tags: ['after bedtime'],
    written: '2020-03-22',
    language: 'en',
    spoiler: 'no',
    text: prose`
      Everyone I know came out hating or pitying Mrs Park. I kept looking at the little boy. His drawing hangs
      in the hall, a black scrawl, and Ki-jung looks something up on her phone and tells the mother there's a
      trauma in the lower right-hand corner, the schizophrenia zone, and the mother cries. We're to laugh at
      how silly she is. I've seen that face across a desk, though, in mothers with money and without: somebody
      has finally said there is something the matter, so it isn't me. It's a wicked, funny film and it was a
      bit too quick for me just there.
    `,
  },
  { person, film: 'wings-of-desire', rating: 6, viewed: '2021-11', tags: ['after bedtime', 'dropped off'] },
  { person, film: 'in-the-mood-for-love', rating: 8, viewed: '2021-02-14' },
];
