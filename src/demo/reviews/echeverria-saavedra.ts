import { type DemoEntry, prose } from '../shape.ts';
import { essayOnInTheMoodForLove } from './echeverria-on-in-the-mood-for-love.ts';

const person = 'echeverria_saavedra';

/** The critic: essays, typographic quotation marks, a long memory. */
export const byEcheverriaSaavedra: readonly DemoEntry[] = [
  essayOnInTheMoodForLove,
  {
    person,
    film: 'close-up',
    rating: 10,
    liked: true,
    viewed: '2016-07-09',
    rewatch: true,
    tags: ['essay', 'iran'],
    venue: 'Sala Quimera',
    written: '2016-07-11',
    title: 'What the Can Was Doing There',
    language: 'en',
    spoiler: 'no',
    text: prose`
      A taxi is on its way to an arrest. In it sit a reporter, pleased with himself, and two gendarmes, one
      of them very young; the driver used to be a pilot and has no time for the pictures.
      They lose the way. They ask a man who is carrying turkeys. When they have found the house, the
      reporter goes in, then the gendarmes go in, and the director of this film, who has a fraud being
      unmasked behind that gate, stays outside with the driver.

      The driver turns the car round. He gets out, looks at the sky, picks a few flowers from a heap of
      leaves somebody has swept together. He dislodges an empty aerosol can, and gives it a push with his
      foot, and it rolls. It rolls down the whole street, tinkling, with the camera after it, for such a
      time that the people in front of me, last Saturday, began to laugh, then were quiet, then laughed
      again in another tone. It reaches the kerb. It has nothing to do with anything.

      I have read that the can stands for Sabzian, kicked about by fate; that it stands for chance; that it
      teaches us patience. I should like to propose that it is a can. Kiarostami has come upon a story such
      as falls into a film-maker's lap once in a lifetime. A printer's assistant, out of work, divorced,
      reading a screenplay on the bus, is asked by the lady beside him where he bought it, and hears himself
      say that he wrote it. She believes that he is Makhmalbaf. He is invited to the house, he rehearses the
      sons, he borrows money for a taxi and buys his own child a present with it. Everybody would want to be
      behind that gate! And the first thing that we are told by a man who was given all of this for nothing
      is that something else was going on in the street, and that he looked.

      <b>The trial</b>

      After this comes the court, which is real, or which was. Kiarostami asked the judge for permission to
      film, and it seems that he moved the date; he brought two cameras and explained them to the accused.
      One is for the room. The other, with the close-up lens, is for you, he tells him: whatever you find
      hard to make people understand, say it there. I know of no other scene in which a director hands over
      his instrument so plainly. Sabzian has a soft, considering face, and one sees that he has
      never in his life been listened to for so long.

      And he is magnificent, and one cannot tell to what extent he is lying. This is where the film becomes
      vertiginous, for he admits that he liked it when the family did what he said, when they would move a
      cupboard or cut down a tree because a shot required it. He tells the court that it was hard, afterwards,
      to go home and be nobody, and to come back in the morning and be Makhmalbaf again; he came back
      because of the respect. He is asked, is he not acting now? He is talking about his suffering, he
      answers, that is not acting. The judge, a patient cleric who would clearly rather be dealing with bad
      cheques, turns to the family. They are asked whether they could forgive him.

      The Ahankhahs have been treated by most writers as the comfortable people who were made fools of. Look
      at them again. The sons are educated and have no prospects; one trained as an engineer and ended up
      in a bread factory. They, too, wished for somebody to come up the path and tell them that they were
      meant for other things. When they re-enact for Kiarostami the afternoon on which they had already
      begun to suspect their guest, with the impostor himself sitting in their armchair, we watch people
      play their own credulity, in their own living room, opposite the man who made use of it. Why did they
      agree? Because he had promised them a film, and here it was.

      He promised, and it came true. I cannot get past that. A swindler tells a family that they will appear
      in a picture by a great director, and they do. He says that he will tell the story of people like
      himself, and he has. Not one thing that he dishonestly foretold failed to happen, except that he was
      not the man who did it; and as to that, the camera seems to say, ask again in a hundred years.

      The last sequence I shall not describe to those who have yet to see it. There is a motorcycle, there is
      a technical mishap with the sound which, I have learned since, was helped along, and there are flowers.
      I will say only that I spent a long while annoyed by the mishap. Then I noticed that I have just spent
      ninety minutes watching a poor man get his close-up, with every word recorded, in front of a judge. At
      the moment that matters to him most, somebody had the manners to let him speak without us.

      And so back to the can. It is the same courtesy. It is what a film looks like that does not go through
      the gate only because the gate is open.
    `,
  },
  {
    person,
    film: 'the-third-man',
    rating: 9,
    viewed: '2011-10',
    tags: ['spoilers', 'endings'],
    written: '2011-10-23',
    title: 'On Walking Past',
    language: 'en',
    spoiler: 'yes',
    text: prose`
      Everyone praises the entrance: the cat on the shoe, the upstairs window that goes on, and in the doorway
      that face, caught like a schoolboy smoking. I should like to say a word for the exit.

      Lime is in the ground for the second time. Martins gets down from Calloway's jeep, leans on a cart and
      waits. Anna comes down the avenue from very far off, between the bare pollarded trees. She walks, we
      wait, leaves come down, the zither has time to think. Graham Greene wanted her to stop. Reed thought
      that a girl who had just buried Harry Lime would not, and let the camera stand there until she had
      gone by him, by us, out of the right-hand side of the film without one look.

      Martins has killed his friend, on the friend's own nod, for a cause that is entirely just. He lights a
      cigarette and throws away the match. I have come to think that the film does not agree with him, nor
      with her. It gives both of them the same road, and sees who stays standing on it.
    `,
  },
  {
    person,
    film: 'm',
    rating: 9,
    viewed: '2014-03-08',
    written: '2014-03-10',
    language: 'en',
    text: prose`
      An arm begins a gesture in a room full of criminals and completes it in a room full of policemen. Lang
      cuts between the two conferences on a cough, on a sweep of the hand, on smoke that gathers under both
      ceilings, until you could no longer say who has asked what to be done about the man who is bad for
      business. I showed this to students for years as an example of montage. Then, in 1985, one of them,
      who had come home from exile, put up her hand and said that she found it a simple description of how
      a country is run, and could we see it once more.
    `,
  },
  {
    person,
    film: 'cleo-from-5-to-7',
    rating: 9,
    liked: true,
    viewed: '2019-03-31',
    written: '2019-04-01',
    tags: ['varda'],
    language: 'en',
    text: prose`
      Varda died on Friday, and on Sunday some of us went to <i>Cléo</i> as one goes to sit with a family. For
      half its length she is looked at: in the hat shop where every mirror has a different Cléo in it, in bed
      among kittens, by a lover who stays for as long as a cup of tea. Then Legrand plays <i>Sans toi</i>, the
      room goes black about her, she sings straight into us and discovers what the words mean. She tears off
      the wig. She puts on the black dress and goes out by herself. From that door on the camera looks at what
      she looks at: a man who swallows frogs, faces at café tables, her own song on a jukebox with nobody
      listening.

      I had always said that it is a film about death. An usherette of twenty corrected me afterwards, on the
      pavement: it is about sunglasses. The fellow in the silent comedy sees a funeral because he has them on.
      He takes them off, and there is his girl again. I have nothing to add.
    `,
  },
  {
    person,
    film: 'roma',
    rating: 8,
    viewed: '2018-12-15',
    written: '2018-12-20',
    language: 'en',
    spoiler: 'no',
    text: prose`
      Soapy water comes over a tiled floor, wave after wave, and in the water there is a skylight, and in the
      skylight an aeroplane crosses. For several minutes it is as lovely as anything of this century. Then
      the camera lifts its head, and we see who has been holding the hose.

      Cuarón remembers everything: the Galaxie that is too wide for the passage, so that the father parks it
      cigarette by cigarette; the man who sings in Norwegian while the forest burns; the knife-grinder's
      whistle. What he remembers least is what Cleo thought. He knows this, I believe. On the roof she lies
      down beside the boy who is playing dead and tells him that she likes being dead. It is the one opinion
      of hers that we are given, and the film tilts up over a hundred other roofs, a hundred other women
      doing the washing, and does not dare to ask any of them either.
    `,
  },
  {
    person,
    film: 'parasite',
    rating: 7,
    viewed: '2020-02-22',
    written: '2020-02-24',
    language: 'en',
    spoiler: 'yes',
    text: prose`
      My difficulty is with the peach. The passage in which the housekeeper is got rid of by means of its
      fluff, cut to mock-baroque fiddles like a fashion parade, with Ki-taek practising his lines off a script
      his son has corrected, is so brilliantly assembled that I noticed only on the bus home that I had been
      made to cheer for the ruin of a working woman. Bong would say that this was his purpose. Perhaps. But he
      enjoys it with such a good appetite! The rain afterwards, with the family running down stair after stair
      after stair to the bottom of the city, is another matter. There he stops being clever, and is great.
    `,
  },
  { person, film: 'do-the-right-thing', rating: 9, viewed: '1990' },
  { person, film: 'tokyo-story', rating: 10, viewed: '1972' },
];
