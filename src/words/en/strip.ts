import { fullDay, number } from '../english.ts';

/** A strip of reviews or of the programme on somebody else's page. */
export const strip = {
  of: (title: string) => `Reviews of ${title}`,
  atSite: (title: string, site: string) => `Reviews of ${title} at ${site}`,
  oneAtSite: (title: string, author: string, site: string) => `${title}, reviewed by ${author} at ${site}`,
  /** How the reviews that are shown were picked from all. */
  picked: (of: {
    shown: number;
    chosen: number;
    all: number;
    site: string;
    newest: boolean;
    limits: readonly string[];
  }) => {
    const all = `${number(of.all)} ${of.all === 1 ? 'review' : 'reviews'}`;
    const out = `of ${all}`;
    const how =
      of.chosen === of.shown
        ? `${number(of.shown)} chosen by ${of.site} from ${all}`
        : of.chosen > 0
          ? `${number(of.shown)} ${out}, ${number(of.chosen)} of them chosen by ${of.site}`
          : `${number(of.shown)} ${out}, ${of.newest ? 'newest' : 'most liked'} first`;
    return [how, ...of.limits].join('; ');
  },
  limits: {
    least: (stars: string) => `only with ${stars} or more`,
    here: 'only by members',
    elsewhere: 'only written elsewhere',
    language: (name: string) => `only in ${name}`,
  },
  none: (site: string) => `Nobody has written about this film at ${site} yet.`,
  noneHere: (all: number, site: string) =>
    `${all === 1 ? 'The review of this film stands' : `The ${number(all)} reviews of this film stand`} at ${site}.`,
  unknown: (site: string) => `${site} does not know this film.`,
  unknownReview: (site: string) => `This review is not to be had from ${site}.`,
  unknownVenue: (site: string) => `${site} does not know this venue.`,
  tells: (title: string) => `Tells what happens in ${title}.`,
  readThere: 'Read it there',
  hidden: 'words that tell the story',
  site: (site: string) => `Reviews at ${site}`,
  /** What opens a strip that has too little room: none of it is seen, or some. */
  open: 'Show the reviews',
  rest: 'Show the rest',
  programme: {
    open: 'Show the programme',
    title: (days: number) => `In the next ${number(days)} days`,
    of: (venue: string, days: number) => `${venue}: the next ${number(days)} days`,
    nothing: (days: number) => `Nothing is announced for the next ${number(days)} days.`,
    whole: 'The whole programme',
    fullDay,
  },
  /** What cannot be done as it was asked, and what is done. */
  problem: {
    show: (value: string) => `“${value}” is no order; “chosen” and “newest” are.`,
    n: (value: string) => `“${value}” is no number from 1 to 12; 3 are shown.`,
    from: (value: string) => `“${value}” is no source; “here”, “elsewhere” and “all” are.`,
    least: (value: string) => `“${value}” is no rating from 0.5 to 5; every rating is shown.`,
    in: (value: string) => `“${value}” is no language such as “en”; every language is shown.`,
    theme: (value: string) => `“${value}” is no theme; “light”, “dark” and “auto” are.`,
    lang: (value: string) => `“${value}” is no language such as “en”; the reader’s own is spoken.`,
    empty: (value: string) => `“${value}” is not known; “line” and “nothing” are.`,
    venue: (value: string) => `“${value}” is no venue’s name as its address has it; all are shown.`,
  },
  oembed: {
    noFormat: 'Only json and xml are spoken here.',
    nothing: 'There is nothing here to embed for that address.',
  },
};
