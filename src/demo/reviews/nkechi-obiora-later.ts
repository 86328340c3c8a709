import { type DemoEntry, prose } from '../shape.ts';
import { nkechiOnTheBattleOfAlgiers } from './nkechi-obiora-on-the-battle-of-algiers.ts';

const person = 'nkechi_cuts';

/** The editor again: where a shot ends, who decided it, and what a room of people did at the join. */
export const laterByNkechiObiora: readonly DemoEntry[] = [
  {
    person,
    film: 'sherlock-jr',
    rating: 10,
    liked: true,
    viewed: '2019-02-16',
    tags: ['editing', 'silent', 'live piano'],
    venue: 'The Kelvin Lantern',
    written: '2019-02-17',
    title: 'A man falls off a cut',
    language: 'en',
    spoiler: 'yes',
    text: prose`
      My profession has never hit anyone in the face as hard as it hits Buster Keaton. He walks down the
      aisle, climbs into the picture that's showing, and the picture cuts. He goes to sit on a garden bench
      and it's a street, so he sits in traffic. He bends over the edge of a cliff and he's bending over at
      lions. He dives off a rock in the sea and goes head first into a snowdrift. He does nothing wrong. He
      just keeps being somewhere else, and his shoulders are always exactly where the last shot left them.

      I've been through those joins a frame at a time, hunting the twitch. There is one. I'm not telling you
      which, you'd have to be paid to see it.

      The end is the cleverest thing anyone has said about what we do. He's back in his projection box with
      the girl, no idea what comes next, so he peeps out of the port at the film. Hero takes her hand;
      Buster takes her hand. Ring; ring. Kiss; a small one. Then the film fades out and fades in on the hero
      with twins on his knee, and Buster scratches his head. We do leave things out, love. Sorry.

      There was a pianist, very young, very good, who sailed through all the changes of place without a
      flicker. I went to congratulate her on her nerve. She'd had her head down for a page turn.
    `,
  },
  {
    person,
    film: 'battleship-potemkin',
    rating: 7,
    viewed: '2014-11-08',
    tags: ['editing', 'silent'],
    written: '2014-11-09',
    language: 'en',
    text: prose`
      You've all had the pram. I'd rather have the plate. A young sailor is doing the officers' washing-up,
      and he reads what's written round the rim, the bit of the Lord's Prayer about bread, and he has just
      been told that the maggots in his own dinner can be rinsed off. So he smashes it. In about as long as
      it takes to say so you get ten shots, and if you slow them down his arm comes over his left shoulder
      and then comes over his right one. He breaks it twice. In life he couldn't, and in any sensible cut he
      wouldn't, and in that galley once isn't enough.

      I'd lose half the fog in the harbour, and a third of the shaking fists.
    `,
  },
  {
    person,
    film: 'the-passion-of-joan-of-arc',
    rating: 9,
    viewed: '2018-05-30',
    rewatch: true,
    tags: ['editing', 'silent', 'women at the bench'],
    written: '2018-06-02',
    title: 'Seconds',
    language: 'en',
    text: prose`
      There's no room. I mean there is literally no room: try drawing the plan of that court, where the
      bishop sits, where the door is, and you'll have judges talking to the wrong wall by the second page.
      Every rule about who looks which way is broken in the first ten minutes, all so that each of those old
      men can come at her from nowhere, warts first.

      Here's what I think about at night. The negative burned, the same year. Dreyer and his cutter,
      Marguerite Beaugé, went back to what they hadn't used and built the whole picture a second time out of
      it, shot by shot, from the takes that were not good enough. For fifty years that was what people had.
      Then somebody opened a cupboard in a psychiatric hospital in Oslo and there was the first one, in its
      tins.

      I have run stretches of the two side by side. In the second version, too, the tear comes down, and
      Falconetti lets a fly walk over her face before she brushes it off. They are the bad takes. I'd give a
      year's fees for one bad take like that.
    `,
  },
  {
    person,
    film: 'casablanca',
    rating: 8,
    liked: true,
    viewed: '2017-02-14',
    rewatch: true,
    tags: ['editing'],
    venue: 'The Kelvin Lantern',
    written: '2017-02-15',
    language: 'en',
    spoiler: 'no',
    text: prose`
      Four hundred in for Valentine's, all in pairs, and I'm sat at the end of a row with a stopwatch on a
      nod. The band looks across to Rick, should they play it, the French one, over the Germans? Owen Marks
      cuts to Bogart. The head goes down and up. Cut. It's about a second. The story in the trade is that
      they told him to nod one day at nothing in particular and he went home not knowing what he had agreed
      to. I believe it. Look at him: he's a man nodding. The other side of the splice he has joined the war.
    `,
  },
  {
    person,
    film: 'singin-in-the-rain',
    rating: 7,
    liked: true,
    viewed: '2016-12-27',
    rewatch: true,
    tags: ['sound', 'sync'],
    written: '2016-12-28',
    language: 'en',
    text: prose`
      I have had that preview. Not in costume, but I have sat at the back of a commissioning editor's own
      screening room while a bishop moved his mouth and a goat came out. So when the disc slips at <i>The
      Duelling Cavalier</i> and the villain shakes his head with her voice while she nods with his, I don't
      laugh with everyone else, I look for the exit.

      A film about who is speaking, and it lies to you about that as well: the trained tones Debbie Reynolds
      lays over Jean Hagen's squawk, in the scene at the microphone, belong to Jean Hagen. Somebody in a
      dubbing room at Metro had to keep a straight face and write that up on a cue sheet.

      The number in the rain is ten shots, near enough, and the crane goes up just as he swings out into the
      road with the umbrella held off like a partner. You could teach it in an afternoon and nobody has
      learned it. I'd cut the Broadway ballet, though, green dress and all, and I know what that makes me.
    `,
  },
  nkechiOnTheBattleOfAlgiers,
  {
    person,
    film: 'killer-of-sheep',
    rating: 10,
    liked: true,
    viewed: '2021-11-13',
    tags: ['editing', 'one take'],
    written: '2021-11-13',
    language: 'en',
    text: prose`
      Stan dances with his wife in front of a window, no shirt, to the whole of Dinah Washington's "This
      Bitter Earth", and Charles Burnett, who shot it and cut it himself with no money, at weekends, does
      not cut. She has her palms on his back. She gets her mouth as far as his shoulder. He is so tired that
      he's being kind. Then the record ends, he goes, and she's left holding on to the light from the window
      frame. I counted one.

      The tunes kept it out of cinemas for thirty years because nobody had cleared them. Worth every lawyer.
    `,
  },
  {
    person,
    film: 'beau-travail',
    rating: 10,
    liked: true,
    viewed: '2020-09-05',
    rewatch: true,
    tags: ['editing', 'women at the bench', 'last shots'],
    written: '2020-09-06',
    language: 'en',
    spoiler: 'yes',
    text: prose`
      Galoup makes his bed. He pulls the sheet so flat you could do accounts on it, he lies down with the
      pistol on his belly, and we go in on his upper arm, where a vein is jumping. Now: any of us would cut
      to black. Ninety-nine in a hundred would put a bang on it. Nelly Quettier keeps the vein, and you
      notice it's keeping time, and that a beat has come up under it, cheap, from a club, and then Denis
      Lavant is standing in front of those mirrors with a cigarette, in his black shirt, not yet dancing.

      You know the rest, or you should go and find out. He flings himself about like a man with his hair on
      fire, stops, comes back in among the credits and does it again. It could have gone anywhere in the
      film, it has no place in the story; a roll on a shelf with "disco" on it. They tried it on the end of
      a dying man. I've got one of those on every shelf I ever had, and not once the nerve.
    `,
  },
  {
    person,
    film: 'city-of-god',
    rating: 4,
    viewed: '2016-08-19',
    rewatch: true,
    tags: ['editing', 'too much coffee'],
    written: '2016-08-20',
    language: 'en',
    spoiler: 'no',
    text: prose`
      Knife, whetstone, knife, drum, chicken, carrot, knife, chicken seeing knife. All right! I'm awake!
      Daniel Rezende can cut anything to anything, and for two hours he does, whip, freeze, title card,
      split screen, back up, start again, and a good half of it is for the pleasure of hearing the drawer
      rattle.

      The trouble is that there is a better film folded up in it. There's the history of the flat: one
      corner, the camera bolted down, and by dissolves the auntie who sold a bit of grass from it goes, and
      the next boss comes, and the paint gets darker and the sofa gets worse, and that's ten years of a drug
      trade told by upholstery. And there's the alley where two very small boys are asked, hand or foot? For
      that he puts all the toys away. The little one is crying as a child does who has stopped acting. It
      goes on and on. They knew, then. They knew what it costs, and then somebody put the samba back on.
    `,
  },
  {
    person,
    film: 'mad-max-fury-road',
    rating: 9,
    liked: true,
    viewed: '2015-05-16',
    tags: ['editing', 'women at the bench'],
    venue: 'The Kelvin Lantern',
    written: '2015-05-17',
    title: 'For Margaret Sixel',
    language: 'en',
    text: prose`
      2,700 cuts. No, I didn't count, my eyes were busy; it was in the paper. What I can report is that I
      never once looked for anything. Whatever matters is in the middle of the frame, and then the next
      thing that matters is in the same middle, so you sit there like someone having their sight tested
      while eighteen lorries are destroyed.

      Quiet one, for the connoisseur: night, blue bog, a searchlight coming. Max has the long rifle and
      three or four rounds, and misses, and misses. He can feel Furiosa behind him. No argument, no close-up
      of pride being swallowed; he holds the gun back to her and stays where he is and she lays the barrel
      on his shoulder, tells him not to breathe, and puts the light out. Every other action picture this
      year needed a speech for that.

      Sixel had cut documentaries. It's said she asked him why her, for an action film, and he told her that
      if a man cut it it would look like the rest. Four hundred and eighty hours of rushes! I have cried
      over sixty.
    `,
  },
  {
    person,
    film: 'moonlight',
    rating: 9,
    liked: true,
    viewed: '2017-02-25',
    tags: ['editing', 'women at the bench'],
    written: '2017-02-26',
    language: 'en',
    text: prose`
      Three actors are Chiron, they were kept from meeting, and nobody handed them a limp or a trick with
      the eyebrow to pass along. What makes them one man is joins. At sixteen he lowers a beaten face into a
      sink of ice. Some years on, with gold over his teeth and shoulders like a wardrobe, he does it again,
      to wake up, and you think, oh, there you are.

      Nat Sanders and Joi McMillon cut it. She is the first black woman up for that Oscar. They began
      handing it out in 1935. I read this on my phone by the yoghurts and had to leave the basket on the
      floor and go and stand outside.
    `,
  },
  {
    person,
    film: '2001-a-space-odyssey',
    rating: 6,
    viewed: '2018-05-19',
    rewatch: true,
    tags: ['70mm', 'editing'],
    written: '2018-05-20',
    language: 'en',
    text: prose`
      Pedantry about the bone. It's always described as one cut: bone, spaceship, four million years. It's
      two. He throws it, the camera chases it up and loses it, and Ray Lovejoy goes in for a second shot of
      the bone alone, turning the other way and already on its way down, and it's <em>that</em> one that
      becomes the satellite. Take out the first join and the second is a gag. It needs a bone that has
      stopped belonging to anyone.

      Otherwise an awful lot of parking.
    `,
  },
];
