import { day, number } from '../english.ts';

/** A quote of a review for cards and posters, and its author's word for it. */
export const quote = {
  make: {
    link: 'Make a quote card',
    title: 'Make a quote card',
    lead: (name: string) => `What do you quote from ${name}’s review? Word for word, and with its own stars.`,
    sentences: 'Sentences',
    sentencesHint: 'Tick what belongs together. Where you leave something out between two, […] shows it.',
    passage: 'Or a passage of your own',
    passageHint: (most: number) =>
      `Copied from the review, […] where something is left out. At most ${number(most)} characters in all.`,
    look: 'See how it reads',
    make: 'Make the card',
    reads: 'It reads',
    allowed: 'Its author lets this review onto posters.',
    back: 'Back to the review',
    none: 'Nothing of this review can be quoted: all of its words are hidden, or quoted from others.',
    wrong: {
      'no-words': 'Tick a sentence, or put in a passage.',
      missing:
        'These words are not in the review like this. Copy them as they stand there, in its order, and show what you leave out with […].',
      within: 'This cuts a word in two. Begin and end with whole words.',
      'too-long': (most: number) => `This is longer than ${number(most)} characters. Leave something out.`,
    },
    tells:
      'This review tells the story, or nobody has said yet that it does not. A card tells nothing of that kind: say on its page first that it does not, if that is so.',
  },
  word: {
    title: 'The author’s word',
    askMember: (name: string) =>
      `${name} has not let this review onto posters. Ask them: they say yes on the review’s own page, or in their settings for all they wrote.`,
    askElsewhere: (name: string) =>
      `${name} has not let this review onto posters, as far as we know. Ask where they wrote it; once they have said yes, note here how.`,
    whereTheyWrote: 'Where they wrote it',
    how: 'How they said yes',
    howHint: 'Such as: by mail to Ines, 3 May 2026. It is kept with the review.',
    until: 'Until',
    untilHint: 'The last day it holds, such as 2027-12-31. Empty: without an end.',
    note: 'They said yes',
    noted: (word: string) => `Noted: ${word}`,
    holds: (until: string) => `It holds until ${day(until)}.`,
    over: (until: string) => `It held until ${day(until)}.`,
    takeBack: 'They do not any more',
    wrong: {
      'no-word': 'Say in a few words how they said yes.',
      'word-too-long': (most: number) => `At most ${number(most)} characters.`,
      until: 'A date such as 2027-12-31, please.',
    },
  },
  /** What an author says on their own review’s page. */
  own: {
    off: 'May a cinema put words of this review on a poster?',
    on: 'Words of this review may stand on posters.',
    all: 'You let everything you write onto posters.',
    none: 'You let nothing you write onto posters.',
    allow: 'Yes, it may',
    takeBack: 'No more',
    settings: 'Your settings',
  },
  title: (name: string, film: string) => `${name} on ${film}`,
  text: 'As text',
  textHint: 'To be copied as it is: stars, words and name belong together.',
  pictures: 'As a picture',
  shapes: {
    square: 'Square, for a post',
    landscape: 'Wide, for a page or a link',
    ink: 'Ink on nothing, to lay on a bright poster',
    white: 'White on nothing, to lay on a dark poster',
  },
  size: (width: number, height: number) => `${width} × ${height}`,
  download: (format: string) => `Take the ${format}`,
  downloadOf: (format: string, shape: string) => `Take the ${format}: ${shape}`,
  fonts:
    'Our own letters cannot write all of this. The SVG takes the fonts of the machine that shows it, so look at it where it will be printed; there is no PNG of it.',
  remove: 'Take this quote away',
  removed: 'The quote is gone.',
  bringBack: 'Bring it back',
  all: (film: string) => `Quotes from reviews of ${film}`,
  allLink: 'Quotes',
  none: 'Nothing is quoted from this film’s reviews yet. Each review’s own page leads to its card.',
  more: 'Earlier ones',
  review: 'The review',
  film: 'The film’s page',
  fallen: {
    removed: 'This quote was taken away.',
    gone: 'This quote no longer stands: its review is not here for everyone any more.',
    tells: 'This quote no longer stands: its review tells the story, or may.',
    changed: 'This quote no longer stands: the review does not say so any more.',
    'no-word': 'This quote no longer stands: its author does not let it onto posters.',
  },
  fallenLine: 'No longer stands',
  takeDown: 'Where it is printed or posted already, take it down there too.',
};
