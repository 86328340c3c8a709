import { type DemoEntry, prose } from '../shape.ts';

const person = 'nkechi_cuts';

/** The editor: counts cuts, distrusts music, changed her mind about *Stalker* in nine years. */
export const byNkechiObiora: readonly DemoEntry[] = [
  {
    person,
    film: 'man-with-a-movie-camera',
    rating: 10,
    liked: true,
    viewed: '2023-01-28',
    rewatch: true,
    tags: ['editing', 'silent', 'women at the bench'],
    venue: 'The Kelvin Lantern',
    written: '2023-01-29',
    title: 'The woman with the scissors',
    language: 'en',
    text: prose`
      I have tried four times to count the cuts and got four different numbers, all of them north of sixteen
      hundred. In sixty-eight minutes. You lose it around the traffic, you pick it up again, and then near
      the end there is a burst where an eye and a street alternate so fast that the honest answer is "many".

      So instead I'll tell you about the one that doesn't move. A carriage is racing along with some ladies
      in it, the cameraman cranking away in the car alongside, and the white horse stops. In mid-stride. Then
      the ladies stop. Then a child's face, an old woman's, all stopped, and you notice that you are looking
      at frames, at actual pieces of film with holes down the sides, and somebody is holding them. That is
      Yelizaveta Svilova. She has shelves of little rolls with labels on, she has a bench with a light in it,
      and she puts on the face of the child, and snips, and winds, and the child starts laughing.

      I saw that at nineteen in a basement in Yaba on a tape of a tape, and I did not know there was such a
      job. People tell me the hero of this film is the man who climbs the chimney with the tripod. Nice lad,
      good balance. But he has gone home by then, and she is still there, deciding.
    `,
  },
  {
    person,
    film: 'stalker',
    rating: 4,
    viewed: '2012-03-17',
    tags: ['editing'],
    venue: 'The Kelvin Lantern',
    written: '2012-03-17',
    title: 'One hundred and forty-two',
    language: 'en',
    spoiler: 'no',
    text: prose`
      142 shots. I kept a tally on the back of my hand and ran out of hand. There is one on the railway
      trolley, going into the Zone, where we look at the back of Writer's head, then at another man's ear,
      then at the head again, with the wheels clanking, and I swear I could have lost three of the five and
      still got everybody there on time.

      They throw nuts tied to strips of bandage. They lie down in wet grass. A phone rings in a ruin and
      it's a wrong number, which is the only joke and it's a good one. Two and three quarter hours and nobody
      had the nerve to say to him: Andrei, we have understood the puddle. I'd have taken out forty minutes and
      you'd have thanked me.
    `,
  },
  {
    person,
    film: 'stalker',
    rating: 9,
    liked: true,
    viewed: '2021-03-20',
    rewatch: true,
    tags: ['editing', 'i was wrong'],
    written: '2021-03-21',
    title: 'One hundred and forty-two, again',
    language: 'en',
    spoiler: 'no',
    text: prose`
      Nine years ago I stood in the foyer of the Lantern and offered to cut forty minutes out of this. I'd
      like to withdraw the offer.

      Same number of shots; I checked. What I had not done was listen. On the trolley the clank of the rails
      is being turned into something else, bar by bar, an echo put on it here, a note under it there, so that
      by the time the picture goes to colour you couldn't say when it stopped being a train. Cut three of
      those five heads and you lose the crossing, you merely arrive. I was thirty-one and could only see where
      a shot should end. I have since sat eleven nights with my father in a ward in Enugu where the tap
      dripped, and found out what a shot is for while it goes on.

      The rain that falls inside the house, in front of the three of them sitting on the floor, takes so long
      to come and so long to stop. I'd hold it longer now. Lyudmila Feiginova cut this picture. She knew and I
      didn't.
    `,
  },
  {
    person,
    film: 'm',
    rating: 10,
    viewed: '2017-11-05',
    written: '2017-11-06',
    tags: ['editing', 'sound'],
    language: 'en',
    text: prose`
      "Elsie!" goes the mother, and there are five shots of nobody: the stairwell looking down, the loft with
      washing hung up, a clean plate and a spoon, then a ball that rolls out of the bushes and stops, then the
      balloon caught in the wires. Five cuts. Two years into sound and Lang has worked out that a voice can be
      laid over an empty picture and the picture will do the screaming. I've watched rooms full of people with
      every plug-in in the shop fail to get near it.
    `,
  },
  {
    person,
    film: 'tokyo-story',
    rating: 8,
    viewed: '2018',
    written: '2018-09-30',
    language: 'en',
    text: prose`
      Nobody in my cutting room would let me do what Ozu does with the slippers. Two pairs outside a door in
      the hotel at Atami, and he holds on them with the party roaring along the corridor, and there you have
      the whole night those old people are not sleeping through. He crosses the line in nearly every
      conversation, too, everyone looking out of the same side of the frame as if they were all talking to
      you; film school would fail him by Tuesday. I take off a star for the elder boy's tantrum about
      his desk, which goes on for precisely as long as one does.
    `,
  },
  {
    person,
    film: 'playtime',
    rating: 9,
    liked: true,
    viewed: '2015-08-22',
    venue: 'The Alderman',
    tags: ['70mm'],
    written: '2015-08-24',
    language: 'en',
    text: prose`
      Where would you even cut? The waiter seasons the turbot, goes away, and another waiter comes and seasons
      it, while to the left a man's jacket is being marked by a chair with a crown on its back, and behind
      them the architect is measuring a hatch that the fish will not go through. It's all in one frame. An
      editor's job is to tell you where to look, and Tati has sacked me. I laughed an entire second behind the
      gentleman in front the whole way through the Royal Garden, and he was a second behind his wife.
    `,
  },
  {
    person,
    film: 'in-the-mood-for-love',
    rating: 8,
    viewed: '2013-05-02',
    written: '2013-05-03',
    tags: ['editing'],
    language: 'en',
    text: prose`
      Watch her run up the hotel stairs to room 2046. Up, then down, then up, the heels going, from three
      sides, and the cuts are jumps: she's on the landing before she's left the step. For a moment William
      Chang throws the film's famous good manners out of the window and lets you have her pulse. Then she's in
      the corridor with the red curtains and it's all composure. I didn't need the slow motion a seventh time.
      I'd like that staircase on a loop over my bench.
    `,
  },
  {
    person,
    film: 'do-the-right-thing',
    rating: 10,
    liked: true,
    viewed: '2020-06-13',
    rewatch: true,
    written: '2020-06-14',
    language: 'en',
    spoiler: 'no',
    text: prose`
      Barry Alexander Brown cuts a hug twice. Mookie turns up at Tina's, he takes hold of her, and then you
      see him take hold of her again from the other side, and it's the least hip thing in the picture and it
      kills me every time. The slur scene works the same muscle in reverse: one person to camera, dolly in,
      cut, next person, dolly in, cut, everyone getting the identical move so nobody gets to be the decent
      one. Then Señor Love Daddy rolls up to the glass and calls time out, and it's the only join in the whole
      sequence you can feel.
    `,
  },
  {
    person,
    film: 'parasite',
    rating: 9,
    viewed: '2020-02-08',
    venue: 'The Kelvin Lantern',
    tags: ['editing'],
    written: '2020-02-09',
    title: 'Under the table',
    language: 'en',
    spoiler: 'yes',
    text: prose`
      The doorbell. I timed it: from the ring to Moon-gwang going down behind the cupboard is about six
      minutes, and Yang Jin-mo cuts them as a comedy right up to the moment when she is braced sideways
      between shelf and wall like a swimmer, pushing, and the cupboard gives. There is a staircase. The shot
      follows her down it without a cut and takes the genre along.

      Later, three Kims under the coffee table while the Parks lie on the sofa above them, talking about the
      smell. Look at how long we stay on Song Kang-ho lying on his back with his arm over his eyes. The film
      could cut to the knife from there and skip the party.
    `,
  },
  { person, film: 'alien', rating: 10, viewed: '2019-10', rewatch: true, tags: ['editing'] },
  { person, film: 'close-up', rating: 8, viewed: '2016-09-11' },
];
