import { type DemoEntry, prose } from '../shape.ts';

/** The long essay of the demonstration: some fifteen hundred words on one film. */
export const essayOnInTheMoodForLove: DemoEntry = {
  person: 'echeverria_saavedra',
  film: 'in-the-mood-for-love',
  rating: 10,
  liked: true,
  viewed: '2019-07-14',
  rewatch: true,
  tags: ['essay', 'hong kong', '35mm'],
  venue: 'Sala Quimera',
  written: '2019-07-17',
  title: 'A Room with the Door Left Open',
  language: 'en',
  spoiler: 'no',
  text: prose`
    Two people come about a room. That is how it starts: a landlady in a hurry, a dinner going on behind
    her, somebody calling in Shanghainese from the table. Mrs Chan takes the room. A minute later a man in
    a good suit comes up the same stairs, is told that it has gone, and is sent next door. They move in on
    the same day, and because the corridor is narrow and the removal men are in a temper, his books go
    into her room and her things into his. Somebody returns a pair of shoes. Before either of them has
    looked properly at the other, their households are already mixed up.

    I have seen <i>In the Mood for Love</i> perhaps a dozen times, and for the first five or six I took
    this for charm. I now think that the whole film is in it. Nothing that happens later is a surprise;
    the furniture knew.

    The story can be told in the lift. Mr Chow works at a newspaper, his wife at a hotel desk. Mrs Chan is
    secretary to the owner of a shipping office, and her husband travels to Japan. The wife and the
    husband are having an affair, and Mr Chow and Mrs Chan find out, and are too proud, or too kind, or
    too well observed by their landladies, to do the same. We never see the other two. We hear them
    through a door, we see the back of a head, the parting of a woman's hair behind a counter. A lesser
    director would have cast two stars and had two scenes. Wong Kar-wai understood that to people who have
    been left, the one who left has no face.

    How do they find out? By shopping. This is the passage I should show to anybody who thinks that the
    film is a perfume advertisement, and I have friends who do. They sit in a restaurant, green leather,
    cups of milky jade. He says he would like to buy his wife a handbag like hers, could she tell him
    where she got it? She says her husband brought it back from a trip; it cannot be had here. She has a
    question too. His tie: her husband has one just the same. His wife, he says, gave it to him. Nobody
    raises a voice. The camera swings from one to the other and back, like somebody following tennis with
    a bad conscience, and at the end of the rally she says that she had thought she was the only one who
    knew. It is the most violent scene in the picture, and it consists of two accessories.

    She was prepared for it, mind you. She works for a man who has a wife and a mistress; she books both
    their tables and buys both their presents. One afternoon she remarks on his new tie, and he is
    startled that she saw, it being so like the old one. One notices things, she tells him, if one pays
    attention. He goes and changes it back. I used to laugh at the line. It is a small door left open in
    the first act, and everything walks in through it.

    Then comes the invention that makes the film more than a sad story in good clothes. They begin to
    rehearse. Walking home past the barred windows they wonder how it began between the other two, who
    spoke first, who touched a sleeve; and so she plays his wife, and he plays her husband, and they try
    it. “My husband would never say that,” she says, and they go back to their marks and take it again.
    They order steak and each eats what the absent spouse would order; he spoons mustard on to her plate,
    because his wife likes it hot, and she eats it and suffers. Later she practises asking her husband
    whether he keeps a mistress. We see the back of a man's head and believe for a moment that the husband
    has finally come home, until the reverse angle shows who is holding the rice bowl. He says yes. She
    slaps him, feebly, and it is not right, and they repeat it, and on the second attempt she finds that
    it hurts. She had not expected that it would hurt so much.

    <blockquote>What is acting, if not this? One says another person's words in order to find out which of
    one's own would be too dangerous.</blockquote>

    All the pleasure and all the damage of the film lie in those rehearsals. For nothing can be said
    sincerely any more: whatever he tells her, he may be telling her as her husband. They have built
    themselves the only privacy to be had in a flat with one kitchen and a mah-jong table, namely
    quotation marks, and then cannot find the way out of them. When at last he has something to say in
    his own person he has to announce it, as one does after a joke. And her answer, too, must first be
    tried out. I have never been able to watch the practice farewell, in the alley with the wet wall, with
    any detachment. He lets go of her hand; the hand closes on her own arm, and we see the nails.

    Consider how it was made. There was no finished script, and they shot on and off for more than a year,
    so long that one of the cameramen left and another took over; whole episodes were filmed and thrown
    away, among them, it is said, the one that would have answered the question that everybody asks in the
    foyer. I find I do not want to know. William Chang, who cut the film, also designed the rooms and the
    dresses, and one feels that this was a single task. The cheongsams do what captions do in other films.
    There must be twenty of them, collars up to the jaw like a neck brace made of silk, and often they are
    the only thing that tells us a day has passed: same stairs, same lamp, same pail for the noodles, other
    flowers. A conversation seems to run on without a break, and in the middle of it the daffodils on her
    have turned into stripes. They have been meeting for weeks. We were not told, just as nobody else was.
    “She dresses up like that to go out for noodles?” somebody murmurs. Quite so. That is the plot.

    And the noodles! He goes down for his because he has nobody at home, she for hers because she would
    rather not sit with the Suens and be looked at with sympathy. Each time the waltz begins, the plucked
    strings and then the violin over them, and the picture slows by a third, and she sways down those steps
    to the stall with her thermos, and he comes up, or it rains, and they stand aside for one another on a
    stair that was built for one. The music was borrowed from another man's film, from
    Suzuki's <i>Yumeji</i>. I once met a dancer who objected to it: a waltz, he said, is a promise that
    somebody will be holding you by the third beat. I told him that I had never heard the film better
    described.

    Clocks, telephones, mirrors: much has been written about them, some of it by me. Let me only ask you to
    look at how seldom you get a whole room. We see through doors, past shoulders, between the bars of
    other people's windows; a lampshade takes up a third of the screen, a curtain the half of it. It has
    been called voyeurism, and I thought so too, until I lived for two winters in a divided house on Calle
    Durazno, where the sound of my neighbour's spoon against her cup told me what kind of day she was
    having. That is the eye of this film. Nobody is spying. There is simply no room to look away. The night
    the Suens come home early with guests and begin a game that lasts into the following day, Mrs Chan is
    caught in Mr Chow's room, having done nothing there at all, and has to stay until morning and half of
    the next afternoon, eating what he smuggles in and listening to the tiles; and then walks home, all of two
    metres, in another woman's shoes that pinch. It is a farce by Feydeau, door for door. It just happens
    to be played by people who are not going to bed.

    “We won't be like them.” She says it and means it, and much is made of it as a statement of
    virtue. I am no longer sure that it was virtue. I believe they had discovered something which they
    preferred, and which the other two, in their hotel in Japan, were never going to have: to be seen
    thinking of each other. He writes a serial about swordsmen and she reads the pages; he is feverish and
    wants sesame syrup, she boils a pot of it big enough for the entire house so that nobody will know for
    whom, and tells him afterwards it was a coincidence. Which of the great lovers of the screen ever did
    anything as shameless as that pot?

    I shall leave the last ten minutes alone. You will either have seen them, or you should not be reading
    this but looking for a cinema. Only this: the film announces in its opening words that she has kept
    her head lowered to let him come closer, and that he has not had the courage. I had remembered the
    sentence, and after nineteen years had shifted the blame to her, then to the landlady, then to the
    times. On Sunday, in the fifth row, beside a boy who ate crisps until the first waltz and never again
    after it, I read it as if it had been put there that morning. It is quite clear. The door was open. It
    had been left open from the day the books were carried into the wrong room.
  `,
};
