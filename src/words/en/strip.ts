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
  mayTell: (title: string) => `May tell what happens in ${title}.`,
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
  builder: {
    link: 'Put these reviews on your own site',
    title: (film: string) => `${film} on your own site`,
    start: 'Reviews on your own site',
    lead: 'Choose how it looks, take the line, and paste it into your page. It sets no cookie, tells nobody who reads, and keeps what would spoil a film to itself.',
    show: 'Which reviews',
    chosen: (site: string) => `Those that ${site} chose first`,
    newest: 'The newest first',
    n: 'How many',
    from: 'Written where',
    anywhere: 'Here and elsewhere',
    here: 'Here, by members',
    elsewhere: 'Elsewhere',
    least: 'At least so many stars',
    anyStars: 'Any',
    in: 'Written in',
    anyLanguage: 'Any language',
    theme: 'Light',
    auto: 'As the page has it',
    light: 'Paper',
    dark: 'Auditorium',
    lang: 'It speaks',
    reader: 'The language of whoever reads',
    empty: 'While there is no review',
    line: 'A line with “Add a review”',
    nothing: 'Nothing',
    venue: 'Whose programme',
    update: 'Show it so',
    preview: 'This is what it looks like',
    previewOf: (what: string) => `Preview: ${what}`,
    lines: 'Take one of these',
    ways: {
      element: 'For most pages: the line of HTML',
      frame: 'Where a page takes no script of others: a frame',
      oembed:
        'WordPress, or any editor that turns addresses into what they show: the address alone on a line',
      wordpress: 'WordPress, in a theme: fetched by your own server every ten minutes',
      ghost: 'Ghost: in an HTML card',
      hugo: 'Hugo: in a template',
      eleventy: 'Eleventy: in the configuration, then {% strip %} in a page',
      php: 'PHP: in a page',
      plain: 'HTML without a look, for your own style sheet',
      json: 'Data, to draw it yourself; print “picked” with it',
    },
    note: 'It takes the letters and colours of your page. The variables --reviews-lamp, --reviews-ink, --reviews-paper, --reviews-line and --reviews-font change them, and so do the parts strip, title, review, by, stars, text and door.',
    policy: (origin: string) =>
      `A page with a content security policy of its own has to let ${origin} in, for script-src, connect-src and frame-src.`,
    height: 'What is kept free for it is in the line: nothing on your page moves when it arrives.',
    whole: 'One line for a whole site',
    wholeLead:
      'In a template that all your film pages share. Each page’s film is found by its JSON-LD, by data-imdb, data-tmdb, data-title and data-year on the element, or by its heading with the year in brackets. Where that is not sure nothing is shown until the owner of the reviews has said which film it is.',
    programme: 'The programme of the next 14 days',
    oneFilm: 'One film',
    whichFilm: 'Which film?',
    oneFilmHint: 'A part of its title, its IMDb number, or its address here.',
    find: 'Find it',
    found: (search: string) => `Films with “${search}”`,
    noFilm: (search: string) => `No film here has “${search}” in its title.`,
    few: 'Imported reviews stand in it where those who wrote them let other sites show them.',
  },
  desk: {
    title: 'Strips on other sites',
    lead: 'Any site may show a strip of reviews or the programme. Name sites here, and only they may.',
    sites: 'Sites that may show strips',
    sitesHint:
      'One a line, such as https://www.example.org. A site is itself alone, without those below its name. Empty: every site.',
    wrongSites: (lines: readonly string[]) =>
      `These are no sites: ${lines.join(', ')}. A site reads like https://www.example.org.`,
    save: 'Save',
    saved: 'Saved. From now on browsers keep to it.',
    chosen: 'Noted. The page shows it the next time somebody looks.',
    builder: 'Make a strip',
    waiting: 'Pages whose film is not known for sure',
    nothingWaits: 'No page waits.',
    says: 'It says',
    film: (title: string, year: number | null) => (year === null ? title : `${title} (${year})`),
    director: (name: string) => `directed by ${name}`,
    other: 'Another film: its IMDb number, or its address here',
    choose: 'Choose',
    none: 'None of the films here',
    again: 'Ask anew',
    decided: 'Decided',
    noFilm: 'no film here',
    wrongFilm: 'No film here goes by that.',
  },
  oembed: {
    noFormat: 'Only json and xml are spoken here.',
    nothing: 'There is nothing here to embed for that address.',
  },
};
