import { type DemoEntry, lines } from '../shape.ts';

/** A dressing, and who puts it on. */
export const elunedOnSpringInASmallTown: DemoEntry = {
  person: 'eluned',
  film: 'spring-in-a-small-town',
  rating: 9,
  viewed: '2017-04-09',
  tags: ['verse'],
  written: '2017-04-11',
  title: 'They cut the current at twelve',
  language: 'en',
  spoiler: 'yes',
  text: lines`
    She goes out for the medicine
        and comes home by the wall,
    what's left of it, with a basket,
        looking over.

    The visitor was her young man once.
    The husband did not know, and likes him, coughing.
    She takes a candle across, and a blanket,
    sits for a bit, gets up,
    and holds the end of her scarf to her mouth.

    He picks her up. He puts her down. He runs
        and locks the door on her, so as not to.
    She puts her fist clean through the glass of it,
    and he, who is a doctor, has to come
    and bind it for her. That's the love scene.
    I have done that dressing. You take your time.

    He leaves, and the sister-in-law sees him off.
    On the wall the wife, and the sick man with a stick
    climbing to where she is. She points out something.

    Ours was the bank by the railway.
    You took a basket
        so as to have been somewhere.
  `,
};
