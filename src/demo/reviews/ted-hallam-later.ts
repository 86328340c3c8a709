import { type DemoEntry, prose } from '../shape.ts';
import { tedOnWashingDay } from './ted-hallam-on-washing-day.ts';

const person = 'ted_hallam';

/** The projectionist again: the box log of 1969, a tin behind the rewind bench, and other last reels. */
export const laterByTedHallam: readonly DemoEntry[] = [
  {
    person,
    film: '2001-a-space-odyssey',
    rating: 4,
    viewed: '1969-02-09',
    venue: 'The Alderman',
    tags: ['box log'],
    written: '2013-04-06',
    title: 'From the box log, copied out as it stands',
    language: 'en',
    spoiler: 'no',
    text: prose`
      Sun. 9 Feb 1969. First house. 2001 A SPACE ODYSSEY. Colour, scope, mag. Opens on nothing, 3 min. black
      with a noise. Chief had the spare lamp out before I found the card in the can saying leave it.
      Monkeys, 20 min. Nobody talks till reel 2 and then it is about a hotel. No. 1 machine running warm.
      Interval not wanted by Mr Sugden (says they will go) so straight through, and they went. In: 61. Out
      at end: 22, and two of them asleep. Lady asked at the pay box which bit was 2001. Coloured lights v.
      hard on the arc. Baby. Own opinion: would have been better with a story. E. Hallam (2nd).
    `,
  },
  {
    person,
    film: '2001-a-space-odyssey',
    rating: 10,
    liked: true,
    viewed: '2001-11-04',
    rewatch: true,
    venue: 'The Alderman',
    tags: ['70mm', 'box log', 'last reels'],
    written: '2013-04-07',
    title: 'Sun. 4 Nov 2001',
    language: 'en',
    spoiler: 'yes',
    text: prose`
      I copied the other one out yesterday without altering a word because I think a man should be made to
      stand next to himself at nineteen.

      They sent it round again in 70 for the year itself. I laced up the black and I left it black, three
      minutes, with that choir like wasps in a pipe, and I went and looked through the port at a hundred and
      sixty people sitting in the dark being good. There's nothing on the screen. I've never been as proud
      of a picture.

      It isn't short of a story, I was short of ears. When Poole's outside, it's his breathing and the air
      going in, nothing else, and when the pod turns round behind him and opens its little arms the breath
      stops and there's no sound on the track at all, stone dead, and you see him going away, fighting with
      his pipe. Not a note. In 1969 I'd taken it for a chance to fill the kettle.

      And Hal. I'd forgotten he's the only one with any manners. Bowman floats about in that red cupboard
      with his key, turning him off a slot at a time, and Hal tells him he's afraid, and he can feel it
      going, in just the voice he'd use to tell you dinner was at seven. Then he's back at being born and
      it's a song about a bicycle. I was alone with two machines that I'd had since they were new. I talked
      to them, I'll own that.

      They put a server in the box at the finish of my time. It has a red light on the front that looks at
      you. It never did me any harm.
    `,
  },
  {
    person,
    film: 'the-thing',
    rating: 5,
    viewed: '1982-09',
    venue: 'The Alderman',
    written: '2014-10-31',
    language: 'en',
    spoiler: 'no',
    text: prose`
      Took it for six days, kept it for three. The manager had been told it was like the one with the little
      fellow and the bicycles, that everybody was queuing for in America. It isn't like that one. A lady
      came out of the circle at the kennels and asked Maureen for her money and a chair.

      I'd give the whole five to the dog. Before anything has happened, he walks down that passage on his
      own, not fast, not sniffing, and stops at an open door, and looks in, and has a think. Dogs don't. My
      lad said, "Who's he playing at?" and that was the best criticism I heard all week. After that it's
      rubber.
    `,
  },
  {
    person,
    film: 'city-lights',
    rating: 10,
    liked: true,
    viewed: '1977-03',
    rewatch: true,
    venue: 'The Alderman',
    tags: ['last reels', 'silent after a fashion'],
    written: '2012-12-25',
    language: 'en',
    spoiler: 'yes',
    text: prose`
      Pensioners' matinee, Wednesdays, tenpence with a biscuit. Chaplin had nobbled the talkies before they
      were four years old: the mayor gets up to unveil the statue and opens his mouth and it's a kazoo.
      Everyone in that house had sat through that mayor, and they roared. Then he swallows the whistle at the
      party and gets hiccups, and a taxi comes for him, and then dogs.

      Maureen, who did the ices and had not a soft bone in her, was in the side aisle for the last five
      minutes each week it was on. I asked her. She said, "I'm checking he's still there." He's out of prison,
      his backside is coming through his trousers, and there she is in her shop with her eyes mended, laughing
      at him. She only knows him when she presses the coin in his palm. It's the hand that she sees with,
      still. And the way he looks, with that flower stuck in his teeth nearly, so glad and wanting to be off.

      There's a lot of argument how it turns out for them. Nobody who has stood in that aisle with Maureen has
      any doubt it goes badly, and that it doesn't matter.
    `,
  },
  {
    person,
    film: 'the-phantom-carriage',
    rating: 9,
    viewed: '1999-12-31',
    venue: 'The Alderman',
    tags: ['silent', 'new year'],
    written: '2013-01-01',
    language: 'en',
    spoiler: 'no',
    text: prose`
      If you're the last to die on New Year's Eve you drive the cart for the twelvemonth. So what did we put
      on for the Millennium, when all the world was at Blackpool? Twenty-six came, in scarves, and a lad from
      the brass band with a cornet and a harmonium he'd got off the Methodists.

      It's done in the camera. They wound it back and went again, two, three and four times over the same few
      feet, by hand, turning at the same speed, so the cart goes through a wall and a man walks behind the
      ghost and in front of the chair. Jaenzon, the cameraman was called, in 1920, in a studio with the
      plaster hardly dry. The cart goes down into the sea for a drowned man with the waves running through the
      wheels and I've had cleverer people than me stop talking.

      But what I carry about with me is the coat. The Army lass sits up all night mending his coat, coughing,
      and in the morning he looks at it, and rips the mending out, a pocket at a time, smiling at her. Nobody
      has hated anything as that man hates being done good to. Later on he takes an axe to a door with his
      family behind it. You'll have seen that somewhere since.

      Midnight came in the fifth reel. Nobody looked round.
    `,
  },
  {
    person,
    film: 'the-shining',
    rating: 7,
    viewed: '1980-11',
    venue: 'The Alderman',
    written: '2013-01-02',
    language: 'en',
    spoiler: 'no',
    text: prose`
      With <i>Barry Lyndon</i> he'd sent every box in the country a letter: what plate to have in the gate,
      how bright on the screen, which tune at the interval. I had it on the wall. With this one no letter,
      and I'll admit I was hurt.

      The lad's tricycle is what I'd pay for. Boards, carpet, boards, carpet: roar, hush, roar, hush, with
      that camera an inch off the floor behind him. You could run it with the lamp out. And the axe is the
      Swede's axe, look at the one from 1921 and tell me it isn't, same door, same wife, same side of it.

      Frightened, no. Big hotel, nobody in, barman who isn't there, a band playing to no one and blood
      coming from the lift. I've done a February at Blackpool.
    `,
  },
  {
    person,
    film: 'the-red-shoes',
    rating: 10,
    liked: true,
    viewed: '1996-06-15',
    rewatch: true,
    venue: 'The Alderman',
    tags: ['technicolor', 'dye transfer', 'last reels'],
    written: '2014-03-02',
    language: 'en',
    spoiler: 'yes',
    text: prose`
      The print was older than my marriage and in better colour. Dye transfer: they don't develop it, they
      print it, like wallpaper, three inks, and the red doesn't go. I've had stuff off the lab in the
      seventies that was pink by the eighties. This had been in a tin since the Coronation, and when the
      shoes stand up on their points at the cobbler's with nobody in them you could have warmed your hands.

      They all talk about the ballet and they're right, the newspaper that blows down the street and gets up
      and dances with her, the stalls turning into sea. I'll tell you about the spot. When it's over, when
      she's gone off the balcony, the boss comes out before the curtain, Lermontov, can hardly get the words
      through his teeth, and says they'll do it all the same. And up goes the curtain and they dance the
      thing with a hole in it. There's a following spot on where she would be. It goes across, it stops, it
      waits, it picks up its partner.

      I worked a limelight for the Amateur Operatic, at the Hippodrome, nine winters. You've no idea. It's
      hard enough to follow a body. Some fellow up in the roof at Monte Carlo has got every step of hers by
      heart and he's stood there by himself doing the best work of his life, and he can't see for crying,
      and nobody will ever look up.
    `,
  },
  {
    person,
    film: 'casablanca',
    rating: 8,
    viewed: '1974',
    rewatch: true,
    venue: 'The Alderman',
    tags: ['reel trouble'],
    written: '2015-05-10',
    language: 'en',
    spoiler: 'no',
    text: prose`
      Confession. Easter Monday 1974, second house, I ran three before two. So he was sat with the bottle
      missing her, and then they were in Paris, and then she walked in for the first time. Not one soul came
      to the box. A gentleman I knew by sight said on the stairs that he'd seen it in the Army and this time
      he understood it.

      They could do without Paris altogether, if you ask me. The bit for my money is at the roulette: young
      Bulgarian and his wife, their last few chips, and Rick comes and stands by him and tells him
      twenty-two. And the croupier, Dalio, a real one, you should see him, looks up at the boss a half a
      second. Then it's twenty-two. And then again. No music on it or hardly. He does a good deed with his
      face shut like a safe, and the Russian off the bar comes and kisses him for it, and he's disgusted.
    `,
  },
  {
    person,
    film: 'seven-samurai',
    rating: 10,
    liked: true,
    viewed: '1991-10-13',
    rewatch: true,
    tags: ['the whole of it'],
    venue: 'The Alderman',
    written: '2016-02-21',
    language: 'en',
    spoiler: 'no',
    text: prose`
      In the trade, rain is what you call scratches. Long ones, up and down, that a print gets from being
      dragged through every gate from here to Hull. The copy that used to go round was three parts rain,
      with getting on for an hour missing, and when it came to the fight at the end, which is in a
      cloudburst, in mud, you could not have told me who won.

      So, 1991, the whole of it, clean, with the interval where he put it. Three and a half hours, and the
      rain was his. He has horses coming over the brow and he's a long way off with a long lens, two or
      three cameras, so it doesn't look arranged, it looks like what you'd see from a bedroom window. The
      old captain runs his hand over his shaved head whenever he's thinking, back to front. I caught myself
      at it all week. And the swordsman, the thin one, who won't quarrel. They have a bout with sticks and
      the other fellow says it was a draw, so they do it with steel, and for a while no one moves, and then
      the other fellow sits down slowly in the dust like a tent. Nobody's cheering. You'd think somebody had
      dropped a cup.

      I never wanted to be a samurai. I wanted to be the old chap with no teeth at the mill who had the
      idea.
    `,
  },
  {
    person,
    film: 'the-night-of-the-hunter',
    rating: 9,
    liked: true,
    viewed: '1986',
    rewatch: true,
    venue: 'The Alderman',
    written: '2015-11-22',
    language: 'en',
    spoiler: 'no',
    text: prose`
      There's a trick in this that only works if you know about gauze. Night. The old lady in her rocker on
      the porch, sideways on, black as your hat, gun across her. Him out in the yard, lit, singing his hymn,
      and she joins in and gives him the words he leaves out. We're looking at the pair of them through one
      flyscreen. Then a girl comes in behind with a candle, kindly meant. And the mesh catches the light and
      goes white and he is gone. She blows it out, and there's the garden, and no one in it.

      That's a cinema. That's all we ever were: a cloth, and which side the lamp is on.

      They say it lost its money and Laughton never got to direct another. I can believe it. I ran it to
      eleven. One of them asked me what the frog was for.
    `,
  },
  tedOnWashingDay,
];
