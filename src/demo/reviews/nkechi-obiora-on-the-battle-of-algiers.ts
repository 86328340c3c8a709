import { type DemoEntry, prose } from '../shape.ts';

/** The editor's longest: one film seen with her father, and again without him. */
export const nkechiOnTheBattleOfAlgiers: DemoEntry = {
  person: 'nkechi_cuts',
  film: 'the-battle-of-algiers',
  rating: 10,
  viewed: '2022-07-05',
  rewatch: true,
  tags: ['editing', 'with daddy, 2013'],
  venue: 'The Kelvin Lantern',
  written: '2022-07-10',
  title: 'The colonel runs the rushes',
  language: 'en',
  spoiler: 'yes',
  text: prose`
    What I wait for is the colonel's screening. Mathieu has been in the city about a minute. He has marched
    in at the head of his paras with his sunglasses on, he has his officers sitting in rows, and he has the
    blinds down and a projector threaded. Police film, from the checkpoints at the edge of the Casbah. Women
    in white go through. Men hold up papers. A soldier opens a box, shuts it. And Mathieu walks about in
    front of the beam and gives notes. This is no use, he says, more or less. They are looking, and they
    don't know what for.

    He's reviewing material. I do it every week of my life. And what makes my neck go cold is that he is
    right, as a viewer: we've been through that checkpoint too, ten minutes ago, in close on the lipstick
    and the basket, and we knew. Same gate, same soldiers. He has the wide shot and no story. So he goes off
    to get the story, and the way you get it is the first thing you see in the film, before the titles are
    done: a small man with no shirt, shaking, who has told them, being given a cup of coffee and then a
    uniform to wear.

    The film says at the front that there is not one foot of newsreel in it. I used to think that was a
    boast. It's a confession. Every bit of that grain was manufactured, duped down until it looked like
    something caught; the zooms arrive late on purpose; two editors called Mario, Serandrei and Morra, let
    shots run out ragged, you'd swear nobody had had time to choose. They chose the ice cream. In the Milk
    Bar, when she has slid the basket in under the counter with her foot, she looks round the room, and the
    room is given to us a face at a time: an old man, a girl laughing, a little child at an ice cream, and
    nobody in it a villain. I have seen people argue about whether that's fairness. It's only that somebody
    had a shot of a child and did not leave it out.

    They do the same with the music and it's bolder. When the police have blown up the rue de Thèbes at
    night and the neighbours are handing the bodies over the rubble, there's a slow chorale thing that
    Morricone or Pontecorvo wrote, I've read both. When the bombs have gone off in the French town and
    bodies are handed over the rubble, it comes back. Not a variation. The same piece from the same bar. In
    my business we call that being short of cues.

    In 2013 I took my father. He was nineteen in Biafra and had by then given me, in my whole life, perhaps
    a page and a half about it. He watched with both hands on the top of his stick. At the mirror, when the
    three of them cut their hair and put on the other women's faces with that drum going, he leaned forward,
    and I thought, here it comes. On the bus he asked whether I had eaten. At Partick he said, "They have
    made the carrying short. It was not short." That was all. I have thought about it at every cut since,
    and I've been nine years and one funeral working out that it wasn't a note on the film.

    The picture ends on a woman with a flag, in smoke, dancing forward at the police and being pushed back
    and dancing forward. Nobody has told her it's the last shot. This was the sixtieth anniversary, to the
    day. There were people in the balcony who'd been there, and at that point, in a cinema in Glasgow, with
    no one conducting, they did the cry. It ran straight over the end title. I wouldn't touch a frame.
  `,
};
