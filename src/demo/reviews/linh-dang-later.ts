import { type DemoEntry, prose } from '../shape.ts';

const person = 'linh';

/** The student again: a grudge against *Vertigo*, a kinship with bathhouse staff, no time for space. */
export const laterByLinhDang: readonly DemoEntry[] = [
  {
    person,
    film: 'the-cabinet-of-dr-caligari',
    rating: 8,
    viewed: '2025-03-05',
    written: '2025-03-05',
    tags: ['week 1', 'screen history'],
    language: 'en',
    spoiler: 'no',
    text: prose`
      first class, nobody knows anyone, they turn the lights off. the shadows are painted on. like someone has
      gone round with a brush and decided where the dark goes, on the floor, up the walls, and the people have
      to stand in it. anyway the box opens and cesare's face comes forward and then his eyes, and it takes
      like a full bus stop for them to open, and the girl next to me said very quietly "same" (priya) (we're
      friends now). then this alan, who seems nice, puts his hand up and asks the guy in the box how long he's
      going to live, and gets told. that's why you don't ask a question in week 1
    `,
  },
  {
    person,
    film: 'vertigo',
    rating: 1,
    viewed: '2025-04-23',
    written: '2025-04-24',
    title: 'week 8, i am going to be so normal about this',
    tags: ['week 8', 'unpopular'],
    language: 'en',
    spoiler: 'yes',
    text: prose`
      greatest film ever made, says the slide. ok. a man follows a woman around a city for an hour. she's
      been hired. fine, spooky, nice coat, big tree. she goes off a tower. then he finds a girl from kansas
      with a job at a department store, and for the rest of it he takes her shopping AT her. the grey suit,
      which she says she doesn't like. the shoes. the hair, and he says it can't matter to her. she comes
      out with the hair the right yellow but down, and he sends her BACK IN to pin it, and she goes, and
      comes out all green from the hotel sign, and the violins lose their minds, and eighty people in a
      lecture theatre breathe out like something lovely has happened

      she's right there. judy is. she's been right there the whole time writing him a letter and tearing it
      up. kim novak does this thing at the mirror where her mouth starts an actual sentence of her own and
      puts it away. and the film knows!! don't tell me it doesn't know, i can see it knowing, that's what
      makes me want to throw a shoe. it knows and it's still on his side of the car

      and meanwhile midge. midge who designs bras. midge has a yellow stepladder and a sense of humour and
      one bad idea with a painting and he gives her a look like she's done it on the rug. she calls herself
      stupid and chucks a brush at her reflection in the window and then she goes down a corridor and is
      never in the film again. tutor asked for one word each. i had two
    `,
  },
  {
    person,
    film: 'vertigo',
    rating: 4,
    viewed: '2026-03-27',
    rewatch: true,
    venue: 'Cinema Meridian',
    written: '2026-03-27',
    language: 'en',
    text: 'still midge',
  },
  {
    person,
    film: 'the-400-blows',
    rating: 9,
    liked: true,
    viewed: '2025-08-06',
    written: '2025-08-07',
    tags: ['sem 2', 'week 2'],
    language: 'en',
    text: prose`
      kid needs an excuse for wagging school so he says his mum's dead. just goes straight to the top shelf.
      i once told my manager my bus had been in a fire (it hadn't) (next week it had) so i felt that slap
      when both of them turned up at the classroom door. also: he makes a little altar to balzac with a
      candle, and sets the flat alight, and they're so relieved it's only that that they take him to the
      pictures, and in the car home all three of them laugh. one night. that's what i'd show to anyone who
      says it's about a bad mother. when the psychologist lady asks him stuff and you never see her, he rubs
      the table edge with his thumb the entire time like he's getting a stain out
    `,
  },
  {
    person,
    film: 'meshes-of-the-afternoon',
    rating: 9,
    liked: true,
    viewed: '2025-08-20',
    rewatch: true,
    written: '2025-08-20',
    tags: ['sem 2', 'week 4'],
    language: 'en',
    text: prose`
      14 minutes, one house, two people, a breadknife. maya deren gets up from the table to go and kill
      herself (another one, asleep in the chair) and it takes five steps: sand, grass, mud, pavement, rug. i
      watched that eleven times on my phone on the 402. our second year group film has a drone
    `,
  },
  {
    person,
    film: 'daisies',
    rating: 10,
    liked: true,
    viewed: '2025-09-03',
    written: '2025-09-04',
    tags: ['sem 2', 'week 6', 'food'],
    language: 'en',
    text: prose`
      as somebody who gets up at 3.40 to pipe cream, i'd like it known that the torte they walk down the
      middle of in heels is real torte. real layers. somebody made that. i flinched at the first plate and
      by the chandelier i was making a noise. nothing has ever looked more like the inside of my head at the
      end of a saturday shift

      favourite bits in order: paper streamers on fire over the bed and sausages cut up with scissors while
      a man on the phone is telling one of them he loves her. the two of them cutting each other's heads
      off, with the same scissors, and the heads just floating about being annoying. the old guys at dinner
      who think they're going to get somewhere and get put on a train. then they're sorry, and they tidy up,
      in newspaper tied on with string, whispering, laying half a plate next to another half of a different
      plate so it makes a plate. it does not make a plate. they banned this for wasting food
    `,
  },
  {
    person,
    film: 'house',
    rating: 9,
    liked: true,
    viewed: '2025-10-31',
    venue: 'Cinema Meridian',
    written: '2025-11-01',
    tags: ['midnight', 'priya screamed'],
    language: 'en',
    spoiler: 'yes',
    text: prose`
      a teacher turns into bananas. nobody follows this up.

      a girl called melody gets eaten by a piano and her fingers keep on playing, and she looks down at
      what's left and goes, oh, that's a bit rude. kung fu fights a lampshade and mostly wins. the auntie
      gets inside the fridge. a head comes up out of the well instead of the watermelon and bites fantasy on
      the bum, and no one believes her, and that's the only part that's realistic
    `,
  },
  {
    person,
    film: 'la-haine',
    rating: 8,
    viewed: '2025-09-17',
    written: '2025-09-18',
    tags: ['sem 2', 'week 8'],
    language: 'en',
    spoiler: 'no',
    text: prose`
      everyone did their presentation on the gun. i did mine on vinz cutting saïd's hair. he's got clippers,
      he's never done it, he takes a strip out of the back and you watch him decide not to say anything. ten
      out of ten friendship. then there's a dj who puts his speakers in the window and the camera goes out
      over the whole estate like the music's carrying it, and for one minute nobody's waiting for anything.
      the rest of the time they're waiting. for the train, for a guy called snoopy, for a tiny old man to
      finish his story about needing a shit in siberia. we are two stops from that in footscray. my cousin
      got stopped outside the library for having a library bag
    `,
  },
  {
    person,
    film: 'mulholland-drive',
    rating: 9,
    viewed: '2025-10-18',
    written: '2025-10-19',
    language: 'en',
    spoiler: 'no',
    text: prose`
      hospitality workers, this one's ours. a very quiet man in a suit is brought an espresso that has been
      researched. it's said to be one of the finest in the world. he has a sip and lets it come out of his
      mouth into a serviette, and a whole board of studio guys go to pieces. i've served him. he comes in
      tuesdays

      also the audition. betty's done the scene in the kitchen, bad, with rita reading off the page, and
      then in that room with the orange old actor breathing on her she does the same words from about one
      inch away and turns into someone you'd be scared of. i still don't know what's in the box. i don't
      think i want to be told by a boy, and there were four of them waiting in the foyer
    `,
  },
  {
    person,
    film: '2001-a-space-odyssey',
    rating: 3,
    viewed: '2026-03-18',
    written: '2026-03-18',
    tags: ['third year now', 'unpopular', 'did not even fall asleep'],
    language: 'en',
    text: prose`
      two and a half hours of men docking, and a waltz on top so you know you're being taken somewhere nice. i
      stayed awake, that's how bored i was. the stewardess in the wool helmet walking upside down with a tray
      of liquid lunch is doing the only actual job in the picture, and you bet she'd be told to smile. loved
      the instructions for the zero gravity toilet, he has to stand there and read all ten. everybody came out
      looking baptised. i'd have swapped the lot of it for forty more seconds of the ape who first gets the
      idea and tips its head
    `,
  },
  {
    person,
    film: 'uncle-boonmee',
    rating: 9,
    liked: true,
    viewed: '2026-04-15',
    written: '2026-04-16',
    tags: ['week 6', 'fell asleep (compliment)'],
    language: 'en',
    spoiler: 'no',
    text: prose`
      dinner on the verandah. his dead wife comes in slowly at the table, like a photo developing, and they
      say hello, have you eaten. then the son that went missing comes up the stairs and he's a monkey now
      with red lights for eyes, and someone remarks that he has let his hair grow. half the class laughed at
      them and half with them. i told ba ngoai on the phone and she didn't see what the story was. "did they
      give her a bowl"

      dozed off at the beehives, woke up with a princess in a pond and a catfish being lovely to her, didn't
      ask. he's dying of kidneys and jaai from the farm does the bags, the tubes, the tape, everything in
      its order like laying a table. it's the least scary film about it there is. you just go and find the
      cave
    `,
  },
  {
    person,
    film: 'aftersun',
    rating: 10,
    viewed: '2026-01-09',
    written: '2026-02-22',
    tags: ['no'],
    language: 'en',
    spoiler: 'no',
    text: prose`
      took me six weeks to write down. so. the camera is on the floor by the hotel bed and sophie's asleep,
      and he's out past the glass, on the balcony, having a smoke with a cast on his arm and doing this
      little sway. you can't hear any music, there isn't any. just her breathing, close up. it's her holiday
      and it's his shoulders. everyone cries at the dancing at the end and fine, me too, but it was the
      swaying. my dad used to do that at the sink. i was eleven as well. i thought he was cold
    `,
  },
  {
    person,
    film: 'spirited-away',
    rating: 10,
    liked: true,
    viewed: '2026-07-11',
    rewatch: true,
    venue: 'Cinema Meridian',
    written: '2026-07-12',
    title: 'best film about a first job',
    tags: ['subbed', 'seen about 30 times dubbed'],
    language: 'en',
    spoiler: 'no',
    text: prose`
      day one: nobody shows her anything. she carries a lump of coal because she's seen someone drop one and
      it turns out that you're meant to put it IN or the soot guys will all start dropping theirs. lin says
      you could at least say thank you to the boiler man. she bangs her head. she gets the tub no one will
      do. then the stink spirit comes in and every single manager is at the top of the stairs holding their
      nose and saying go on sen, and she finds the handle of a bike sticking out of its side. i have
      unblocked that grease trap

      and the contract. yubaba lifts three of the four bits of chihiro's name up off the paper with her
      fingers and shuts her hand. at the bakery the roster has me as lynn. at school i was lin d. on the
      payslip there's no bar, no bowl, no dot, i'm just dang, like something's gone wrong. when i was six i
      thought it was a scary film because of the pigs. haku says don't forget it, if you forget it you can't
      get home, and i put my hand up to my own name badge in row f like an idiot

      the train though. no music you can hum, water up to the doors, see-through people with suitcases
      getting off at stations that are just a step. no-face with his hands in his lap, being so good. that's
      the first train out of footscray in june
    `,
  },
  {
    person,
    film: 'mad-max-fury-road',
    rating: 8,
    liked: true,
    viewed: '2026-01-26',
    venue: 'The drive-in, Coburg',
    written: '2026-01-27',
    language: 'en',
    spoiler: 'yes',
    text: prose`
      they drive all the way out there. they turn around. they drive all the way back. as someone on the
      werribee line: respect
    `,
  },
];
