import { type DemoEntry, prose } from '../shape.ts';

const person = 'farhana_q';

/** A film stopped after twelve minutes. */
export const farhanaStopsSpiritedAway: DemoEntry = {
  person,
  film: 'spirited-away',
  rating: 6,
  viewed: '2017-10-28',
  tags: ['with ayaan, 4', 'with mina, 6', 'stopped'],
  written: '2017-11-05',
  title: 'We got as far as the pigs',
  language: 'en',
  spoiler: 'no',
  text: prose`
    Twelve minutes. I make it twelve minutes, and I blame <i>Totoro</i>, which had lulled me. The parents
    find a stall with no one minding it and sit down and eat, and go on eating; she comes back, and there
    are two pigs in their clothes, with wet chins, and one gets a swat across the snout and falls among the
    dishes.

    Mina said in a very level voice that she would like it off now. Ayaan hadn't understood and then did.

    For eight days afterwards neither of them would come to the table until I had sat down and shown them my
    face. I am giving it six because I've a feeling it is good.
  `,
};

/** The same film eight years on, from where it was stopped. */
export const farhanaGoesOnWithSpiritedAway: DemoEntry = {
  person,
  film: 'spirited-away',
  rating: 10,
  liked: true,
  viewed: '2025-08-23',
  rewatch: true,
  tags: ['with ayaan, 12', 'with mina, 14', 'not stopped'],
  written: '2025-08-24',
  title: 'From the pigs onward',
  language: 'en',
  spoiler: 'yes',
  text: prose`
    Mina put it on, a week before she was to start Saturdays at the chemist's. "I'd like it on now," she
    said, in the same voice. She remembered. I'd hoped they had both forgotten.

    I was right that it was good. The work! The floors to be done in a line, bottoms up, racing; the
    grown-up girl who's short with her and brings her a dumpling; the being bad at it and then, without any
    scene about it, not. Ayaan, who is twelve and can't be impressed, said of the radish spirit in the lift
    that he was the nicest man in it. And the rice ball. She's been so brave, and Haku gives her a rice ball
    that he has put a spell on to make her strong, and it's the first bite that does for her; tears the size
    of grapes, and she keeps eating. We get that on the ward at about four in the morning, with toast.

    But see the two ends. When they first walk into that tunnel Chihiro has hold of her mother's arm, and is
    told not to cling, she'll have her over. At the finish, after all of it, the baths and the river and the
    train, they go back through, and she has hold of her mother's arm, and her mother says the same. They know
    nothing. They've been pigs, and they're asking where she got to. That's me, I thought. I'd be the one in
    the tunnel saying mind your feet. I looked along the sofa. Nobody was holding anybody's arm, they're past
    that. I said, "Cling if you like." They said, "Amma," both at once, in that tone.
  `,
};
