import type { Visibility } from '../../domain/reader.ts';
import { number } from '../english.ts';

/** The pages on which files are brought in, looked at, imported and taken out again. */
export const page = {
  title: 'Import',
  lead: 'Bring in films and what people wrote about them. You see what would happen first. Nobody is told about it, and all of it can be undone.',
  files: 'Files',
  filesHint: (files: number, bytes: number) => `Up to ${number(files)} at once, ${size(bytes)} together.`,
  look: 'Look at it first',
  what: 'What can be brought in',
  formats: [
    'A film with its reviews, a single review, or a list of either, as schema.org JSON-LD.',
    'A web page you have saved that carries such data: a film’s page from your own site, for instance.',
  ],
  next: 'What happens next',
  steps: [
    'The files are read, and you see the films, the first reviews, and each row that cannot be taken.',
    'You say who may see the reviews, and give your word that they may be shown. Until then nobody sees anything.',
    'Files that nobody imports are forgotten after a day.',
  ],
  example: 'How such a file looks',
  exampleFile: `{
  "@context": "https://schema.org",
  "@type": "Movie",
  "name": "The Ferry",
  "datePublished": "1987",
  "director": { "@type": "Person", "name": "Ines Bell" },
  "review": [
    {
      "@type": "Review",
      "author": { "@type": "Person", "name": "Ada Quill" },
      "url": "https://ada.example/the-ferry",
      "datePublished": "2019-03-08",
      "reviewRating": { "@type": "Rating", "ratingValue": 4, "bestRating": 5 },
      "reviewBody": "Everybody waits, and nobody is bored."
    }
  ]
}`,
  wrong: {
    'no-file': 'Choose a file first.',
    'too-many-files': (files: number) =>
      `Those are more than ${number(files)} files, and none was kept. Send them in several goes.`,
    'too-large': (bytes: number) =>
      `Together that is more than ${size(bytes)}, and none of it was kept. Send fewer files at once, or cut a large one into several.`,
    broken: 'The files did not arrive whole, and none was kept. Send them again.',
  },
  notYours: {
    text: 'What others wrote is brought in by the curators and the owner of this site, because they answer for the right to show it.',
  },
  waiting: 'Not imported yet',
  forgottenAt: (moment: string) => `kept until ${moment}`,
  former: 'Imports so far',
  noneYet: 'Nothing has been imported yet.',
  moment,
  by: (name: string) => `by ${name}`,
  byCommand: 'by the command line',
  state: {
    staging: 'Being imported',
    undoing: 'Being undone',
    undone: 'Undone',
  } as Readonly<Record<string, string>>,
  count: (rows: number) => number(rows),
  size,
  reading: {
    title: 'Being read',
    text: 'The files are here and are being read. You can leave this page and come back.',
  },
  importing: {
    title: 'Being imported',
    text: 'Nobody sees any of it before all of it is in. You can leave this page and come back.',
    progress: (done: number, rows: number) => `${number(done)} of ${number(rows)} rows`,
    waits: 'Another import is under way; yours begins when it is done.',
  },
  undoing: {
    title: 'Being undone',
    text: 'Nobody sees it any more. What it changed is being put back.',
  },
  howFar: 'See how far it is',
  broken: {
    title: 'It could not be read',
    broken: 'Something broke here while the files were read. The fault is ours, and nothing was changed.',
    'too-large': 'There is more in these files than fits into memory at once. Nothing was changed.',
    help: 'Cut the files into smaller ones and bring those in.',
  },
  preview: {
    title: 'What is in it',
    nothing: 'None of it can be imported.',
    allThere: 'All of it is here already. There is nothing to import.',
    tryAgain: 'Nothing was imported.',
    counts: {
      created: 'new',
      updated: 'change something here',
      unchanged: 'here already',
      unmatched: 'need your decision',
      rejected: 'cannot be taken',
    },
    asOf: (moment: string) => `As it stood on ${moment}.`,
    toAsking: 'To the questions',
    films: (films: number, fresh: number) =>
      films === 1
        ? `1 film${fresh === 1 ? ', new here' : ''}`
        : `${number(films)} films${fresh === films ? ', all new here' : fresh === 0 ? '' : `, ${number(fresh)} of them new here`}`,
    reviews: (reviews: number) => (reviews === 1 ? '1 review' : `${number(reviews)} reviews`),
    people: (names: number) => (names === 1 ? 'Signed with one name' : `Signed with ${number(names)} names`),
    on: (place: string) => `on ${place}`,
    others: (rest: number) => `and ${number(rest)} more`,
    samples: 'How it will look',
    problems: 'What cannot be taken as it is',
    problemsTold: (shown: number, all: number) => `The first ${number(shown)} of ${number(all)}.`,
    which: (film: string) => `Which film is ${film}?`,
    whichHint: (name: string) => `In a review by ${name}`,
    later: 'None of these, or decide later',
    asking: 'Before it is imported',
    who: 'Who may see the reviews?',
    visibility: {
      everyone: 'Everyone',
      members: 'Members of this site',
      followers: 'Those who follow whoever wrote them',
      me: 'Only whoever wrote them, once they are members here',
    },
    forNobody: 'For now that is nobody.',
    word: 'Your word',
    wordHint:
      'Your name, the day, this sentence and what you ticked above it are kept with the import and with every review in it.',
    uses: 'Where else may they be shown?',
    use: {
      strips: 'In strips on other sites: the reviews that stand on pages elsewhere, with a way back here',
      posters: 'On posters: a sentence of a review, with its stars and its author’s name',
    },
    usesHint:
      'Tick only what those who wrote them have agreed to. Without a tick they are shown on this site alone.',
    button: (rows: number) => `Import ${rows === 1 ? '1 row' : `${number(rows)} rows`}`,
    leave: 'Leave it, and forget the files',
    failed: 'Not imported yet.',
    wrong: {
      visibility: 'Say who may see the reviews.',
      word: 'Without your word for the right to show them nothing is imported.',
    },
    back: 'You had been signed out. The files are still here: answer once more, and go on.',
  },
  report: {
    title: 'Imported',
    counts: {
      created: 'new',
      updated: 'changed',
      unchanged: 'were here already',
      unmatched: 'wait for a decision',
      rejected: 'not taken',
    },
    told: (moment: string, who: string) => `${moment}, ${who}.`,
    word: 'The word that was given',
    films: 'The films',
    rest: (films: number) => `and ${number(films)} more`,
    problems: 'What was not taken as it stood',
    undo: 'Undo this import',
    another: 'Import something else',
  },
  uses: {
    title: 'Where else may it be shown?',
    link: 'Where else it may be shown',
    here: 'So far the reviews of this import are shown on this site alone.',
    now: 'So far the reviews of this import are shown here.',
    settings: 'What you say in your settings of all you wrote goes before this.',
    look: 'See what would change',
    same: 'That is how it is already. Nothing would change.',
    changes: (reviews: number, more: boolean) =>
      more
        ? `This changes more than ${number(reviews)} reviews.`
        : reviews === 0
          ? 'This changes no review.'
          : reviews === 1
            ? 'This changes 1 review.'
            : `This changes ${number(reviews)} reviews.`,
    apart: (reviews: number) =>
      reviews === 1
        ? '1 review stays as it is: whoever wrote it is a member here, or something was said of it alone.'
        : `${number(reviews)} reviews stay as they are: whoever wrote them is a member here, or something was said of each alone.`,
    hereAlone: 'From then on they are shown on this site alone.',
    wordHint:
      'Your name, the day and this sentence are kept with the import and with every review it changes.',
    withoutWord: 'Without your word for the right to show them there, nothing is changed.',
    shownHere: 'From then on they are shown here.',
    printed: 'What is printed already, nobody can call back.',
    button: 'Change it',
    other: 'Choose otherwise',
    done: 'It is changed.',
    underWay: 'It is being changed. Until that is done, some of the reviews are shown as before.',
  },
  undo: {
    title: 'Undo this import?',
    steps: [
      'From the first moment on nobody sees it any more.',
      'What it made is removed; what it changed is put back as it was.',
      'What somebody changed, liked, chose or reported since stays, and is named afterwards. So do a review of which somebody has said whether it tells the story, and a film that something is still said of.',
    ],
    button: 'Undo it',
    keep: 'Leave it as it is',
    doneTitle: 'Undone',
    allGone: 'The import is undone. Everything is as it was before.',
    butFor: 'The import is undone, but for what is named here.',
    keptTitle: 'What stays, and why',
    settled: 'This review stays: since the import somebody has said whether it tells the story.',
    kept: {
      review: {
        changed: 'This review stays: somebody has changed it since.',
        answered: 'This review stays: somebody has liked, chosen or reported it since.',
        used: 'This review stays: something else needs it.',
      },
      rating: {
        changed: 'This rating stays: it was changed since.',
        answered: 'This rating stays: somebody has answered it since.',
        used: 'This rating stays with the review that gave it.',
      },
      film: {
        changed: 'This film stays: somebody has changed it since.',
        answered: 'This film stays: somebody has answered there since.',
        used: 'This film stays: something that was said of it does.',
      },
      author: {
        changed: 'This author stays: somebody has changed them since.',
        answered: 'This author stays: somebody has answered them since.',
        used: 'This author stays: something they wrote does.',
      },
      person: {
        changed: 'This person stays: somebody has changed them since.',
        answered: 'This person stays: somebody has answered since.',
        used: 'This person stays: a film that stays names them.',
      },
      fact: {
        changed: 'A fact of this film stays: somebody has changed it since.',
        answered: 'A fact of this film stays: somebody has answered since.',
        used: 'A fact of this film stays: it is needed there.',
      },
      list: {
        changed: 'The list stays: somebody has changed it since.',
        answered: 'The list stays: somebody has answered it since.',
        used: 'The list stays: it is needed there.',
      },
      profile: {
        changed: 'What they say of themselves stays: they have changed it since.',
        answered: 'What they say of themselves stays: somebody has answered since.',
        used: 'What they say of themselves stays: it is needed there.',
      },
    },
  },
  gone: {
    title: 'Nothing is waiting here',
    text: 'There is no import of yours at this address. Files that nobody imports are forgotten after a day.',
  },
  back: 'All imports',
  visible: {
    everyone: 'Everyone can see it.',
    members: 'Members of this site can see it.',
    followers: 'Those who follow whoever wrote it can see it.',
    me: 'Only whoever wrote it can see it.',
    draft: 'It is kept as drafts.',
  } satisfies Record<Visibility, string> as Record<Visibility, string>,
};

const moments = new Map<string, Intl.DateTimeFormat>();

/** An instant in the site's time zone: "25 November 2026 at 12:04". */
function moment(instant: number, timeZone: string): string {
  let format = moments.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone });
    moments.set(timeZone, format);
  }
  return format.format(instant);
}

function size(bytes: number): string {
  if (bytes < 1000) return `${number(bytes)} bytes`;
  return bytes < 1_000_000
    ? `${number(Math.round(bytes / 1000))} kB`
    : `${number(Math.round(bytes / 100_000) / 10)} MB`;
}
