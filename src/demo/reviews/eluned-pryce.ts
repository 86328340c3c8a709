import { type DemoEntry, lines } from '../shape.ts';

const person = 'eluned';

/** The poet: every review in verse, line by line. */
export const byElunedPryce: readonly DemoEntry[] = [
  {
    person,
    film: 'tokyo-story',
    rating: 10,
    liked: true,
    viewed: '2010-02',
    tags: ['verse'],
    written: '2010-02-21',
    title: 'Onomichi, low tide',
    language: 'en',
    spoiler: 'yes',
    text: lines`
      The grandmother and the small boy
      are on the bank above the street. He pulls grass.
      She asks what he will be. A doctor, like his father?
      And when you are, she says,
          I wonder where I shall be.

      She says it to his back.
      He has found a better piece of grass.

      I had the tissue ready for the deathbed
      and it was no use to me there.
      It was on the hill I needed it,
      an hour before,
          when nobody was ill.

      After the funeral the daughter wants the good obi,
      the grey one, and the linen kimono,
      and asks is there more rice.
      My sister asked for the Singer.
      I have forgiven her
          as far as the treadle.

      Put-put-put, a boat. He fans himself.
      The neighbour leans in at the window, as she did.
      <i>The days will be long now,</i> he says to her,
      pleasantly,
          as you would of the weather.
    `,
  },
  {
    person,
    film: 'cleo-from-5-to-7',
    rating: 8,
    viewed: '2012-06-21',
    tags: ['verse', 'midsummer'],
    written: '2012-06-22',
    language: 'en',
    text: lines`
      Black fur on a Tuesday, in June.
      Angèle says no: not new, not today.
      So it goes home in a box by the noon
      or the five o'clock van, in its hay,

      and she gives it away to a friend
      at the top of a stair, like a cat
      that she could not keep till the end.
      I have thought a good deal of that hat.
    `,
  },
  {
    person,
    film: 'stalker',
    rating: 8,
    viewed: '2016',
    tags: ['verse'],
    written: '2016-11-06',
    language: 'en',
    spoiler: 'no',
    text: lines`
      He throws a nut with a rag tied on
          and where it falls, they go.
      They do not go in a line to the house,
          though the house is just there, below.

      I knew a man walked home that way
          each night from the Skinners' bar,
      by the churchyard, the weir and the back of the school,
          and he did not live that far.

      There was something he would not walk across.
          We never found what it was.
      <i>You come back by another road,</i>
          he'd say. We'd ask. <i>Because.</i>
    `,
  },
  {
    person,
    film: 'wings-of-desire',
    rating: 9,
    liked: true,
    viewed: '1999-11-09',
    rewatch: true,
    tags: ['verse', 'berlin'],
    written: '2009-11-09',
    title: 'Reading Room',
    language: 'en',
    text: lines`
      In the library they stand behind the readers,
      long coats, a hand not quite on a shoulder,
      and the whole hall hums
      as a hive does if you put your ear to the wood.

      On the bridge a man is dying beside his motorcycle.
      Damiel takes the head between his hands
      and gives him, one by one, the names of things:
      the fire on the cattle-range,
      a stain, the first drop of rain,
      the eyes of a child,

      until the man is saying them himself
      and does not see him go.

      I worked eleven years on Ward 4, nights.
      We called it sitting with.

      When he falls at last and bleeds
      he asks a passer-by to teach him colours off the Wall.
      <i>That one? And that?</i>
      I never heard of anyone
      so glad to be told <i>that's orange.</i>
    `,
  },
  {
    person,
    film: 'my-neighbor-totoro',
    rating: 9,
    viewed: '2017-08',
    tags: ['verse', 'grandchildren'],
    written: '2017-08-19',
    language: 'en',
    text: lines`
      You have to wait for it. The lamp comes on.
      The little one has fallen asleep standing up
      and been hoisted. Rain. The father's bus has gone
      by without the father. Then something the shape of a cup

      turned over comes and stands there with a leaf
      on its head, and scratches. No one says a word.
      One drop on the spare umbrella. Such disbelief,
      such joy in the round of that eye: it <i>heard</i>.

      And it jumps, and the wood lets go of every drop.
      I have stood at the shelter by the Spar
      with Gwen, who is three, and been told not to stop
      looking, and not to get into the car.
    `,
  },
  {
    person,
    film: 'in-the-mood-for-love',
    rating: 9,
    liked: true,
    viewed: '2001-02-14',
    tags: ['verse'],
    written: '2011-02-14',
    title: 'Pail',
    language: 'en',
    text: lines`
      Her green tin pail for noodles swings
          a little less than she does.

      Nine steps down, the steam, the lamp,
      a man coming up who flattens to the wall.
      Nine steps up. The strings again.

      It rains. They stand on either side
      of a doorway, which is all
      the rain will let them have of it.

      She is somebody who knows
      what a tie is for, and a handbag.

      A pail has no other use.
      You would not carry it
          so carefully if it were empty.
    `,
  },
];
