import { type DemoEntry, prose } from '../shape.ts';

const person = 'ted_hallam';

/** The retired projectionist: reels, lamps, and who was sitting where. */
export const byTedHallam: readonly DemoEntry[] = [
  {
    person,
    film: 'sunrise',
    rating: 10,
    liked: true,
    viewed: '2007-11-18',
    rewatch: true,
    venue: 'The Alderman',
    tags: ['silent', 'last reels'],
    written: '2012-11-18',
    language: 'en',
    text: prose`
      When the Woman from the City asks him couldn't she get drowned, the title doesn't fade out, it sinks.
      The letters slide down the screen like something let go over the side. I've heard a whole house draw its
      feet in.

      The print we had was worn as a doorstep but the tram ride came up lovely. There's no trick to it, he's
      just built a track from the woods to the town and put two people on it who can't look at each other, and
      you see the trees go by behind her, then the sheds, then the streets. It's the best journey anybody ever
      filmed, and it's a tram. Ours had been taken up before I was born and I never minded till I ran this.

      I showed it for the last time in 2007 to nineteen people and a dog. The dog howled at the pig.
    `,
  },
  {
    person,
    film: 'm',
    rating: 9,
    viewed: '1979',
    tags: ['sound'],
    written: '2013-02-03',
    language: 'en',
    text: prose`
      Half this film has no sound on it at all. I don't mean quiet, I mean nothing on the track, dead, the
      police raid the bars and the whistles come up and then it drops out to nowt. We'd a chief once who ran
      up two flights because he thought the exciter lamp had gone. It hadn't. It's so that when somebody
      whistles that Grieg behind you, you've nothing else to hold on to. Blind chap with the balloons knows
      him by it. You will as well, you'll hear it on the bus.
    `,
  },
  {
    person,
    film: 'the-third-man',
    rating: 10,
    liked: true,
    viewed: '1998',
    rewatch: true,
    venue: 'The Alderman',
    written: '2011-09-01',
    language: 'en',
    spoiler: 'no',
    text: prose`
      My mother saw it in 1949 and came home asking what was wrong with the projector, everything was on the
      squint. I had to wait till I was in the trade to tell her: it's shot that way, Mam, Vienna's that way
      up.

      You want to see it on film and you want to see it with the lamp turned up. Them wet cobbles were hosed
      down special, and each stone has its own highlight, and on a telly it's just a dark street. The bit with
      the little lad with the ball, pointing at Cotten and shouting, and the shadows running ahead of everyone
      three storeys high. I've had grown men duck in the circle.

      That zither went round every jukebox in the valley. Forty-odd years on I could still tell you from the
      music alone, with my back to the port glass, how long I'd got till the changeover.
    `,
  },
  {
    person,
    film: 'playtime',
    rating: 10,
    liked: true,
    viewed: '2015-08-22',
    rewatch: true,
    venue: 'The Alderman',
    tags: ['70mm', 'one night only'],
    written: '2015-08-23',
    title: 'They let me lace it up',
    language: 'en',
    text: prose`
      They asked me back for one night because none of the young ones had handled 70. It weighs what a child
      weighs. You carry each reel like it's asleep.

      So I saw <i>Playtime</i> through the port, which is the right way, because Tati's whole picture is
      people behind glass who can't hear one another. Hulot and that fellow he's after, waving at the
      reflection over the road. The doorman at the restaurant when the glass has smashed, holding up the big
      brass handle on its own and swinging it open for the guests, and they thank him. I've done that. When
      the heating was condemned in '91 I sold tickets for a fortnight out of a window with no window in it.

      The roundabout at the end, with the cars going round to fairground music and everyone stopping when the
      coin runs out. I was stood on my own with two machines and a kettle and I clapped.
    `,
  },
  {
    person,
    film: 'wings-of-desire',
    rating: 7,
    viewed: '1988-11',
    written: '2014-05-19',
    language: 'en',
    text: prose`
      We had the angels for a week in November '88 and lost money on them every night bar Thursday, when the
      German class came. It's Henri Alekan on the camera, an old boy, he did the Cocteau, and they say he
      filtered it through somebody's granny's stocking. It looks it, in a good way. Silver. When it comes to
      the colour parts you feel you've had your eyes washed.

      Too much thinking out loud for me. But Peter Falk at the snack van, rubbing his hands, saying to the
      empty air how good it is when your hands are cold and you rub them: I've had a matinee like that. You
      talk to them anyway.
    `,
  },
  {
    person,
    film: 'do-the-right-thing',
    rating: 8,
    viewed: '1989-07',
    written: '2016-07-30',
    language: 'en',
    text: prose`
      Hottest week we ever had in that box and they send me this. Red walls, red hydrants, sweat running off
      everybody, them three fellows under the umbrella telling each other they're going to get up off that
      chair in a minute. I'd two carbon-arc houses' worth of heat coming off the lamp and Rosie Perez boxing
      at me. Somebody in the stalls shouted for ices. When Radio Raheem's batteries go and he wants twenty
      D's, "D", off the shopkeeper, the whole row of lads from the estate fell about, who hadn't laughed at a
      thing since Whitsun. They were very quiet going out.
    `,
  },
  {
    person,
    film: 'parasite',
    rating: 8,
    viewed: '2020-02-15',
    written: '2020-02-16',
    language: 'en',
    text: prose`
      Granddaughter took me, on the promise there was a house in it. There is, and what got me was that
      window, because it's a screen. Same shape as a 'Scope screen near enough, the rich folk have built
      themselves a picture house and there's only grass on. Then you think back to the other family's window
      with the fellow relieving himself against it, and that's a screen and all, a cheap one, and you can't
      choose the programme.
    `,
  },
  { person, film: 'alien', rating: 9, viewed: '1979-09', venue: 'The Alderman' },
  { person, film: 'cleo-from-5-to-7', rating: 7 },
  { person, film: 'tokyo-story', rating: 8, viewed: '1994' },
];
