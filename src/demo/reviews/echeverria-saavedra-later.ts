import { type DemoEntry, prose } from '../shape.ts';

const person = 'echeverria_saavedra';

/** The critic again, with two of the films she keeps going back to and some quarrels. */
export const laterByEcheverriaSaavedra: readonly DemoEntry[] = [
  {
    person,
    film: 'the-rules-of-the-game',
    rating: 10,
    liked: true,
    viewed: '2017-05-20',
    rewatch: true,
    tags: ['essay', 'renoir'],
    venue: 'Sala Quimera',
    written: '2017-05-24',
    title: 'The Marquis and His Organ',
    language: 'en',
    spoiler: 'yes',
    text: prose`
      Robert de la Chesnaye comes out in front of his own curtain, between two numbers of an amateur revue,
      to present the summit of his career as a collector. It is a fairground organ. It lights up, drums,
      rings its bells; a painted lady on the front conducts; and the camera travels along the figures and
      arrives at the owner, who is standing beside it with a handkerchief. He is proud and he is
      mortified. He would like us to look at the machine, and not at him, and he can see that we are
      looking at him. Dalio's mouth tries out a smile and puts it away again. It takes ten seconds, and
      they are said to have needed two days for them.

      I begin there because everybody else begins with the rabbits. The rabbits deserve it. For minutes the
      beaters knock on the trees, and the birds get up, and the ladies and gentlemen fire; we are given the
      last one for as long as it takes to stretch its legs and draw in its paws. No human death in the film is
      granted so much attention. But cruelty is easily filmed. What nobody else has filmed is a man of great
      wealth, a liar, kind to everyone within reach, who is truly and shyly happy because of a barrel organ.

      Count who is in love that night and with whom. An aviator has crossed the Atlantic for the marquis's
      wife and complained into a microphone that she was not at the airfield; she, in her dressing room, has
      listened to it on the wireless and asked her maid about friendship with men. The marquis would like
      to give up his mistress and cannot bear to see her cry. The maid prefers Paris to her husband. The
      husband guards the game, and has had his poacher taken on by the master as a servant, which is what the
      poacher has always dreamed of being, on account of the uniform. And each chases the next through the
      same doors, with a pistol at last, past guests who take it for a turn in the programme. Robert asks his
      butler to put a stop to the farce. The butler would be glad to know to which.

      Renoir plays Octave, who is stuck in a bear's skin and goes from group to group begging to be pulled
      out of it. I used to find him hammy. Now I watch only his hands: no one in the picture touches so many
      people, and nobody is changed by it. When he gives his coat to Jurieux at the end, and sends him to the
      greenhouse in his place, it is the sole generous act of the night, and it kills.

      Then the steps of the château, the lamps, and Robert again before an audience. He presents. There has
      been a deplorable accident; the keeper took the guest for a poacher; it is turning cold, ladies and
      gentlemen, let us go in. This time he does not fumble. An old general remarks that the fellow has
      class, and that the breed is dying out. I had heard it as irony for forty years. On Saturday I thought
      of the ten seconds beside the organ, and heard what he had paid in order to learn how to do it well.

      I first saw the film in 1961, in a club above a chemist's, in a print so mangled that Octave hardly
      figured in it. We thought it perfect. The bear was explained to us afterwards, by letter.
    `,
  },
  {
    person,
    film: 'la-cienaga',
    rating: 10,
    liked: true,
    viewed: '2022-02-05',
    rewatch: true,
    tags: ['essay', 'martel'],
    written: '2022-02-09',
    title: 'Nobody Gets Up',
    language: 'en',
    spoiler: 'yes',
    text: prose`
      Iron chairs are dragged over wet cement. You hear each leg. The people who drag them have no heads; we
      see trunks, swimming costumes, slack bellies, a hand in which the ice is shivering in red wine. It
      will rain over the hills, later. A woman goes round collecting the glasses, slips, and falls on what
      she was carrying. Her friends lie beside the green pool and consider this. Her husband tells her to get
      up, for it is about to rain.

      People in Buenos Aires assured me in 2001 that this was a portrait of the Argentine crisis. People in
      Salta, where Lucrecia Martel is from, asked who had told her about their aunts. I belong to the second
      party. I have a cousin with just such a house, upstream, beyond Paysandú; the towels were counted there
      as well.

      The towels! Mecha, bandaged, in bed with her sunglasses on, knows for certain that the maid is
      stealing them. Isabel is the only person on the estate who does anything: she fetches the car keys and
      stanches the blood, she answers the telephone that has been ringing through three rooms, and in the
      afternoon she lets Momi, who is fifteen and never washes, lie next to her on the bed and thank God in a
      whisper for having given her Isabel. Momi loves her in the manner of that house. When Isabel will not
      look at her, she uses the insult that her mother uses. When her mother falls, it is Isabel she calls.
      There are many Latin American films about servants, and they are mostly about the goodness of the
      director. In this one you watch a girl learn contempt and tenderness from the same lips, and take both
      for her own.

      Martel has said often enough that she builds from the sound, and it is true that the thunder tells you
      more than the plot. Still I should like to speak of beds. Everyone gets into everyone's. Cousins,
      brothers, dogs, the eldest son with mud on his boots; a sister pushes her foot into his shower. Mecha's
      mother went to bed one day and remained there until she died, and Mecha, ordering a small refrigerator
      for beside the mattress, says that it will not happen to her. So nothing has to be foretold. Heredity
      comes up the stairs with the ice.

      And yet all of it is looking elsewhere when the blow falls. In the hills the boys aim rifles over one
      another's heads at a cow sunk to the neck in the bog, and little Luchi walks into the line of fire. A
      shot is heard from far off. He is unharmed; we are shown so. Tali, his mother, the sane one, wants to
      drive to Bolivia to buy exercise books where they are cheap, and her husband, who wants no such thing,
      buys them himself. He means well. She stays at home. There is a dog behind the party wall, which Luchi
      believes to be the African rat of his cousin's story, with two rows of teeth, and in the patio there is
      a ladder.

      We do not see him fall either; rung, rung, and a thud, no louder than the chairs. Then the empty rooms
      of his house, a few seconds apiece. Then Momi back at the pool, and a chair being dragged. She has been
      to see the water tank where the television says that the Virgin appears. She saw nothing, she tells
      her sister. It is the one report in the film by anybody who actually went to look.
    `,
  },
  {
    person,
    film: 'jeanne-dielman',
    rating: 10,
    liked: true,
    viewed: '2012-09-29',
    rewatch: true,
    tags: ['akerman'],
    written: '2012-10-02',
    language: 'en',
    spoiler: 'no',
    text: prose`
      The potatoes have boiled too long. Delphine Seyrig lifts the saucepan and leaves the kitchen with it;
      she carries it to the bathroom, thinks, carries it back; she has, for the first time in her widowhood,
      a thing in her hands and no place to put it. My companion, a man who sleeps through Wagner, gripped my
      arm.

      One ought to listen to the neighbour too, who hands over her baby on the landing and whom we never see.
      The voice is Akerman's own. She could not make up her mind at the butcher's, she says, and when her turn
      came she asked for whatever the woman before her had asked for, and now she is stuck with it. It is told
      as gossip and it is the whole of metaphysics. What if there were no woman before you? On the third
      morning Jeanne wakes an hour early, sits down in the armchair, and there is nobody to copy.
    `,
  },
  {
    person,
    film: 'los-olvidados',
    rating: 9,
    viewed: '2010-08-21',
    rewatch: true,
    tags: ['buñuel', 'endings'],
    written: '2010-08-23',
    language: 'en',
    spoiler: 'yes',
    text: prose`
      A second ending turned up some years ago in a tin in Mexico. Jaibo falls, Pedro goes back to the farm
      school with the fifty pesos, all is well. I made myself watch it, and the scandal is how well it fits:
      the same light, the same bad shoes, and not one shot in the hour before forbids it. Buñuel had it ready
      in case he was not allowed the other.

      Nobody here is improved by suffering; that is all his doctrine. The blind man who is stoned and whose
      drum is split sings the praises of Don Porfirio and paws at Meche, and when the police have shot Jaibo
      he wishes that the lot of them might be killed before they are born. In the market stands a small boy in
      a straw hat whose father has told him to wait. They call him Ojitos, and nobody asks for the name he
      came with. He owns a dead man's tooth, which protects the one who wears it, and he gives it to the girl.
    `,
  },
  {
    person,
    film: 'vertigo',
    rating: 8,
    viewed: '2013-06-15',
    rewatch: true,
    written: '2013-06-19',
    title: 'Power and Freedom',
    language: 'en',
    spoiler: 'yes',
    text: prose`
      In the Argosy bookshop an old man relates how Carlotta was kept, discarded and robbed of her child. A
      man could do that in those days, he says: they had the power and the freedom. While he talks it
      grows dark, and not one of the three thinks of turning on a lamp. Midge and Scottie step out into
      the street, and behind the pane, when it can no longer help anybody, the light goes on.

      Those two nouns are handed about. Gavin Elster has already sighed for them, before a picture of old
      San Francisco. In the tower Scottie flings them at Judy as what Elster won by murder; he is himself
      hauling her up the steps by the arms, with her hair the blonde that he ordered, in the bun that he
      ordered. Each knows the words when another man has used them.

      Novak's Judy asks whether he will love her if she lets him change her, and nobody has ever gone into a
      bathroom to pin up her hair with such a face. I could do without the nun.
    `,
  },
  {
    person,
    film: 'memories-of-underdevelopment',
    rating: 8,
    viewed: '2014-10-18',
    rewatch: true,
    tags: ['cuba'],
    written: '2014-10-20',
    language: 'en',
    spoiler: 'no',
    text: prose`
      At my university in 1969 we were divided about Sergio. The comrades said that he was being exposed, the
      girls that he was being enjoyed. He trains his telescope on Havana from a balcony that the Revolution
      has not got round to; he pulls his wife's stocking over his head; he plays back the tape on which he
      goads her until she screams; he takes Elena to Hemingway's house in order to be bored by her there. The
      intelligence is real, and no use to anyone.

      For me now the funniest scene is a round table on literature and underdevelopment. Four authorities sit
      behind microphones, among them Desnoes, who wrote the novel, and a black waiter goes along filling their
      glasses. From the floor an American asks, in English, why a revolution needs anything so ancient as a
      panel. Gutiérrez Alea lets the water be poured to the end. I have sat on a hundred of those, and I
      always look round for the waiter.
    `,
  },
  {
    person,
    film: 'the-spirit-of-the-beehive',
    rating: 9,
    liked: true,
    viewed: '2005-11',
    tags: ['erice', 'children'],
    written: '2005-11-28',
    language: 'en',
    spoiler: 'yes',
    text: prose`
      Four cups, four people, and no shot that contains them all. Breakfast in the house of the yellow
      windows: the father takes out his pocket watch, and the lid, as it opens, plays its few notes. He has
      got it back from the Guardia Civil, who found it on a dead man, and he looks along the table to see who
      will know the tune. Isabel drinks. The mother drinks. Ana raises her eyes from the cup.

      It is an interrogation in three glances. No child actor knew less of what she was doing than Ana
      Torrent, who believed in the monster, and none has ever confessed so completely. In Montevideo we saw
      it in 1976, the worst year for raising one's eyes at table. The cinema was full, and I do not remember
      that anybody afterwards explained anything to anybody.
    `,
  },
  {
    person,
    film: 'rashomon',
    rating: 6,
    viewed: '2009-04-25',
    rewatch: true,
    written: '2009-04-27',
    language: 'en',
    spoiler: 'yes',
    text: prose`
      Lawyers adore it, and I have never met one who could tell me what happened to the dagger. It is not a
      mystery! The commoner works it out under the gate in half a minute: the woodcutter, our honest
      witness, pulled it out of the body and sold it. So much for there being no truth. There is a perfectly
      good one, inlaid with pearl, and it was worth money.

      Miyagawa's forest I salute, the axe blade flashing on the shoulder, the sun looked straight in the eye
      through leaves. I salute Machiko Kyō when she laughs at both men for their cowardice, and the wretched
      duel that she gets out of them, all panting and stumbling. But then a baby is found crying behind a
      plank. The rain stops, the thief has six at home and will make room. Kurosawa has proved that everyone
      lies in order to look better, and goes out doing it.
    `,
  },
  {
    person,
    film: 'a-brighter-summer-day',
    rating: 9,
    viewed: '2016-09-03',
    tags: ['taiwan', 'four hours'],
    venue: 'Sala Quimera',
    written: '2016-09-07',
    language: 'en',
    spoiler: 'yes',
    text: prose`
      For as long as Xiao Si'r has the torch that he stole from the film studio we are allowed to see: a
      couple in the dark classroom, his own diary in the cupboard where he sleeps, the faces of the hacked
      after the typhoon night. One day he leaves it behind on the studio's table. What follows, he does in
      the light of the street, among people.

      Yang needs four hours because guilt, with him, is a matter of neighbours. The father is made to write
      down every acquaintance since Shanghai, and comes home afraid of noises; the son watches him. Which of
      the hundred on that list killed Ming? A tape with Presley's song is brought to the prison for Si'r, and
      the guard throws it out. At home the mother has come, in the washing, to the school shirt when the
      radio starts to read the names of those admitted.
    `,
  },
  {
    person,
    film: 'paris-texas',
    rating: 5,
    viewed: '2008-07-12',
    rewatch: true,
    written: '2008-07-14',
    language: 'en',
    spoiler: 'yes',
    text: prose`
      Lying on a couch in a laundry, some way from sober, Travis tells his son about a joke. His father used
      to introduce his mother as a girl from Paris, wait, and then say: Texas. He told it so often that he
      came to believe it. She was a plain woman, and shy, and it made her blush; when he looked at her he no
      longer saw her, says Travis, he saw an idea that he had.

      It is the best minute in the picture, and I wish that the picture had been listening. For in the last
      half hour we are given Nastassja Kinski behind a pane, in pink wool, lit like something in a
      pastry-cook's. He turns his chair round so as not to look at her, and tells her who she was. She is
      splendid, both are; I have nothing against a monologue. But afterwards a boy of seven is left for her in
      a hotel, high over a car park, as one leaves flowers, and Travis drives off with a green light on him
      and is thought noble. Nobody, in two and a half hours, has asked her where she is from.
    `,
  },
];
