import { type DemoEntry, prose } from '../shape.ts';

/** The film nobody knows anything about, by the man who found it. */
export const tedOnWashingDay: DemoEntry = {
  person: 'ted_hallam',
  film: 'washing-day-alderman-street',
  liked: true,
  viewed: '2023-03-06',
  tags: ['found', 'nine and a half', 'last reels', 'can anybody help'],
  venue: 'a front room in Hebden Bridge',
  written: '2023-04-30',
  title: 'The tin behind the rewind bench',
  language: 'en',
  spoiler: 'no',
  text: prose`
    I'd stood a yard from it for forty-one years.

    When they finally shut the Alderman they let me in for an afternoon to see if there was anything I
    wanted. I wanted the bench. It had been screwed to that wall since before the chief's time, and when we
    got it off there was a gap behind where a brick was short, with a tobacco packet in it, a glove, and a
    tin. No label. Inside it, three spools, twelve minutes all told, of nine-and-a-half millimetre, which is
    a home gauge, with the perforations down the middle between the pictures so that a careless machine goes
    straight through somebody's face. No leader, no title, no names. I put the title. It's only what it is.

    A retired chemist at Hebden has a machine. It took us seven Mondays to get it unstuck and repaired
    (vinegar, a hair drier, a lot of language), and the seventh was the sixth of March, and we ran it on his
    wallpaper. Since then I've had it copied and have seen it every day.

    This is what's in it.

    First roll. Early. The street goes uphill with the setts wet. A lad's carrying two props that are twice
    as long as him and hits a lamp with one. Doors open on both sides, and the lines come out, over and
    across, hook to hook, and it's all done in about a minute like a ship being rigged. One woman does it
    with a pipe in. Whoever has the camera is on a step or a chair and doesn't know yet that you needn't
    wave it about.

    Second roll, he's found out. (I say he. I'll come to that.) It's stood still, at the bottom, looking up,
    and the sheets are out. There's eleven lines of them, wall to wall, and there's a wind. You cannot see
    one person. You see feet. Clogs, a pair of good shoes that go along one side very carefully and must be
    the rent, a dog, and a hoop with a child after it. Every so often the wind gets under the lot, from the
    far end, and they come up one behind another towards you and for about as long as a breath you can see
    right through to the top, a whole street of women with their arms up; then down it all comes again. It
    does it five times. I have been to Monte Carlo, in a manner of speaking, and to Vienna and the moon. I
    never saw a curtain go up like that.

    Then a coalman comes, with a horse. There's talk, you see hands on hips. They won't shift the lines and
    he won't go round. And he takes off his cap, gets down, and leads that horse up the middle at a walk,
    with a woman walking backwards in front of it lifting each sheet over its head, as you'd lift a veil.
    Not a mark on any of them. She gives it something at the top.

    Third roll's the short one and it's the one I can't leave be. A little girl in a pinafore, four or five,
    sat on a step with a dolly peg in each hand. She's been told not to look. You've never seen anybody not
    look at a thing so hard. She looks at the pegs, she looks at the sky, she has a go at looking at her own
    ear. Behind her in the doorway there's someone wringing, just the forearms and the wet going down. And
    then she's forgotten what it was she mustn't do, and looks up, straight in, and she's pleased. She says
    something. It's three words. Then there's a hand over the lens, from the side, a wet one, and it's
    finished.

    Now, for anyone who can help. The gauge wasn't sold before 1922. It's clockwork, or whoever it was
    couldn't have covered it with that hand and still had the film running, so it's nearer '28. At the top
    in one gust you can see the end wall of the Alderman, and it has a bill on it. I've been over that bill
    with a glass till I was dizzy. There's a capital S. It could be <i>Sunrise</i>. It could be SALE. No
    cars. Nobody looks at the sky as they did after. Alderman Street came down in 1961, and I was in it as a
    child many a time and couldn't swear to a single door.

    As to who. I always said he, and my granddaughter said, "Grandad, who's at home on a Monday?" And the
    hand that comes over the lens is from the right and close to, and it's a right hand, and it's wet. So
    think where you would have to be stood. I've tried it in the yard, with a shoe box. You can only do it
    to yourself.

    I don't know what to give it. It's jerky at the start. It stops in the middle. I've carried five
    thousand films up those stairs and this one was there when I came.

    A lady who teaches the deaf has had a look at the three words. She's certain of the last. She says it's
    "now".
  `,
};
