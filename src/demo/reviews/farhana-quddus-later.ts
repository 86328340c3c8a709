import { type DemoEntry, prose } from '../shape.ts';
import {
  farhanaGoesOnWithSpiritedAway,
  farhanaStopsSpiritedAway,
} from './farhana-quddus-on-spirited-away.ts';

const person = 'farhana_q';

/** The parent again: a sofa, a bicycle, a bump. */
export const laterByFarhanaQuddus: readonly DemoEntry[] = [
  {
    person,
    film: 'fargo',
    rating: 10,
    liked: true,
    viewed: '2017-02-04',
    rewatch: true,
    tags: ['after bedtime', 'shop talk'],
    written: '2017-02-05',
    title: 'Thirty-one weeks, at a guess',
    language: 'en',
    spoiler: 'no',
    text: prose`
      Chief Gunderson, Margie. Booked late, I should think, and no fuss. She says two months to go and she
      carries it low and in front, and whoever built that bump has weighted it, because Frances McDormand
      gets out of a chair in the right order: bottom forward, hand behind, wait, up. She leans back from the
      waist as they do. She eats standing. She eats at the buffet, in the car, and at her desk with a bag of
      night crawlers beside the sandwich, and nobody makes a joke of it except me.

      At the roadside, first body, she bends double in the snow, and the young officer asks has she found
      something, and she says no, she thinks she's going to be sick. Then it passes. Then she's hungry
      again. I stopped the film and clapped. You can look in vain through all of cinema for one other
      expectant woman who doesn't clutch, faint or scream before the fifth month; it's taps, waters, taxi.
      Marge works out what happened to three people from some footprints, and thinks about breakfast.

      Concerns: on her feet on sheet ice in those boots, holster under the bump, no second person on a lone
      arrest. Strengths: Norm. He gets up in the dark to do her eggs. She lies there and says he doesn't
      have to, and he has to. She comes back in a minute later because the car wants a jump. I've been to a
      great many homes, and if the question on my form was "Who makes the eggs?" I should need fewer of the
      others.
    `,
  },
  {
    person,
    film: 'moonlight',
    rating: 9,
    liked: true,
    viewed: '2017-09-16',
    tags: ['after bedtime'],
    written: '2017-09-17',
    language: 'en',
    spoiler: 'no',
    text: prose`
      His hand. In the sea, when Juan has the boy on his back, the hand is spread flat under the skull and
      the fingers come up behind the ears, and he tells him he's got him. I teach that. I teach it over a
      washing-up bowl with a doll, to big frightened men, about twice a week, and they all do as Juan does
      and go on promising not to let go long after the child believes them.

      I went to bed angry all the same. There's a school in this, and a mother anyone could see was ill, and
      a child who arrives at a stranger's table and doesn't speak and eats like that. Nobody writes it down.
      Not one adult paid to notice has noticed. A man who sells drugs and a woman with clean sheets and
      orange juice do the lot between them.
    `,
  },
  farhanaStopsSpiritedAway,
  {
    person,
    film: 'singin-in-the-rain',
    rating: 10,
    liked: true,
    viewed: '2019-04-13',
    rewatch: true,
    tags: ['with ayaan, 6', 'with mina, 8', 'breakages'],
    written: '2019-04-20',
    title: 'A warning about furniture',
    language: 'en',
    text: prose`
      At the end of "Good Morning" the three of them come up over the back of a settee, put a foot on the
      top, ride it down as it tips over, and land sitting, laughing, and the settee lies down like a
      well-trained cow. I did say. I said theirs had been made to do it. I said that Debbie Reynolds's feet
      bled.

      Ours is from the British Heart Foundation and has a castor missing. They got over the back of it. They
      both got a foot on. What one needs, it turns out, is to weigh the same as Gene Kelly, because with
      eight stone less than that a sofa goes halfway and thinks. Then Mina leaned.

      Nobody hurt. One lamp, and the arm on the window side isn't what it was. Ayaan had already that week
      run at the wall in the hall, à la Cosmo, and left a heel print at a height I am quietly impressed by.
      I can report in the film's favour that my children sat like owls for the sound going wrong, that Lina
      Lamont's "I cahn't stand 'im" lessons have replaced all other conversation, and that when it next
      poured, on the way home from Tesco, with frozen peas, I was the one who let the umbrella go down.
    `,
  },
  {
    person,
    film: 'a-trip-to-the-moon',
    rating: 8,
    liked: true,
    viewed: '2020-04-18',
    tags: ['with ayaan, 7', 'with mina, 9', 'lockdown'],
    written: '2020-04-18',
    language: 'en',
    text: prose`
      Off nights, week four, no patience in me: fourteen minutes was exactly what I could do. The wise men's
      telescopes turn to stools and they all sit down. A row of girls in sailor shorts push the bullet in
      the gun and wave. And bang in the eye, and the Moon's cross about it, with cream running down.

      "Who gets it out?" said Ayaan. We went through the rest with that hanging over us. They sleep under
      blankets on the ground while seven stars with ladies' faces lean out and look at them; they plant an
      umbrella and it's a mushroom; they hit the Moon people with umbrellas, and the Moon people go off in a
      puff, every time, one whack; they fall off the edge and home. There's a band and a statue and medals.
      "They didn't get it out," he said. He is going to write to somebody.
    `,
  },
  {
    person,
    film: 'pyaasa',
    rating: 9,
    liked: true,
    viewed: '2018-12-29',
    rewatch: true,
    tags: ['with abba', 'songs'],
    written: '2019-01-02',
    language: 'en',
    spoiler: 'yes',
    text: prose`
      My father has all of it by heart and did it with them, half a beat early, from my chair. He was in
      Sylhet when it came, eleven years old, and walked to see it four times, and for a long while thought
      that a poet was someone who stands in the back doorway of a hall with his arms out, with the light
      behind him, while the people who are mourning him find out he isn't dead.

      The children came in for one song only, Johnny Walker and his oil, going round the park offering to
      rub away any trouble anyone has got in the head, and stayed to have it done. Then I shooed them,
      because after that come the lanes. Vijay drunk, holding on to walls, past the doors and the women in
      the doors, a baby crying behind one while its mother has to dance. He asks where they are now, those
      who are so proud of the country. Abba had stopped singing. He translated instead, for me, who didn't
      need it, quite low.

      And I thought what I always think, that everyone in the picture wants the poet for something except
      Gulabo, whose whole library is some sheets of paper she bought as waste, and that Waheeda Rehman gives
      the best reading in it: says him his own lines in the dark, not knowing whose they are, and goes off
      singing up the street ahead of him, looking back, because she thinks he's a customer.
    `,
  },
  {
    person,
    film: 'wadjda',
    rating: 9,
    liked: true,
    viewed: '2022-06-18',
    tags: ['with mina, 11', 'with ayaan, 9'],
    written: '2022-06-19',
    title: 'The green one',
    language: 'en',
    spoiler: 'yes',
    text: prose`
      Black canvas high-tops with purple laces, under a row of proper school shoes. That's how we meet her,
      feet first, and Mina shifted forward on the spot. She's ten or so, she makes bracelets in the colours
      of football clubs to sell, she charges for carrying notes, and she wants a bicycle that she sees go by
      along the top of a wall as though it were riding by itself. It's on a roof rack behind the wall. It
      took us both a second.

      For other families: there's nothing here to frighten a child of eight, bar some shouting through a
      door and the thing itself. Mine asked about the father, who is warm and plays video games with her and
      is going to take a second wife because there is no son. You'll be asked. There's a family tree in the
      sitting room, a great green thing, all men. Wadjda writes her name on a scrap and fixes it on the
      branch under his with a hairgrip. Later she finds it taken down and folded. Ayaan: "But they can see
      she's there." She wins the Qur'an competition for the money, having gone at it with a computer quiz
      like someone cramming for a driving test, and then tells the headmistress the truth about what it's
      for. Ayaan had his hands over his face. I thought he was frightened for her. "She should've said
      books," he said.

      They say Haifaa al-Mansour had to direct the street scenes from inside a van, by walkie-talkie. So
      she's behind the wall too, you see.

      I learned at thirty-four, round the boating lake at Abbey Park at half past six in the morning, with a
      colleague running behind and my scarf in the chain. I hadn't ever told them that. They wished to know
      what colour.
    `,
  },
  {
    person,
    film: 'the-thing',
    rating: 8,
    viewed: '2021-01-22',
    tags: ['after bedtime', 'lockdown again'],
    written: '2021-01-23',
    language: 'en',
    spoiler: 'no',
    text: prose`
      Twelve men, and not one of them seen to wash his hands. They have an unknown organism on the table,
      steaming, and Blair goes round it with a pencil, prods it, and puts the pencil to his lip. I was
      shouting infection control at a laptop with a mask mark still on my nose. We'd all been tested that
      morning, too, in a row, each one watching the next person's little strip.

      So it was the blood that got me and not the heads. Dishes with names on, a wire in a flame, hiss, all
      right, you; hiss, all right. And the last few roped in a row along a couch, the clear ones next to
      whoever isn't. I had a husband upstairs isolating with a bell.
    `,
  },
  {
    person,
    film: 'a-separation',
    rating: 9,
    viewed: '2021-10-09',
    tags: ['after bedtime', 'shop talk'],
    written: '2021-10-12',
    language: 'en',
    spoiler: 'yes',
    text: prose`
      I made notes, I'm ashamed to say, with times. Razieh is four and a half months gone, on and off buses
      with a small girl, and lifting a man of ten stone. Day one he soils himself and she rings a religious
      helpline, to ask if it would be a sin to change him. She does it. She tells her daughter to say
      nothing to Baba. Day two the old gentleman gets out, and she goes after him into the traffic, and the
      film cuts. It <em>cuts</em>. We don't see, and I've been lied to by enough people in enough corridors
      to have sat up then.

      So when Nader puts her out of the flat, with a shove, and there's the stair, and then a hospital,
      everybody on that bench is arguing about what he knew and when he knew it, and I'm doing sums. Pain
      from when? Movements last felt? Nobody asks her that as if they wanted the answer. A court asks. A
      husband out of work with his fists up asks. She's the only one in it who would give the money back,
      because she isn't sure, and being sure is, to her, a matter between herself and God, whose helpline
      doesn't do obstetrics.

      I notice that I'm on the side of each of them in the room they're in. I also notice the girls. Termeh,
      who's eleven, lies to the judge to keep her father, and the tears come in the car. And the little one,
      who's all this time been turning the tap of the grandfather's oxygen up and down, for something to do.
    `,
  },
  {
    person,
    film: 'the-red-shoes',
    rating: 4,
    viewed: '2023-01-07',
    tags: ['with mina, almost 12'],
    written: '2023-01-08',
    title: 'Cross',
    language: 'en',
    spoiler: 'yes',
    text: prose`
      Two grown men stand in a dressing room and bawl at a girl with her make-up on until she runs off a
      balcony. That's it, that is the story, one wants her to dance and never love, and the other one wants
      her to love and hold his music, and I waited all through that gorgeous nonsense with the sea coming
      over the footlights for anybody, the make-up woman, the old fellow who does the shoes, to say "She's
      due on in five minutes, gentlemen, out". It's taken for granted she can't have both. Who says? Half of
      my unit has both.

      I know how beautiful it is. I know about the hair. It's the beauty I'm complaining of. Mina does
      modern on Tuesdays at the community centre, and she walked up to bed on the fronts of her feet without
      knowing she was doing it.
    `,
  },
  {
    person,
    film: 'seven-samurai',
    rating: 10,
    liked: true,
    viewed: '2025-02-22',
    tags: ['with ayaan, 12', 'three evenings'],
    written: '2025-02-23',
    title: 'The banner',
    language: 'en',
    spoiler: 'yes',
    text: prose`
      We did it in three sittings, half term, and Ayaan kept the tally. Old Kambei has a sheet with forty
      rings on it and crosses one through for each bandit; so had we, on the back of the gas bill. We were
      two out by the end and had to go back for them.

      He was prepared to like the swordsman best. They all are at that age. But it was Heihachi, the
      cheerful one who isn't much of a fighter and chops wood, and above all it was the flag: he sews them a
      flag, six circles for the samurai, under them a triangle, that's Kikuchiyo, who isn't quite, and
      beneath it one squiggle for all the farmers. Then he's shot, first of any of them, and Kikuchiyo goes
      up on the thatch and plants it there in the wind, and everyone looks up and can't speak. I glanced
      sideways. He was standing.

      There's one over our stairs at present, on a pillowcase. Three circles, a triangle, and below these
      the sofa. I asked who the triangle was, all ready to be wise about it. "Whoever's in trouble," he
      said. "It's on Velcro."
    `,
  },
  farhanaGoesOnWithSpiritedAway,
];
