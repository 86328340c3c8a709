import { type DemoEntry, lines } from '../shape.ts';
import { elunedOnSpringInASmallTown } from './eluned-pryce-on-spring-in-a-small-town.ts';

const person = 'eluned';

/** The poet again, with what eleven years of nights on a ward taught her to look at. */
export const laterByElunedPryce: readonly DemoEntry[] = [
  {
    person,
    film: 'l-atalante',
    rating: 10,
    liked: true,
    viewed: '2008-05-18',
    rewatch: true,
    tags: ['verse'],
    written: '2008-05-20',
    title: 'Bilge',
    language: 'en',
    spoiler: 'no',
    text: lines`
      Nobody at that wedding says a word.
      Two by two in black behind the pair of them
      over the fields, as we walked my uncle Emrys,
      and he does not look round,
      because he has a barge to get away.

      The boy has let the flowers fall in the cut
          and there's a scramble for something off the bank.

      In the old man's cabin: a tusk, a fan,
      the puppet that conducts, a blade, and in a jar
      the two hands of his friend,
          which was all that was left of him.
      She looks as I should look, that is, up close.

      When she has gone off to see the shops
      her husband puts his head into a pail
      with his eyes open. Then the canal, all of him.
      She told him it is there you see who you love
      and she comes, in the white dress, over and over,
          laughing, in that brown.

      I have tried it at home, in the sink.
      The plug. The chain. A teaspoon.
    `,
  },
  {
    person,
    film: 'the-spirit-of-the-beehive',
    rating: 10,
    liked: true,
    viewed: '2014-10',
    rewatch: true,
    tags: ['verse'],
    written: '2014-10-30',
    title: 'Don José',
    language: 'en',
    spoiler: 'yes',
    text: lines`
      Don José stands at the front of the class,
      his heart on a hook and his lungs on a hook.
      What has he still not got? And Ana goes up.
      She has to stretch. She gives him his eyes.

          We trained on a Mrs Bedford, rubber,
          who could be turned, and bathed, and fed.
          She hadn't any either.
          Not one of us brought it up.

      The father has his bees, behind yellow panes.
      The mother has a letter for a train.
      The sister can do a corpse so well
      she had me half out of my seat,
      and reddens her lips from where the cat has scratched her.

      So it's the small one finds the man in the fold,
      and holds out an apple, and goes back for a coat,
      and it's the watch in the coat they know, after,
          when he is under a sheet.

      Last thing, she opens the window on the night
      and tells it her name.
      Six, and the only one in the house
          who thinks that a person should be told.
    `,
  },
  {
    person,
    film: 'the-color-of-pomegranates',
    rating: 9,
    liked: true,
    viewed: '2009-03-28',
    tags: ['verse', 'the vestry'],
    written: '2009-04-02',
    title: 'Drying out',
    language: 'en',
    text: lines`
      The year the Dyfi came in at the vestry
      we put the hymn books out along the slates,
      two hundred, open, every spoon we had,
      and the wind went through them faster than we sang.

      So I knew where I was. A boy lies down
      on a monastery roof among wet books
          and they are all of them reading.

      The rest I took as it was handed me:
      wool from the vat, the red, and its drip in the pan;
      bare feet, and grapes, and carved beneath the grapes
          a name that no one's going to read for juice;
      a face, some lace before it, the lace let down;
      the same face, and it is the young man's now.

      I could not tell you what the half is for.
      I couldn't, either, have told you <i>Hosanna.</i>
      I could have told you which page had the sun.
    `,
  },
  {
    person,
    film: 'the-night-of-the-hunter',
    rating: 9,
    viewed: '2013-11-02',
    tags: ['verse', 'chapel'],
    written: '2013-11-03',
    language: 'en',
    spoiler: 'no',
    text: lines`
      Warm tar, that voice, along an August road.
      <i>Leaning,</i> he sings, <i>leaning,</i> by the fence.
      She is on the porch, in the rocking chair,
      Miss Cooper, with a shotgun on her knee,
          and she knows the seconds. So she joins in.

      I was brought up to that. You do not leave
      another person standing out on a tune.
      But she puts <i>Jesus</i> in. He'd left Him out.
      She puts Him in as you would put a boot
          in a door, and goes on rocking.

      She had told the children Moses, and the reeds.
      The boy comes back for more about the kings.
      Just one, she says. He says that there were two
      (he'd had his sister with him in the boat).
      She looks at him. She thinks. She says come to think
          there were two, at that.
    `,
  },
  {
    person,
    film: 'the-house-is-black',
    rating: 9,
    viewed: '2015-02',
    tags: ['verse', 'twenty minutes'],
    written: '2015-02-24',
    language: 'en',
    text: lines`
      <i>Name some beautiful things.</i> The moon, says a boy,
      the sun, and flowers, and playing.
      <i>Name me some ugly.</i> And the next one thinks.
      Hand, he says. Foot. Head.
      And the class laughs, the lot of them, it's good,
      it is the best thing anyone has said.

      They walked us through Dermatology in twos.
      We'd been told not to stare, so we admired the paint.

      This one, a poet, has come with a camera
      and won't do them that kindness.
      A woman draws the kohl along her lid.
      A man goes up and down beside a wall
      and touches it. The voice, not strong,
      gives him the days: Monday. Tuesday.

      I read that when she left she took a child,
          asking his parents first.
    `,
  },
  {
    person,
    film: 'prince-achmed',
    rating: 8,
    viewed: '2018-12-29',
    tags: ['verse', 'grandchildren'],
    written: '2018-12-30',
    title: 'Nail scissors',
    language: 'en',
    text: lines`
      Black card and lead, a twist of wire
          to let the elbow bend,
      and nobody has more than half
          a face from end to end.

      A flock comes down and lays its coats
          of feathers in the reeds
      and there are girls. He steals one coat.
          That's how a prince proceeds.

      I snipped a lady out for Gwen
          from the side of a cornflakes box.
      She had an arm she could not lift
          and the shoulders of an ox.

      This one can hesitate. A wrist
          of cardboard starts to go
      towards the place the coat had been,
          and stops, and seems to know.
    `,
  },
  elunedOnSpringInASmallTown,
  {
    person,
    film: 'yeelen',
    rating: 8,
    viewed: '2011',
    tags: ['verse'],
    written: '2011-10-23',
    language: 'en',
    spoiler: 'yes',
    text: lines`
      Milk on her head, from a bowl, and then from a bowl,
      a thin old woman standing in a marsh
      who asks that the boy be kept from his own father.
      It runs off her chin and whitens what she stands in.

      The father comes on behind a wooden post
      two men are carrying, or it them.

      Then father, son. The post. The wing. The light
      gets up on its hind legs, and that is that.

      Sand. And a child who'd had no part in it
      digs, with his hands, a pair of great white eggs,
      and takes one to his mother, leaning back,
          his eyes on where he's putting his feet.
    `,
  },
  {
    person,
    film: 'paris-texas',
    rating: 7,
    viewed: '1985-02',
    tags: ['verse', 'from the old notebook'],
    written: '2012-01-08',
    language: 'en',
    spoiler: 'yes',
    text: lines`
      He can't sleep, so he does the household's shoes,
      his brother's, the heels, a seven-year-old's,
      and stands them in the morning in a row
      above the airport, shining, set to go.

      It's that I kept. The booth, the telephone,
      his back to her, the trailer and the bell,
      he tells her so well you could hang it, framed;
      then gives her back the boy and drives away.

      A man may leave. But Anne, who'd raised the child
      four years, came down and still had all those shoes.
    `,
  },
  {
    person,
    film: 'portrait-of-a-lady-on-fire',
    rating: 8,
    liked: true,
    viewed: '2020-03-07',
    tags: ['verse', 'sonnet, more or less'],
    written: '2020-03-15',
    title: 'Sophie',
    language: 'en',
    spoiler: 'no',
    text: lines`
      The woman does it on the bed she sleeps in,
      her own two children with them on the quilt;
      the baby pats the cheek that Sophie weeps in
      and gets a finger. Kindly. Without guilt.
      <i>Look,</i> says the lady to the painter, who
      has turned her head. I've stood there with the bowl.
      It is the looking they can't ask of you
      and need, and you go home with that, and coal
      to fetch. That night they have her down again
      on a mattress by the fire, her knees just so;
      the lady kneels; the painter draws. No men
      in it, to speak of, and no one to know.
          They'll talk to you of Orpheus, and the gown
          on fire. I saw somebody get it down.
    `,
  },
];
