import { type DemoEntry, lines, prose } from '../shape.ts';

const person = 'davi_e_lurdes';

/** More of what she said: Lurdes among letters, linen, butter and the dead cows of colonels. */
export const laterByDaviSabino: readonly DemoEntry[] = [
  {
    person,
    film: 'central-station',
    rating: 10,
    liked: true,
    viewed: '2023-11-04',
    rewatch: true,
    tags: ['with lurdes'],
    venue: 'Cine Farol',
    written: '2023-11-06',
    title: 'The drawer',
    language: 'en',
    spoiler: 'no',
    text: prose`
      "There was a woman at the São José market who did it. With a table. I went on Saturdays."

      "You? For Grandfather?"

      "He was in Santos, on the docks. I could sign and I could read a tin. She had beautiful writing, she
      asked me, 'And how do we finish, Lurdes, with longing or with regards?' I always paid for longing."

      On the screen Dora had got home and spread the day's letters on the table for her friend, and they were
      choosing which ones to tear. The rest go in a drawer.

      "Fourteen months," said Lurdes. "He never answered. When he came back I didn't speak to him until
      the Sunday, and he said, what letters?"

      Neither of us moved.

      "I told the priest that it was the post," she said.

      Out on the pavement she would not have a taxi. She wanted to know what I thought became of the table.
    `,
  },
  {
    person,
    film: 'city-lights',
    rating: 10,
    liked: true,
    viewed: '2025-12-20',
    tags: ['with lurdes', 'and bento, 7'],
    written: '2025-12-21',
    language: 'en',
    spoiler: 'yes',
    text: lines`
      BENTO: Why doesn't he say it's him?
      LURDES: He has a hole in his trousers.
      BENTO: So?
      LURDES: So he was a millionaire, to her. With a car.
      BENTO: She gave him a flower. And money. She's touching his sleeve.
      LURDES: Hush. She is seeing with the hand.
      (The flower in his teeth. We hush.)
      BENTO: Is she happy?
      LURDES: When they did my eyes, in March, and took off the plaster, the first thing I saw was my kitchen.
      BENTO: And?
      LURDES: For years I had believed it was clean.
    `,
  },
  {
    person,
    film: 'bicycle-thieves',
    rating: 10,
    liked: true,
    viewed: '2022-03-12',
    tags: ['with lurdes'],
    venue: 'Cine Farol',
    written: '2022-03-13',
    language: 'en',
    spoiler: 'no',
    text: prose`
      – Linen and cotton. Her wedding sheets. You see how she took them off the bed with the wind in her arms?
      She is angry and she folds them.

      – And gets seven and a half thousand lire, and he gets his bicycle back.

      – Look where the man puts them.

      – Up there?

      – He is <i>climbing</i>. There are sheets to the roof! Every one of those is somebody's bed.

      (And of the seeress, who tells him he will find the thing now or he won't find it:)

      – That is correct. I would have charged more.
    `,
  },
  {
    person,
    film: 'los-olvidados',
    rating: 9,
    viewed: '2024-05-18',
    tags: ['with lurdes', 'at home'],
    written: '2024-05-19',
    language: 'en',
    spoiler: 'yes',
    text: prose`
      I offered to stop it at the egg. He has been sent to the farm school, Pedro, he sucks one from the nest
      and throws the next at us, and it runs down the glass.

      "Leave it. I've had worse from your uncle."

      At the end they take him out on the donkey in a sack, the girl and her grandfather, by night, because
      a body found with them is trouble, and on the road they meet his mother, out looking for him at last.
      Everybody says good evening. Then there's the slope, and the rubbish.

      Lurdes got up and washed two glasses that were clean.

      "When he was hungry she gave meat to the others and smacked his hand," she said, to the tap. "I know
      why. He had the father's face. You can't tell a child that, so you smack his hand." And after a bit:
      "Ring your uncle."

      "It's half past eleven, Vó."

      "Ring him."
    `,
  },
  {
    person,
    film: 'singin-in-the-rain',
    rating: 9,
    liked: true,
    viewed: '2020-05-23',
    tags: ['with lurdes', 'by telephone, both televisions'],
    written: '2020-05-23',
    language: 'en',
    text: lines`
      — They are laughing at how she talks.
      — That's the joke, Vó. She's the great star of the silents, and she has that voice.
      — And in the silents it wasn't work? Up at five, the wig, a dress that weighs more than I do.
      — She's vain, and she's horrid to the girl.
      — Later she is horrid. First came the man with the microphone.
      — She only has to talk into it.
      — I only had to say "butter". In Boa Viagem, when I was new. Dona Ieda rang for me to say it to visitors.
      — What was wrong with it?
      — Nothing. It was how we said it in Salgueiro. They gave me a biscuit.
      — Are you enjoying it at all?
      — Don't talk. He's giving away his umbrella.
    `,
  },
  {
    person,
    film: 'the-shining',
    rating: 7,
    viewed: '2021-10-30',
    tags: ['with lurdes'],
    written: '2021-10-31',
    language: 'en',
    spoiler: 'no',
    text: lines`
      "Three people. How many rooms?"
      "Hundreds."
      "And the carpets are like that in October, with no one there. So who?"
      "Maybe that's what's wrong with the place."
      "It is what's wrong. I would be frightened of that corridor too, I'd be thinking of the skirting boards."

      (The typewriter. Shelley Duvall comes up to the desk with her bat.)

      "She never read it before <i>now</i>?"
      "He told her not to go in when he's working."
      "You go in to dust. You dust, you read. Dr Amorim was eleven years on his book, I could have told his
      wife the first week that it was about a lady in Garanhuns."
    `,
  },
  {
    person,
    film: 'black-god-white-devil',
    rating: 8,
    viewed: '2024-09-07',
    tags: ['with lurdes'],
    venue: 'Cine Farol',
    written: '2024-09-09',
    title: 'Cattle',
    language: 'en',
    spoiler: 'no',
    text: prose`
      Holiday matinée, nine of us in the room, and the only one talking was mine.

      – Some died on the way. Of snakes. And the colonel says, those were yours.

      – That's what I read about it, that the whole—

      – My father herded for a man in Salgueiro. On shares, one calf in four. And every year, listen: the one
      with the worm was my father's. The one that fell in the dam. The blind one. There has never been a dead
      cow in Pernambuco that belonged to the owner.

      – And so Manuel kills him, Vó. With the machete. Is he right?

      – (some way into the saint, the stone on Manuel's head, the knees on the steps of Monte Santo) He
      exchanged one colonel for another. This one does not even pay in calves.
    `,
  },
  {
    person,
    film: 'limite',
    rating: 6,
    viewed: '2023-05-27',
    tags: ['with lurdes', 'restored print'],
    venue: 'Cine Farol',
    written: '2023-05-28',
    language: 'en',
    text: lines`
      — Why does nobody row?
      — They've given up.
      — There is an oar. I can see it from here.
      — It's about limits, Vó. He was twenty-two. It's the most important film we ever made.
      — The one who sews. Thread, scissors, button, tape measure. Now <i>that</i> I could watch.
      — You did, for quite some time.
      — And she ran away from prison for it! With those hands! To sit at a machine in a room. I had a cousin.
      — And the end?
      — Very wet. The piano was pretty.
    `,
  },
  {
    person,
    film: 'city-of-god',
    rating: 6,
    viewed: '2019-07-20',
    tags: ['with lurdes'],
    written: '2019-07-21',
    language: 'en',
    spoiler: 'no',
    text: prose`
      She approved of one scene. The boy who wants to be a photographer has decided on a life of crime, he
      boards the bus with his friend and a revolver, and the fare collector is so nice to them that they get
      off again without having robbed it.

      "Stop it there."

      "There's over an hour to go."

      "I know what there is. I read the paper for thirty years, it was put down on the floor when I had
      mopped. They want to show me how well they can do it. But he was a pleasant young man, at the
      turnstile, and nobody robbed anybody. Leave him on the bus."
    `,
  },
  {
    person,
    film: 'pyaasa',
    rating: 8,
    viewed: '2026-02-21',
    tags: ['with lurdes', 'she hummed'],
    written: '2026-02-22',
    language: 'en',
    spoiler: 'no',
    text: prose`
      "Handsome, that waiter."

      "He's the poet. The publisher has hired him to hand round the drinks."

      "So? He is a waiter who writes." A guest had recited; Vijay, still beside his tray, by the bookcases,
      began on his own, too softly for a party, and his old love stood there in her jewels being the wife of
      the host. "Now they'll all turn round. There."

      "Did that ever happen? When you served?"

      "At Dona Ieda's fiftieth I sang. In the pantry; I didn't know the hatch was up. When I stopped there
      was nobody talking next door." She showed me with her palm how the silence was, flat, about the level
      of the sideboard.

      "And then?"

      "And then Dona Ieda said, 'Lurdes, the ice.'"
    `,
  },
  {
    person,
    film: 'wadjda',
    rating: 8,
    liked: true,
    viewed: '2024-03-08',
    tags: ['with lurdes'],
    venue: 'Cine Farol',
    written: '2024-03-10',
    language: 'en',
    spoiler: 'no',
    text: lines`
      LURDES: She pays the driver?
      ME: She does. She's not allowed to drive herself.
      LURDES: And he sits there and shouts at <i>her</i> for being late.
      ME: Then he won't come any more, and she can't get to the school where she teaches.
      LURDES: So the little one goes to his house to give him what for. With that boy.
      ME: Abdullah.
      LURDES: He said his uncle has a moustache. (delighted) That's a threat, there! Write down the moustache.
    `,
  },
];
